package de.kreiswerk.audit.log;

import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.audit.AuditEvent.PersonalField;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Canonical format 1 of a record: what will be sealed. The sequence number is not in it, since it is drawn after the commit;
 * of persons there are random ids and ciphertext only. A changed format gets a new number in {@code v}, and old records keep
 * theirs.
 */
final class RecordFormat {

    private static final int VERSION = 1;

    private RecordFormat() {}

    /** Encrypts a field for its subject. */
    @FunctionalInterface
    interface Encryption {
        String encrypt(PersonalField field, String recordId);
    }

    static String canonical(
            AuditEvent event, String id, Instant time, List<PersonalField> personal, Encryption encryption) {
        SortedMap<String, Object> record = new TreeMap<>();
        record.put("v", VERSION);
        record.put("id", id);
        record.put("time", time.toString());
        record.put("area", event.area());
        record.put("action", event.action());
        record.put("object", sorted("type", event.objectType(), "id", event.objectId()));
        record.put("outcome", event.outcome().name().toLowerCase(Locale.ROOT));
        record.put(
                "actor",
                sorted(
                        "subject",
                        event.caller().subject(),
                        "method",
                        event.caller().method()));
        record.put("request", event.caller().requestId());
        if (event.department() != null) {
            record.put("department", event.department());
        }
        if (!event.details().isEmpty()) {
            record.put("details", new TreeMap<>(event.details()));
        }
        SortedMap<String, Object> subjects = new TreeMap<>();
        for (PersonalField field : personal) {
            SortedMap<String, Object> fields = new TreeMap<>();
            if (subjects.get(field.subject()) instanceof SortedMap<?, ?> known) {
                known.forEach((name, value) -> fields.put((String) name, value));
            }
            fields.put(field.name(), encryption.encrypt(field, id));
            subjects.put(field.subject(), fields);
        }
        if (!subjects.isEmpty()) {
            record.put("personal", subjects);
        }
        return Canonical.write(record);
    }

    private static SortedMap<String, Object> sorted(String key1, String value1, String key2, String value2) {
        SortedMap<String, Object> map = new TreeMap<>();
        map.put(key1, value1);
        map.put(key2, value2);
        return map;
    }
}
