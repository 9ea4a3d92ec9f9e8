package de.kreiswerk.deployment.web.page;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.identity.api.Accounts;
import de.kreiswerk.identity.api.IdentityPermissions;
import java.util.HashMap;
import java.util.Locale;
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

    /** How the subjects of the platform's own parts begin. */
    private static final String PLATFORM = "platform-";

    /** The operator's, or one that no account had made: those that have an account are told by it. */
    private static final Text TOKEN = new Text("mit API-Schlüssel", "by API token");

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Accounts accounts;

    /** What names are asked for while one page is made: of few people, again and again. */
    public final class Known {

        private final Caller caller;
        private final Locale language;
        private final Map<String, String> names = new HashMap<>();

        private Known(Caller caller, Locale language) {
            this.caller = caller;
            this.language = language;
            names.put(caller.subject(), caller.name());
        }

        /** Null when nobody did it, or the reader may not know who. */
        public String name(String subject) {
            return subject == null
                    ? null
                    : names.computeIfAbsent(
                            subject,
                            unknown -> look(caller, unknown)
                                    .map(name -> name.in(language))
                                    .orElse(null));
        }
    }

    /** For one page. */
    public Known to(Caller reader, Locale language) {
        return new Known(reader, language);
    }

    private Optional<Text> look(Caller caller, String subject) {
        if (subject.startsWith(PLATFORM)) {
            return Optional.of(Text.same("Kreiswerk"));
        }
        Accounts service = accounts;
        if (service == null || !caller.mayAnywhere(IdentityPermissions.READ)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Text.same(service.get(caller, subject).displayName()));
        } catch (ProblemException e) {
            return e.problem().kind() == Problem.Kind.NOT_FOUND ? Optional.of(TOKEN) : Optional.empty();
        }
    }
}
