package de.kreiswerk.audit.web.console;

import de.kreiswerk.audit.api.TrailQuery;
import de.kreiswerk.core.api.text.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Which records are wanted, as an address or a form says it.
 *
 * @param values field to what was typed, in the order of the form; empty where nothing was
 * @param errors field to what is wrong with it, in the same order
 */
public record TrailFilter(Map<String, String> values, Map<String, Text> errors) {

    public static final String SINCE = "von";
    public static final String UNTIL = "bis";
    public static final String AREA = "bereich";
    public static final String ACTION = "aktion";
    public static final String OBJECT_TYPE = "objekttyp";
    public static final String OBJECT = "objekt";
    public static final String DEPARTMENT = "fachbereich";
    public static final String OUTCOME = "ausgang";
    public static final String TEXT = "text";

    /** The position behind which the page begins; no field of the form. */
    public static final String AFTER = "nach";

    static final int LONGEST = 200;
    static final int LONGEST_TEXT = 100;

    private static final List<String> FIELDS =
            List.of(SINCE, UNTIL, AREA, ACTION, OBJECT_TYPE, OBJECT, DEPARTMENT, OUTCOME, TEXT);

    /** A year of more than four digits is mistyped. */
    private static final int LENGTH_OF_DAY = 10;

    /** Reads. */
    static TrailFilter of(UnaryOperator<String> typed) {
        Map<String, String> values = new LinkedHashMap<>();
        FIELDS.forEach(field -> values.put(field, typed.apply(field).strip()));
        values.put(AFTER, typed.apply(AFTER).strip());
        Map<String, Text> errors = new LinkedHashMap<>();
        values.forEach((field, value) -> {
            Text wrong = wrong(field, value);
            if (wrong != null) {
                errors.put(field, wrong);
            }
        });
        LocalDate since = day(values.get(SINCE));
        LocalDate until = day(values.get(UNTIL));
        if (since != null && until != null && since.isAfter(until)) {
            errors.put(UNTIL, AuditTexts.ERROR_ORDER);
        }
        return new TrailFilter(values, errors);
    }

    private static Text wrong(String field, String value) {
        if (value.length() > (field.equals(TEXT) ? LONGEST_TEXT : LONGEST)) {
            return field.equals(AFTER)
                    ? AuditTexts.ERROR_AFTER
                    : field.equals(TEXT) ? AuditTexts.ERROR_TEXT : AuditTexts.ERROR_LONG;
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            return AuditTexts.ERROR_SIGNS;
        }
        return switch (field) {
            case SINCE, UNTIL -> value.isEmpty() || day(value) != null ? null : AuditTexts.ERROR_DAY;
            case OUTCOME -> value.isEmpty() || Ending.named(value).isPresent() ? null : AuditTexts.ERROR_OUTCOME;
            default -> null;
        };
    }

    /** Null when it is none. */
    private static LocalDate day(String value) {
        try {
            return value.length() == LENGTH_OF_DAY ? LocalDate.parse(value) : null;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** The same, and the position is wrong. */
    TrailFilter withoutPosition() {
        return new TrailFilter(values, Map.of(AFTER, AuditTexts.ERROR_AFTER));
    }

    boolean isRight() {
        return errors.isEmpty();
    }

    /** What was typed. */
    public String value(String field) {
        return values.get(field);
    }

    /** Whether it asks for everything about one object, and for nothing else. */
    public boolean isObject() {
        return !value(OBJECT_TYPE).isEmpty()
                && !value(OBJECT).isEmpty()
                && FIELDS.stream()
                        .filter(field -> !field.equals(OBJECT_TYPE) && !field.equals(OBJECT))
                        .allMatch(field -> value(field).isEmpty());
    }

    /** Whether it asks for nothing in particular. */
    public boolean isEmpty() {
        return FIELDS.stream().allMatch(field -> value(field).isEmpty());
    }

    /** What a form sends along that asks for the same, without the position. */
    public Map<String, String> sent() {
        Map<String, String> sent = new LinkedHashMap<>();
        FIELDS.stream().filter(field -> !value(field).isEmpty()).forEach(field -> sent.put(field, value(field)));
        return sent;
    }

    /** The address of the newest records. */
    String newest() {
        return address(sent());
    }

    /** The address of the records behind a position. */
    String behind(String position) {
        Map<String, String> parts = sent();
        parts.put(AFTER, position);
        return address(parts);
    }

    private static String address(Map<String, String> parts) {
        return Places.SEARCH
                + (parts.isEmpty() ? "" : "?")
                + parts.entrySet().stream()
                        .map(part -> part.getKey() + "=" + Places.encoded(part.getValue()))
                        .collect(Collectors.joining("&"));
    }

    /** What the service is asked; only when nothing is wrong. */
    TrailQuery query(int limit) {
        LocalDate until = day(value(UNTIL));
        return new TrailQuery(
                midnight(day(value(SINCE))),
                midnight(until == null ? null : until.plusDays(1)),
                given(AREA),
                given(ACTION),
                given(OBJECT_TYPE),
                given(OBJECT),
                given(DEPARTMENT),
                Ending.named(value(OUTCOME)).map(Ending::outcome).orElse(null),
                given(TEXT),
                given(AFTER),
                limit);
    }

    private String given(String field) {
        return value(field).isEmpty() ? null : value(field);
    }

    private static Instant midnight(LocalDate day) {
        return day == null ? null : day.atStartOfDay(Moments.COUNTY).toInstant();
    }
}
