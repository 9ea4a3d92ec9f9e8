package de.kreiswerk.runtime.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiswerk.runtime.acceptance.fixture.Eventually;
import de.kreiswerk.runtime.acceptance.fixture.OnEachDatabase;
import de.kreiswerk.runtime.acceptance.fixture.Platform;
import de.kreiswerk.runtime.acceptance.fixture.Reply;
import de.kreiswerk.runtime.acceptance.fixture.Vorlage;
import de.kreiswerk.runtime.testing.AtOnce;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Texts that come in over REST: new ones, changed ones, the same again, several at once. */
class ImportTest {

    private static final int PAIRS = 10;
    private static final int CROWD = 8;

    @OnEachDatabase
    void newTextIsCreatedAsDraft(Platform platform) {
        String reference = platform.freshReference();
        Reply reply =
                platform.papers().importText(Vorlage.numbered(reference).text()).is(201);

        assertThat(reply.header("Content-Type")).startsWith("application/json");
        assertThat(reply.field("reference")).isEqualTo(reference);
        assertThat(reply.json().path("version").asInt()).isEqualTo(1);
        assertThat(reply.field("outcome")).isEqualTo("CREATED");
        assertThat(reply.json().path("published").asBoolean()).isFalse();
        assertThat(reply.field("url")).isEqualTo(platform.url() + "/vorlagen/" + reference.replace('/', '-'));
        assertThat(reply.header("Location"))
                .isEqualTo(platform.url() + "/api/proposals/v1/papers/" + reply.field("id"));
        assertThat(reply.json().path("findings").isArray()).isTrue();

        Reply paper = platform.papers().get(reply.field("id")).is(200);
        assertThat(paper.field("state")).isEqualTo("DRAFT");
        assertThat(paper.header("ETag")).isEqualTo(reply.header("ETag")).matches("\"\\d+\"");
        platform.stranger().get("/vorlagen/" + paper.field("slug")).is(404);
    }

    @OnEachDatabase
    void everyFieldOfTheFormComesBack(Platform platform) {
        String text = Vorlage.numbered(platform.freshReference())
                .titled("Sanierung der Brücke am Mühlbach")
                .ofType("Beschlussvorlage")
                .ledBy("Fachdienst Straßenbau")
                .with("Beteiligt", "Kämmerei")
                .goesTo("Ausschuss für Bauen und Verkehr", "Beratung", "03.03.2031", "Ö")
                .goesTo("Kreisausschuss", "Beschlussempfehlung", "10.03.2031", "N")
                .goesTo("Kreistag", "Entscheidung", "17.03.2031", "Ö")
                .resolving("Die Brücke wird saniert.\n\nDie Mittel werden bereitgestellt.")
                .stating("Die Brücke trägt keine Lastwagen mehr.\n\nEin Gutachten liegt vor.")
                .attaching("Gutachten", "öffentlich")
                .attaching("Angebote", "nichtöffentlich")
                .text()
                .replace("**Anlage/n**", """
                        ### Finanzielle Auswirkungen:

                        a) für die Umsetzung der Maßnahmen: 1.250.000,50 €

                        b) an Folgekosten: \\_\\_\\_\\_\\_ €

                        c) Haushaltsrechtlich gesichert:

                        x im Haushaltsplan veranschlagt

                        durch überplanmäßige/außerplanmäßige Ausgabe

                        x durch Mittelverschiebung im Budget

                        Begründung: Die Brücke ist einsturzgefährdet.

                        Sonstiges: Eine Förderung ist beantragt.

                        d) mögliche Einnahmen: x ja

                        wenn ja, umsatzsteuerliche Relevanz der Einnahmen:

                        ja

                        nein

                        x klärungsbedürftig

                        **Klimacheck:**

                        Was für eine Klimawirkung hat das Vorhaben?

                        stark positive Klimawirkung

                        positive Klimawirkung

                        x keine oder geringe Klimawirkung

                        negative Klimawirkung

                        stark negative Klimawirkung

                        Ergebnis des KlimaChecks (in Tabellenform) einfügen:

                        Der Bau verbraucht Energie, der Umweg entfällt.

                        **Anlage/n**
                        """.strip());
        String id = platform.papers().importText(text).is(201).field("id");
        JsonNode document = platform.papers().get(id).is(200).json().path("document");

        assertThat(document.path("name").asText()).isEqualTo("Sanierung der Brücke am Mühlbach");
        assertThat(document.path("underDirectionOf").asText()).isEqualTo("Fachdienst Straßenbau");
        assertThat(document.path("involved").path(0).asText()).isEqualTo("Kämmerei");
        assertThat(document.path("budgetProducts").path(0).asText()).isEqualTo("243-000 Sonstige schulische Aufgaben");
        JsonNode second = document.path("consultations").path(1);
        assertThat(second.path("organization").asText()).isEqualTo("Kreisausschuss");
        assertThat(second.path("role").asText()).isEqualTo("RECOMMENDATION");
        assertThat(second.path("roleWording").asText()).isEqualTo("Beschlussempfehlung");
        assertThat(second.path("plannedDate").asText()).isEqualTo("2031-03-10");
        assertThat(second.path("visibility").asText()).isEqualTo("NON_PUBLIC");
        assertThat(document.path("consultations")).hasSize(3);
        assertThat(document.path("proposedResolution").path("paragraphs")).hasSize(2);
        assertThat(document.path("statementOfFacts").path("paragraphs").path(1).asText())
                .isEqualTo("Ein Gutachten liegt vor.");

        JsonNode impact = document.path("financialImpact");
        assertThat(impact.path("implementationCost").path("value").decimalValue())
                .isEqualByComparingTo("1250000.50");
        assertThat(impact.path("implementationCost").path("wording").asText()).contains("1.250.000,50");
        assertThat(impact.hasNonNull("followUpCost")).isFalse();
        Set<String> coverage = new TreeSet<>();
        impact.path("coverage").forEach(box -> coverage.add(box.asText()));
        assertThat(coverage).containsExactly("BUDGETED", "SHIFT_WITHIN_BUDGET");
        assertThat(impact.path("justification").asText()).isEqualTo("Die Brücke ist einsturzgefährdet.");
        assertThat(impact.path("other").asText()).isEqualTo("Eine Förderung ist beantragt.");
        assertThat(impact.path("revenue").asText()).isEqualTo("YES");
        assertThat(impact.path("vat").asText()).isEqualTo("TO_BE_CLARIFIED");

        JsonNode climate = document.path("climateCheck");
        assertThat(climate.path("rating").asText()).isEqualTo("NONE_OR_LOW");
        assertThat(climate.path("wording").asText()).isEqualTo("keine oder geringe Klimawirkung");
        assertThat(climate.path("result").path("paragraphs").path(0).asText())
                .isEqualTo("Der Bau verbraucht Energie, der Umweg entfällt.");

        JsonNode attachments = document.path("attachments");
        assertThat(attachments.path(0).path("name").asText()).isEqualTo("Gutachten");
        assertThat(attachments.path(1).path("number").asInt()).isEqualTo(2);
        assertThat(attachments.path(1).path("visibility").asText()).isEqualTo("NON_PUBLIC");
    }

    @OnEachDatabase
    void identicalTextChangesNothing(Platform platform) {
        String text = Vorlage.numbered(platform.freshReference()).text();
        Reply first = platform.papers().importText(text).is(201);
        Reply before = platform.papers().get(first.field("id"));
        Reply again = platform.papers().importText(text).is(200);

        assertThat(again.field("outcome")).isEqualTo("UNCHANGED");
        assertThat(again.field("id")).isEqualTo(first.field("id"));
        assertThat(again.json().path("version").asInt()).isEqualTo(1);
        Reply after = platform.papers().get(first.field("id"));
        assertThat(after.text()).isEqualTo(before.text());
        assertThat(after.header("ETag")).isEqualTo(before.header("ETag"));
    }

    @OnEachDatabase
    void changedTextIsNewVersionThatSaysWhatChanged(Platform platform) {
        Vorlage text = Vorlage.numbered(platform.freshReference());
        String id = platform.papers().importText(text.text()).is(201).field("id");
        Reply changed = platform.papers()
                .importText(text.titled("Sechzig Fahrradständer am Schulzentrum")
                        .resolving("Es werden sechzig Ständer aufgestellt.")
                        .text())
                .is(200);

        assertThat(changed.field("outcome")).isEqualTo("CHANGED");
        assertThat(changed.field("id")).isEqualTo(id);
        assertThat(changed.json().path("version").asInt()).isEqualTo(2);
        assertThat(texts(changed.json().path("changes"))).containsExactlyInAnyOrder("name", "proposedResolution");
        JsonNode paper = platform.papers().get(id).is(200).json();
        assertThat(paper.path("version").asInt()).isEqualTo(2);
        assertThat(paper.path("document").path("name").asText()).isEqualTo("Sechzig Fahrradständer am Schulzentrum");
        assertThat(paper.path("versions")).hasSize(2);
        assertThat(texts(paper.path("versions").path(1).path("changes")))
                .containsExactlyInAnyOrder("name", "proposedResolution");
        assertThat(paper.path("versions").path(0).path("sha256").asText())
                .isNotEqualTo(paper.path("versions").path(1).path("sha256").asText());
    }

    @OnEachDatabase
    void versionOfPublishedPaperIsPublishedWithIt(Platform platform) {
        Vorlage text = Vorlage.numbered(platform.freshReference());
        Reply first = platform.papers().importAndPublish(text.text()).is(201);
        assertThat(first.json().path("published").asBoolean()).isTrue();
        Reply second = platform.papers()
                .importText(text.titled("Ein Dach für die Fahrradständer").text())
                .is(200);

        assertThat(second.json().path("published").asBoolean()).isTrue();
        assertThat(platform.stranger().get(path(first)).is(200).text()).contains("Ein Dach für die Fahrradständer");
    }

    @OnEachDatabase
    void versionThatIsNoLongerPublicTakesThePageBack(Platform platform) {
        Vorlage text = Vorlage.numbered(platform.freshReference());
        Reply first = platform.papers().importAndPublish(text.text()).is(201);
        Reply second = platform.papers().importText(text.nonPublic().text()).is(200);

        assertThat(second.json().path("published").asBoolean()).isFalse();
        platform.stranger().get(path(first)).is(410);
    }

    @OnEachDatabase
    void publishingOnImportNeedsTextThatSaysPublic(Platform platform) {
        Reply reply = platform.papers()
                .importAndPublish(
                        Vorlage.numbered(platform.freshReference()).nonPublic().text())
                .is(201);

        assertThat(reply.json().path("published").asBoolean()).isFalse();
        platform.stranger().get(path(reply)).is(404);
    }

    @OnEachDatabase
    void committeesOfTheBeratungsfolgeBecomeOrganizations(Platform platform) {
        String committee = "Werksausschuss Hafen " + platform.freshReference().replace('/', ' ');
        platform.papers()
                .importText(Vorlage.numbered(platform.freshReference())
                        .goesTo(committee, "Beratung", "04.05.2031", "Ö")
                        .goesTo(committee.toUpperCase(java.util.Locale.GERMAN), "Beratung", "11.05.2031", "Ö")
                        .text())
                .is(201);

        List<String> names = new ArrayList<>();
        platform.papers()
                .organizations()
                .forEach(one -> names.add(one.path("name").asText()));
        assertThat(names).filteredOn(name -> name.equalsIgnoreCase(committee)).hasSize(1);
    }

    @OnEachDatabase
    void findingsNameTheLineInTheLanguageAskedFor(Platform platform) {
        String text = Vorlage.numbered(platform.freshReference())
                .stating("Einzelheiten zeigt Anlage 9.")
                .attaching("Lageplan", "öffentlich")
                .text();
        int line = text.substring(0, text.indexOf("Anlage 9")).split("\n", -1).length;
        JsonNode german = findingAt(line, platform.papers().importText(text).json());
        JsonNode english = findingAt(
                line,
                platform.papers().importText(text, "Accept-Language", "en").json());

        assertThat(german.path("message").asText()).contains("9");
        assertThat(english.path("message").asText())
                .contains("9")
                .isNotEqualTo(german.path("message").asText());
        assertThat(english.path("code").asText()).isEqualTo(german.path("code").asText());
    }

    @OnEachDatabase
    void twoTextsOfOneReferenceAtOnceBothBecomeVersions(Platform platform) {
        for (int pair = 0; pair < PAIRS; pair++) {
            atOnce(2, platform);
        }
    }

    @OnEachDatabase
    void crowdOfTextsOfOneReferenceAtOnceAllBecomeVersions(Platform platform) {
        atOnce(CROWD, platform);
        atOnce(CROWD, platform);
    }

    private static void atOnce(int count, Platform platform) {
        String reference = platform.freshReference();
        List<Reply> replies = AtOnce.run(
                count,
                i -> platform.papers()
                        .importText(Vorlage.numbered(reference)
                                .titled("Entwurf Nummer " + (i + 1))
                                .goesTo("Gemeinsamer Ausschuss " + reference, "Beratung", "02.06.2031", "Ö")
                                .text()));

        assertThat(replies).extracting(Reply::status).containsOnlyOnce(201).containsOnly(200, 201);
        assertThat(replies)
                .extracting(reply -> reply.field("id"))
                .containsOnly(replies.get(0).field("id"));
        assertThat(replies)
                .extracting(reply -> reply.json().path("version").asInt())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, count).boxed().toList());
        JsonNode versions =
                platform.papers().get(replies.get(0).field("id")).json().path("versions");
        Set<String> texts = new TreeSet<>();
        versions.forEach(version -> texts.add(version.path("sha256").asText()));
        assertThat(versions).hasSize(count);
        assertThat(texts).hasSize(count);
    }

    @OnEachDatabase
    void sameTextAtOnceIsOneVersion(Platform platform) {
        String text = Vorlage.numbered(platform.freshReference()).text();
        List<Reply> replies = AtOnce.run(CROWD, i -> platform.papers().importText(text));

        assertThat(replies).extracting(Reply::status).containsOnlyOnce(201).containsOnly(200, 201);
        assertThat(platform.papers().get(replies.get(0).field("id")).json().path("versions"))
                .hasSize(1);
    }

    @OnEachDatabase
    void differentPapersWithTheSameNewCommitteesAtOnceAllArrive(Platform platform) {
        String region = "Zweckverband " + platform.freshReference().replace('/', ' ');
        List<Reply> replies = AtOnce.run(CROWD, i -> {
            Vorlage text = Vorlage.numbered(platform.freshReference());
            // Each names them in another order: whoever locks as it reads meets the others head-on.
            for (int row = 0; row < CROWD; row++) {
                text.goesTo(region + ", Ausschuss " + (row + i) % CROWD, "Beratung", "03.06.2031", "Ö");
            }
            return platform.papers().importText(text.text());
        });

        assertThat(replies).extracting(Reply::status).containsOnly(201);
    }

    @OnEachDatabase
    void importIsOneLineInTheLogUnderTheIdOfItsRequest(Platform platform) {
        String reference = platform.freshReference();
        Reply reply =
                platform.papers().importText(Vorlage.numbered(reference).text()).is(201);

        assertThat(reply.header("X-Request-Id")).isNotBlank();
        // Written before the answer; how long the pipe takes is not the platform's business.
        Eventually.holds(
                "the log tells of " + reference,
                Duration.ofSeconds(60),
                () -> platform.logged("INFO", "[" + reply.header("X-Request-Id") + "]", reference)
                        .isPresent());
    }

    private static JsonNode findingAt(int line, JsonNode imported) {
        for (JsonNode finding : imported.path("findings")) {
            if (finding.path("line").asInt() == line) {
                return finding;
            }
        }
        throw new AssertionError("no finding at line " + line + " among " + imported.path("findings"));
    }

    private static String path(Reply imported) {
        return java.net.URI.create(imported.field("url")).getPath();
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(one -> texts.add(one.asText()));
        return texts;
    }
}
