package de.kreiswerk.core.api.mail;

import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * An e-mail to one person, in plain text.
 *
 * @param to one address, as {@link #isAddress} has it
 * @param subject one line of 1 to {@value #LONGEST_SUBJECT} characters; those who look after the outbox read it, so it holds
 *     no secret
 * @param text 1 to {@value #LONGEST_TEXT} characters; may hold a secret, such as a one-time link
 * @param kind what sort of mail it is, for the trail and for those who look after the outbox: area and words, such as
 *     {@code identity.password-link}
 * @param about the id of what it is about, null when there is none; goes into the trail, so it tells nothing of a person
 * @param notAfter when it is of no use any more: from then on it is not sent
 */
public record Mail(String to, String subject, String text, String kind, String about, Instant notAfter) {

    /** How long a subject is at most. */
    public static final int LONGEST_SUBJECT = 200;

    /** How long a text is at most. */
    public static final int LONGEST_TEXT = 20_000;

    private static final int LONGEST_ADDRESS = 254;
    private static final int LONGEST_KIND = 60;

    /** The addresses of RFC 5321, section 4.1.2, that people have: no quoted names, no host by number, at least one dot. */
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]");

    private static final int LONGEST_NAME = 64;
    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9-]*(?:\\.[a-z][a-z0-9-]*)+");
    private static final Pattern ABOUT = Pattern.compile("[\\x21-\\x7e]{1,100}");

    /** Whatever would end a line or cannot be seen; between two lines of a header somebody could put one of their own. */
    private static final Pattern NOT_IN_A_LINE =
            Pattern.compile("[\\p{Cntrl}\\u0080-\\u009f\\u2028\\u2029\\ufffe\\uffff]");

    private static final Pattern NOT_IN_TEXT = Pattern.compile("[\\p{Cntrl}\\u0080-\\u009f\\ufffe\\uffff&&[^\\n\\t]]");

    /**
     * Checks everything.
     *
     * @throws IllegalArgumentException when something is not as the parameters say
     */
    public Mail {
        Objects.requireNonNull(notAfter, "notAfter");
        mustBe(isAddress(to), "the address");
        mustBe(isLine(subject), "the subject");
        text = text == null ? "" : text.replace("\r\n", "\n");
        mustBe(
                !text.isBlank()
                        && text.length() <= LONGEST_TEXT
                        && !NOT_IN_TEXT.matcher(text).find(),
                "the text");
        mustBe(
                kind != null
                        && kind.length() <= LONGEST_KIND
                        && KIND.matcher(kind).matches(),
                "the kind");
        mustBe(about == null || ABOUT.matcher(about).matches(), "what it is about");
    }

    /**
     * Whether mail can be sent to somebody: one address of ASCII characters without a name beside it, whose host has a dot.
     *
     * @param address what may be one; may be null
     * @return true when it is one
     */
    public static boolean isAddress(String address) {
        return address != null
                && address.length() <= LONGEST_ADDRESS
                && address.indexOf('@') <= LONGEST_NAME
                && ADDRESS.matcher(address).matches();
    }

    private static boolean isLine(String subject) {
        return subject != null
                && !subject.isBlank()
                && subject.length() <= LONGEST_SUBJECT
                && !NOT_IN_A_LINE.matcher(subject).find();
    }

    /** What is wrong is not quoted: it may be a secret, or tell of a person. */
    private static void mustBe(boolean right, String what) {
        if (!right) {
            throw new IllegalArgumentException("A mail cannot be made: " + what + " is not valid");
        }
    }

    /** Free of address, subject and text, since it may get into a log. */
    @Override
    public String toString() {
        return "Mail[" + kind + " about " + about + "]";
    }
}
