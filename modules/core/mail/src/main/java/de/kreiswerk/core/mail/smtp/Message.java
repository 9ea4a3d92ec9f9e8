package de.kreiswerk.core.mail.smtp;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A mail as it is written (RFC 5322, MIME): ASCII only, whatever it says, so that no server has to know more, and
 * none of its lines begins with a dot, which would end it.
 */
final class Message {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final Pattern PLAIN = Pattern.compile("[\\x20-\\x7e]*");
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9 ]*");

    /** With the 12 characters around it, an encoded word of RFC 2047 stays below 76. */
    private static final int BYTES_A_WORD = 45;

    /** Leaves room for the longest name of a header. */
    private static final int LONGEST_PLAIN = 60;

    private static final String END = "\r\n";

    private Message() {}

    static byte[] of(Delivery mail, SmtpSettings settings) {
        String from = settings.fromAddress();
        StringBuilder head = new StringBuilder()
                .append("Date: ")
                .append(DATE.format(mail.created()))
                .append(END)
                .append("From: ")
                .append(mailbox(settings.fromName(), from))
                .append(END)
                .append("To: ")
                .append(mail.to())
                .append(END)
                .append("Subject: ")
                .append(words(mail.subject(), PLAIN))
                .append(END)
                // The same at each attempt: what comes twice is recognised.
                .append("Message-ID: <")
                .append(mail.id())
                .append(from.substring(from.indexOf('@')))
                .append('>')
                .append(END)
                .append("MIME-Version: 1.0")
                .append(END)
                .append("Content-Type: text/plain; charset=UTF-8")
                .append(END)
                .append("Content-Transfer-Encoding: base64")
                .append(END)
                // RFC 3834: nobody's absence is to be told to a machine.
                .append("Auto-Submitted: auto-generated")
                .append(END)
                .append(END);
        byte[] text = mail.text().replace("\n", END).getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.toString().getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(Base64.getMimeEncoder().encode(text));
        bytes.writeBytes(END.getBytes(StandardCharsets.US_ASCII));
        return bytes.toByteArray();
    }

    private static String mailbox(String name, String address) {
        return name.isEmpty() ? address : words(name, PLAIN_NAME) + " <" + address + ">";
    }

    /** As it is when that is safe, else as encoded words, each of whole characters, a line each. */
    private static String words(String text, Pattern safe) {
        if (text.length() <= LONGEST_PLAIN && safe.matcher(text).matches() && !text.contains("=?")) {
            return text;
        }
        StringBuilder words = new StringBuilder();
        StringBuilder word = new StringBuilder();
        int bytes = 0;
        for (int at = 0; at < text.length(); ) {
            String character = Character.toString(text.codePointAt(at));
            int size = character.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + size > BYTES_A_WORD) {
                words.append(encoded(word)).append(END).append(' ');
                word.setLength(0);
                bytes = 0;
            }
            word.append(character);
            bytes += size;
            at += character.length();
        }
        return words.append(encoded(word)).toString();
    }

    private static String encoded(CharSequence word) {
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(word.toString().getBytes(StandardCharsets.UTF_8))
                + "?=";
    }
}
