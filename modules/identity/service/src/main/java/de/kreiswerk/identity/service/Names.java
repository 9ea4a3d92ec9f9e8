package de.kreiswerk.identity.service;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What names may look like, and when two are the same. */
final class Names {

    static final int LONGEST_LOGIN = 100;

    /** Latin letters only: a name in two alphabets may look like another one and be none. */
    private static final Pattern LOGIN =
            Pattern.compile("[a-zA-Z0-9\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u017f._@+-]{1," + LONGEST_LOGIN + "}");
    /** Controls, what is invisible or turns the direction of writing, what has no meaning, line and paragraph ends. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}\\p{Zl}\\p{Zp}]");

    private static final Pattern EMAIL = Pattern.compile("[\\x21-\\x3f\\x41-\\x7e]{1,64}@[A-Za-z0-9.-]{1,189}");

    private Names() {}

    /** A login name with its look-alikes of the same meaning (such as full-width letters) made plain; null when it is none. */
    static String login(String typed) {
        if (typed == null || typed.length() > 4 * LONGEST_LOGIN) {
            return null;
        }
        String plain = Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC);
        // Some letters become two (ß, İ), and the key has to fit as well.
        return LOGIN.matcher(plain).matches() && key(plain).length() <= LONGEST_LOGIN ? plain : null;
    }

    /** The same for names that differ in case only. Up and down again, because some letters have one way only. */
    static String key(String login) {
        return login.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    /** A text of one line without surplus blanks; null when it has no characters, too many, or invisible ones. */
    static String line(String text, int longest) {
        if (text == null || text.length() > 4 * longest) {
            return null;
        }
        String plain = Normalizer.normalize(text, Normalizer.Form.NFC).strip().replaceAll("\\p{Zs}+", " ");
        boolean fits = !plain.isEmpty() && plain.length() <= longest;
        return fits && !INVISIBLE.matcher(plain).find() ? plain : null;
    }

    static boolean isEmail(String email) {
        return email.length() <= 254 && EMAIL.matcher(email).matches();
    }
}
