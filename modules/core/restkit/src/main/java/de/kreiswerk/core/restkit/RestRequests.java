package de.kreiswerk.core.restkit;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.WebConstants;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.core.EntityTag;
import javax.ws.rs.core.Response;

/** What requests to all areas, and their answers, have in common. */
public final class RestRequests {

    private static final Pattern ENTITY_TAG = Pattern.compile("\"(\\d{1,18})\"");

    private RestRequests() {}

    /**
     * All there is of something.
     *
     * @param data what there is
     * @param <T> of what
     */
    public record All<T>(List<T> data) {}

    /**
     * Who calls.
     *
     * @param request the request
     * @return the caller; null when nobody is known
     */
    public static Caller caller(HttpServletRequest request) {
        return (Caller) request.getAttribute(WebConstants.CALLER);
    }

    /**
     * The reader's language.
     *
     * @param request the request
     * @return German where nothing is said
     */
    public static Locale locale(HttpServletRequest request) {
        return Text.languageOf(request.getHeader("Accept-Language"));
    }

    /**
     * The revision that If-Match names (RFC 9110 section 13.1.1).
     *
     * @param ifMatch the header, may be null
     * @return null when it is not sent or is {@code *}
     * @throws ProblemException of kind MALFORMED when it is no entity tag of ours
     */
    public static Long expectedRevision(String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return null;
        }
        Matcher matcher = ENTITY_TAG.matcher(ifMatch.strip());
        if (!matcher.matches()) {
            throw malformed(
                    "if-match-malformed",
                    new Text(
                            "If-Match nennt die Kopfzeile ETag der letzten Antwort, zum Beispiel \"3\".",
                            "If-Match names the ETag header of the last answer, such as \"3\"."));
        }
        return Long.valueOf(matcher.group(1));
    }

    /**
     * A number that may be left out.
     *
     * @param name what the parameter is called
     * @param value what was sent, may be null
     * @param least the least that is allowed
     * @param most the most
     * @return null when nothing was sent
     * @throws ProblemException of kind MALFORMED when it is none, or not within its borders
     */
    public static Integer number(String name, String value, int least, int most) {
        return value == null || value.isBlank() ? null : mandatoryNumber(name, value, least, most);
    }

    /**
     * A number.
     *
     * @param name what the parameter is called
     * @param value what was sent
     * @param least the least that is allowed
     * @param most the most
     * @return the number
     * @throws ProblemException of kind MALFORMED when it is none, or not within its borders
     */
    public static int mandatoryNumber(String name, String value, int least, int most) {
        try {
            int number = Integer.parseInt(value.strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw malformed(
                "parameter-malformed",
                new Text(
                        "Der Parameter „" + name + "“ muss eine Zahl von " + least + " bis " + most + " sein.",
                        "The parameter '" + name + "' must be a number from " + least + " to " + most + "."));
    }

    /**
     * Whether something is wanted.
     *
     * @param name what the parameter is called
     * @param value what was sent, may be null
     * @return false when nothing was sent
     * @throws ProblemException of kind MALFORMED when it is neither {@code true} nor {@code false}
     */
    public static boolean flag(String name, String value) {
        if (value == null || value.equals("false")) {
            return false;
        }
        if (value.equals("true")) {
            return true;
        }
        throw malformed(
                "parameter-malformed",
                new Text(
                        "Der Parameter „" + name + "“ ist true oder false.",
                        "The parameter '" + name + "' is true or false."));
    }

    /**
     * A text that may be left out.
     *
     * @param name what the parameter is called
     * @param value what was sent, may be null
     * @param most how many characters are allowed
     * @return stripped; null when there is nothing but space
     * @throws ProblemException of kind MALFORMED when it is too long or holds control characters
     */
    public static String text(String name, String value, int most) {
        if (value == null || value.isBlank()) {
            return null;
        }
        if (value.length() > most) {
            throw malformed(
                    "parameter-malformed",
                    new Text(
                            "Der Parameter „" + name + "“ darf höchstens " + most + " Zeichen haben.",
                            "The parameter '" + name + "' may have " + most + " characters at most."));
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw malformed(
                    "parameter-malformed",
                    new Text(
                            "Der Parameter „" + name + "“ enthält Steuerzeichen.",
                            "The parameter '" + name + "' has control characters."));
        }
        return value.strip();
    }

    /**
     * A text.
     *
     * @param name what the parameter is called
     * @param value what was sent
     * @param most how many characters are allowed
     * @return stripped
     * @throws ProblemException of kind MALFORMED when it is missing, too long or holds control characters
     */
    public static String mandatoryText(String name, String value, int most) {
        String text = text(name, value, most);
        if (text == null) {
            throw malformed(
                    "parameter-malformed",
                    new Text("Der Parameter „" + name + "“ fehlt.", "The parameter '" + name + "' is missing."));
        }
        return text;
    }

    /**
     * Ends a request without a body where one is needed.
     *
     * @param body what was read
     * @throws ProblemException of kind MALFORMED when there is none
     */
    public static void mustHaveBody(Object body) {
        if (body == null) {
            throw malformed(
                    "json-malformed", new Text("Der Inhalt der Anfrage fehlt.", "The body of the request is missing."));
        }
    }

    /**
     * Something that is sent with its revision.
     *
     * @param body what is sent
     * @param revision its revision, as ETag
     * @return the answer
     */
    public static Response ok(Object body, long revision) {
        return Response.ok(body).tag(new EntityTag(String.valueOf(revision))).build();
    }

    /**
     * A request that cannot be read.
     *
     * @param code the lasting short name for programs
     * @param detail what is wrong and what to do
     * @return to be thrown
     */
    public static ProblemException malformed(String code, Text detail) {
        return new ProblemException(
                Problem.Kind.MALFORMED, code, new Text("Anfrage nicht lesbar", "Request malformed"), detail);
    }
}
