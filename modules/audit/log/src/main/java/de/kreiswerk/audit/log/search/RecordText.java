package de.kreiswerk.audit.log.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.MissingNode;
import de.kreiswerk.audit.api.TrailRecord;
import de.kreiswerk.audit.log.reads.ReadsRecorder;
import de.kreiswerk.core.api.audit.AuditEvent.Outcome;
import de.kreiswerk.core.api.audit.AuditRecord;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what a record says out of its canonical text. */
public final class RecordText {

    private static final ObjectReader JSON = new ObjectMapper().readerFor(JsonNode.class);

    /** As long as anything that can be asked for; an index of PostgreSQL takes 2,704 bytes. */
    private static final int LONGEST = 200;

    private static final String UNREADABLE = "unreadable";
    private static final int LONGEST_WORDS = 100_000;

    private final long sequence;
    private final Instant recorded;
    private final JsonNode record;

    private RecordText(long sequence, Instant recorded, JsonNode record) {
        this.sequence = sequence;
        this.recorded = recorded;
        this.record = record;
    }

    /**
     * What a record says of a person, as it is kept.
     *
     * @param subject the person's random id
     * @param name the field's name
     * @param ciphertext what it says
     */
    public record Sealed(String subject, String name, String ciphertext) {}

    /**
     * Reads.
     *
     * @param record the record
     * @return what it says
     */
    public static RecordText of(AuditRecord record) {
        return of(record.sequence(), record.time(), record.canonical());
    }

    /** By their numbers. */
    static Map<Long, RecordText> of(List<AuditRecord> records) {
        return records.stream().collect(Collectors.toMap(AuditRecord::sequence, RecordText::of));
    }

    /** A record that somebody changed may be no JSON any more: it is shown as unreadable, and hides no other. */
    static RecordText of(long sequence, Instant recorded, String canonical) {
        try {
            return new RecordText(sequence, recorded, JSON.readTree(canonical));
        } catch (JsonProcessingException e) {
            return new RecordText(sequence, recorded, MissingNode.getInstance());
        }
    }

    /**
     * A text of it.
     *
     * @param name the member's name
     * @return empty when there is none
     */
    public String text(String name) {
        return record.path(name).asText("");
    }

    long sequence() {
        return sequence;
    }

    /** Null when it was done in no department's name. */
    String department() {
        return record.path("department").asText(null);
    }

    /** As it is looked for: no record may be one that the index cannot take. */
    String departmentInIndex() {
        String department = department();
        return department == null ? null : storable(department, LONGEST);
    }

    /** PostgreSQL has no NUL in texts, and a column has a width. */
    private static String storable(String text, int longest) {
        String clean = text.replace('\0', '\uFFFD');
        return clean.length() <= longest ? clean : clean.substring(0, longest);
    }

    Outcome outcome() {
        return Stream.of(Outcome.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(text("outcome")))
                .findFirst()
                .orElse(Outcome.FAILED);
    }

    private String action() {
        return text("action").isEmpty() ? UNREADABLE : text("action");
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

    /** What is left where it is not told who acted. */
    private SortedMap<String, String> detailsWithoutWhoActed() {
        SortedMap<String, String> details = details();
        if (isOfAnothersReads()) {
            details.remove(ReadsRecorder.READER);
        }
        return details;
    }

    /** Whether the platform says what somebody else read. */
    private boolean isOfAnothersReads() {
        return action().equals(ReadsRecorder.NOT_RECORDED);
    }

    /**
     * The random id of who did it.
     *
     * @return empty when it cannot be read
     */
    public String actor() {
        return record.path("actor").path("subject").asText("");
    }

    /** Whether it says that this person did something: as who wrote it, or because the platform had to write it for them. */
    boolean saysWhatDid(String subject) {
        return actor().equals(subject)
                || isOfAnothersReads() && subject.equals(details().get(ReadsRecorder.READER));
    }

    /**
     * What it says of persons.
     *
     * @return each field of each of them
     */
    public List<Sealed> personal() {
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

    /**
     * What a search for a text looks in, a line each, in small letters. Whoever changes this has the index made anew by a migration: what is
     * in it is compared with this.
     */
    String words() {
        return joined(eachWord());
    }

    /** The same without the random id of who did it, which is there as the object's. */
    String wordsWithoutActor() {
        return joined(eachWord().stream().filter(word -> !word.equals(actor())).toList());
    }

    private List<String> eachWord() {
        List<String> words = new ArrayList<>(List.of(action(), objectType(), objectId(), text("request")));
        if (department() != null) {
            words.add(department());
        }
        words.addAll(detailsWithoutWhoActed().values());
        return words;
    }

    private static String joined(List<String> words) {
        return storable(String.join("\n", words).toLowerCase(Locale.ROOT), LONGEST_WORDS);
    }

    /** Whether the object's id says who did it, as that of somebody who signs in. */
    boolean isAboutItsActor() {
        return !actor().isEmpty() && actor().equals(objectId());
    }

    /** As one of many: without who did it, or a list would be what somebody did, for whoever sorts it. */
    TrailRecord listed() {
        return record("", isAboutItsActor() ? "" : objectId(), detailsWithoutWhoActed(), List.of());
    }

    TrailRecord record(List<TrailRecord.Personal> persons) {
        return record(actor(), objectId(), details(), persons);
    }

    private TrailRecord record(
            String actor, String objectId, SortedMap<String, String> details, List<TrailRecord.Personal> persons) {
        return new TrailRecord(
                sequence,
                text("id"),
                time(),
                text("area"),
                action(),
                objectType(),
                objectId,
                department(),
                outcome(),
                actor,
                record.path("actor").path("method").asText(""),
                text("request"),
                Collections.unmodifiableMap(details),
                persons);
    }

    private Instant time() {
        try {
            return Instant.parse(text("time"));
        } catch (DateTimeParseException e) {
            return recorded;
        }
    }
}
