package de.kreiswerk.core.web.files;

import java.nio.charset.StandardCharsets;

/** The header Content-Disposition (RFC 6266) with a file name in any language (RFC 8187). */
final class ContentDisposition {

    private static final int MAX_LENGTH = 150;
    private static final String UNESCAPED = "!#$&+-.^_`|~";

    private ContentDisposition() {}

    static String of(boolean inline, String fileName, String fallback) {
        String name = clean(fileName == null || fileName.isBlank() ? fallback : fileName);
        return (inline ? "inline" : "attachment")
                + "; filename=\"" + name.replaceAll("[^\\x20-\\x7e]|[\"\\\\%]", "_")
                + "\"; filename*=UTF-8''" + encoded(name);
    }

    private static String clean(String fileName) {
        String clean = fileName.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}/\\\\:*?<>|]", "_")
                .strip();
        return clean.length() <= MAX_LENGTH ? clean : shortened(clean);
    }

    /** Keeps the ending: it says what opens the file. */
    private static String shortened(String name) {
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
        int end = MAX_LENGTH - ending.length();
        return name.substring(0, Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end) + ending;
    }

    private static String encoded(String name) {
        StringBuilder encoded = new StringBuilder(name.length() * 2);
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9';
            if (plain || UNESCAPED.indexOf(b) >= 0) {
                encoded.append((char) b);
            } else {
                encoded.append('%').append(String.format("%02X", b));
            }
        }
        return encoded.toString();
    }
}
