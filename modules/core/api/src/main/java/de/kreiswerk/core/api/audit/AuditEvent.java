package de.kreiswerk.core.api.audit;

import de.kreiswerk.core.api.identity.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Something that was done, as it goes into the trail. {@code details} is kept in plain for as long as the trail lives: never
 * put anything there that tells of a person. What tells of a person goes into {@code personal} and is encrypted with a key
 * of that person's own.
 *
 * @param caller who did it
 * @param area the area, such as {@code proposals}
 * @param action what was done, such as {@code paper.published}
 * @param objectType the type of the object, such as {@code Paper}
 * @param objectId the object's lasting id
 * @param department the department in whose name it was done, null when there is none
 * @param outcome how it ended
 * @param details what else is worth knowing; names and values are free of personal data
 * @param personal what tells of persons
 */
public record AuditEvent(
        Caller caller,
        String area,
        String action,
        String objectType,
        String objectId,
        String department,
        Outcome outcome,
        Map<String, String> details,
        List<PersonalField> personal) {

    /** Copies the collections. */
    public AuditEvent {
        Objects.requireNonNull(caller, "caller");
        Objects.requireNonNull(area, "area");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(objectType, "objectType");
        Objects.requireNonNull(objectId, "objectId");
        Objects.requireNonNull(outcome, "outcome");
        details = Map.copyOf(details);
        personal = List.copyOf(personal);
    }

    /**
     * A successful act without further details.
     *
     * @param caller who did it
     * @param area the area
     * @param action what was done
     * @param objectType the type of the object
     * @param objectId the object's id
     * @return the event
     */
    public static AuditEvent success(Caller caller, String area, String action, String objectType, String objectId) {
        return new AuditEvent(caller, area, action, objectType, objectId, null, Outcome.SUCCESS, Map.of(), List.of());
    }

    /**
     * The same event with one more detail.
     *
     * @param name the detail's name
     * @param value its value, not personal
     * @return a new event
     */
    public AuditEvent with(String name, String value) {
        Map<String, String> more = new TreeMap<>(details);
        more.put(name, value);
        return new AuditEvent(caller, area, action, objectType, objectId, department, outcome, more, personal);
    }

    /**
     * The same event with one more thing that tells of a person.
     *
     * @param subject the person's random id
     * @param name the field's name, such as {@code name}
     * @param value the plain value; encrypted before it is kept
     * @return a new event
     */
    public AuditEvent withPersonal(String subject, String name, String value) {
        List<PersonalField> more = new ArrayList<>(personal);
        more.add(new PersonalField(subject, name, value));
        return new AuditEvent(caller, area, action, objectType, objectId, department, outcome, details, more);
    }

    /**
     * The same event in the name of a department.
     *
     * @param id the department's id
     * @return a new event
     */
    public AuditEvent inDepartment(String id) {
        return new AuditEvent(caller, area, action, objectType, objectId, id, outcome, details, personal);
    }

    /** How an act ended. */
    public enum Outcome {
        /** It was done. */
        SUCCESS,
        /** It was not allowed. */
        DENIED,
        /** It was tried and failed. */
        FAILED
    }

    /**
     * Something that tells of a person.
     *
     * @param subject the person's random id
     * @param name the field's name, such as {@code name}
     * @param value the plain value; encrypted before it is kept
     */
    public record PersonalField(String subject, String name, String value) {}
}
