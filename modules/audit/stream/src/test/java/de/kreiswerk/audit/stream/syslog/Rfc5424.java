package de.kreiswerk.audit.stream.syslog;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads a message by the grammar of RFC 5424, section 6, and nothing else. Knows nothing of who wrote it. */
final class Rfc5424 {

    int priority;
    Instant time;
    String hostName;
    String appName;
    String processId;
    String messageId;
    String structuredId;
    final Map<String, String> parameters = new LinkedHashMap<>();
    String message;

    private final byte[] bytes;
    private int at;

    Rfc5424(byte[] bytes) {
        this.bytes = bytes;
        expect('<');
        String digits = until('>', 3);
        must(digits.matches("0|[1-9][0-9]{0,2}") && Integer.parseInt(digits) <= 191, "PRI");
        priority = Integer.parseInt(digits);
        must(until(' ', 3).equals("1"), "VERSION");
        String stamp = until(' ', 40);
        must(stamp.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"), "TIMESTAMP");
        time = Instant.parse(stamp);
        hostName = printable(255);
        appName = printable(48);
        processId = printable(128);
        messageId = printable(32);
        expect('[');
        structuredId = name(' ');
        while (peek() != ']') {
            String name = name('=');
            expect('"');
            must(parameters.put(name, value()) == null, "twice " + name);
            if (peek() == ' ') {
                at++;
            }
        }
        expect(']');
        expect(' ');
        must((bytes[at] & 0xff) == 0xef && (bytes[at + 1] & 0xff) == 0xbb && (bytes[at + 2] & 0xff) == 0xbf, "BOM");
        message = utf8(at + 3, bytes.length);
    }

    private String value() {
        int begin = at;
        StringBuilder plain = new StringBuilder();
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        while (bytes[at] != '"') {
            must(bytes[at] != ']', "] that is not escaped, in a value from " + begin);
            if (bytes[at] == '\\') {
                at++;
                must(bytes[at] == '"' || bytes[at] == '\\' || bytes[at] == ']', "a needless escape");
            }
            out.write(bytes[at++]);
        }
        at++;
        byte[] value = out.toByteArray();
        return plain.append(decode(ByteBuffer.wrap(value))).toString();
    }

    private String name(char end) {
        String name = until(end, 32);
        must(name.matches("[\\x21-\\x7e&&[^=\\]\"]]{1,32}"), "SD-NAME " + name);
        return name;
    }

    private String printable(int longest) {
        String text = until(' ', longest);
        must(text.matches("[\\x21-\\x7e]+"), "printable ASCII: " + text);
        return text;
    }

    private String until(char end, int longest) {
        int begin = at;
        while (bytes[at] != end) {
            at++;
            must(at - begin <= longest, "too long");
        }
        return utf8(begin, at++);
    }

    private String utf8(int from, int to) {
        return decode(ByteBuffer.wrap(bytes, from, to - from));
    }

    private static String decode(ByteBuffer buffer) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(buffer).toString();
        } catch (CharacterCodingException e) {
            throw new AssertionError("no UTF-8", e);
        }
    }

    private int peek() {
        return bytes[at];
    }

    private void expect(char c) {
        must(bytes[at++] == c, "expected " + c);
    }

    private void must(boolean right, String what) {
        if (!right) {
            throw new AssertionError(what + " at byte " + at + " of " + new String(bytes, StandardCharsets.UTF_8));
        }
    }
}
