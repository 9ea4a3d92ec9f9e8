package de.kreiswerk.proposals.importer;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.proposals.importer.noise.Noise;
import de.kreiswerk.proposals.importer.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever labels, forms and rows a text is made of: each of its own words is somewhere in what is read. */
class NothingIsLostTest {

    private static final int TEXTS = Boolean.getBoolean("kreiswerk.full") ? 40_000 : 1_000;

    // A # stands for a word of the text's own.
    private static final List<String> LINES = List.of(
            "",
            "",
            "",
            "",
            "#",
            "# # #.",
            "#: #",
            "## #",
            "### # #",
            "- #",
            "- #: #",
            "-",
            "|",
            "| # |",
            "| # | # | # |",
            "| ● # | 01.02.2026 | # | Beratung |",
            "●",
            "Geplant",
            "Beratung",
            "#\t#\t#",
            "\t#\t#",
            "1",
            "2",
            "3",
            "GESAMT",
            "12,50 €",
            "Vorlagennummer: 2026/1",
            "**Vorlagennummer:** 2026/1 #",
            "Beschlussvorlage - 2026/1",
            "Vorlageart: #",
            "Status: #",
            "Status:öffentlichVorlage-Art:#",
            "Öffentlichkeitsstatus: öffentlich #",
            "Öffentlichkeit: nichtöffentlich #",
            "VERTRAULICH",
            "Betreff: # #",
            "- Betreff:",
            "Anlass: #",
            "Verfasser:#Federführend:# Bearbeiter/-in: #",
            "Federführung:",
            "Beteiligt: #; #",
            "Produkte: #",
            "  1.2. #",
            "Aktenzeichen: #",
            "Grunddaten",
            "Beratungsfolge",
            "Beratungsfolge:",
            "Beratungsfolge\tGeplante Sitzungstermine\tÖffentlichkeitsstatus",
            "Gremium\tErgebnis\tRolle\tStatus",
            "Gremium Termin Ö/N",
            "# (Beratung)\t01.03.2026\tÖ",
            "#ausschuss (#)\t# 01.03.2026 #\tN #",
            "Kreistag\tbeschlossen #\t#\t#",
            "#ausschuss # Vorberatung",
            "01.04.2026",
            "01.04.2026 #",
            "31.04.2026 Sitzung des # ungeändert beschlossen",
            "Nichtöffentliche Sitzung # # zur Kenntnis genommen",
            "Kreisausschuss # 02.05.2026 # N",
            "Kreistag\t02.05.2026\tN (nichtöffentlich) #",
            "Beratung # nichtöffentlich:",
            "02.05.2026 Kreistag # Entscheidung",
            "10. Mai 2026 Kreisausschuss #",
            "Kreistag # 10. Sept. 2026",
            "Beschlussvorschlag",
            "Beschlussvorschlag: #",
            "### Beschlussvorschlag:",
            "**Beschlussvorschlag Antragsteller**",
            "Sachverhalt",
            "### Sachverhalt:",
            "Sachlage:",
            "Begründung:",
            "Begründung: #",
            "### Begründung",
            "Sonstiges: #",
            "Finanzielle Auswirkungen:",
            "### Finanzielle Auswirkungen",
            "a) für die Umsetzung der Maßnahmen: # €",
            "a) Umsetzung von #: 5 €",
            "a) für die Umsetzung der Maßnahmen # 5 € (#: #)",
            "a) für die Umsetzung der #\t# €",
            "b) an Folgekosten: 1.000 € #",
            "b) an Folgekosten\t#\t#",
            "c) Haushaltsrechtlich gesichert:",
            "c) Haushaltsrechtlich gesichert: #",
            "x im Haushaltsplan veranschlagt",
            "[ ] im Haushaltsplan veranschlagt #",
            "☒ durch Mittelverschiebung im Budget #",
            "durch überplanmäßige/außerplanmäßige Ausgabe #",
            "d) mögliche Einnahmen: ja, #",
            "d) mögliche Einnahmen: ja / nein / unbekannt",
            "d) mögliche Einnahmen:",
            "wenn ja, umsatzsteuerliche Relevanz der Einnahmen: #",
            "x ja",
            "ja #",
            "ja nein #",
            "☐ ja # ☒ nein # ☐ klärungsbedürftig #",
            "x klärungsbedürftig #",
            "nein x",
            "ja ☐ # nein ☒ #",
            "# ja x nein #",
            "ja ☒ # nein",
            "ja [ ] / nein [x]",
            "Klimacheck:",
            "Klimacheck: positive Klimawirkung #",
            "### Klimacheck",
            "Was für eine Klimawirkung hat das Vorhaben?",
            "x positive Klimawirkung #",
            "[x] negative Klimawirkung",
            "negative Klimawirkung",
            "negative Klimawirkung ☐",
            "positive Klimawirkung ☐ # negative Klimawirkung ☒ #",
            "positive Klimawirkung ☒ negative Klimawirkung #",
            "keine oder geringe Klimawirkung #",
            "Ergebnis des KlimaChecks (in Tabellenform) einfügen: #",
            "Anlage/n",
            "**Anlagen:**",
            "Anlagen: #",
            "Anlage/n: 1 Anlage (#)",
            "-1-",
            "Nr. Name",
            "1 - # (öffentlich)",
            "1 - # (#) (12 KB)",
            "Anlage 1 1 # (84 KB)",
            "Anlage 3 2a # (1 MB)",
            "Anlage 2: #",
            "Anlage 2a: #",
            "4. #",
            "| 5 | # | # | öffentlich |",
            "| 6 | N | # | # |",
            "Nichtöffentliche Anlagen:",
            "Anlagen (nichtöffentlich): #",
            "# vertraulich:",
            "2 - # - nichtöffentlich",
            "Anlage 2 (nichtöffentlich): #",
            "1 - # (nichtöffentliche #)",
            "Anlage 1 ist nichtöffentlich #",
            "2 Anlagen (nichtöffentlich)",
            "(N)",
            "https://example.org/#",
            "Passwort: #",
            "LANDKREIS MUSTERLAND",
            "DER LANDRAT",
            "Reduzieren",
            "Zum Inhalt springen",
            "![#](#.png)",
            "Seite 1 von 2",
            "[gekürzt] #",
            "\\_#\\_ **#** #\\",
            "#\u00A0#\u200B#");

    private final PaperImporterImpl importer = new PaperImporterImpl();

    @Test
    void everyWordIsInTheDocumentOrInTheNoise() {
        int read = 0;
        for (int seed = 0; seed < TEXTS; seed++) {
            Sample sample = Sample.of(new Random(seed));
            if (survives(sample, seed)) {
                read++;
            }
        }
        assertThat(read).as("texts that were read, not refused").isGreaterThan(TEXTS / 2);
    }

    /** Patterns take some letters of other languages for ours, and digits of other fonts for digits. */
    @Test
    void strangeLettersAreNoFault() {
        for (int seed = 0; seed < TEXTS / 2; seed++) {
            Random random = new Random(seed);
            String text = strange(Sample.of(random).text, random);
            try {
                assertThat(importer.read(text)).isNotNull();
            } catch (ProblemException refused) {
                assertThat(refused.problem().code()).startsWith("reference-");
            }
        }
    }

    private static String strange(String text, Random random) {
        StringBuilder strange = new StringBuilder(text.length());
        text.codePoints().map(c -> random.nextInt(8) == 0 ? strange(c) : c).forEach(strange::appendCodePoint);
        return strange.toString();
    }

    private static int strange(int c) {
        return switch (c) {
            case 'i' -> 'ı';
            case 'I' -> 'İ';
            case 's' -> 'ſ';
            case 'k' -> '\u212A';
            default -> c >= '0' && c <= '9' ? 0x1D7CE + c - '0' : c;
        };
    }

    private boolean survives(Sample sample, int seed) {
        try {
            String known = importer.read(sample.text).document() + " "
                    + Noise.in(SourceText.of(sample.text).lines()).lines();
            assertThat(sample.words.stream().filter(word -> !known.contains(word)))
                    .as("words lost of text %d:%n%s", seed, sample.text)
                    .isEmpty();
            return true;
        } catch (ProblemException refused) {
            assertThat(refused.problem().code()).isIn("reference-missing", "reference-ambiguous", "text-empty");
            return false;
        }
    }

    private record Sample(String text, List<String> words) {

        static Sample of(Random random) {
            StringBuilder text = new StringBuilder(random.nextInt(10) == 0 ? "" : "Vorlagennummer: 2026/1\n");
            List<String> words = new ArrayList<>();
            int lines = 5 + random.nextInt(60);
            int topic = random.nextInt(LINES.size());
            for (int i = 0; i < lines; i++) {
                // Lines near each other in the list belong together, so that real forms come about as well.
                int next = random.nextInt(3) == 0 ? random.nextInt(LINES.size()) : topic + random.nextInt(5) - 1;
                topic = Math.floorMod(next, LINES.size());
                append(LINES.get(topic), text, words, random);
                text.append(random.nextInt(12) == 0 ? "\r\n" : "\n");
            }
            return new Sample(text.toString(), words);
        }

        private static void append(String line, StringBuilder text, List<String> words, Random random) {
            boolean heading = line.startsWith("#") && line.contains("# ") && line.startsWith("##");
            int from = heading ? line.indexOf(' ') : 0;
            text.append(line, 0, from);
            for (char c : line.substring(from).toCharArray()) {
                if (c == '#') {
                    words.add(word(words.size(), random));
                    text.append(words.get(words.size() - 1));
                } else {
                    text.append(c);
                }
            }
        }

        private static String word(int number, Random random) {
            String word = "zq" + (char) ('a' + number / 26 / 26 % 26) + (char) ('a' + number / 26 % 26)
                    + (char) ('a' + number % 26);
            return random.nextBoolean() ? word : "Z" + word.substring(1);
        }
    }
}
