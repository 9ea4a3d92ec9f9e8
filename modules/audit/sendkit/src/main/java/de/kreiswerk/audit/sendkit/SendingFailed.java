package de.kreiswerk.audit.sendkit;

import java.time.Duration;

/** Something was not sent, or nobody knows whether it was; a sentence says why, and holds no secret. */
public final class SendingFailed extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 300;

    private final Duration retryAfter;

    /**
     * Says why.
     *
     * @param why a sentence without a full stop; control characters in it, such as those of a server, are taken out
     */
    public SendingFailed(String why) {
        this(why, null);
    }

    SendingFailed(String why, Duration retryAfter) {
        super(plain(why));
        this.retryAfter = retryAfter;
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
