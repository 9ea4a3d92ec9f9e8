package de.kreiswerk.identity.web;

import de.kreiswerk.core.api.text.Text;
import java.util.Locale;

/**
 * What the page shows on which a password is chosen with a link.
 *
 * @param language the reader's language
 * @param address where the form goes
 * @param loginName whose password it is
 * @param token the token of a session that is there by chance, null without
 * @param error what is wrong, null at first
 * @param field the field that is wrong, null when none
 */
public record PasswordLinkView(
        Locale language, String address, String loginName, String token, String error, String field) {

    /** Words in the reader's language. */
    public String in(Text text) {
        return text.in(language);
    }

    /** Whether a field is the one that is wrong. */
    public boolean isWrong(String name) {
        return name.equals(field);
    }
}
