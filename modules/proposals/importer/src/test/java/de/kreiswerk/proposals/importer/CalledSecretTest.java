package de.kreiswerk.proposals.importer;

import static de.kreiswerk.proposals.importer.Vorlage.paper;
import static de.kreiswerk.proposals.importer.Vorlage.read;
import static de.kreiswerk.proposals.importer.Vorlage.with;
import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.proposals.api.Finding;
import de.kreiswerk.proposals.api.PaperDocument.NamedAttachment;
import de.kreiswerk.proposals.api.Visibility;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Attachments that only running text calls non-public. */
class CalledSecretTest {

    private static final String LIST = "\n\nAnlagen:\n1 - Lageplan\n2 - Vertrag\n3 - Angebot\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Die Kosten stehen in der nichtöffentlichen Anlage 2.| 2",
                "Siehe nicht öffentliche Anlage 2.| 2",
                "Siehe nicht-öffentliche Anlage Nr. 2!| 2",
                "Einzelheiten: vertrauliche Anl. 2| 2",
                "Einzelheiten in Anlage 2 (nichtöffentlich).| 2",
                "Einzelheiten in Anlage 2 [vertraulich].| 2",
                "Einzelheiten in Anlage 2 (N).| 2",
                "Einzelheiten in Anlage 2 - nichtöffentlich -| 2",
                "Einzelheiten in Anlage 2 (NÖ)| 2",
                "Anlage 2 ist nichtöffentlich.| 2",
                "Die Anlage 2 ist aus Gründen des Wettbewerbs nicht öffentlich.| 2",
                "Anlage 2 ist vertraulich zu behandeln.| 2",
                "Wegen der Vertraulichkeit der Anlage 2 wird um Rückgabe gebeten.| 2",
                "Der Vertrag liegt als Anlage 2 bei. Er ist vertraulich.| 2",
                "Der Vertrag liegt als Anlage 2 bei. Diese ist nur für den Dienstgebrauch bestimmt.| 2",
                "Anlage 2 wird in nichtöffentlicher Sitzung beraten.| 2",
                "Anlage 2 ist nicht zur Veröffentlichung bestimmt.| 2",
                "Anlage 2 darf nicht veröffentlicht werden.| 2",
                "Nichtöffentlich sind die Anlagen 2 und 3.| 2,3",
                "Nichtöffentlich sind die Anlagen 2 + 3.| 2,3",
                "Die Anlagen 2 und 3 sind nichtöffentlich.| 2,3",
                "Anlage 2, Anlage 3 sind vertraulich.| 2,3",
                "Anlage 2 und der Plan in Anlage 3 sind vertraulich.| 2,3",
                "Die nichtöffentlichen Anlagen 2 bis 3 liegen vor.| 2,3",
                "Die nichtöffentlichen Anlagen II und III liegen vor.| 2,3",
                "Anlagen 1 (öffentlich), 2 (nichtöffentlich) und 3 (nichtöffentlich) liegen bei.| 2,3",
                "Anlage 1 (öffentlich) und Anlage 2 (nichtöffentlich) liegen bei.| 2",
                "Die öffentliche Anlage 1 und die nichtöffentliche Anlage 2 liegen bei.| 2",
                "Anlage 1 zeigt den Lageplan, die nichtöffentliche Anlage 2 den Vertrag.| 2",
                "Anlage 1 ist öffentlich, Anlage 2 ist nichtöffentlich.| 2",
                "Anlage 1 zeigt den Plan. Die nichtöffentliche Anlage 2 zeigt den Preis. Anlage 3 zeigt den Ort.| 2",
                "Anlage 1 ist der Plan; Anlage 2 ist nichtöffentlich; Anlage 3 ist der Ort.| 2",
                "Dazu gibt es eine nichtöffentliche Anlage.| 1,2,3",
                "Die Anlagen sind vertraulich.| 1,2,3"
            })
    void whatASentenceCallsNonPublicIs(String sentence, String numbers) {
        assertThat(secret("Sachverhalt:\nWir bauen.\n" + sentence + LIST)).isEqualTo(numbers);
        assertThat(secret("Beschlussvorschlag:\n" + sentence + LIST)).isEqualTo(numbers);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Siehe öffentliche Anlage 2.",
                "Siehe Anlage 2 (öffentlich).",
                "Der Plan in Anlage 2 ist nicht öffentlich auszulegen.",
                "Der Auftrag (Anlage 2) wird nicht öffentlich ausgeschrieben.",
                "Anlage 2 nennt die nicht öffentlich geförderten Wohnungen.",
                "Anlage 2 zeigt nicht öffentliche Straßen.",
                "Anlage 2 zeigt den Weg. Der Kreisausschuss berät in nichtöffentlicher Sitzung.",
                "Die Veröffentlichung steht in Anlage 2.",
                "Die geheime Wahl regelt Anlage 2.",
                "Die Öffentlichkeit sieht Anlage 2 nicht zum ersten Mal.",
                "Die Anlage zeigt den Weg."
            })
    void whatSpeaksOfOtherMattersIsNot(String sentence) {
        assertThat(secret("Sachverhalt:\n" + sentence + LIST)).isEmpty();
        assertThat(read(with("Sachverhalt:\n" + sentence + LIST)).findings())
                .extracting(Finding::code)
                .doesNotContain("non-public-assumed");
    }

    @Test
    void theWarningNamesTheLineAndTheSentence() {
        List<Finding> findings = Vorlage.findings(
                "non-public-assumed",
                with("Sachverhalt:\nWir bauen.\nDie Kosten stehen in der nicht-\nöffentlichen Anlage 2. Mehr nicht."
                        + LIST));
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).line()).isEqualTo(5);
        assertThat(findings.get(0).message().german())
                .contains("„Die Kosten stehen in der nichtöffentlichen Anlage 2.“", "Anlage 2 gilt");
        assertThat(findings.get(0).message().english()).contains("attachment 2 therefore counts");
    }

    @Test
    void aSentenceOverLinesIsOneButItemsOfAListAreNot() {
        assertThat(secret("Sachverhalt:\nSiehe die nichtöffentliche\nAnlage 2." + LIST))
                .isEqualTo("2");
        assertThat(secret("Sachverhalt:\nNichtöffentlich ist\nAnlage 2." + LIST))
                .isEqualTo("2");
        assertThat(secret("Sachverhalt:\nEs gibt:\nAnlage 1 Plan\nAnlage 2 Vertrag (nichtöffentlich)\nAnlage 3 Ort"
                        + LIST))
                .isEqualTo("2");
        assertThat(secret("Sachverhalt:\nEs gibt:\n- Anlage 1: Plan\n- Anlage 2: Vertrag, vertraulich\n" + LIST))
                .isEqualTo("2");
    }

    @Test
    void aListThatSaysPublicIsOverruledOnlyByClearWords() {
        String list = "\n\nAnlagen:\n1 - Lageplan (öffentlich)\n2 - Vertrag (öffentlich)\n";
        assertThat(secret("Sachverhalt:\nSiehe nichtöffentliche Anlage 2." + list))
                .isEqualTo("2");
        assertThat(secret("Sachverhalt:\nAnlage 2 wird in nichtöffentlicher Sitzung beraten." + list))
                .isEmpty();
    }

    @Test
    void aSentenceWithoutANumberMeansTheOneThatIsMarked() {
        String list = "\n\nAnlagen:\n1 - Lageplan\n2 - Vertrag (nichtöffentlich)\n";
        assertThat(secret("Sachverhalt:\nSiehe die nichtöffentliche Anlage." + list))
                .isEqualTo("2");
    }

    @Test
    void lettersAndSubordinateNumbersAreFoundByTheName() {
        String list = "\n\nAnlagen:\nAnlage 3 3 Plan (84 KB)\nAnlage 4 3a Vertrag (9 KB)\nAnlage 5 2.1 Preis (9 KB)\n";
        assertThat(secret("Sachverhalt:\nSiehe nichtöffentliche Anlage 3a." + list))
                .isEqualTo("4");
        assertThat(secret("Sachverhalt:\nAnlage A: Plan\n\nSiehe nichtöffentliche Anlage B.\n\nAnlagen:\n"
                        + "- Anlage A: Plan\n- Anlage B: Vertrag\n"))
                .isEqualTo("2");
    }

    private static String secret(String lines) {
        return paper(lines).attachments().stream()
                .filter(attachment -> attachment.visibility() == Visibility.NON_PUBLIC)
                .map(NamedAttachment::number)
                .map(String::valueOf)
                .collect(Collectors.joining(","));
    }
}
