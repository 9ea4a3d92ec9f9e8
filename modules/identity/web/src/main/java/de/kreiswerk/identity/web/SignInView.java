package de.kreiswerk.identity.web;

import de.kreiswerk.core.api.text.Text;
import java.util.List;
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
 * @param ways how else one can sign in
 */
public record SignInView(
        Locale language, String loginName, String next, String error, String token, String done, List<Way> ways) {

    /**
     * Another way to sign in.
     *
     * @param label what people call it
     * @param address where it begins
     * @param available whether it can be expected to work
     */
    public record Way(String label, String address, boolean available) {}

    /** Words in the reader's language. */
    public String in(Text text) {
        return text.in(language);
    }
}
