package de.kreiswerk.core.persistence.settings;

import de.kreiswerk.core.api.settings.Setting;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settings that lie over those of the database: of a file, and over these those of the environment variable {@code
 * KREISWERK_SETTINGS}. Both hold lines {@code PID/key=value}; in the variable a semicolon may end a line.
 *
 * @param byPid the PID to its keys and values
 * @param environment those of them that the environment determines
 */
record Overrides(Map<String, Map<String, String>> byPid, Map<String, Map<String, String>> environment) {

    static final String VARIABLE = "KREISWERK_SETTINGS";

    private static final Logger LOG = LoggerFactory.getLogger(Overrides.class);

    static Overrides read(Map<String, String> environment, Path file) throws IOException {
        Map<String, Map<String, String>> found = new TreeMap<>();
        if (Files.isRegularFile(file)) {
            collect(text(file), file.toString(), found);
        }
        Map<String, Map<String, String>> fromVariable = new TreeMap<>();
        collect(environment.getOrDefault(VARIABLE, "").replace(';', '\n'), VARIABLE, fromVariable);
        fromVariable.forEach((pid, values) ->
                found.computeIfAbsent(pid, any -> new TreeMap<>()).putAll(values));
        return new Overrides(found, fromVariable);
    }

    /** Who determines past the database that there is such a configuration; empty when nobody does. */
    Optional<Setting.Source> source(String pid) {
        if (environment.containsKey(pid)) {
            return Optional.of(Setting.Source.ENVIRONMENT);
        }
        return has(pid) ? Optional.of(Setting.Source.FILE) : Optional.empty();
    }

    /** Who determines a value past the database; empty when nobody does. */
    Optional<Setting.Source> source(String pid, String key) {
        if (environment.getOrDefault(pid, Map.of()).containsKey(key)) {
            return Optional.of(Setting.Source.ENVIRONMENT);
        }
        return byPid.getOrDefault(pid, Map.of()).containsKey(key) ? Optional.of(Setting.Source.FILE) : Optional.empty();
    }

    /** Null when the database may say. */
    String value(String pid, String key) {
        return byPid.getOrDefault(pid, Map.of()).get(key);
    }

    Set<String> keys(String pid) {
        return Set.copyOf(byPid.getOrDefault(pid, Map.of()).keySet());
    }

    boolean has(String pid) {
        return byPid.containsKey(pid);
    }

    Set<String> pids() {
        return byPid.keySet();
    }

    Dictionary<String, Object> over(String pid, Dictionary<String, Object> stored) {
        Map<String, String> set = byPid.get(pid);
        if (set != null) {
            Pids.note(stored, pid);
            set.forEach(stored::put);
        }
        return stored;
    }

    Dictionary<String, Object> without(String pid, Dictionary<?, ?> properties) {
        Map<String, String> set = byPid.getOrDefault(pid, Map.of());
        Dictionary<String, Object> own = new Hashtable<>();
        for (Object key : Collections.list(properties.keys())) {
            if (!set.containsKey(String.valueOf(key))) {
                own.put(String.valueOf(key), properties.get(key));
            }
        }
        return own;
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            throw noSettings(file.toString(), e);
        }
    }

    private static IOException noSettings(String source, Exception cause) {
        return new IOException(source + " does not hold lines PID/key=value in UTF-8: " + cause.getMessage(), cause);
    }

    private static void collect(String lines, String source, Map<String, Map<String, String>> found)
            throws IOException {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(lines));
            // The names only: what is set may be a secret.
            Backslashes.notMeantIn(lines, properties)
                    .forEach(name -> LOG.warn(
                            "{}: a backslash in {} was dropped, became a tab or a line break with the letter behind it, or took in"
                                    + " the next line; write \\\\ for a backslash",
                            source,
                            name));
        } catch (IOException | IllegalArgumentException e) {
            throw noSettings(source, e);
        }
        for (String name : properties.stringPropertyNames()) {
            int slash = name.indexOf('/');
            if (slash <= 0 || slash == name.length() - 1) {
                throw new IOException(source + ": a setting is named PID/key, not '" + name + "'");
            }
            found.computeIfAbsent(name.substring(0, slash), any -> new TreeMap<>())
                    .put(name.substring(slash + 1), properties.getProperty(name));
        }
    }
}
