package de.kreiswerk.identity.web;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.WebConstants;
import de.kreiswerk.identity.api.SignIn;
import jakarta.servlet.http.HttpServletRequest;

/** Reads what a form sent. */
public final class Forms {

    /** Names and passwords are short; nothing longer is worth reading. */
    static final int USUAL = 16 * 1024;

    private Forms() {}

    static void requireSmall(HttpServletRequest request, int largest) {
        if (request.getContentLengthLong() > largest) {
            throw tooLarge(largest);
        }
    }

    /** Null when it was not sent. */
    public static String field(HttpServletRequest request, String name) {
        try {
            return request.getParameter(name);
        } catch (RuntimeException e) {
            // The server reads the whole form at the first question, and stops where its own limit is.
            throw tooLarge(USUAL);
        }
    }

    /** Empty when it was not sent. */
    public static String text(HttpServletRequest request, String name) {
        String value = field(request, name);
        return value == null ? "" : value;
    }

    /** Who is calling. */
    public static Caller caller(HttpServletRequest request) {
        return (Caller) request.getAttribute(WebConstants.CALLER);
    }

    /** The token that the page's forms send back, null without a session. */
    public static String token(HttpServletRequest request) {
        return (String) request.getAttribute(WebConstants.CSRF_TOKEN);
    }

    /** The id of the session, null without. */
    public static String session(HttpServletRequest request) {
        return (String) request.getAttribute(WebConstants.SESSION);
    }

    /** Where the request comes from. */
    public static SignIn.Client client(HttpServletRequest request) {
        return new SignIn.Client(
                String.valueOf(request.getAttribute(WebConstants.CLIENT_ADDRESS)), request.getHeader("User-Agent"));
    }

    private static ProblemException tooLarge(int largest) {
        return new ProblemException(
                Problem.Kind.TOO_LARGE,
                "form-too-large",
                new Text("Formular zu groß", "Form too large"),
                new Text(
                        "Das Formular darf höchstens " + largest / 1024 + " KiB haben. Kürzen Sie die Eingaben.",
                        "The form may have " + largest / 1024 + " KiB at most. Shorten the entries."));
    }
}
