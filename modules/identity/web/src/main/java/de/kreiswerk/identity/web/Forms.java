package de.kreiswerk.identity.web;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.WebConstants;
import de.kreiswerk.identity.api.SignIn;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Reads what a form sent. */
public final class Forms {

    /** Names and passwords are short; nothing longer is worth reading. */
    private static final int LARGEST = 16 * 1024;

    private Forms() {}

    static void requireSmall(HttpServletRequest request) {
        if (request.getContentLengthLong() > LARGEST) {
            throw tooLarge();
        }
    }

    /** Null when it was not sent. */
    public static String field(HttpServletRequest request, String name) {
        try {
            return request.getParameter(name);
        } catch (RuntimeException e) {
            // The server reads the whole form at the first question, and stops where its own limit is.
            throw tooLarge();
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

    /** A day as browsers send it; null when none was. */
    public static LocalDate day(HttpServletRequest request, String name) {
        return text(request, name).isBlank() ? null : mandatoryDay(request, name, "entry-not-valid");
    }

    /** A day as browsers send it; the code is that of the problem when it is none. */
    public static LocalDate mandatoryDay(HttpServletRequest request, String name, String code) {
        try {
            return LocalDate.parse(text(request, name).strip());
        } catch (DateTimeParseException e) {
            throw new ProblemException(
                    Problem.Kind.UNPROCESSABLE,
                    code,
                    new Text("Eingabe nicht gültig", "Entry not valid"),
                    new Text("Ein Tag sieht aus wie 2026-12-14.", "A day looks like 2026-12-14."));
        }
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

    private static ProblemException tooLarge() {
        return new ProblemException(
                Problem.Kind.TOO_LARGE,
                "form-too-large",
                new Text("Formular zu groß", "Form too large"),
                new Text(
                        "Das Formular darf höchstens 16 KiB haben. Kürzen Sie die Eingaben.",
                        "The form may have 16 KiB at most. Shorten the entries."));
    }
}
