package de.kreiswerk.audit.log;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import java.util.Set;

/** What takes two people: who has the token of a machine, or may read the operator's, could be both of them. */
public final class PeopleOnly {

    private static final Set<String> TOKENS = Set.of(Caller.MACHINE, Caller.OPERATOR);

    private PeopleOnly() {}

    /**
     * Ends the operation of a machine.
     *
     * @param caller who asks for it
     * @throws ProblemException of kind FORBIDDEN, code {@code people-only}
     */
    public static void require(Caller caller) {
        if (TOKENS.contains(caller.method())) {
            throw new ProblemException(
                    Problem.Kind.FORBIDDEN,
                    "people-only",
                    new Text("Nur für Menschen", "For people only"),
                    new Text(
                            "Das tun zwei Menschen, die sich angemeldet haben, keine API-Schlüssel, auch nicht der des Betriebs.",
                            "Two people who signed in do this, not tokens, nor the operator's."));
        }
    }
}
