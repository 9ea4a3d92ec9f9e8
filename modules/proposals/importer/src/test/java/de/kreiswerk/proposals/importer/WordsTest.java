package de.kreiswerk.proposals.importer;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.proposals.importer.words.CommitteeName;
import de.kreiswerk.proposals.importer.words.EuroAmount;
import de.kreiswerk.proposals.importer.words.GermanDate;
import de.kreiswerk.proposals.importer.words.ReferenceNumber;
import de.kreiswerk.proposals.importer.words.TickBox;
import de.kreiswerk.proposals.importer.words.TickBox.State;
import de.kreiswerk.proposals.importer.words.TickBoxes;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7.6.2031",
                "07.06.2031",
                "07.06.31",
                "7. Juni 2031",
                "2031-06-07",
                "Sa., 07.06.2031",
                "Samstag, 07.06.2031, 16:00 Uhr",
                "07.06.2031 16 Uhr",
                "7. Jun. 2031",
                "Dienstag, 07.06.2031",
                "Sonntag, 7. Juni 2031"
            })
    void readsDates(String words) {
        assertThat(GermanDate.of(words).orElseThrow().date()).isEqualTo(LocalDate.of(2031, 6, 7));
    }

    /** Letters that a pattern takes for i and s in either case. */
    @ParameterizedTest
    @ValueSource(strings = {"7. Maı 2031", "7. MAİ 2031", "7. maİ 2031"})
    void readsMonthsWithLettersOfOtherLanguages(String words) {
        assertThat(GermanDate.of(words).orElseThrow().date()).isEqualTo(LocalDate.of(2031, 5, 7));
        assertThat(GermanDate.of("7. ſeptember 2031").orElseThrow().date()).isEqualTo(LocalDate.of(2031, 9, 7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"31.02.2031", "00.01.2031", "12.13.2031", "2031-02-30", "31. April 2031"})
    void daysThatDoNotExistAreDatesWithoutADay(String words) {
        assertThat(GermanDate.of(words).orElseThrow().date()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "6.1. 111-320", "1.2.2031.4", "am 07.06.2031", "12.345,67"})
    void otherWordsAreNoDates(String words) {
        assertThat(GermanDate.of(words)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "12.500,00 €;12500.00",
                "12500 EUR;12500",
                "8.478,75 Euro;8478.75",
                "ca. 300 € im Jahr 2031;300",
                "1,5 Mio. €;1500000",
                "80 T€;80000",
                "-20,-- €;-20",
                "0 €;0",
                "rund 𝟓𝟎 €;50",
                "１２.５００,５０ €;12500.50",
                "750;750"
            })
    void readsAmounts(String words, BigDecimal value) {
        assertThat(EuroAmount.in(words).orElseThrow()).isEqualByComparingTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "keine", "5 € und 6 €", "12,500.00 €", "1.2.3 €", "siehe Anlage 3", "2031"})
    void otherWordsAreNotOneAmount(String words) {
        if (!words.equals("2031")) {
            assertThat(EuroAmount.in(words)).isEmpty();
        }
        assertThat(EuroAmount.is(words)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "x ja;TICKED;ja",
                "[X] ja;TICKED;ja",
                "☒ ja;TICKED;ja",
                "(x) ja;TICKED;ja",
                "- [x] ja;TICKED;ja",
                "ja x;TICKED;ja",
                "ja ☐;EMPTY;ja",
                "ja [ ];EMPTY;ja",
                "[ ] ja;EMPTY;ja",
                "☐ ja;EMPTY;ja",
                "ja;BARE;ja",
                "xylophon;BARE;xylophon"
            })
    void readsBoxes(String line, State state, String words) {
        assertThat(TickBox.of(line)).isEqualTo(new TickBox(state, words));
    }

    @Test
    void readsSeveralBoxesOfALine() {
        assertThat(TickBoxes.in("☐ ja ☒ nein ☐ offen", words -> true))
                .containsExactly(
                        new TickBox(State.EMPTY, "ja"),
                        new TickBox(State.TICKED, "nein"),
                        new TickBox(State.EMPTY, "offen"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "2031/14 neu;2031/14",
                "2031/14, zwei;2031/14",
                "2031/14.;2031/14",
                "BV 12/31 und;BV 12/31",
                "127;127"
            })
    void readsTheNumberThatWordsBeginWith(String words, String number) {
        assertThat(ReferenceNumber.atStart(words).orElseThrow().number()).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_____", "wird vergeben", "siehe Anlage 3", "FB"})
    void otherWordsAreNoNumber(String words) {
        assertThat(ReferenceNumber.atStart(words)).isEmpty();
    }

    @Test
    void knowsCommitteesByTheirNames() {
        assertThat(CommitteeName.looksLike("Jugendhilfeausschuss")).isTrue();
        assertThat(CommitteeName.looksLike("Beirat für Wege")).isTrue();
        assertThat(CommitteeName.looksLike("Die Beratung der Ratenzahlung")).isFalse();
        assertThat(CommitteeName.isMainBody("Rat der Stadt Beispiel")).isTrue();
        assertThat(CommitteeName.isMainBody("Kreistagsfraktion")).isFalse();
    }
}
