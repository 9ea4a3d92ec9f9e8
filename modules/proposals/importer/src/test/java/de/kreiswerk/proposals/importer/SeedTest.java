package de.kreiswerk.proposals.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.kreiswerk.proposals.api.Finding;
import de.kreiswerk.proposals.api.PaperDocument;
import de.kreiswerk.proposals.api.PaperDocument.ClimateCheck;
import de.kreiswerk.proposals.api.PaperDocument.ClimateCheck.Rating;
import de.kreiswerk.proposals.api.PaperDocument.FinancialImpact;
import de.kreiswerk.proposals.api.PaperDocument.Persons;
import de.kreiswerk.proposals.api.PaperDocument.PlannedConsultation;
import de.kreiswerk.proposals.api.PaperDocument.Role;
import de.kreiswerk.proposals.api.PaperImporter.ImportedText;
import de.kreiswerk.proposals.api.Visibility;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The one text that must come out entirely right. */
class SeedTest {

    private ImportedText read;
    private PaperDocument paper;

    @BeforeEach
    void read() throws IOException {
        read = new PaperImporterImpl().read(SharedTexts.text("vorlage_2026-127.md"));
        paper = read.document();
    }

    @Test
    void nothingIsInvented() {
        assertThat(paper.persons()).isEqualTo(new Persons(null, null, null));
        assertThat(paper.revision()).isNull();
        assertThat(paper.revisionDate()).isNull();
        assertThat(paper.occasion()).isNull();
        assertThat(paper.involved()).isEmpty();
        assertThat(paper.tables()).isEmpty();
        assertThat(paper.toString()).doesNotContain("LANDRAT", "LANDKREIS");
    }

    @Test
    void unansweredQuestionsAreNotAnswered() {
        assertThat(paper.financialImpact())
                .isEqualTo(new FinancialImpact(null, null, Set.of(), null, null, null, null, null, null));
        assertThat(paper.climateCheck()).isEqualTo(new ClimateCheck(Rating.POSITIVE, "positive Klimawirkung", null));
    }

    @Test
    void rolesAreCodedBesideTheirWording() {
        assertThat(paper.consultations())
                .extracting(PlannedConsultation::role, PlannedConsultation::dateWording)
                .containsExactly(
                        tuple(Role.CONSULTATION, "10.06.2026"),
                        tuple(Role.CONSULTATION, "22.06.2026"),
                        tuple(Role.DECISION, "25.06.2026"));
    }

    @Test
    void passagesKeepTheirParagraphs() {
        assertThat(paper.proposedResolution().label()).isEqualTo("Beschlussvorschlag");
        assertThat(paper.proposedResolution().paragraphs()).hasSize(1);
        assertThat(paper.statementOfFacts().label()).isEqualTo("Sachverhalt");
        assertThat(paper.statementOfFacts().paragraphs()).hasSize(3);
    }

    @Test
    void allSixAttachmentsArePublic() {
        assertThat(paper.attachments()).hasSize(6).allMatch(file -> file.visibility() == Visibility.PUBLIC);
        assertThat(paper.attachments()).allMatch(file -> file.name().startsWith(file.number() + "_"));
    }

    @Test
    void theLinterReportsItsDefectsAndNothingElse() {
        assertThat(read.findings())
                .extracting(Finding::code)
                .containsExactly(
                        "budget-product-missing",
                        "financial-impact-empty",
                        "climate-result-missing",
                        "template-line-left",
                        "letterhead-in-attachments",
                        "noise-left-out");
        assertThat(read.findings()).extracting(Finding::line).containsExactly(12, 33, 69, 77, 93, 93);
    }
}
