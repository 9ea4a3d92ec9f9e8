package de.kreiswerk.deployment.service;

import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.audit.AuditEvent.Outcome;
import de.kreiswerk.core.api.identity.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What of this area goes into the trail. */
final class DeploymentTrail {

    private static final String AREA = "deployment";
    private static final String OWN = "platform-deployment";

    private DeploymentTrail() {}

    static AuditEvent component(
            Caller caller,
            String action,
            Outcome outcome,
            String name,
            String department,
            Map<String, String> details) {
        return new AuditEvent(caller, AREA, action, "Component", name, department, outcome, details, List.of());
    }

    static AuditEvent department(Caller caller, String action, String type, String id, String department) {
        return AuditEvent.success(caller, AREA, action, type, id).inDepartment(department);
    }

    /** The platform itself. */
    static Caller platform(Instant now) {
        return new Caller(OWN, "Kreiswerk", Set.of(), "platform", now, "deployment");
    }
}
