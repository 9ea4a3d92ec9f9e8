package de.kreiswerk.deployment.archive.feature;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.deployment.archive.component.ComponentBundle;
import de.kreiswerk.deployment.archive.component.ComponentDescription;
import de.kreiswerk.deployment.archive.component.ComponentVersion;
import de.kreiswerk.deployment.archive.component.HealthChecks;
import de.kreiswerk.deployment.archive.component.KeptData;
import de.kreiswerk.deployment.archive.component.SchemaStep;
import de.kreiswerk.deployment.archive.component.VersionSpan;
import de.kreiswerk.deployment.archive.manifest.Clause;
import de.kreiswerk.deployment.archive.manifest.Clauses;
import de.kreiswerk.deployment.archive.refusal.BadArchive;
import de.kreiswerk.deployment.archive.refusal.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A single bundle is the smallest component: headers of its manifest say what component.json would. */
public final class HeaderReader {

    private static final String DEPARTMENT = "Kreiswerk-Department";
    private static final String TITLE = "Kreiswerk-Title";
    private static final String DESCRIPTION = "Kreiswerk-Description";
    private static final String HEALTH = "Kreiswerk-Health";
    private static final String HEALTH_TAGS = "Kreiswerk-Health-Tags";
    private static final String PLATFORM = "Kreiswerk-Platform";
    private static final String SCHEMA = "Kreiswerk-Schema";
    private static final String KEPT_TABLES = "Kreiswerk-Kept-Tables";
    private static final String KEPT_PIDS = "Kreiswerk-Kept-Pids";
    private static final String ENGLISH = "-en";

    private HeaderReader() {}

    /**
     * Reads the component that a bundle is.
     *
     * @param bundle the bundle
     * @return what it says of itself
     * @throws BadArchive when it does not say it
     */
    public static ComponentDescription read(ComponentBundle bundle) throws BadArchive {
        String department = required(bundle, DEPARTMENT);
        if (department.length() > ComponentPart.LONGEST_TITLE) {
            throw bad(DEPARTMENT, department);
        }
        return new ComponentDescription(
                bundle.symbolicName(),
                bundle.version(),
                department,
                text(bundle, TITLE, required(bundle, TITLE), ComponentPart.LONGEST_TITLE),
                text(bundle, DESCRIPTION, bundle.header(DESCRIPTION).orElse(""), Json.LONGEST),
                List.of(bundle),
                Map.of(),
                List.of(),
                platform(bundle),
                new HealthChecks(paths(bundle), list(bundle, HEALTH_TAGS)),
                steps(bundle),
                new KeptData(list(bundle, KEPT_TABLES), list(bundle, KEPT_PIDS)));
    }

    private static String required(ComponentBundle bundle, String header) throws BadArchive {
        return bundle.header(header)
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new BadArchive(
                        "description.missing",
                        "Das Archiv hat keine component.json, und das Manifest des Bundles nennt " + header + " nicht.",
                        "The archive has no component.json, and the bundle's manifest does not state " + header + "."));
    }

    private static Text text(ComponentBundle bundle, String header, String german, int longest) throws BadArchive {
        String english = bundle.header(header + ENGLISH).orElse(german);
        for (String each : List.of(german, english)) {
            if (each.length() > longest) {
                throw bad(header, each);
            }
        }
        return new Text(german, english);
    }

    private static ComponentVersion platform(ComponentBundle bundle) throws BadArchive {
        String version = bundle.header(PLATFORM).orElse("0.0.0");
        if (!ComponentVersion.isVersion(version)) {
            throw bad(PLATFORM, version);
        }
        return ComponentVersion.parse(version);
    }

    private static List<String> paths(ComponentBundle bundle) throws BadArchive {
        List<String> paths = list(bundle, HEALTH);
        if (!ProbePaths.areAll(paths)) {
            throw bad(HEALTH, String.join(",", paths));
        }
        return paths;
    }

    private static List<String> list(ComponentBundle bundle, String header) throws BadArchive {
        List<String> list = Clauses.of(bundle.header(header).orElse(null)).stream()
                .map(Clause::path)
                .toList();
        if (list.size() > Json.MOST || list.stream().anyMatch(each -> each.length() > Json.LONGEST)) {
            throw bad(header, String.join(",", list));
        }
        return list;
    }

    /** {@code V2__drop.sql;kind=CONTRACT;breaks="[1.0,1.2)"}. */
    private static List<SchemaStep> steps(ComponentBundle bundle) throws BadArchive {
        List<SchemaStep> steps = new ArrayList<>();
        for (Clause each : Clauses.of(bundle.header(SCHEMA).orElse(null))) {
            try {
                String breaks = each.attributes().get("breaks");
                steps.add(new SchemaStep(
                        SchemaStep.Kind.valueOf(each.attributes().getOrDefault("kind", "EXPAND")),
                        each.path(),
                        breaks == null ? List.of() : List.of(VersionSpan.parse(breaks))));
            } catch (IllegalArgumentException e) {
                throw bad(SCHEMA, each.path());
            }
        }
        return steps;
    }

    private static BadArchive bad(String header, String value) {
        return new BadArchive(
                "description.invalid",
                "Das Manifest des Bundles nennt unter " + header + " etwas Ungültiges: " + Quoted.of(value) + ".",
                "The bundle's manifest states something invalid as " + header + ": " + Quoted.of(value) + ".");
    }
}
