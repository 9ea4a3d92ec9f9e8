package de.kreiswerk.audit.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsoleTest {

    @Test
    void aWindowGetsTheCharactersThatItUnderstands() {
        assertThat(charset(true, Map.of("stdout.encoding", "cp850"))).isEqualTo(Charset.forName("IBM850"));
        assertThat(charset(true, Map.of("sun.stdout.encoding", "Cp1252")))
                .as("Java 17")
                .isEqualTo(Charset.forName("windows-1252"));
    }

    @Test
    void aFileGetsUtf8AndSoDoesAWindowOfWhichNothingIsKnown() {
        assertThat(charset(false, Map.of("stdout.encoding", "cp850"))).isEqualTo(UTF_8);
        assertThat(charset(true, Map.of())).isEqualTo(UTF_8);
        assertThat(charset(true, Map.of("stdout.encoding", "no such"))).isEqualTo(UTF_8);
        assertThat(charset(true, Map.of("stdout.encoding", "ANSI_X3.4-1968"))).isEqualTo(UTF_8);
    }

    @Test
    void noWindowShowsQuestionMarksForWords() {
        for (String window : List.of("IBM850", "windows-1252", "UTF-8")) {
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            Charset charset = Charset.forName(window);
            Console.writer(said, charset).println("Prüfpfad „kreis“ hat Einträge");

            assertThat(said.toString(charset))
                    .isEqualTo("Prüfpfad " + (window.equals("IBM850") ? "\"kreis\"" : "„kreis“") + " hat Einträge"
                            + System.lineSeparator());
        }
    }

    private static Charset charset(boolean there, Map<String, String> properties) {
        return Console.charset(there, properties::get);
    }
}
