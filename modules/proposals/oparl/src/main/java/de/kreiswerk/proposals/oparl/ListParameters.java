package de.kreiswerk.proposals.oparl;

import de.kreiswerk.core.api.publication.PublicQuery;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a client asks of a list. In a canonical address the parameters are in the order of their names. */
final class ListParameters {

    static final int MOST = 100;

    private static final String AFTER = "after";
    private static final String CREATED_SINCE = "created_since";
    private static final String CREATED_UNTIL = "created_until";
    private static final String LIMIT = "limit";
    private static final String MODIFIED_SINCE = "modified_since";
    private static final String MODIFIED_UNTIL = "modified_until";
    private static final String OMIT_INTERNAL = "omit_internal";
    private static final List<String> KNOWN =
            List.of(AFTER, CREATED_SINCE, CREATED_UNTIL, LIMIT, MODIFIED_SINCE, MODIFIED_UNTIL, OMIT_INTERNAL);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");
    /** Fractions are what browsers write. A blank before the offset is a plus that nobody encoded. */
    private static final Pattern DATE_TIME =
            Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2})(?:\\.[0-9]{1,9})?"
                    + "(?:(Z)|([+ -])([0-9]{2}:[0-9]{2}))");

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,400}");
    /** Consultations of the first version have the id of their paper and their place in it. */
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(-[0-9]{1,5})?");

    private final Map<String, OffsetDateTime> times = new TreeMap<>();
    private String after;
    private int limit = MOST;
    private boolean omitInternal;
    private boolean canonical;

    private ListParameters() {}

    /** Reads a query as it came, null included. */
    static ListParameters of(String query) {
        ListParameters parameters = new ListParameters();
        List<String> given = new ArrayList<>();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
                if (!KNOWN.contains(name)) {
                    throw OparlProblems.unknownParameter(name, KNOWN);
                }
                if (given.stream().anyMatch(other -> other.startsWith(name + "="))) {
                    throw OparlProblems.repeated(name);
                }
                parameters.take(name, value);
                given.add(name + "=" + (parameters.times.containsKey(name) ? "" : value));
            }
        }
        parameters.canonical = given.equals(parameters.values(parameters.after).entrySet().stream()
                .map(known ->
                        known.getKey() + "=" + (parameters.times.containsKey(known.getKey()) ? "" : known.getValue()))
                .toList());
        return parameters;
    }

    private void take(String name, String value) {
        switch (name) {
            case AFTER -> {
                if (!KEY.matcher(value).matches()) {
                    throw OparlProblems.notAKey(name);
                }
                after = value;
            }
            case LIMIT -> limit = limit(value);
            case OMIT_INTERNAL -> {
                if (!value.equals("true") && !value.equals("false")) {
                    throw OparlProblems.notTrueOrFalse(name);
                }
                omitInternal = value.equals("true");
            }
            default -> times.put(name, time(name, value));
        }
    }

    /** A wish: more than a page holds gives a full page. */
    private static int limit(String value) {
        if (!NUMBER.matcher(value).matches() || value.chars().allMatch(digit -> digit == '0')) {
            throw OparlProblems.notALimit(LIMIT, MOST);
        }
        String digits = value.replaceFirst("^0+", "");
        return digits.length() > 3 ? MOST : Math.min(Integer.parseInt(digits), MOST);
    }

    private static OffsetDateTime time(String name, String value) {
        Matcher parts = DATE_TIME.matcher(value);
        if (!parts.matches()) {
            throw OparlProblems.notADateTime(name);
        }
        String sign = " ".equals(parts.group(3)) ? "+" : parts.group(3);
        String offset = parts.group(2) != null ? "+00:00" : sign + parts.group(4);
        try {
            return OffsetDateTime.parse(parts.group(1) + offset);
        } catch (DateTimeException e) {
            throw OparlProblems.notADateTime(name);
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw OparlProblems.badlyEncoded();
        }
    }

    /** Whether the address has each parameter in its place and none for nothing. How times are encoded does not matter. */
    boolean canonical() {
        return canonical;
    }

    boolean omitInternal() {
        return omitInternal;
    }

    int limit() {
        return limit;
    }

    /** The query of this page. */
    String query() {
        return query(after);
    }

    /** The query of the page that begins behind a key, null for the first; with the question mark, empty without parameters. */
    String query(String key) {
        Map<String, String> values = values(key);
        return values.isEmpty()
                ? ""
                : values.entrySet().stream()
                        .map(value ->
                                value.getKey() + "=" + URLEncoder.encode(value.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private Map<String, String> values(String key) {
        Map<String, String> values = new TreeMap<>();
        times.forEach((name, time) -> values.put(name, TIME.format(time)));
        if (key != null) {
            values.put(AFTER, key);
        }
        if (limit != MOST) {
            values.put(LIMIT, Integer.toString(limit));
        }
        if (omitInternal) {
            values.put(OMIT_INTERNAL, "true");
        }
        return values;
    }

    /**
     * The query to the read model, for one object more than the page holds. Deleted objects are for those who keep a copy up
     * to date.
     */
    PublicQuery of(String list, int more) {
        return new PublicQuery(
                list,
                Set.of(),
                after,
                false,
                limit + more,
                since(CREATED_SINCE),
                before(CREATED_UNTIL),
                since(MODIFIED_SINCE),
                before(MODIFIED_UNTIL),
                times.containsKey(MODIFIED_SINCE),
                null);
    }

    private Instant since(String name) {
        OffsetDateTime time = times.get(name);
        return time == null ? null : known(time.toInstant());
    }

    /** Times are shown in whole seconds, so that the whole last second belongs to it. */
    private Instant before(String name) {
        OffsetDateTime time = times.get(name);
        return time == null ? null : known(time.toInstant().plus(1, ChronoUnit.SECONDS));
    }

    /** Nothing is older; databases differ in what they make of the year 0. */
    private static Instant known(Instant instant) {
        return instant.isBefore(Instant.EPOCH) ? Instant.EPOCH : instant;
    }
}
