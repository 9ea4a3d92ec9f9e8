package de.kreiswerk.launcher.run;

import de.kreiswerk.launcher.cli.Refusal;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The file {@code conf/framework.properties}: start levels, and everything else goes to the framework as it is. */
final class FrameworkConfiguration {

    private final Properties file;
    private final StartLevels startLevels;

    private FrameworkConfiguration(Properties file, StartLevels startLevels) {
        this.file = file;
        this.startLevels = startLevels;
    }

    static FrameworkConfiguration read(Path path) throws Refusal {
        Properties file = new Properties();
        try (Reader reader = Files.newBufferedReader(path)) {
            file.load(reader);
            return new FrameworkConfiguration(file, StartLevels.of(file));
        } catch (IOException e) {
            throw Refusal.failed(
                    "Die Datei " + path + " kann nicht gelesen werden; die Distribution ist unvollständig.",
                    "The file " + path + " cannot be read; the distribution is incomplete.");
        } catch (IllegalArgumentException e) {
            throw Refusal.failed(
                    "Die Datei " + path + " hat einen Fehler bei „" + e.getMessage() + "“.",
                    "The file " + path + " has a mistake at '" + e.getMessage() + "'.");
        }
    }

    StartLevels startLevels() {
        return startLevels;
    }

    /** Without the blanks around it, which nobody sees in the file; null when it is not there. */
    String get(String name) {
        String value = file.getProperty(name);
        return value == null ? null : value.strip();
    }

    /** The properties for the framework: those of the file, in which {@code ${name}} means a given one, and the given. */
    Map<String, String> properties(Map<String, String> given) {
        Map<String, String> all = new TreeMap<>();
        for (String name : file.stringPropertyNames()) {
            if (!StartLevels.isLevel(name)) {
                all.put(name, filled(get(name), given));
            }
        }
        all.putAll(given);
        return all;
    }

    private static String filled(String value, Map<String, String> given) {
        String result = value;
        for (Map.Entry<String, String> entry : given.entrySet()) {
            result = result.replace("${" + entry.getKey() + "}", entry.getValue());
        }
        return result;
    }
}
