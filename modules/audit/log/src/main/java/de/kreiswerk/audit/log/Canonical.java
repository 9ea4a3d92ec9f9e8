package de.kreiswerk.audit.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.SortedMap;

/**
 * Writes JSON by RFC 8785 (JCS): names sorted by UTF-16 code units, no white space, the shortest escapes in lower case.
 * Values are strings, small integers and objects; nothing else occurs in a record.
 */
final class Canonical {

    private static final JsonFactory JSON =
            new JsonFactoryBuilder().characterEscapes(new LowerCaseEscapes()).build();

    private Canonical() {}

    static String write(SortedMap<String, Object> object) {
        StringWriter out = new StringWriter(512);
        try (JsonGenerator json = JSON.createGenerator(out)) {
            write(json, object);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static void write(JsonGenerator json, SortedMap<?, ?> object) throws IOException {
        json.writeStartObject();
        for (Map.Entry<?, ?> entry : object.entrySet()) {
            json.writeFieldName(wellFormed((String) entry.getKey()));
            if (entry.getValue() instanceof SortedMap<?, ?> inner) {
                write(json, inner);
            } else if (entry.getValue() instanceof Integer number) {
                json.writeNumber(number);
            } else {
                json.writeString(wellFormed((String) entry.getValue()));
            }
        }
        json.writeEndObject();
    }

    /** Half a surrogate pair has no UTF-8, so no canonical form: it becomes the replacement character. */
    private static String wellFormed(String text) {
        StringBuilder mended = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                mended = mended == null ? new StringBuilder(text) : mended;
                mended.setCharAt(i, '\uFFFD');
            }
        }
        return mended == null ? text : mended.toString();
    }

    private static final class LowerCaseEscapes extends CharacterEscapes {

        private static final long serialVersionUID = 1L;

        private final int[] codes = CharacterEscapes.standardAsciiEscapesForJSON();

        LowerCaseEscapes() {
            for (int c = 0; c < ' '; c++) {
                if (codes[c] == CharacterEscapes.ESCAPE_STANDARD) {
                    codes[c] = CharacterEscapes.ESCAPE_CUSTOM;
                }
            }
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return codes;
        }

        @Override
        public SerializableString getEscapeSequence(int c) {
            // Null leaves a character as it is; Jackson asks for those beyond ASCII as well.
            return c < ' ' ? new SerializedString(String.format("\\u%04x", c)) : null;
        }
    }
}
