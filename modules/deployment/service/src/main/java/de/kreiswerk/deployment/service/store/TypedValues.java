package de.kreiswerk.deployment.service.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Configurations as JSON, with the types of their values: {@code {"PID":{"KEY":{"type":"Integer","many":"","values":["5"]}}}}. */
public final class TypedValues {

    private static final TypeReference<Map<String, Map<String, Value>>> ALL = new TypeReference<>() {};

    private TypedValues() {}

    /** One value; {@code many} is empty, "array" or "list". */
    record Value(String type, String many, List<String> values) {}

    /** As JSON. */
    public static String write(Map<String, Map<String, Object>> configurations) {
        Map<String, Map<String, Value>> all = new TreeMap<>();
        configurations.forEach((pid, values) -> {
            Map<String, Value> written = new TreeMap<>();
            values.forEach((key, value) -> written.put(key, value(value)));
            all.put(pid, written);
        });
        try {
            return Json.MAPPER.writeValueAsString(all);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Configurations cannot be written", e);
        }
    }

    /** From JSON. */
    public static Map<String, Map<String, Object>> read(String json) {
        try {
            Map<String, Map<String, Object>> configurations = new TreeMap<>();
            Json.MAPPER.readValue(json, ALL).forEach((pid, values) -> {
                Map<String, Object> read = new TreeMap<>();
                values.forEach((key, value) -> read.put(key, object(value)));
                configurations.put(pid, read);
            });
            return configurations;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Configurations cannot be read", e);
        }
    }

    private static Value value(Object value) {
        if (value instanceof Collection<?> several) {
            List<?> list = List.copyOf(several);
            return new Value(type(list.isEmpty() ? String.class : list.get(0).getClass()), "list", texts(list));
        }
        if (value.getClass().isArray()) {
            List<?> list = IntStream.range(0, Array.getLength(value))
                    .mapToObj(i -> Array.get(value, i))
                    .toList();
            Class<?> item = value.getClass().getComponentType();
            return new Value(item.isPrimitive() ? item.getName() : type(item), "array", texts(list));
        }
        return new Value(type(value.getClass()), "", List.of(value.toString()));
    }

    private static List<String> texts(List<?> values) {
        return values.stream().map(Object::toString).toList();
    }

    private static String type(Class<?> type) {
        return type.getSimpleName();
    }

    private static Object object(Value value) {
        Class<?> type = type(value.type());
        if (value.many().isEmpty()) {
            return parse(value.type(), value.values().get(0));
        }
        if (value.many().equals("list")) {
            List<Object> list = new ArrayList<>();
            value.values().forEach(text -> list.add(parse(value.type(), text)));
            return list;
        }
        Object array = Array.newInstance(type, value.values().size());
        for (int i = 0; i < value.values().size(); i++) {
            Array.set(array, i, parse(value.type(), value.values().get(i)));
        }
        return array;
    }

    private static Class<?> type(String name) {
        return switch (name) {
            case "Boolean" -> Boolean.class;
            case "Byte" -> Byte.class;
            case "Character" -> Character.class;
            case "Double" -> Double.class;
            case "Float" -> Float.class;
            case "Integer" -> Integer.class;
            case "Long" -> Long.class;
            case "Short" -> Short.class;
            case "boolean" -> boolean.class;
            case "byte" -> byte.class;
            case "char" -> char.class;
            case "double" -> double.class;
            case "float" -> float.class;
            case "int" -> int.class;
            case "long" -> long.class;
            case "short" -> short.class;
            default -> String.class;
        };
    }

    private static Object parse(String type, String text) {
        return switch (type) {
            case "Boolean", "boolean" -> Boolean.valueOf(text);
            case "Byte", "byte" -> Byte.valueOf(text);
            case "Character", "char" -> text.charAt(0);
            case "Double", "double" -> Double.valueOf(text);
            case "Float", "float" -> Float.valueOf(text);
            case "Integer", "int" -> Integer.valueOf(text);
            case "Long", "long" -> Long.valueOf(text);
            case "Short", "short" -> Short.valueOf(text);
            default -> text;
        };
    }
}
