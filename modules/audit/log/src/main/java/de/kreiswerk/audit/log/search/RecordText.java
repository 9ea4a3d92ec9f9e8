package de.kreiswerk.audit.log.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import de.kreiswerk.audit.api.TrailRecord;
import de.kreiswerk.core.api.audit.AuditEvent.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads what a record says out of its canonical text. */
final class RecordText {

    private static final ObjectReader JSON = new ObjectMapper().readerFor(JsonNode.class);

    private static final int LONGEST_DEPARTMENT = 1000;
    private static final int LONGEST_WORDS = 100_000;

    private final long sequence;
    private final JsonNode record;

    private RecordText(long sequence, JsonNode record) {
        this.sequence = sequence;
        this.record = record;
    }

    /** What a record says of a person, as it is kept. */
    record Sealed(String subject, String name, String ciphertext) {}

    static RecordText of(long sequence, String canonical) {
        try {
            return new RecordText(sequence, JSON.readTree(canonical));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The record " + sequence + " is no JSON", e);
        }
    }

    String text(String name) {
        return record.path(name).asText("");
    }

    /** Null when it was done in no department's name. */
    String department() {
        return record.path("department").asText(null);
    }

    /** As it is looked for: no record may be one that the index cannot take. */
    String departmentInIndex() {
        String department = department();
        return department == null ? null : storable(department, LONGEST_DEPARTMENT);
    }

    /** PostgreSQL has no NUL in texts, and a column has a width. */
    private static String storable(String text, int longest) {
        String clean = text.replace('\0', '\uFFFD');
        return clean.length() <= longest ? clean : clean.substring(0, longest);
    }

    Outcome outcome() {
        return Outcome.valueOf(text("outcome").toUpperCase(Locale.ROOT));
    }

    String objectType() {
        return record.path("object").path("type").asText("");
    }

    String objectId() {
        return record.path("object").path("id").asText("");
    }

    SortedMap<String, String> details() {
        SortedMap<String, String> details = new TreeMap<>();
        record.path("details")
                .fields()
                .forEachRemaining(
                        each -> details.put(each.getKey(), each.getValue().asText()));
        return details;
    }

    List<Sealed> personal() {
        List<Sealed> personal = new ArrayList<>();
        record.path("personal")
                .fields()
                .forEachRemaining(subject -> subject.getValue()
                        .fields()
                        .forEachRemaining(field -> personal.add(new Sealed(
                                subject.getKey(),
                                field.getKey(),
                                field.getValue().asText()))));
        return personal;
    }

    /** What a search for a text looks in, a line each, in small letters. */
    String words() {
        List<String> words = new ArrayList<>(List.of(text("action"), objectType(), objectId(), text("request")));
        if (department() != null) {
            words.add(department());
        }
        words.addAll(details().values());
        return storable(String.join("\n", words).toLowerCase(Locale.ROOT), LONGEST_WORDS);
    }

    TrailRecord record(List<TrailRecord.Personal> persons) {
        JsonNode actor = record.path("actor");
        return new TrailRecord(
                sequence,
                text("id"),
                Instant.parse(text("time")),
                text("area"),
                text("action"),
                objectType(),
                objectId(),
                department(),
                outcome(),
                actor.path("subject").asText(""),
                actor.path("method").asText(""),
                text("request"),
                Collections.unmodifiableMap(details()),
                persons);
    }

    /** The columns by which choices are offered, with what this record has there. */
    Map<String, String> choices() {
        Map<String, String> choices =
                new TreeMap<>(Map.of("area", text("area"), "action", text("action"), "object_type", objectType()));
        if (department() != null) {
            choices.put("department", departmentInIndex());
        }
        return choices;
    }
}
