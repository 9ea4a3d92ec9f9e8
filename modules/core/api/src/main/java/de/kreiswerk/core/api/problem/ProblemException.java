package de.kreiswerk.core.api.problem;

import de.kreiswerk.core.api.text.Text;
import java.util.List;

/** Ends an operation with a {@link Problem}. The transaction that it leaves is rolled back. */
public class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /**
     * Ends an operation.
     *
     * @param problem what went wrong
     */
    public ProblemException(Problem problem) {
        super(problem.code() + ": " + problem.detail().english());
        this.problem = problem;
    }

    /**
     * Ends an operation with a problem that has no place in an input.
     *
     * @param kind what sort of failure it is
     * @param code the lasting short name for programs
     * @param title the failure in a few words
     * @param detail what is wrong and what to do
     */
    public ProblemException(Problem.Kind kind, String code, Text title, Text detail) {
        this(new Problem(kind, code, title, detail, List.of()));
    }

    /**
     * What went wrong.
     *
     * @return the problem
     */
    public Problem problem() {
        return problem;
    }
}
