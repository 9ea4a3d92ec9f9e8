package de.kreiswerk.runtime.bench.face;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * One published paper under other ids, numbers and names, as often as wanted. The ids grow, as the platform's own do, so that
 * the number of a copy is its place in the list.
 */
final class Copies {

    private final String paper;
    private final List<String> ids;
    private final String reference;
    private final String slug;
    private final String name;

    /** The ids are all those that belong to the paper alone, its own first; number 0 is the paper itself. */
    Copies(List<String> ids, String reference, String slug, String name) {
        this.paper = ids.get(0);
        this.ids = ids;
        this.reference = reference;
        this.slug = slug;
        this.name = name;
    }

    String paper(int number) {
        return number == 0 ? paper : id(paper, 0, number);
    }

    /** A copy's rows. */
    List<Row> of(List<Row> rows, int number) {
        if (number == 0) {
            return rows;
        }
        Map<String, String> renamings = renamings(number);
        return rows.stream()
                .map(row -> new Row(
                        row.insert(),
                        row.values().stream()
                                .map(value -> renamed(value, renamings))
                                .toList()))
                .toList();
    }

    private Map<String, String> renamings(int number) {
        Map<String, String> renamings = new LinkedHashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            renamings.put(ids.get(i), id(ids.get(i), i, number));
        }
        renamings.put(reference, lastDigits(reference, number));
        renamings.put(slug, lastDigits(slug, number));
        String place = " in der Gemeinde ";
        renamings.put(name, name + place + number);
        // What a search looks in is in lower case.
        renamings.put(name.toLowerCase(Locale.GERMAN), (name + place).toLowerCase(Locale.GERMAN) + number);
        return renamings;
    }

    private static String lastDigits(String of, int number) {
        return of.replaceFirst("\\d{6}$", "%06d".formatted(number));
    }

    private static Object renamed(Object value, Map<String, String> renamings) {
        if (value instanceof UUID id) {
            return UUID.fromString(renamings.getOrDefault(id.toString(), id.toString()));
        }
        if (value instanceof byte[] bytes) {
            return ((String) renamed(new String(bytes, StandardCharsets.UTF_8), renamings))
                    .getBytes(StandardCharsets.UTF_8);
        }
        if (value instanceof String text) {
            String renamed = text;
            for (Map.Entry<String, String> renaming : renamings.entrySet()) {
                renamed = renamed.replace(renaming.getKey(), renaming.getValue());
            }
            return renamed;
        }
        return value;
    }

    /** Of the same kind, as if it had come that many hundredths of a second later. */
    private static String id(String of, int which, int number) {
        UUID id = UUID.fromString(of);
        long millis = (id.getMostSignificantBits() >>> 16) + number * 10L;
        long high = (millis << 16) | 0x7000L | (id.getMostSignificantBits() & 0x0FFFL);
        return new UUID(high, id.getLeastSignificantBits() + which).toString();
    }
}
