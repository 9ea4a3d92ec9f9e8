package de.kreiswerk.proposals.importer;

import static de.kreiswerk.proposals.importer.Vorlage.read;
import static de.kreiswerk.proposals.importer.Vorlage.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.Problem.Kind;
import de.kreiswerk.core.api.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalsTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t\r\n", "\u00A0\u200B\uFEFF"})
    void emptyText(String text) {
        expect(text, Kind.MALFORMED, "text-empty");
    }

    @Test
    void binary() {
        expect("a\nb\nc\0d", Kind.UNPROCESSABLE, "text-binary", 3);
        expect("\u0001\u0002\u0003abcdef", Kind.UNPROCESSABLE, "text-binary", 1);
        expect("\uFFFD".repeat(20) + "Vorlage", Kind.UNPROCESSABLE, "text-binary", 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html><p>x",
                "<html lang=de>",
                "<p>a</p><p>b</p><div class='x'>c</div><br/>",
                "<?xml version='1.0'?><a/>"
            })
    void html(String text) {
        expect("\n" + text, Kind.UNPROCESSABLE, "text-html", 2);
    }

    @Test
    void aFewTagsAreNoHtml() {
        assertThat(read(with("Sachverhalt:\n" + "Es ist a < b und <b>fett</b>.\n".repeat(20)))
                        .document()
                        .reference())
                .isEqualTo("2031/014");
    }

    @Test
    void noReference() {
        expect("Betreff: Bänke\n", Kind.UNPROCESSABLE, "reference-missing", 0);
        expect("Betreff: Bänke\nVorlagennummer: _____\n", Kind.UNPROCESSABLE, "reference-missing", 2);
        expect("Sachverhalt: siehe Vorlage 2031/014\n", Kind.UNPROCESSABLE, "reference-missing", 0);
    }

    @Test
    void twoReferences() {
        expect(with("Vorlage - 2031/015\n"), Kind.UNPROCESSABLE, "reference-ambiguous", 1, 2);
        expect(
                with("Sachverhalt:\nx\n\nVorlagennummer: 2031/015\nSachverhalt:\ny\n"),
                Kind.UNPROCESSABLE,
                "reference-ambiguous",
                1,
                5);
    }

    @Test
    void tooManyConsultations() {
        expect(
                with("Beratungsfolge:\n" + "Kreistag (Beratung)\t01.02.2031\tÖ\n".repeat(10_000)),
                Kind.UNPROCESSABLE,
                "too-many-consultations",
                203);
        assertThat(read(with("Beratungsfolge:\n" + "Kreistag\n".repeat(200)))
                        .document()
                        .consultations())
                .hasSize(200);
    }

    @Test
    void tooManyAttachments() {
        StringBuilder list = new StringBuilder("Anlagen:\n");
        for (int i = 1; i <= 501; i++) {
            list.append(i).append(" - Plan\n");
        }
        expect(with(list.toString()), Kind.UNPROCESSABLE, "too-many-attachments", 503);
    }

    @Test
    void tooLong() {
        expect("Vorlagennummer: 2031/" + "1".repeat(60), Kind.UNPROCESSABLE, "reference-too-long", 1);
        expect(with("Betreff: " + "x".repeat(1_001)), Kind.UNPROCESSABLE, "title-too-long", 2);
        expect(with("a\n" + "x".repeat(1024 * 1024 + 1)), Kind.UNPROCESSABLE, "line-too-long", 3);
        expect(with("a\n".repeat(500_001)), Kind.UNPROCESSABLE, "too-many-lines", 500_001);
        expect("x\n".repeat(5 * 1024 * 1024 + 1), Kind.TOO_LARGE, "text-too-large");
    }

    @Test
    void whatHasNoRoomInAColumn() {
        String tooLong = "x".repeat(1_001);
        expect(with("Vorlageart: " + tooLong), Kind.UNPROCESSABLE, "paper-type-too-long", 2);
        expect(with("\nFederführung:\n" + tooLong), Kind.UNPROCESSABLE, "department-too-long", 3);
        expect(with("Federführend: " + "İ".repeat(600)), Kind.UNPROCESSABLE, "department-too-long", 2);
        expect(
                with("Beratungsfolge:\nKreistag\t01.02.2031\n" + tooLong + "\t02.02.2031\n"),
                Kind.UNPROCESSABLE,
                "committee-too-long",
                4);
        expect(
                with("Beratungsfolge:\n| Gremium | Termin |\n| " + tooLong + " | 02.02.2031 |\n"),
                Kind.UNPROCESSABLE,
                "committee-too-long",
                4);
        expect(
                with("Beratungsfolge:\n|\n● Geplant\n|\n" + tooLong + "\n|\n"),
                Kind.UNPROCESSABLE,
                "committee-too-long",
                4);
    }

    @Test
    void whatIsJustWithinTheLimitsIsRead() {
        assertThat(read(with("Betreff: " + "x".repeat(1_000))).document().name())
                .hasSize(1_000);
        assertThat(read(with("Vorlageart: " + "x".repeat(1_000))).document().paperType())
                .hasSize(1_000);
        assertThat(read(with("Federführung: " + "ß".repeat(1_000))).document().underDirectionOf())
                .hasSize(1_000);
        assertThat(read(with("Beratungsfolge:\n" + "x".repeat(1_000) + "\t01.02.2031\n"))
                        .document()
                        .consultations())
                .hasSize(1);
        assertThat(read(with("Sachverhalt:\n" + "x".repeat(1024 * 1024)))
                        .document()
                        .statementOfFacts()
                        .paragraphs())
                .hasSize(1);
    }

    private static void expect(String text, Kind kind, String code, Integer... lines) {
        ProblemException refusal = catchThrowableOfType(ProblemException.class, () -> read(text));
        assertThat(refusal)
                .as("refusal of a text that should be refused as %s", code)
                .isNotNull();
        Problem problem = refusal.problem();
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.kind()).isEqualTo(kind);
        assertThat(problem.places()).extracting(Problem.Place::line).containsExactly(lines);
        assertThat(problem.detail().german())
                .contains("Bitte")
                .isNotEqualTo(problem.detail().english());
    }
}
