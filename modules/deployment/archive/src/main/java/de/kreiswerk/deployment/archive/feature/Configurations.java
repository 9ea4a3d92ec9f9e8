package de.kreiswerk.deployment.archive.feature;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiswerk.deployment.archive.refusal.BadArchive;
import de.kreiswerk.deployment.archive.refusal.Quoted;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads configurations as the Configurator writes them (Compendium, chapter 150): {@code "key:Type": value}. */
final class Configurations {

    private static final Pattern PID = Pattern.compile("[A-Za-z0-9_.-]{1,150}(~[A-Za-z0-9_.-]{1,100})?");

    /** Keys for the Configurator alone, such as its ranking. */
    private static final String CONFIGURATOR = ":configurator:";

    /** What the platform keeps, so that a switch can be taken back, it keeps as text, with a type at each value. */
    private static final int LARGEST = 48 * 1024;

    private static final int MOST = 500;

    private Configurations() {}

    static Map<String, Map<String, Object>> read(JsonNode configurations) throws BadArchive {
        Map<String, Map<String, Object>> read = new LinkedHashMap<>();
        if (configurations.isMissingNode()) {
            return read;
        }
        for (Map.Entry<String, JsonNode> each :
                new Json(configurations, "configurations").node().properties()) {
            if (!PID.matcher(each.getKey()).matches()) {
                throw StrictJson.bad(
                        "„" + Quoted.of(each.getKey()) + "“ ist keine PID",
                        "'" + Quoted.of(each.getKey()) + "' is no PID");
            }
            read.put(each.getKey(), values(new Json(each.getValue(), each.getKey())));
        }
        if (configurations.toString().length() > LARGEST
                || read.values().stream().mapToInt(Map::size).sum() > MOST) {
            throw StrictJson.bad(
                    "„configurations“ hat mehr als " + MOST + " Werte oder " + LARGEST / 1024 + " KiB",
                    "'configurations' has more than " + MOST + " values or " + LARGEST / 1024 + " KiB");
        }
        return read;
    }

    private static Map<String, Object> values(Json configuration) throws BadArchive {
        Map<String, Object> values = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        for (Map.Entry<String, JsonNode> each : configuration.node().properties()) {
            if (each.getKey().startsWith(CONFIGURATOR)) {
                continue;
            }
            int colon = each.getKey().lastIndexOf(':');
            String key = colon < 0 ? each.getKey() : each.getKey().substring(0, colon);
            String type = colon < 0 ? "" : each.getKey().substring(colon + 1);
            String place = configuration.at(each.getKey());
            // Configuration Admin keeps keys without regard to their case.
            if (key.isBlank() || !seen.add(key.toLowerCase(Locale.ROOT))) {
                throw StrictJson.bad(
                        "„" + Quoted.of(place) + "“ steht zweimal da oder ist leer",
                        "'" + Quoted.of(place) + "' stands there twice or is empty");
            }
            values.put(key, TypedValue.read(type, each.getValue(), place));
        }
        return Collections.unmodifiableMap(values);
    }
}
