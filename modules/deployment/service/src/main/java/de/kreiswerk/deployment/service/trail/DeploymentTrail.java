package de.kreiswerk.deployment.service.trail;

import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.audit.AuditEvent.Outcome;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.deployment.api.Switch;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What of this area goes into the trail. */
public final class DeploymentTrail {

    private static final String AREA = "deployment";
    private static final String OWN = "platform-deployment";

    private DeploymentTrail() {}

    /**
     * What is done with a component.
     *
     * @param caller who does it
     * @param action what
     * @param outcome how it ended
     * @param name the component's name
     * @param department whose it is, null when that is not known
     * @param details what else is worth knowing; free of personal data
     * @return the event
     */
    public static AuditEvent component(
            Caller caller,
            String action,
            Outcome outcome,
            String name,
            String department,
            Map<String, String> details) {
        return new AuditEvent(caller, AREA, action, "Component", name, department, outcome, details, List.of());
    }

    /**
     * What every record of a switch says of it, so that each can be read alone.
     *
     * @param change the switch
     * @return what it leads from and to; more can be put in
     */
    public static Map<String, String> details(Switch change) {
        Map<String, String> details = new TreeMap<>();
        details.put("switch", change.id());
        details.put("kind", change.kind().name());
        put(details, "from", change.fromVersion());
        put(details, "fromArchive", change.from());
        put(details, "to", change.toVersion());
        put(details, "toArchive", change.to());
        return details;
    }

    /**
     * Says it if there is something to say.
     *
     * @param details what is said already
     * @param name of what
     * @param value null for nothing
     */
    public static void put(Map<String, String> details, String name, String value) {
        if (value != null) {
            details.put(name, value);
        }
    }

    /**
     * What is done for a department.
     *
     * @param caller who does it
     * @param action what
     * @param type the type of the object
     * @param id the object's id
     * @param department the department
     * @return the event
     */
    public static AuditEvent department(Caller caller, String action, String type, String id, String department) {
        return AuditEvent.success(caller, AREA, action, type, id).inDepartment(department);
    }

    /**
     * What the platform does by itself.
     *
     * @param now since when
     * @return the platform as a caller
     */
    public static Caller platform(Instant now) {
        return new Caller(OWN, "Kreiswerk", Set.of(), "platform", now, "deployment");
    }
}
