package de.kreiswerk.identity.web.console;

import de.kreiswerk.core.formkit.Field;
import de.kreiswerk.identity.api.Session;
import java.util.List;

/**
 * Who is signed in.
 *
 * @param basics what every page shows
 * @param search what was searched for, empty for all
 * @param sessions the sessions
 * @param more whether there are more than are shown
 */
public record SessionListView(PageBasics basics, Field search, List<Session> sessions, boolean more) {

    /** How it was signed in, in words where there are some. */
    public String method(Session session) {
        return switch (session.method()) {
            case "password" -> basics.in(ConsoleTexts.BY_PASSWORD);
            case "password-and-code" -> basics.in(ConsoleTexts.BY_PASSWORD_AND_CODE);
            default -> session.method();
        };
    }

    /** The browser. */
    public String client(Session session) {
        return session.client().isEmpty() ? basics.in(ConsoleTexts.UNKNOWN_BROWSER) : session.client();
    }
}
