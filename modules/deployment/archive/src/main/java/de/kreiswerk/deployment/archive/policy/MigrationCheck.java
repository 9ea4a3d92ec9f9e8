package de.kreiswerk.deployment.archive.policy;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.deployment.archive.zip.Entry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A component's SQL runs on the platform's one database: what does more than add tables and rows, somebody looks at. */
final class MigrationCheck implements Check {

    private static final Pattern COMMENT = Pattern.compile("--[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);

    /** Takes something away, changes who may, or runs code. */
    private static final Pattern FAR_REACHING = Pattern.compile(
            "\\b(DROP|TRUNCATE|DELETE|UPDATE|MERGE|GRANT|REVOKE|RENAME|COPY|CALL|EXECUTE|DO|SHUTDOWN|RUNSCRIPT|SCRIPT|LINK_SCHEMA"
                    + "|(CREATE|ALTER)\\s+(OR\\s+REPLACE\\s+)?(FORCE\\s+)?"
                    + "(ALIAS|AGGREGATE|TRIGGER|FUNCTION|PROCEDURE|EXTENSION|USER|ROLE|RULE|SYSTEM|SCHEMA|DATABASE|LINKED))\\b",
            Pattern.CASE_INSENSITIVE);

    private static final int SHOWN = 20;

    @Override
    public void check(Case subject, Findings findings) {
        for (OpenBundle bundle : subject.bundles()) {
            List<Entry> scripts = bundle.scripts();
            if (!scripts.isEmpty()) {
                found(bundle.name(), scripts.size(), farReaching(scripts), findings);
            }
        }
    }

    private static List<String> farReaching(List<Entry> scripts) {
        List<String> places = new ArrayList<>();
        for (Entry each : scripts) {
            String sql = COMMENT.matcher(new String(each.bytes(), StandardCharsets.UTF_8))
                    .replaceAll(" ");
            FAR_REACHING
                    .matcher(sql)
                    .results()
                    .map(MatchResult::group)
                    .map(words ->
                            each.name() + ": " + words.toUpperCase(Locale.ROOT).replaceAll("\\s+", " "))
                    .distinct()
                    .forEach(places::add);
        }
        return places;
    }

    private static void found(String bundle, int scripts, List<String> places, Findings findings) {
        boolean adds = places.isEmpty();
        findings.add(new Finding(
                adds ? "migration.adds" : "migration.far-reaching",
                adds ? Severity.NOTE : Severity.NEEDS_APPROVAL,
                new Text(
                        bundle + " ändert die Tabellen der Datenbank ("
                                + scripts + " SQL-Dateien, "
                                + (adds ? "die nur hinzufügen)." : "darin weitreichende Anweisungen)."),
                        bundle + " changes the tables of the database ("
                                + scripts + " SQL files, "
                                + (adds ? "which only add)." : "with far-reaching statements in them).")),
                bundle,
                places.stream().limit(SHOWN).toList()));
    }
}
