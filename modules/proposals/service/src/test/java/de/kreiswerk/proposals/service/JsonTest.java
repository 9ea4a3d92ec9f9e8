package de.kreiswerk.proposals.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreiswerk.core.api.persistence.PersistenceFailure;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.proposals.api.Finding;
import de.kreiswerk.proposals.api.PaperDocument;
import de.kreiswerk.proposals.api.PaperDocument.Amount;
import de.kreiswerk.proposals.api.PaperDocument.Passage;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTest {

    private final Json json = new Json();

    @Test
    void aDocumentWithEverythingInItComesBackTheSame() {
        PaperDocument document = Documents.full("2026/127", "inside");

        assertThat(json.document(json.write(document))).isEqualTo(document);
    }

    @Test
    void aDocumentThatSaysNothingComesBackTheSame() {
        PaperDocument document = Documents.of("2026/127")
                .named(null)
                .type(null)
                .ledBy(null)
                .visible(null)
                .build();

        assertThat(json.document(json.write(document))).isEqualTo(document);
        assertThat(json.write(document)).doesNotContain("null");
    }

    @Test
    void textsOfAllKindsComeBackTheSame() {
        PaperDocument document = Documents.of("2026/127")
                .named("„Straße“ \"Süd\"\t🚲 \\ \u0001 \u2028 </script>")
                .build();

        assertThat(json.document(json.write(document))).isEqualTo(document);
    }

    @Test
    void findingsComeBackTheSame() {
        List<Finding> findings = List.of(
                new Finding(Finding.Severity.ERROR, "date", 17, new Text("Datum", "date")),
                new Finding(Finding.Severity.INFO, "whole", 0, Text.same("x")));

        assertThat(json.findings(json.write(findings))).isEqualTo(findings);
    }

    @Test
    void whatALaterVersionAddedIsTolerated() {
        ObjectNode later = json.tree(Documents.of("2026/127").build());
        later.put("addedLater", "x");

        assertThat(json.document(later.toString()))
                .isEqualTo(Documents.of("2026/127").build());
    }

    @Test
    void anAmountKeepsItsCentsAndIsWrittenPlain() {
        Amount amount = new Amount(new BigDecimal("100000.00"), "100.000,00 €");

        assertThat(json.write(amount)).contains("100000.00");
        assertThat(json.tree(amount).toString()).contains("100000.00");
    }

    @Test
    void whatIsNoDocumentIsAFailure() {
        assertThatThrownBy(() -> json.document("{\"reference\":")).isInstanceOf(PersistenceFailure.class);
    }

    @Test
    void datesAreIsoDates() {
        ObjectNode tree = json.tree(Documents.full("2026/127", "inside"));

        assertThat(tree.get("revisionDate").textValue()).isEqualTo("2026-05-02");
        assertThat(tree.at("/consultations/0/plannedDate").textValue()).isEqualTo("2026-06-10");
    }

    @Test
    void paragraphsStayApart() {
        Passage passage = new Passage("Sachverhalt", List.of("a\nb", "", "c"));

        assertThat(json.tree(passage).get("paragraphs")).hasSize(3);
    }
}
