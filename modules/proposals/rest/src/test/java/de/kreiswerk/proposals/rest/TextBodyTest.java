package de.kreiswerk.proposals.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.Problem.Place;
import de.kreiswerk.core.api.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextBodyTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "Straße\r\nGrün\n", "„Öffentlich“ € 🚲 \u2028 \u0001", "x\u0000y"})
    void aTextInUtf8IsReadAsItIs(String text) throws IOException {
        assertThat(read(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheText() throws IOException {
        assertThat(read("\uFEFF2026/127".getBytes(StandardCharsets.UTF_8))).isEqualTo("2026/127");
        assertThat(read("\uFEFF".getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(read("a\uFEFFb".getBytes(StandardCharsets.UTF_8))).isEqualTo("a\uFEFFb");
    }

    @ParameterizedTest
    @CsvSource({"'Straße', 1", "'Weg\nStraße', 2", "'a\n\n\nStraße\nb', 4", "'a\r\nb\r\nStraße', 3", "'a\rb\rStraße', 3"
    })
    void whatIsNotUtf8IsRefusedWithItsLine(String text, int line) {
        ProblemException refused = refused(text.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(refused.problem().kind()).isEqualTo(Problem.Kind.MALFORMED);
        assertThat(refused.problem().code()).isEqualTo("text-not-utf8");
        assertThat(refused.problem().places()).extracting(Place::line).containsExactly(line);
        assertThat(refused.problem().detail().german()).contains("Zeile " + line);
    }

    @Test
    void aLineAfterAByteOrderMarkIsCountedRight() {
        byte[] text = concat("\uFEFFa\nb\n".getBytes(StandardCharsets.UTF_8), new byte[] {(byte) 0xE4});

        assertThat(refused(text).problem().places()).extracting(Place::line).containsExactly(3);
    }

    @Test
    void aCharacterThatIsCutOffAtTheEndIsRefused() {
        byte[] whole = "a\n€".getBytes(StandardCharsets.UTF_8);

        assertThat(refused(Arrays.copyOf(whole, whole.length - 1)).problem().places())
                .extracting(Place::line)
                .containsExactly(2);
    }

    @Test
    void formsThatOnlyLookLikeUtf8AreRefused() {
        // An overlong slash, half a surrogate pair, and something beyond Unicode.
        for (int[] bytes : new int[][] {{0xC0, 0xAF}, {0xED, 0xA0, 0x80}, {0xF4, 0x90, 0x80, 0x80}, {0xFF, 0xFE}}) {
            assertThat(refused(bytes(bytes)).problem().code()).isEqualTo("text-not-utf8");
        }
    }

    @Test
    void aTextMayHaveTenMebibytesAndNotOneByteMore() throws IOException {
        byte[] largest = new byte[TextBody.MAX_BYTES];
        Arrays.fill(largest, (byte) 'a');
        assertThat(read(largest)).hasSize(TextBody.MAX_BYTES);

        ProblemException refused = refused(concat(largest, new byte[] {'a'}));
        assertThat(refused.problem().kind()).isEqualTo(Problem.Kind.TOO_LARGE);
        assertThat(refused.problem().detail().german()).contains("10 MiB");
    }

    @Test
    void noMoreThanTheLimitIsReadFromWhoeverGoesOnSending() {
        InputStream endless = new InputStream() {
            private long read;

            @Override
            public int read() {
                assertThat(++read).isLessThan(2L * TextBody.MAX_BYTES);
                return 'a';
            }
        };

        assertThat(catchThrowableOfType(ProblemException.class, () -> TextBody.read(endless))
                        .problem()
                        .kind())
                .isEqualTo(Problem.Kind.TOO_LARGE);
    }

    private static ProblemException refused(byte[] bytes) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> read(bytes));
        assertThat(refused).as("a refusal").isNotNull();
        return refused;
    }

    private static String read(byte[] bytes) throws IOException {
        return TextBody.read(new ByteArrayInputStream(bytes));
    }

    private static byte[] concat(byte[] first, byte[] second) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(first);
        both.writeBytes(second);
        return both.toByteArray();
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
