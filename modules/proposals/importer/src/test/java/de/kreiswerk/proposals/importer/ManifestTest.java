package de.kreiswerk.proposals.importer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiswerk.proposals.api.Finding;
import de.kreiswerk.proposals.api.PaperDocument;
import de.kreiswerk.proposals.api.PaperDocument.NamedAttachment;
import de.kreiswerk.proposals.api.PaperDocument.PlannedConsultation;
import de.kreiswerk.proposals.api.PaperDocument.Table;
import de.kreiswerk.proposals.api.PaperImporter.ImportedText;
import de.kreiswerk.proposals.api.Visibility;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every value that the manifest of the shared texts states is read from its text. */
class ManifestTest {

    private static final Set<String> NOT_A_VALUE = Set.of("note", "noise", "sections", "consultation_status");

    private static final Map<String, String> CODES = Map.of(
            "finance block empty on a Beschlussvorlage", "financial-impact-empty",
            "no product assigned", "budget-product-missing",
            "Klimacheck result table missing", "climate-result-missing");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vorlage_2026-127.md",
                "01_lklg_2022-346_allris3_vollkopf.txt",
                "02_lklg_2022-071_antrag_beteiligt.txt",
                "10_lklg_2025-030_allris4_reduzieren_tabelle.txt",
                "12_lklg_2025-358_allris4_grunddaten_klimacheck.txt",
                "14_hansestadt_VO-10534-23_rollen_in_beratungsfolge.txt",
                "18_lkcelle_0067-2023_kurze_sachdarstellung.txt"
            })
    void readsAllThatTheManifestStates(String name) throws IOException {
        ImportedText read = new PaperImporterImpl().read(SharedTexts.text(name));
        JsonNode expected = SharedTexts.manifest().get(name);
        expected.fields().forEachRemaining(field -> {
            if (!NOT_A_VALUE.contains(field.getKey())) {
                check(field.getKey(), field.getValue(), read);
            }
        });
        checkStatus(expected.path("consultation_status"), read.document());
        assertThat(read.document().otherSections())
                .as("text that no rule understood")
                .isEmpty();
    }

    private static void check(String key, JsonNode value, ImportedText read) {
        PaperDocument paper = read.document();
        switch (key) {
            case "number" -> assertThat(paper.reference()).isEqualTo(value.asText());
            case "type" -> assertThat(paper.paperType()).isEqualTo(value.asText());
            case "public" -> assertThat(paper.visibility()).isEqualTo(visibility(value));
            case "subject" -> assertThat(paper.name()).isEqualTo(value.asText());
            case "revision" -> assertThat(paper.revision()).isEqualTo(value.asText());
            case "revision_date" -> assertThat(paper.revisionDate()).isEqualTo(LocalDate.parse(value.asText()));
            case "anlass" -> assertThat(paper.occasion()).isEqualTo(value.asText());
            case "lead" -> assertThat(paper.underDirectionOf()).isEqualTo(value.asText());
            case "involved" -> assertThat(paper.involved()).isEqualTo(texts(value));
            case "responsible" -> assertThat(paper.persons().responsible()).isEqualTo(value.asText());
            case "author" -> assertThat(paper.persons().author()).isEqualTo(value.asText());
            case "handler" -> assertThat(paper.persons().handler()).isEqualTo(value.asText());
            case "products" -> assertThat(paper.budgetProducts()).isEqualTo(texts(value));
            case "klimacheck" -> assertThat(paper.climateCheck().wording()).isEqualTo(value.asText());
            case "facts_label" -> assertThat(paper.statementOfFacts().label()).isEqualTo(value.asText());
            case "finance" -> checkFinance(paper);
            case "consultations" -> checkConsultations(value, paper.consultations());
            case "attachments" -> checkAttachments(value, paper.attachments());
            case "table_rows" -> assertThat(table(paper).rows()).hasSize(value.asInt());
            case "totals" -> assertThat(table(paper).totals()).isEqualTo(texts(value));
            case "must_warn" ->
                assertThat(read.findings().stream().map(Finding::code))
                        .containsAll(texts(value).stream().map(CODES::get).toList());
            default -> throw new AssertionError("the manifest states " + key + ", which is not checked");
        }
    }

    private static void checkFinance(PaperDocument paper) {
        assertThat(paper.financialImpact().implementationCost()).isNull();
        assertThat(paper.financialImpact().followUpCost()).isNull();
        assertThat(paper.financialImpact().coverage()).isEmpty();
        assertThat(paper.financialImpact().vat()).isNull();
    }

    private static void checkConsultations(JsonNode expected, List<PlannedConsultation> rows) {
        assertThat(rows).hasSameSizeAs(expected);
        for (int i = 0; i < rows.size(); i++) {
            JsonNode row = expected.get(i);
            assertThat(rows.get(i).organization())
                    .isEqualTo(row.get("committee").asText());
            LocalDate date = row.has("date") ? LocalDate.parse(row.get("date").asText()) : null;
            assertThat(rows.get(i).plannedDate()).isEqualTo(date);
            assertThat(rows.get(i).roleWording()).isEqualTo(text(row, "role"));
            assertThat(rows.get(i).result()).isEqualTo(text(row, "result"));
            assertThat(rows.get(i).visibility()).isEqualTo(row.has("public") ? visibility(row.get("public")) : null);
        }
    }

    private static void checkAttachments(JsonNode expected, List<NamedAttachment> attachments) {
        assertThat(attachments).hasSameSizeAs(expected);
        for (int i = 0; i < attachments.size(); i++) {
            JsonNode row = expected.get(i);
            assertThat(attachments.get(i).number()).isEqualTo(row.get("no").asInt());
            assertThat(attachments.get(i).name()).isEqualTo(row.get("name").asText());
            assertThat(attachments.get(i).sizeWording())
                    .isEqualTo(row.has("kb") ? row.get("kb").asText() + " KB" : null);
            assertThat(attachments.get(i).visibility())
                    .isEqualTo(row.has("public") ? visibility(row.get("public")) : null);
        }
    }

    private static void checkStatus(JsonNode expected, PaperDocument paper) {
        for (int i = 0; i < expected.size(); i++) {
            assertThat(paper.consultations().get(i).status())
                    .isEqualTo(expected.get(i).asText());
        }
    }

    private static Table table(PaperDocument paper) {
        assertThat(paper.tables()).hasSize(1);
        return paper.tables().get(0);
    }

    private static Visibility visibility(JsonNode value) {
        return value.asBoolean() ? Visibility.PUBLIC : Visibility.NON_PUBLIC;
    }

    private static String text(JsonNode row, String key) {
        return row.has(key) ? row.get(key).asText() : null;
    }

    private static List<String> texts(JsonNode values) {
        return StreamSupport.stream(values.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
