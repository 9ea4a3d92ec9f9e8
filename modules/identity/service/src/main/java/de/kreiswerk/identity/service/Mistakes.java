package de.kreiswerk.identity.service;

import de.kreiswerk.core.api.problem.InvalidEntry;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is wrong with an entry, field by field: somebody who filled in a form wants to hear all of it at once. */
final class Mistakes {

    private final Map<String, Text> errors = new LinkedHashMap<>();
    private Problem first;

    /** Something that may be refused. */
    interface Rule<E extends Exception> {
        void check() throws E;
    }

    /** A field breaks a rule. Of several that it breaks the first is said. */
    void notValid(String field, String german, String english) {
        add(field, Refusals.notValid(german, english));
    }

    void add(String field, ProblemException refusal) {
        errors.putIfAbsent(field, refusal.problem().detail());
        first = first == null ? refusal.problem() : first;
    }

    boolean areNone() {
        return first == null;
    }

    /** Ends the operation when there was any. */
    void refuse() {
        if (first != null) {
            throw new InvalidEntry(first.kind(), first.code(), first.title(), errors);
        }
    }

    /** A refusal that is about one field. */
    static InvalidEntry at(String field, ProblemException refusal) {
        Problem problem = refusal.problem();
        return new InvalidEntry(problem.kind(), problem.code(), problem.title(), Map.of(field, problem.detail()));
    }

    /** What the rule refuses is about one field. */
    static <E extends Exception> void at(String field, Rule<E> rule) throws E {
        try {
            rule.check();
        } catch (ProblemException refusal) {
            throw at(field, refusal);
        }
    }
}
