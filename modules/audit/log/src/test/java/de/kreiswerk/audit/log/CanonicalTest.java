package de.kreiswerk.audit.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the reference implementation of RFC 8785. */
class CanonicalTest {

    private static final int OBJECTS = 2_000;

    private final ObjectMapper plain = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void randomObjectsAreWrittenLikeTheReferenceWritesThem(long seed) throws Exception {
        Random random = new Random(seed);
        for (int i = 0; i < OBJECTS; i++) {
            SortedMap<String, Object> object = object(random, 2);

            assertThat(Canonical.write(object))
                    .as("object %d of seed %d", i, seed)
                    .isEqualTo(new JsonCanonicalizer(plain.writeValueAsString(object)).getEncodedString());
        }
    }

    @Test
    void everyCharacterOfTheBasicPlaneIsWrittenLikeTheReferenceWritesIt() throws Exception {
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            if (!Character.isSurrogate((char) c)) {
                SortedMap<String, Object> object = new TreeMap<>();
                object.put("x", "a" + (char) c + "b");

                assertThat(Canonical.write(object))
                        .as("U+%04X", c)
                        .isEqualTo(new JsonCanonicalizer(plain.writeValueAsString(object)).getEncodedString());
            }
        }
    }

    @Test
    void namesStandInTheOrderOfTheirUtf16CodeUnits() {
        SortedMap<String, Object> object = new TreeMap<>();
        object.put("\uFB33", 5);
        object.put("\uD83D\uDE02", 4);
        object.put("ö", 3);
        object.put("1", 1);
        object.put("a", 2);

        assertThat(Canonical.write(object)).isEqualTo("{\"1\":1,\"a\":2,\"ö\":3,\"\uD83D\uDE02\":4,\"\uFB33\":5}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD83D", "\uDE02", "a\uD83D", "\uDE02\uD83D", "\uD83D\uD83D\uDE02", "x\uDE02y\uD83Dz"})
    void halfACharacterBecomesTheReplacementCharacter(String text) {
        SortedMap<String, Object> object = new TreeMap<>();
        object.put("x", text);

        String written = Canonical.write(object);

        assertThat(written).contains("\uFFFD");
        assertThat(new String(written.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .as("the same after UTF-8")
                .isEqualTo(written);
    }

    @Test
    void wholeCharactersBesideAHalfOneStay() {
        SortedMap<String, Object> object = new TreeMap<>();
        object.put("x", "\uD83D\uDE02\uD83D\uD83D\uDE02");

        assertThat(Canonical.write(object)).isEqualTo("{\"x\":\"\uD83D\uDE02\uFFFD\uD83D\uDE02\"}");
    }

    @Test
    void aTextOfHalfCharactersOnlyIsNoProblem() {
        SortedMap<String, Object> object = new TreeMap<>();
        object.put("x", "\uD83D".repeat(50_000));

        assertThat(Canonical.write(object)).isEqualTo("{\"x\":\"" + "\uFFFD".repeat(50_000) + "\"}");
    }

    private static SortedMap<String, Object> object(Random random, int depth) {
        SortedMap<String, Object> object = new TreeMap<>();
        int members = random.nextInt(6);
        for (int i = 0; i < members; i++) {
            object.put(
                    text(random),
                    switch (depth == 0 ? random.nextInt(2) : random.nextInt(3)) {
                        case 0 -> text(random);
                        case 1 -> random.nextInt(2_000_000) - 1_000_000;
                        default -> object(random, depth - 1);
                    });
        }
        return object;
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(12);
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(codePoint(random));
        }
        return text.toString();
    }

    private static int codePoint(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> random.nextInt(0x20);
            case 1 -> "\"\\/\b\f\n\r\t\u007f\u0080\u2028\u2029\uFEFF".charAt(random.nextInt(13));
            case 2 -> 0x20 + random.nextInt(0xD800 - 0x20);
            case 3 -> 0xE000 + random.nextInt(0x2000);
            default -> 0x10000 + random.nextInt(0x100000);
        };
    }
}
