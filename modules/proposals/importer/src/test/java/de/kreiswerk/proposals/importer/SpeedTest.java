package de.kreiswerk.proposals.importer;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.proposals.api.Papers;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Ten million characters of anything are read or refused in about two seconds. Some hundred thousand show what is not linear,
 * so the whole is read with {@code -Pfull} only. The bounds are generous, because machines are different; what is not linear
 * takes much longer and fails all the same.
 */
class SpeedTest {

    private static final boolean FULL = Boolean.getBoolean("kreiswerk.full");
    private static final int CHARACTERS = FULL ? Papers.MAX_TEXT_LENGTH : 600_000;
    private static final Duration BOUND = Duration.ofSeconds(FULL ? 10 : 5);

    @BeforeAll
    static void warmUp() {
        for (int i = 0; i < 200; i++) {
            Vorlage.read(Vorlage.COMPLETE);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Sachverhalt:;Ein Satz mit einigen Wörtern, wie er in jeder Vorlage steht, und noch einer dazu.~",
                "Sachverhalt:;~",
                "Sachverhalt:;a~",
                "Sachverhalt:;1~~2~~",
                "Sachverhalt:;Anlagen 1 und 1 und 1 und ",
                "Sachverhalt:;[[[[",
                "Sachverhalt:;Passwort: x http://y~",
                "Sachverhalt:;Sachverhalt:~x~",
                "Sachverhalt:;Beschlussvorschlag:~Text~Sachverhalt:~Text~LANDKREIS MUSTERLAND~DER LANDRAT~",
                "Sachverhalt:;### Neu~Text und mehr Text~",
                "Sachverhalt:;a^b^c^d^e^f^g^",
                "Sachverhalt:;<a<a",
                "Betreff:;Vorlage - Vorlage-",
                "Betreff:;(((( ",
                "Beratungsfolge:;||||",
                "Beratungsfolge:;Kreisausschuss 01.02.2031 und mehr~",
                "Beratungsfolge:;Worte und immer mehr Worte~",
                "Beratungsfolge:;Status Ö/N Status Ö/N Status Ö/N Status Ö/N Status Ö/N Status Ö/N Status Ö/N Status~",
                "Beratungsfolge:;●|●|",
                "Finanzielle Auswirkungen:;a) für die Umsetzung: c) haushaltsrechtlich ",
                "Finanzielle Auswirkungen:;c) Haushaltsrechtlich gesichert: ☒ x ☐ y ~",
                "Finanzielle Auswirkungen:;c) Haushaltsrechtlich gesichert: x x x x ja ☒ x [x] x x x x x x x x x x~",
                "Finanzielle Auswirkungen:;a^b^c^d^e^f^g^h^i^j^k^l^m~",
                "Finanzielle Auswirkungen:;12.500,00 €",
                "Klimacheck:;x positive Klimawirkung~",
                "Klimacheck:;x positive Klimawirkung ☒ x ",
                "Anlagen:;Anlage 1 1 Plan (84 KB)~",
                "Anlagen:;((((",
                "Anlagen:;1 - Plan - nichtöffentlich~",
                "Anlagen:;- Plan (nichtöffentlich",
                "Anlagen:;1. Plan~Anlage 1 ist vertraulich.~",
                "Anlagen:;nichtöffentlich - ",
                "Anlagen:;1. 1.1-1_1/1. - ",
                "Anlagen:;1. 1~",
                "Beratungsfolge:;Kreistag~Die Beratung ist nicht öffentlich.~",
                "Status:;Status:öffentlich",
                "Vorlagennummer:;A A A A ",
                "Vorlagennummer:;A/ A/ A/ A/ ",
                "Vorlage;**__##",
                "Vorlage;\\_\\*"
            })
    void millionsOfCharactersAreReadOrRefused(String label, String unit) {
        String text = text(label, unit.replace('~', '\n').replace('^', '\t'));
        Duration taken = Cpu.of(() -> {
            try {
                Vorlage.read(text);
            } catch (ProblemException refused) {
                assertThat(refused.problem().detail().german()).isNotBlank();
            }
        });

        assertThat(taken).isLessThan(BOUND);
    }

    private static String text(String label, String unit) {
        StringBuilder text = new StringBuilder(CHARACTERS);
        text.append(Vorlage.with(label)).append('\n');
        int line = 0;
        while (text.length() + unit.length() + 1 < CHARACTERS) {
            text.append(unit);
            line = unit.endsWith("\n") ? 0 : line + unit.length();
            // Lines just within the limit: the worst that is still read.
            if (line > 1_000_000) {
                text.append('\n');
                line = 0;
            }
        }
        return text.toString();
    }
}
