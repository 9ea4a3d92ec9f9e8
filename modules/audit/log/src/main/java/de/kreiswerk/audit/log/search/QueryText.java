package de.kreiswerk.audit.log.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreiswerk.audit.api.TrailQuery;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What was asked for, in words of the interface. */
final class QueryText {

    private static final ObjectMapper JSON = new ObjectMapper();

    private QueryText() {}

    /** Only what was asked for. */
    static Map<String, String> parts(TrailQuery query) {
        Map<String, String> parts = new LinkedHashMap<>();
        put(parts, "since", query.since());
        put(parts, "until", query.until());
        put(parts, "area", query.area());
        put(parts, "action", query.action());
        put(parts, "objectType", query.objectType());
        put(parts, "objectId", query.objectId());
        put(parts, "department", query.department());
        put(
                parts,
                "outcome",
                query.outcome() == null ? null : query.outcome().name().toLowerCase(Locale.ROOT));
        put(parts, "text", query.text());
        return parts;
    }

    /** The same as it may stand in the trail: whoever types a name shall not write it there for good. */
    static Map<String, String> recorded(TrailQuery query) {
        Map<String, String> recorded = parts(query);
        recorded.replace("text", "…");
        return recorded;
    }

    static String json(TrailQuery query, Instant made) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("made", made.toString());
        file.put("query", parts(query));
        try {
            return JSON.writeValueAsString(file) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Text can be written as JSON", e);
        }
    }

    private static void put(Map<String, String> parts, String name, Object value) {
        if (value != null) {
            parts.put(name, value.toString());
        }
    }
}
