package de.kreiswerk.identity.web;

import de.kreiswerk.core.api.text.Text;
import java.util.Locale;

/**
 * What the sign-in page shows.
 *
 * @param language the reader's language
 * @param loginName what was typed before, empty at first
 * @param next the page that was asked for, null when none
 * @param error why it did not work, null at first
 * @param token the token of a session that is there already, null without
 * @param done what was done just now, null when nothing
 */
public record SignInView(Locale language, String loginName, String next, String error, String token, String done) {

    /** Words in the reader's language. */
    public String in(Text text) {
        return text.in(language);
    }
}
