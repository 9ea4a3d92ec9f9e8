package de.kreiswerk.identity.web;

import de.kreiswerk.core.api.text.Text;
import java.util.Locale;

/**
 * What the page shows that asks for the code after the password.
 *
 * @param language the reader's language
 * @param address where the form goes
 * @param step what the form sends back, a secret
 * @param next the page that was asked for, null when none
 * @param token the token of a session that is there already, null without
 * @param error what is wrong, null at first
 */
public record SecondStepView(Locale language, String address, String step, String next, String token, String error) {

    /** Words in the reader's language. */
    public String in(Text text) {
        return text.in(language);
    }
}
