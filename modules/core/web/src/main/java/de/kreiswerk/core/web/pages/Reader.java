package de.kreiswerk.core.web.pages;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.web.Console;
import de.kreiswerk.core.api.web.WebConstants;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Who looks at the page of a problem.
 *
 * @param address what was asked for
 * @param program whether it is a program, or a person that shows a token as programs do
 * @param known whether it is known who asks, and that person has any rights
 */
record Reader(String address, boolean program, boolean known) {

    static final String CONSOLE = Console.BASE;

    static Reader of(HttpServletRequest request) {
        return new Reader(
                request.getRequestURI(),
                request.getHeader("Authorization") != null,
                request.getAttribute(WebConstants.CALLER) instanceof Caller caller
                        && !caller.grants().isEmpty());
    }

    /** Whether a person must sign in first, mostly once more. */
    boolean signedOut(Problem problem) {
        return problem.kind() == Problem.Kind.UNAUTHENTICATED && !program;
    }

    /** Whether a page of the console was asked for. */
    boolean belowConsole() {
        return address.startsWith(CONSOLE + "/");
    }

    /** Whether that was by somebody who signed in, so that the console is where to go on. */
    boolean inConsole() {
        return belowConsole() && known;
    }
}
