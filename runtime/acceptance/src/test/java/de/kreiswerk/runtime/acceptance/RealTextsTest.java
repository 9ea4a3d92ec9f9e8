package de.kreiswerk.runtime.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiswerk.runtime.acceptance.fixture.OnEachDatabase;
import de.kreiswerk.runtime.acceptance.fixture.Platform;
import de.kreiswerk.runtime.acceptance.fixture.Reply;
import de.kreiswerk.runtime.acceptance.fixture.SharedData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Real texts of councils, imported over REST and read back field by field. */
class RealTextsTest {

    private static final String SEED = "vorlage_2026-127.md";
    private static final Map<String, String> ROLES =
            Map.of("Beratung", "CONSULTATION", "Vorberatung", "CONSULTATION", "Entscheidung", "DECISION");

    @OnEachDatabase
    void headOfTheSeedIsRead(Platform platform) {
        JsonNode expected = SharedData.manifest().path(SEED);
        JsonNode paper = seed(platform);
        JsonNode document = paper.path("document");

        assertThat(paper.path("reference").asText())
                .isEqualTo(expected.path("number").asText());
        assertThat(paper.path("slug").asText()).isEqualTo("2026-127");
        assertThat(document.path("reference").asText())
                .isEqualTo(expected.path("number").asText());
        assertThat(document.path("name").asText())
                .isEqualTo(expected.path("subject").asText());
        assertThat(document.path("paperType").asText())
                .isEqualTo(expected.path("type").asText());
        assertThat(document.path("visibility").asText()).isEqualTo("PUBLIC");
        assertThat(document.path("underDirectionOf").asText())
                .isEqualTo(expected.path("lead").asText());
        assertThat(document.path("budgetProducts")).isEmpty();
        assertThat(document.path("involved")).isEmpty();
    }

    @OnEachDatabase
    void whatTheSeedDoesNotSayIsAbsent(Platform platform) {
        JsonNode document = seed(platform).path("document");

        for (String silent : List.of("revision", "revisionDate", "occasion")) {
            assertThat(document.hasNonNull(silent)).as(silent).isFalse();
        }
        assertThat(document.path("persons").hasNonNull("responsible")).isFalse();
        assertThat(document.path("persons").hasNonNull("author")).isFalse();
        assertThat(document.path("persons").hasNonNull("handler")).isFalse();
        assertThat(document.path("tables")).isEmpty();
    }

    @OnEachDatabase
    void consultationsOfTheSeedAreRead(Platform platform) {
        JsonNode expected = SharedData.manifest().path(SEED).path("consultations");
        JsonNode consultations = seed(platform).path("document").path("consultations");

        assertThat(consultations).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            JsonNode wanted = expected.get(i);
            JsonNode found = consultations.get(i);
            assertThat(found.path("organization").asText())
                    .isEqualTo(wanted.path("committee").asText());
            assertThat(found.path("plannedDate").asText())
                    .isEqualTo(wanted.path("date").asText());
            assertThat(found.path("roleWording").asText())
                    .isEqualTo(wanted.path("role").asText());
            assertThat(found.path("role").asText())
                    .isEqualTo(ROLES.get(wanted.path("role").asText()));
            assertThat(found.path("visibility").asText())
                    .isEqualTo(wanted.path("public").asBoolean() ? "PUBLIC" : "NON_PUBLIC");
            assertThat(found.path("dateWording").asText()).matches("\\d\\d\\.\\d\\d\\.\\d{4}");
        }
    }

    @OnEachDatabase
    void textsOfTheSeedKeepTheirParagraphs(Platform platform) {
        String text = SharedData.paper(SEED);
        JsonNode document = seed(platform).path("document");

        JsonNode resolution = document.path("proposedResolution");
        assertThat(resolution.path("label").asText()).isEqualTo("Beschlussvorschlag");
        assertThat(words(resolution.path("paragraphs")))
                .isEqualTo(paragraphs(text, "### Beschlussvorschlag:", "### Sachverhalt:"));
        JsonNode facts = document.path("statementOfFacts");
        assertThat(facts.path("label").asText()).isEqualTo("Sachverhalt");
        assertThat(words(facts.path("paragraphs")))
                .isEqualTo(paragraphs(text, "### Sachverhalt:", "### Finanzielle Auswirkungen:"))
                .hasSize(3);
    }

    @OnEachDatabase
    void blankFormOfTheSeedIsUnansweredNotZero(Platform platform) {
        JsonNode impact = seed(platform).path("document").path("financialImpact");

        assertThat(impact.isObject()).isTrue();
        assertThat(impact.path("coverage").isArray()).isTrue();
        assertThat(impact.path("coverage")).isEmpty();
        for (String unanswered : List.of(
                "implementationCost", "followUpCost", "justification", "other", "revenue", "revenueWording", "vat")) {
            assertThat(impact.hasNonNull(unanswered)).as(unanswered).isFalse();
        }
    }

    @OnEachDatabase
    void climateCheckOfTheSeedIsRatedWithoutResult(Platform platform) {
        JsonNode check = seed(platform).path("document").path("climateCheck");

        assertThat(check.path("rating").asText()).isEqualTo("POSITIVE");
        assertThat(check.path("wording").asText())
                .isEqualTo(SharedData.manifest().path(SEED).path("klimacheck").asText());
        assertThat(check.hasNonNull("result")).isFalse();
    }

    @OnEachDatabase
    void attachmentsOfTheSeedAreReadAcrossThePageBreak(Platform platform) {
        JsonNode expected = SharedData.manifest().path(SEED).path("attachments");
        JsonNode paper = seed(platform);

        for (JsonNode attachments :
                List.of(paper.path("attachments"), paper.path("document").path("attachments"))) {
            assertThat(attachments).hasSameSizeAs(expected);
            for (int i = 0; i < expected.size(); i++) {
                assertThat(attachments.get(i).path("number").asInt())
                        .isEqualTo(expected.get(i).path("no").asInt());
                assertThat(attachments.get(i).path("name").asText())
                        .isEqualTo(expected.get(i).path("name").asText());
                assertThat(attachments.get(i).path("visibility").asText()).isEqualTo("PUBLIC");
                assertThat(attachments.get(i).hasNonNull("file")).isFalse();
            }
        }
    }

    @OnEachDatabase
    void findingsOfTheSeedNameTheirLines(Platform platform) {
        List<String> lines = SharedData.paper(SEED).lines().toList();
        Reply reply = platform.papers().importText(SharedData.paper(SEED));
        List<Integer> found = new ArrayList<>();
        for (JsonNode finding : reply.json().path("findings")) {
            assertThat(finding.path("severity").asText()).isIn("INFO", "WARNING", "ERROR");
            assertThat(finding.path("code").asText()).matches("[a-z]+(-[a-z]+)*");
            assertThat(finding.path("message").asText()).isNotBlank();
            found.add(finding.path("line").asInt());
        }

        assertThat(found)
                .as("no product, financial block empty, template line left over, letterhead within the attachments")
                .contains(
                        line(lines, "**Produkte:**"),
                        line(lines, "### Finanzielle Auswirkungen:"),
                        line(lines, "Ergebnis des KlimaChecks"),
                        line(lines, "LANDKREIS LÜNEBURG"));
        assertThat(found)
                .as("a climate rating without a result")
                .anyMatch(line ->
                        line >= line(lines, "**Klimacheck:**") && line <= line(lines, "x positive Klimawirkung"));
    }

    @OnEachDatabase
    void otherLayoutsAreReadAsFarAsTheManifestStatesValues(Platform platform) {
        JsonNode manifest = SharedData.manifest();
        List<String> samples = new ArrayList<>();
        manifest.fieldNames().forEachRemaining(samples::add);
        samples.removeIf(name -> name.startsWith("_") || name.equals(SEED));

        assertThat(samples).hasSize(6);
        for (String name : samples) {
            compare(name, manifest.path(name), platform);
        }
    }

    private static void compare(String name, JsonNode expected, Platform platform) {
        String id = platform.papers().importText(SharedData.paper(name)).field("id");
        JsonNode document = platform.papers().get(id).is(200).json().path("document");
        Map<String, String> members = Map.of(
                "number", "reference",
                "type", "paperType",
                "subject", "name",
                "lead", "underDirectionOf",
                "revision", "revision",
                "revision_date", "revisionDate",
                "anlass", "occasion");
        members.forEach((stated, member) -> {
            if (expected.has(stated)) {
                assertThat(document.path(member).asText())
                        .as(name + " " + member)
                        .isEqualTo(expected.path(stated).asText());
            }
        });
        for (String person : List.of("responsible", "author", "handler")) {
            assertThat(document.path("persons").path(person).asText())
                    .as(name + " " + person)
                    .isEqualTo(expected.path(person).asText());
        }
        if (expected.has("public")) {
            assertThat(document.path("visibility").asText()).as(name).isEqualTo("PUBLIC");
        }
        if (expected.has("products")) {
            assertThat(words(document.path("budgetProducts"))).isEqualTo(words(expected.path("products")));
        }
        if (expected.has("consultations")) {
            compareConsultations(name, expected.path("consultations"), document.path("consultations"));
        }
        if (expected.has("attachments")) {
            compareAttachments(name, expected.path("attachments"), document.path("attachments"));
        }
    }

    private static void compareConsultations(String name, JsonNode expected, JsonNode found) {
        assertThat(found).as(name).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            JsonNode wanted = expected.get(i);
            JsonNode row = found.get(i);
            assertThat(row.path("organization").asText())
                    .as(name)
                    .isEqualTo(wanted.path("committee").asText());
            assertThat(row.path("plannedDate").asText())
                    .as(name)
                    .isEqualTo(wanted.path("date").asText());
            assertThat(row.path("roleWording").asText())
                    .as(name)
                    .isEqualTo(wanted.path("role").asText());
            assertThat(row.path("result").asText())
                    .as(name)
                    .isEqualTo(wanted.path("result").asText());
            if (wanted.has("public")) {
                assertThat(row.path("visibility").asText()).as(name).isEqualTo("NON_PUBLIC");
            }
        }
    }

    private static void compareAttachments(String name, JsonNode expected, JsonNode found) {
        assertThat(found).as(name).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(found.get(i).path("number").asInt())
                    .isEqualTo(expected.get(i).path("no").asInt());
            assertThat(found.get(i).path("name").asText())
                    .isEqualTo(expected.get(i).path("name").asText());
            assertThat(found.get(i).path("sizeWording").asText())
                    .startsWith(expected.get(i).path("kb").asText());
        }
    }

    private static JsonNode seed(Platform platform) {
        Reply imported = platform.papers().importText(SharedData.paper(SEED));
        assertThat(imported.status()).isIn(200, 201);
        return platform.papers().get(imported.field("id")).is(200).json();
    }

    private static List<String> paragraphs(String text, String from, String to) {
        String section = text.substring(text.indexOf(from) + from.length(), text.indexOf(to));
        return Arrays.stream(section.split("\n\n"))
                .map(String::strip)
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }

    private static List<String> words(JsonNode list) {
        Stream<JsonNode> values = StreamSupport.stream(list.spliterator(), false);
        return values.map(JsonNode::asText).toList();
    }

    private static int line(List<String> lines, String start) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(start)) {
                return i + 1;
            }
        }
        throw new AssertionError("The text has no line that begins with '" + start + "'");
    }
}
