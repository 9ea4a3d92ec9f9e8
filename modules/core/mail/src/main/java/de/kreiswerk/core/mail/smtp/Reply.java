package de.kreiswerk.core.mail.smtp;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What the mail server answers (RFC 5321, section 4.2).
 *
 * @param code three digits
 * @param lines what it says, without the code
 */
record Reply(int code, List<String> lines) {

    private static final int LONGEST_LINE = 2_000;
    private static final int MOST_LINES = 100;
    private static final int GOOD_BYE = 421;
    private static final Pattern LINE = Pattern.compile("[2-5][0-9]{2}(?:[ -].*)?");

    /** Reads up to the end of a reply, not a byte more. What is no reply, or too long for one, is a {@link NoReply}. */
    static Reply read(InputStream in) throws IOException {
        List<String> lines = new ArrayList<>();
        String line;
        do {
            line = line(in);
            if (!LINE.matcher(line).matches() || lines.size() == MOST_LINES) {
                throw new NoReply();
            }
            lines.add(line.length() > 4 ? line.substring(4) : "");
        } while (line.length() > 3 && line.charAt(3) == '-');
        return new Reply(Integer.parseInt(line.substring(0, 3)), List.copyOf(lines));
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The mail server closed the connection");
            }
            if (line.length() == LONGEST_LINE) {
                throw new NoReply();
            }
            line.append((char) next);
        }
        // Whatever is not ASCII is for people only; most servers that say it mean UTF-8.
        String read = new String(line.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        return read.endsWith("\r") ? read.substring(0, read.length() - 1) : read;
    }

    boolean isDone() {
        return code / 100 == 2;
    }

    boolean goesOn() {
        return code / 100 == 3;
    }

    /** The server mends it by itself (section 4.2.1). */
    boolean isForNow() {
        return code / 100 == 4;
    }

    /** Of the whole server, whatever it was told (section 3.8). */
    boolean isGoodBye() {
        return code == GOOD_BYE;
    }

    boolean isForGood() {
        return code / 100 == 5;
    }

    /** What the server can, of an answer to EHLO: the keyword with its parameters, null when it cannot. */
    String can(String keyword) {
        return lines.stream()
                .skip(1)
                .map(line -> line.strip().toUpperCase(Locale.ROOT))
                // Some old servers write AUTH=PLAIN.
                .filter(line ->
                        line.equals(keyword) || line.startsWith(keyword + " ") || line.startsWith(keyword + "="))
                .findFirst()
                .orElse(null);
    }

    @Override
    public String toString() {
        return code + " " + String.join(" ", lines);
    }

    /** Something else speaks at that port. */
    static final class NoReply extends IOException {

        private static final long serialVersionUID = 1L;

        NoReply() {
            super("What answers is no mail server");
        }
    }
}
