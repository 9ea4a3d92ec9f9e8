package de.kreiswerk.proposals.oparl.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OparlFormTest {

    private static final String BASE = "https://politik.landkreis.example";

    /** Marks are looked for in eight bytes at a time; beside one may stand what differs from it in its last bit. */
    @ParameterizedTest
    @ValueSource(strings = {"\u007f", "a\u007f", "\u007f\u007e\u007f", "ab\u007f\u0000", "\u007f\u00ff\u007e", "ä"})
    void theAddressStandsInThePlaceOfEachMarkWhereverItIs(String alphabet) {
        Random random = new Random(7);
        for (int length = 0; length < 70; length++) {
            StringBuilder marked = new StringBuilder();
            for (int i = 0; i < length; i++) {
                marked.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            byte[] formed = marked.toString().getBytes(StandardCharsets.ISO_8859_1);
            byte[] base = BASE.getBytes(StandardCharsets.ISO_8859_1);
            byte[] expected = marked.toString().replace("\u007f", BASE).getBytes(StandardCharsets.ISO_8859_1);

            assertThat(OparlForm.length(formed, base)).isEqualTo(expected.length);
            ByteBuffer out = ByteBuffer.allocate(expected.length);
            OparlForm.write(formed, base, out);
            assertThat(out.array()).isEqualTo(expected);
        }
    }
}
