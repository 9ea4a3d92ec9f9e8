package de.kreiswerk.audit.rest;

import de.kreiswerk.audit.api.TrailQuery;
import de.kreiswerk.core.api.audit.AuditEvent.Outcome;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.restkit.RestRequests;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.ws.rs.QueryParam;

/** Which records are wanted, as an address says it. */
public final class QueryParameters {

    private static final int LONGEST = 200;
    private static final int LONGEST_TEXT = 100;
    private static final int LONGEST_TIME = 40;

    private static final int LONGEST_SHOWN = 40;

    private static final List<String> NAMES =
            List.of("since", "until", "area", "action", "objectType", "objectId", "department", "outcome", "text");

    @QueryParam("since")
    String since;

    @QueryParam("until")
    String until;

    @QueryParam("area")
    String area;

    @QueryParam("action")
    String action;

    @QueryParam("objectType")
    String objectType;

    @QueryParam("objectId")
    String objectId;

    @QueryParam("department")
    String department;

    @QueryParam("outcome")
    String outcome;

    @QueryParam("text")
    String text;

    /** Refuses what is none of them, and what says nothing: without it, more would fit than was meant. */
    static void mustNarrow(Map<String, List<String>> parameters) {
        parameters.forEach((name, values) -> {
            mustKnow(name);
            if (values.stream().anyMatch(String::isBlank)) {
                throw RestRequests.malformed(
                        "parameter-malformed",
                        new Text(
                                "Der Parameter „" + name
                                        + "“ ist leer. Lassen Sie ihn weg, oder nennen Sie einen Wert.",
                                "The parameter '" + name + "' is empty. Leave it out, or give it a value."));
            }
        });
    }

    private static void mustKnow(String name) {
        if (!NAMES.contains(name)) {
            String shown = name.length() > LONGEST_SHOWN ? name.substring(0, LONGEST_SHOWN) + "…" : name;
            String all = String.join(", ", NAMES);
            throw RestRequests.malformed(
                    "parameter-unknown",
                    new Text(
                            "Den Parameter „" + shown + "“ gibt es nicht. Diese gibt es: " + all + ".",
                            "There is no parameter '" + shown + "'. There are: " + all + "."));
        }
    }

    TrailQuery query(String after, int limit) {
        return new TrailQuery(
                time("since", since),
                time("until", until),
                RestRequests.text("area", area, LONGEST),
                RestRequests.text("action", action, LONGEST),
                RestRequests.text("objectType", objectType, LONGEST),
                RestRequests.text("objectId", objectId, LONGEST),
                RestRequests.text("department", department, LONGEST),
                outcome(),
                RestRequests.text("text", text, LONGEST_TEXT),
                after,
                limit);
    }

    private static Instant time(String name, String value) {
        String time = RestRequests.text(name, value, LONGEST_TIME);
        if (time == null) {
            return null;
        }
        try {
            // Years of more than four digits are mistyped, and no database has them.
            if (time.matches("\\d{4}-.*")) {
                return OffsetDateTime.parse(time).toInstant();
            }
        } catch (DateTimeParseException e) {
            // Told below.
        }
        throw RestRequests.malformed(
                "parameter-malformed",
                new Text(
                        "Der Parameter „" + name
                                + "“ ist ein Zeitpunkt mit Zeitzone, wie 2026-11-27T08:00:00Z. In Adressen wird aus + ein %2B.",
                        "The parameter '" + name
                                + "' is a time with its zone, such as 2026-11-27T08:00:00Z. In addresses + becomes %2B."));
    }

    private Outcome outcome() {
        if (outcome == null || outcome.isBlank()) {
            return null;
        }
        return Stream.of(Outcome.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(outcome))
                .findFirst()
                .orElseThrow(() -> RestRequests.malformed(
                        "parameter-malformed",
                        new Text(
                                "Der Parameter „outcome“ ist success, denied oder failed.",
                                "The parameter 'outcome' is success, denied or failed.")));
    }
}
