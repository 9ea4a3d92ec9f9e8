package de.kreiswerk.core.persistence.database;

import de.kreiswerk.core.api.persistence.Schema;
import java.net.URL;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.flywaydb.core.api.MigrationVersion;
import org.osgi.framework.Bundle;

/**
 * The scripts that make a bundle's tables.
 *
 * @param history names their history: lower case letters, digits and underscores
 * @param scripts their addresses, at least one
 * @param insertOnly tables whose rows nobody may change, as the bundle names them
 */
public record SchemaScripts(String history, List<URL> scripts, Set<String> insertOnly) {

    /** The history of the platform's own tables. */
    static final String CORE = "core";

    private static final String FOLDER = "db/migration";
    private static final String NUMBER = "[0-9]{1,20}(?:[._][0-9]{1,20})*";
    private static final Pattern VERSION = Pattern.compile("(?:.*/)?V(" + NUMBER + ")__[^/]*\\.sql");
    private static final MigrationVersion NONE = MigrationVersion.fromVersion("0");

    /** Copies the lists. */
    public SchemaScripts {
        scripts = List.copyOf(scripts);
        insertOnly = Set.copyOf(insertOnly);
    }

    /** Whose rows may all be changed. */
    public SchemaScripts(String history, List<URL> scripts) {
        this(history, scripts, Set.of());
    }

    /** Those of a bundle, whatever its state; empty when it has none. */
    public static Optional<SchemaScripts> of(Bundle bundle) {
        String persistence = header(bundle, "Meta-Persistence");
        String migrations = header(bundle, Schema.MIGRATIONS_HEADER);
        if (persistence == null && migrations == null) {
            return Optional.empty();
        }
        List<URL> scripts = Collections.list(Objects.requireNonNullElse(
                bundle.findEntries(migrations == null ? FOLDER : migrations, "*.sql", true),
                Collections.<URL>emptyEnumeration()));
        String history = bundle.getSymbolicName()
                .replaceFirst("^de\\.kreiswerk\\.", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]", "_");
        return scripts.isEmpty()
                ? Optional.empty()
                : Optional.of(new SchemaScripts(history, scripts, insertOnly(bundle)));
    }

    private static Set<String> insertOnly(Bundle bundle) {
        String named = header(bundle, Schema.INSERT_ONLY_TABLES_HEADER);
        return named == null
                ? Set.of()
                : Arrays.stream(named.split(","))
                        .map(name -> name.strip().toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet());
    }

    /**
     * Whether the tables that are insert-only are the bundle's own, for all that its scripts say.
     *
     * @throws IllegalArgumentException when one is not
     */
    void requireOwnInsertOnly() {
        if (insertOnly.isEmpty()) {
            return;
        }
        Set<MadeThing> made = new ScriptReader("").read(scripts);
        for (String name : insertOnly) {
            if (!made.contains(new MadeThing(MadeThing.Kind.TABLE, name))) {
                throw new IllegalArgumentException(Schema.INSERT_ONLY_TABLES_HEADER + " names the table " + name
                        + ", which no script of the bundle makes");
            }
        }
    }

    /** Those of the platform's own tables, which come before all others. */
    public static SchemaScripts ofThisBundle() {
        return new SchemaScripts(CORE, Migrations.ofThisBundle());
    }

    /** The version of the last one. */
    public MigrationVersion newest() {
        return scripts.stream()
                .map(script -> version(script.getPath()).orElse(NONE))
                .max(Comparator.naturalOrder())
                .orElse(NONE);
    }

    /**
     * The version that a path names. As Flyway counts: 1, 01, 1.0 and 1_0 are one, and a moment such as 20261124103000 is one as well.
     *
     * @return empty for what has none and runs again when it changes
     */
    public static Optional<MigrationVersion> version(String path) {
        Matcher version = VERSION.matcher(path);
        return version.matches() ? Optional.of(number(version.group(1))) : Optional.empty();
    }

    /**
     * A version as it is written down.
     *
     * @param text null for none, which is 0
     * @return the version
     * @throws IllegalArgumentException when it is none
     */
    public static MigrationVersion number(String text) {
        if (text != null && !text.matches(NUMBER)) {
            throw new IllegalArgumentException("No version of a script: " + text);
        }
        return text == null ? NONE : MigrationVersion.fromVersion(text);
    }

    private static String header(Bundle bundle, String name) {
        String value = bundle.getHeaders("").get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }
}
