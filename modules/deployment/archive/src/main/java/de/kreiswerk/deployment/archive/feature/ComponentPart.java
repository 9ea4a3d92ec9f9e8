package de.kreiswerk.deployment.archive.feature;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.deployment.archive.component.ComponentVersion;
import de.kreiswerk.deployment.archive.component.HealthChecks;
import de.kreiswerk.deployment.archive.component.KeptData;
import de.kreiswerk.deployment.archive.component.SchemaStep;
import de.kreiswerk.deployment.archive.component.VersionSpan;
import de.kreiswerk.deployment.archive.refusal.BadArchive;
import de.kreiswerk.deployment.archive.refusal.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Kreiswerk's part of component.json. */
final class ComponentPart {

    private static final Set<String> KEYS =
            Set.of("department", "title", "description", "minimumPlatform", "requires", "health", "schema", "keeps");

    /** A few words; what is longer is a description. */
    static final int LONGEST_TITLE = 200;

    private static final Pattern TABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,62}");

    private final Json part;

    ComponentPart(Json part) throws BadArchive {
        this.part = part.knowing(KEYS);
    }

    String department() throws BadArchive {
        return part.text("department");
    }

    Text title() throws BadArchive {
        Text title = part.twoLanguages("title");
        if (title.german().length() > LONGEST_TITLE || title.english().length() > LONGEST_TITLE) {
            throw StrictJson.bad(
                    "„title“ hat mehr als " + LONGEST_TITLE + " Zeichen",
                    "'title' has more than " + LONGEST_TITLE + " characters");
        }
        return title;
    }

    Text description() throws BadArchive {
        return part.has("description") ? part.twoLanguages("description") : Text.same("");
    }

    List<String> requiredCapabilities() throws BadArchive {
        return part.texts("requires");
    }

    ComponentVersion minimumPlatform() throws BadArchive {
        if (!part.has("minimumPlatform")) {
            return ComponentVersion.NONE;
        }
        String version = part.text("minimumPlatform");
        if (!ComponentVersion.isVersion(version)) {
            throw StrictJson.bad(
                    "„minimumPlatform“ ist keine Version: " + Quoted.of(version),
                    "'minimumPlatform' is no version: " + Quoted.of(version));
        }
        return ComponentVersion.parse(version);
    }

    HealthChecks health() throws BadArchive {
        if (!part.has("health")) {
            return new HealthChecks(List.of(), List.of());
        }
        Json health = part.object("health").knowing(Set.of("paths", "tags"));
        List<String> paths = health.texts("paths");
        if (!ProbePaths.areAll(paths)) {
            throw StrictJson.bad(
                    "„health.paths“ enthält anderes als Pfade wie /hundesteuer",
                    "'health.paths' holds other things than paths such as /hundesteuer");
        }
        return new HealthChecks(paths, health.texts("tags"));
    }

    List<SchemaStep> schemaSteps() throws BadArchive {
        List<SchemaStep> steps = new ArrayList<>();
        for (Json each : part.objects("schema")) {
            each.knowing(Set.of("kind", "name", "breaks"));
            SchemaStep.Kind kind = kind(each);
            List<VersionSpan> breaks = spans(each);
            if (kind == SchemaStep.Kind.CONTRACT && breaks.isEmpty()) {
                throw StrictJson.bad(
                        "„" + each.at("breaks") + "“ fehlt: welche Versionen laufen danach nicht mehr?",
                        "'" + each.at("breaks") + "' is missing: which versions do not run after it?");
            }
            steps.add(new SchemaStep(kind, each.text("name"), breaks));
        }
        return steps;
    }

    private static SchemaStep.Kind kind(Json step) throws BadArchive {
        return switch (step.text("kind")) {
            case "EXPAND" -> SchemaStep.Kind.EXPAND;
            case "CONTRACT" -> SchemaStep.Kind.CONTRACT;
            default ->
                throw StrictJson.bad(
                        "„" + step.at("kind") + "“ ist weder EXPAND noch CONTRACT",
                        "'" + step.at("kind") + "' is neither EXPAND nor CONTRACT");
        };
    }

    private static List<VersionSpan> spans(Json step) throws BadArchive {
        List<VersionSpan> spans = new ArrayList<>();
        for (String each : step.texts("breaks")) {
            try {
                spans.add(VersionSpan.parse(each));
            } catch (IllegalArgumentException e) {
                throw StrictJson.bad(
                        "„" + step.at("breaks") + "“ enthält anderes als Versionen wie 1.2.0 oder [1.0,2.0)",
                        "'" + step.at("breaks") + "' holds other things than versions such as 1.2.0 or [1.0,2.0)");
            }
        }
        return spans;
    }

    KeptData keptData() throws BadArchive {
        if (!part.has("keeps")) {
            return new KeptData(List.of(), List.of());
        }
        Json keeps = part.object("keeps").knowing(Set.of("tables", "pids"));
        List<String> tables = keeps.texts("tables");
        if (!tables.stream().allMatch(each -> TABLE.matcher(each).matches())) {
            throw StrictJson.bad(
                    "„keeps.tables“ enthält anderes als Namen von Tabellen",
                    "'keeps.tables' holds other things than names of tables");
        }
        return new KeptData(tables, keeps.texts("pids"));
    }
}
