package de.kreiswerk.audit.sendkit;

import de.kreiswerk.core.api.text.Text;
import java.time.Duration;

/**
 * Something was not sent, or nobody knows whether it was; a sentence says why and what to do, and holds no secret. The message is its
 * English half, for the log.
 */
public final class SendingFailed extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 500;

    private final transient Text why;
    private final Duration retryAfter;

    /**
     * Says why.
     *
     * @param german a sentence without a full stop, and what to do about it; control characters in it, such as those of a server, are
     *     taken out
     * @param english the same in English
     */
    public SendingFailed(String german, String english) {
        this(german, english, null);
    }

    SendingFailed(String german, String english, Duration retryAfter) {
        super(plain(english));
        this.why = new Text(plain(german), getMessage());
        this.retryAfter = retryAfter;
    }

    /**
     * Why, for people.
     *
     * @return a sentence without a full stop
     */
    public Text why() {
        return why;
    }

    /**
     * How long the server wants to be left alone.
     *
     * @return null when it said nothing of it
     */
    public Duration retryAfter() {
        return retryAfter;
    }

    private static String plain(String words) {
        String line = words.replaceAll("[\\p{Cntrl}\\u0080-\\u009f\\u2028\\u2029]+", " ");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
