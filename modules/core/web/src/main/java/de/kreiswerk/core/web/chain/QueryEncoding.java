package de.kreiswerk.core.web.chain;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Whether what stands behind the question mark can be read at all: the server would take it for a fault of the endpoint. */
final class QueryEncoding {

    private static final int HEX = 16;

    private QueryEncoding() {}

    /** True when each percent sign has its two digits, and the bytes are UTF-8. */
    static boolean isReadable(String query) {
        if (query == null || query.indexOf('%') < 0) {
            return true;
        }
        ByteBuffer bytes = ByteBuffer.allocate(query.length());
        for (int i = 0; i < query.length(); i++) {
            char c = query.charAt(i);
            if (c != '%') {
                // What is not percent-encoded has been decoded by the server already; only where it ends matters here.
                bytes.put((byte) (c < 128 ? c : '?'));
                continue;
            }
            if (i + 2 >= query.length() || !isHex(query.charAt(i + 1)) || !isHex(query.charAt(i + 2))) {
                return false;
            }
            bytes.put((byte) Integer.parseInt(query, i + 1, i + 3, HEX));
            i += 2;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(bytes.flip());
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static boolean isHex(char c) {
        return Character.digit(c, HEX) >= 0 && c < 128;
    }
}
