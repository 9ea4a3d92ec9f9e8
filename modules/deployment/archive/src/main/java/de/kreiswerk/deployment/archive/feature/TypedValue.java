package de.kreiswerk.deployment.archive.feature;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiswerk.deployment.archive.refusal.BadArchive;
import de.kreiswerk.deployment.archive.refusal.Quoted;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A value of a configuration with its type (Compendium, section 150.3.3). */
final class TypedValue {

    private static final Map<String, Class<?>> TYPES = Map.of(
            "String", String.class,
            "Boolean", Boolean.class,
            "Integer", Integer.class,
            "Long", Long.class,
            "Double", Double.class,
            "Float", Float.class,
            "Short", Short.class,
            "Byte", Byte.class,
            "Character", Character.class);

    private static final Pattern COLLECTION = Pattern.compile("Collection<(\\w+)>");
    private static final String ARRAY = "[]";

    private TypedValue() {}

    static Object read(String type, JsonNode value, String place) throws BadArchive {
        Matcher collection = COLLECTION.matcher(type);
        if (collection.matches()) {
            return List.copyOf(items(collection.group(1), value, place));
        }
        if (type.endsWith(ARRAY)) {
            return array(type.substring(0, type.length() - ARRAY.length()), value, place);
        }
        if (!type.isEmpty()) {
            return scalar(type, value, place);
        }
        if (value.isArray()) {
            return array(value.isEmpty() ? "String" : natural(value.get(0)), value, place);
        }
        return value.isObject() ? value.toString() : scalar(natural(value), value, place);
    }

    /** Without a type a number is a Long or a Double, as the specification says. */
    private static String natural(JsonNode value) {
        if (value.isBoolean()) {
            return "Boolean";
        }
        if (value.isNumber()) {
            return value.isIntegralNumber() ? "Long" : "Double";
        }
        return "String";
    }

    private static Object array(String type, JsonNode value, String place) throws BadArchive {
        List<Object> items = items(type, value, place);
        Object array = Array.newInstance(TYPES.get(type), items.size());
        for (int i = 0; i < items.size(); i++) {
            Array.set(array, i, items.get(i));
        }
        return array;
    }

    private static List<Object> items(String type, JsonNode value, String place) throws BadArchive {
        List<Object> items = new ArrayList<>();
        for (JsonNode each : value.isArray() ? value : List.of(value)) {
            items.add(scalar(type, each, place));
        }
        if (!TYPES.containsKey(type)) {
            throw bad(place);
        }
        return items;
    }

    private static Object scalar(String type, JsonNode value, String place) throws BadArchive {
        if (!TYPES.containsKey(type) || !value.isValueNode() || value.isNull()) {
            throw bad(place);
        }
        try {
            return converted(type, value.asText()).orElseThrow(() -> bad(place));
        } catch (NumberFormatException | ArithmeticException e) {
            throw bad(place);
        }
    }

    private static Optional<Object> converted(String type, String text) {
        return switch (type) {
            case "String" -> Optional.of(text);
            case "Boolean" ->
                List.of("true", "false").contains(text) ? Optional.of(Boolean.valueOf(text)) : Optional.empty();
            case "Character" -> text.length() == 1 ? Optional.of(text.charAt(0)) : Optional.empty();
            case "Integer" -> Optional.of(new BigDecimal(text).intValueExact());
            case "Long" -> Optional.of(new BigDecimal(text).longValueExact());
            case "Short" -> Optional.of(new BigDecimal(text).shortValueExact());
            case "Byte" -> Optional.of(new BigDecimal(text).byteValueExact());
            case "Float" -> Optional.of(Float.valueOf(text));
            default -> Optional.of(Double.valueOf(text));
        };
    }

    private static BadArchive bad(String place) {
        return StrictJson.bad(
                "der Wert von „" + Quoted.of(place) + "“ passt nicht zu seinem Typ",
                "the value of '" + Quoted.of(place) + "' does not fit its type");
    }
}
