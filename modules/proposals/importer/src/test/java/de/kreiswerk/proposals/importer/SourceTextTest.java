package de.kreiswerk.proposals.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.kreiswerk.proposals.importer.text.Line;
import de.kreiswerk.proposals.importer.text.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceTextTest {

    @Test
    void countsLinesEndedInAnyWay() {
        assertThat(SourceText.of("a\nb\r\nc\rd\r\n\r\n\n\re").lines())
                .extracting(Line::number, Line::text)
                .containsExactly(tuple(1, "a"), tuple(2, "b"), tuple(3, "c"), tuple(4, "d"), tuple(8, "e"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "**fett:** und **mehr**;fett: und mehr",
                "## Titel ##;Titel",
                "#hashtag;#hashtag",
                "a\\_b\\*\\*c;a_b**c",
                "5 ** 3;5 ** 3",
                "Zeile\\;Zeile",
                "C:\\Daten\\x;C:\\Daten\\x",
                "****;****",
                "\\_\\_\\_ €;___ €"
            })
    void takesMarkdownOff(String raw, String plain) {
        assertThat(SourceText.of(raw).lines()).extracting(Line::text).containsExactly(plain);
    }

    @Test
    void everyBlankBecomesAPlainOne() {
        assertThat(SourceText.of("\uFEFFa\u00A0b\u202Fc\fd\u00ADe\u200Bf \t").lines())
                .extracting(Line::text)
                .containsExactly("a b c def");
    }

    @Test
    void controlCharactersAreRemovedAndCounted() {
        SourceText text = SourceText.of("a\nb\u0007c\u202E\nd\uD800e");
        assertThat(text.lines()).extracting(Line::text).containsExactly("a", "bc", "de");
        assertThat(text.cleaned()).isEqualTo(2);
        assertThat(text.removed()).isEqualTo(3);
    }

    @Test
    void blankLinesAreGapsInTheNumbers() {
        assertThat(SourceText.of(" \n\t\n a \n\u00A0\nb").lines())
                .extracting(Line::number)
                .containsExactly(3, 5);
    }
}
