package de.kreiswerk.core.web.chain;

import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.web.WebConstants;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records that somebody known was not allowed (ASVS 5 V16.3.2, TR-03172-3 A3.14). It is refused in any case: without the trail
 * the log has it.
 */
@Component(service = Denials.class)
public final class Denials {

    private static final Logger LOG = LoggerFactory.getLogger(Denials.class);
    /** Whoever answered said nothing more exact. */
    private static final String UNSAID = "permission-missing";

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Transactions transactions;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile AuditTrail trail;

    /** For the reason that was answered, by the chain, a page or a service. */
    void record(HttpServletRequest request) {
        if (!(request.getAttribute(WebConstants.CALLER) instanceof Caller caller)) {
            return;
        }
        String code = request.getAttribute(WebConstants.PROBLEM) instanceof Problem problem ? problem.code() : UNSAID;
        LOG.info("{} was not allowed: {}", caller.subject(), code);
        Transactions database = transactions;
        AuditTrail book = trail;
        if (database == null || book == null) {
            return;
        }
        AuditEvent event = new AuditEvent(
                caller,
                "platform",
                "request.denied",
                "Address",
                area(request.getRequestURI()),
                null,
                AuditEvent.Outcome.DENIED,
                Map.of("method", request.getMethod(), "reason", code),
                List.of());
        try {
            database.call(tx -> {
                book.record(event);
                return null;
            });
        } catch (RuntimeException e) {
            LOG.warn("A denial could not be recorded: {}", e.toString());
        }
    }

    /** The beginning of the address: the rest may name a person, and the trail keeps plain text for good. */
    private static String area(String address) {
        int end = 0;
        for (int parts = 0; parts < 3 && end >= 0; parts++) {
            end = address.indexOf('/', end + 1);
        }
        String beginning = end < 0 ? address : address.substring(0, end);
        return beginning.matches("[/a-zA-Z0-9._-]{1,60}") ? beginning : "/";
    }
}
