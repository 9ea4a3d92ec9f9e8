package de.kreiswerk.deployment.archive.feature;

import de.kreiswerk.deployment.archive.refusal.BadArchive;
import de.kreiswerk.deployment.archive.refusal.Quoted;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An id of the Feature Service (Compendium, section 159.2.1): {@code GROUP:ARTIFACT[:TYPE[:CLASSIFIER]]:VERSION}.
 *
 * @param artifact the artifact
 * @param version the version
 * @param classifier empty when there is none
 */
record ArtifactId(String artifact, String version, String classifier) {

    private static final String PART = "([A-Za-z0-9_.-]{1,150})";
    private static final Pattern FORM =
            Pattern.compile(PART + ":" + PART + "(?::" + PART + "(?::" + PART + ")?)?:" + PART);

    static ArtifactId parse(String text) throws BadArchive {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw StrictJson.bad(
                    "„" + Quoted.of(text) + "“ ist keine Kennung der Form GRUPPE:NAME:VERSION",
                    "'" + Quoted.of(text) + "' is no id of the form GROUP:NAME:VERSION");
        }
        return new ArtifactId(parts.group(2), parts.group(5), parts.group(4) == null ? "" : parts.group(4));
    }

    /** Where the bundle lies in the archive, named as Maven names files. */
    String entry() {
        return "bundles/" + artifact + "-" + version + (classifier.isEmpty() ? "" : "-" + classifier) + ".jar";
    }
}
