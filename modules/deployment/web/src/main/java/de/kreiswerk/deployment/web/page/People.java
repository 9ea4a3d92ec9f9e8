package de.kreiswerk.deployment.web.page;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.identity.api.Accounts;
import de.kreiswerk.identity.api.IdentityPermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** What people are called who did something, for those who may know. */
@Component(service = People.class)
public class People {

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Accounts accounts;

    /** What names are asked for while one page is made: of few people, again and again. */
    public final class Known {

        private final Caller caller;
        private final Map<String, String> names = new HashMap<>();

        private Known(Caller caller) {
            this.caller = caller;
            names.put(caller.subject(), caller.name());
        }

        /** Null when nobody did it, or the reader may not know who. */
        public String name(String subject) {
            return subject == null
                    ? null
                    : names.computeIfAbsent(
                            subject, unknown -> look(caller, unknown).orElse(null));
        }
    }

    /** For one page. */
    public Known to(Caller reader) {
        return new Known(reader);
    }

    private Optional<String> look(Caller caller, String subject) {
        Accounts service = accounts;
        if (service == null || !caller.mayAnywhere(IdentityPermissions.READ)) {
            return Optional.empty();
        }
        try {
            return Optional.of(service.get(caller, subject).displayName());
        } catch (ProblemException e) {
            // A machine, or a part of the platform.
            return Optional.empty();
        }
    }
}
