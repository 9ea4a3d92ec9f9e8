package de.kreiswerk.proposals.rest;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.WebConstants;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;

/** Reads what requests to this area have in common. */
final class Requests {

    private static final Pattern ENTITY_TAG = Pattern.compile("\"(\\d{1,18})\"");

    private Requests() {}

    static Caller caller(HttpServletRequest request) {
        return (Caller) request.getAttribute(WebConstants.CALLER);
    }

    static Locale locale(HttpServletRequest request) {
        return request.getHeader("Accept-Language") == null ? Locale.GERMAN : request.getLocale();
    }

    /** The revision that If-Match names (RFC 9110 section 13.1.1); null when it is not sent or is {@code *}. */
    static Long expectedRevision(String ifMatch) {
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

    static Integer number(String name, String value, int least, int most) {
        return value == null || value.isBlank() ? null : mandatoryNumber(name, value, least, most);
    }

    static int mandatoryNumber(String name, String value, int least, int most) {
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

    static boolean flag(String name, String value) {
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

    static String text(String name, String value, int most) {
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

    static String mandatoryText(String name, String value, int most) {
        String text = text(name, value, most);
        if (text == null) {
            throw malformed(
                    "parameter-malformed",
                    new Text("Der Parameter „" + name + "“ fehlt.", "The parameter '" + name + "' is missing."));
        }
        return text;
    }

    static void mustHaveBody(Object body) {
        if (body == null) {
            throw malformed(
                    "json-malformed", new Text("Der Inhalt der Anfrage fehlt.", "The body of the request is missing."));
        }
    }

    static ProblemException malformed(String code, Text detail) {
        return new ProblemException(
                Problem.Kind.MALFORMED, code, new Text("Anfrage nicht lesbar", "Request malformed"), detail);
    }
}
