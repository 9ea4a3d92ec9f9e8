package de.kreiswerk.proposals.rest;

import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.Problem.Place;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the body of an import: UTF-8, at most 10 MiB, and says in which line it is not. */
final class TextBody {

    static final int MAX_BYTES = 10 * 1024 * 1024;

    private TextBody() {}

    static String read(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new ProblemException(
                    Problem.Kind.TOO_LARGE,
                    "text-too-large",
                    new Text("Text zu groß", "Text too large"),
                    new Text(
                            "Der Text einer Vorlage darf höchstens 10 MiB haben. Große Inhalte gehören in Anlagen.",
                            "The text of a proposal may have 10 MiB at most. Large content belongs into attachments."));
        }
        return decode(bytes);
    }

    private static String decode(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        int start = startsWithByteOrderMark(bytes) ? 3 : 0;
        ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            throw notUtf8(line(bytes, in.position()));
        }
        decoder.flush(out);
        return out.flip().toString();
    }

    private static boolean startsWithByteOrderMark(byte[] bytes) {
        return bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
    }

    private static int line(byte[] bytes, int position) {
        int line = 1;
        for (int i = 0; i < position; i++) {
            boolean endsLine = bytes[i] == '\n' || (bytes[i] == '\r' && bytes[i + 1] != '\n');
            if (endsLine) {
                line++;
            }
        }
        return line;
    }

    private static ProblemException notUtf8(int line) {
        return new ProblemException(new Problem(
                Problem.Kind.MALFORMED,
                "text-not-utf8",
                new Text("Text ist nicht UTF-8", "Text is not UTF-8"),
                new Text(
                        "Ab Zeile " + line
                                + " ist der Text nicht in UTF-8. Speichern Sie ihn in UTF-8 und senden Sie ihn neu.",
                        "From line " + line + " on the text is not UTF-8. Save it as UTF-8 and send it again."),
                List.of(new Place(line, new Text("Zeichen, die kein UTF-8 sind", "Characters that are not UTF-8")))));
    }
}
