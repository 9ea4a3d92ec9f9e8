package de.kreiswerk.core.persistence.database;

import de.kreiswerk.core.api.persistence.Schema;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;

/**
 * The scripts that make a bundle's tables.
 *
 * @param history names their history: lower case letters, digits and underscores
 * @param scripts their addresses, at least one
 */
public record SchemaScripts(String history, List<URL> scripts) {

    private static final String FOLDER = "db/migration";
    private static final Pattern VERSION = Pattern.compile(".*/V([0-9]+)__[^/]*\\.sql");

    /** Copies the list. */
    public SchemaScripts {
        scripts = List.copyOf(scripts);
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
        return scripts.isEmpty() ? Optional.empty() : Optional.of(new SchemaScripts(history, scripts));
    }

    /** Those of the platform's own tables, which come before all others. */
    public static SchemaScripts ofThisBundle() {
        return new SchemaScripts("core", Migrations.ofThisBundle());
    }

    /** The version of the last one. */
    public int newest() {
        return scripts.stream()
                .map(script -> VERSION.matcher(script.getPath()))
                .filter(Matcher::matches)
                .mapToInt(version -> Integer.parseInt(version.group(1)))
                .max()
                .orElse(0);
    }

    private static String header(Bundle bundle, String name) {
        String value = bundle.getHeaders("").get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }
}
