package de.kreiswerk.core.mail.smtp;

/** A mail was not sent, or nobody knows whether it was. */
public final class SendingFailed extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 300;

    private final Fault fault;
    private final boolean forGood;
    private final String reply;

    SendingFailed(Fault fault, boolean forGood, String reply) {
        super(fault + (forGood ? " for good: " : ": ") + reply);
        this.fault = fault;
        this.forGood = forGood;
        this.reply = reply;
    }

    /** That can be mended, or mends itself. */
    static SendingFailed forNow(Fault fault, String words) {
        return new SendingFailed(fault, false, plain(words));
    }

    /** A fault of the platform. */
    public static SendingFailed unexpected(String words) {
        return forNow(Fault.INTERNAL, words);
    }

    /** What went wrong. */
    public Fault fault() {
        return fault;
    }

    /** Whether trying again is of no use. */
    public boolean isForGood() {
        return forGood;
    }

    /** What the mail server said, or Java; in one line, without addresses of people. */
    public String reply() {
        return reply;
    }

    /** Servers quote the recipient: the part before the @ tells who it is. An apostrophe may be in it, whether or not one is around it. */
    static String plain(String words) {
        String line = String.valueOf(words)
                .replaceAll("[\\p{Cntrl}\\u0080-\\u009f\\u2028\\u2029]+", " ")
                .replaceAll("[^\\s<>\"(),:;\\[\\]]+@", "…@")
                .strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST - 1) + "…" : line;
    }
}
