package de.kreiswerk.deployment.archive.policy;

import de.kreiswerk.deployment.archive.refusal.BadArchive;
import de.kreiswerk.deployment.archive.refusal.Quoted;
import de.kreiswerk.deployment.archive.zip.Entry;
import de.kreiswerk.deployment.archive.zip.Zip;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/**
 * Reads which configurations a bundle describes (Compendium, section 105.8): the console's forms show them in its words, and what is a
 * secret is said there.
 */
final class MetatypeXml {

    /** Every file directly in the folder is read, whatever its name. */
    private static final Pattern PLACE = Pattern.compile("OSGI-INF/metatype/[^/]+");

    /** Translations may lie beside the descriptions. */
    private static final String TRANSLATION = ".properties";

    private MetatypeXml() {}

    static Set<String> pids(String bundle, Zip zip) throws BadArchive {
        Set<String> pids = new HashSet<>();
        for (Entry entry : zip.entries()) {
            if (PLACE.matcher(entry.name()).matches() && !entry.name().endsWith(TRANSLATION)) {
                for (Element designate : designates(bundle, entry)) {
                    add(pids, designate.getAttribute("pid"));
                    add(pids, designate.getAttribute("factoryPid"));
                }
            }
        }
        return pids;
    }

    private static void add(Set<String> pids, String pid) {
        if (!pid.isEmpty()) {
            pids.add(pid);
        }
    }

    private static Iterable<Element> designates(String bundle, Entry entry) throws BadArchive {
        try {
            return PlainXml.elements(entry, "Designate");
        } catch (IOException e) {
            throw new BadArchive(
                    "metatype.unreadable",
                    "„" + Quoted.of(entry.name()) + "“ in „" + bundle
                            + "“ beschreibt Einstellungen, kann nicht gelesen und deshalb nicht geprüft werden.",
                    "'" + Quoted.of(entry.name()) + "' in '" + bundle
                            + "' describes settings, but cannot be read, and so not be examined.");
        }
    }
}
