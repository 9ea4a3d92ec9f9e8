package de.kreiswerk.proposals.oparl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the objects say. */
class ObjectsTest {

    private static final String CREATED = "2026-01-02T11:00:00+01:00";
    private static final String MODIFIED = "2026-06-01T10:00:00+02:00";

    private final MemoryPublication publication = new MemoryPublication();
    private final Oparl oparl = new Oparl(publication);
    private final Council council = new Council(publication);

    @BeforeEach
    void publish() {
        council.publish();
    }

    private List<JsonNode> everything() {
        List<JsonNode> all = new ArrayList<>(List.of(oparl.json("")));
        all.addAll(oparl.all(Oparl.ROOT + "/body"));
        for (String list : List.of(
                "legislativeTerm",
                "organization",
                "person",
                "membership",
                "location",
                "meeting",
                "agendaItem",
                "paper",
                "consultation",
                "file")) {
            all.addAll(oparl.all(Oparl.ROOT + Council.BODY + "/" + list));
        }
        return all;
    }

    @Test
    void everyObjectAndEveryEmbeddedOneHasIdTypeAndTimes() {
        for (JsonNode object : everything()) {
            List<JsonNode> withEmbedded = new ArrayList<>(List.of(object));
            object.forEach(member -> (member.isArray() ? member : List.of(member)).forEach(part -> {
                if (part.has("type")) {
                    withEmbedded.add(part);
                }
            }));
            for (JsonNode one : withEmbedded) {
                assertThat(one.path("id").textValue()).startsWith(Oparl.ROOT);
                assertThat(one.path("type").textValue()).startsWith("https://schema.oparl.org/1.1/");
                assertThat(one.path("created").textValue()).isEqualTo(CREATED);
                assertThat(one.path("modified").textValue()).isEqualTo(MODIFIED);
                assertThat(one.has("deleted")).isFalse();
            }
        }
    }

    @Test
    void whatIsEmbeddedIsReachableUnderItsOwnIdAndSaysTheSameThere() {
        int embedded = 0;
        for (JsonNode object : everything()) {
            for (JsonNode member : object) {
                for (JsonNode part : member.isArray() ? member : List.of(member)) {
                    if (part.has("type")) {
                        JsonNode alone = oparl.get(part.get("id").textValue()).json();
                        part.fieldNames()
                                .forEachRemaining(name ->
                                        assertThat(alone.get(name)).as(name).isEqualTo(part.get(name)));
                        embedded++;
                    }
                }
            }
        }
        assertThat(embedded).isEqualTo(7);
    }

    @Test
    void theReferenceToTheParentIsThereAloneAndNotWithinTheParent() {
        assertThat(oparl.json(Council.DECISION).get("paper").textValue()).isEqualTo(Oparl.ROOT + Council.PAPER);
        assertThat(oparl.json(Council.ITEM).get("meeting").textValue()).isEqualTo(Oparl.ROOT + Council.MEETING);
        assertThat(oparl.json(Council.MEMBERSHIP).get("person").textValue()).isEqualTo(Oparl.ROOT + Council.PERSON);
        assertThat(oparl.json(Council.TERM).get("body").textValue()).isEqualTo(Oparl.ROOT + Council.BODY);
        assertThat(oparl.json(Council.FILE).get("paper")).hasSize(1);

        JsonNode paper = oparl.json(Council.PAPER);
        assertThat(paper.get("consultation").get(0).has("paper")).isFalse();
        assertThat(paper.get("auxiliaryFile").get(0).has("paper")).isFalse();
        assertThat(oparl.json(Council.MEETING).get("agendaItem").get(0).has("meeting"))
                .isFalse();
        assertThat(oparl.json(Council.PERSON).get("membership").get(0).has("person"))
                .isFalse();
        assertThat(oparl.json(Council.BODY).get("legislativeTerm").get(0).has("body"))
                .isFalse();
    }

    @Test
    void anEmbeddedObjectDoesWithoutTheReferenceEvenIfTheSnapshotHasIt() {
        council.one(
                Council.PAPER,
                "Paper",
                null,
                "{\"consultations\":[{\"path\":\"" + Council.DECISION + "\",\"paper\":\"" + Council.PAPER + "\"}]}");

        assertThat(oparl.json(Council.PAPER).get("consultation").get(0).has("paper"))
                .isFalse();
    }

    @Test
    void nothingIsNullOrEmpty() {
        everything().forEach(this::assertNothingEmpty);
    }

    private void assertNothingEmpty(JsonNode node) {
        assertThat(node.isNull()).isFalse();
        if (node.isTextual()) {
            assertThat(node.textValue()).isNotBlank();
        }
        if (node.isContainerNode()) {
            assertThat(node).isNotEmpty();
            node.forEach(this::assertNothingEmpty);
        }
    }

    @Test
    void emptyTextsAndNullsOfASnapshotAreLeftOutButMandatoryListsStay() {
        council.one(
                Council.PAPER,
                "Paper",
                null,
                "{\"name\":\"  \",\"reference\":null,\"consultations\":[],\"tables\":[]}");
        council.one(Council.BODY, "Body", null, "{\"name\":\"Landkreis\"}");

        JsonNode paper = oparl.json(Council.PAPER);
        assertThat(paper.fieldNames()).toIterable().containsExactlyInAnyOrder("id", "type", "created", "modified");
        assertThat(oparl.json(Council.BODY).get("legislativeTerm")).isEmpty();
    }

    @Test
    void theSystemSaysWhoseItIsAndWhereToGoOn() {
        JsonNode system = oparl.json("");

        assertThat(system.get("id").textValue()).isEqualTo(Oparl.ROOT);
        assertThat(system.get("oparlVersion").textValue()).isEqualTo("https://schema.oparl.org/1.1/");
        assertThat(system.get("license").textValue()).isEqualTo("https://www.govdata.de/dl-de/by-2-0");
        assertThat(system.get("contactEmail").textValue()).isEqualTo("open@example.de");
        assertThat(system.has("otherOparlVersions")).isFalse();
        assertThat(oparl.get(system.get("body").textValue()).json().get("data").get(0))
                .isEqualTo(oparl.json(Council.BODY));
    }

    @Test
    void theSystemAnswersBeforeThereIsABody() {
        JsonNode system = new Oparl(new MemoryPublication()).json("");

        assertThat(system.has("created")).isTrue();
        assertThat(system.has("license")).isFalse();
    }

    @Test
    void everyListThatTheBodyNamesIsThere() {
        JsonNode body = oparl.json(Council.BODY);
        for (String list : List.of(
                "organization",
                "person",
                "meeting",
                "paper",
                "agendaItem",
                "consultation",
                "file",
                "locationList",
                "legislativeTermList",
                "membership")) {
            assertThat(oparl.get(body.get(list).textValue()).json().get("data"))
                    .as(list)
                    .isNotEmpty();
        }
        assertThat(body.get("license").textValue()).isEqualTo("https://www.govdata.de/dl-de/by-2-0");
        assertThat(body.get("ags").textValue()).isEqualTo("03355000");
    }

    @Test
    void anOrganizationNamesItsMeetings() {
        JsonNode meetings = oparl.get(
                        oparl.json(Council.COMMITTEE).get("meeting").textValue())
                .json();
        assertThat(meetings.get("data").get(0)).isEqualTo(oparl.json(Council.MEETING));

        JsonNode none = oparl.get(oparl.json(Council.DEPARTMENT).get("meeting").textValue())
                .json();
        assertThat(none.get("data")).isEmpty();
    }

    @Test
    void pagesForPeopleAreNamed() {
        assertThat(oparl.json(Council.PAPER).get("web").textValue()).isEqualTo(Oparl.HOST + "/vorlagen/2026-127");
        assertThat(oparl.json(Council.MEETING).get("web").textValue())
                .isEqualTo(Oparl.HOST + "/sitzungen/2026-06-10-kreistag");
    }

    @Test
    void onlyADecisionIsAuthoritative() {
        JsonNode decision = oparl.json(Council.DECISION);
        assertThat(decision.get("authoritative").booleanValue()).isTrue();
        assertThat(decision.get("role").textValue()).isEqualTo("Abschließende Beschlussfassung");
        assertThat(decision.get("organization").get(0).textValue()).isEqualTo(Oparl.ROOT + Council.COMMITTEE);
        assertThat(decision.get("meeting").textValue()).isEqualTo(Oparl.ROOT + Council.MEETING);
        assertThat(decision.get("agendaItem").textValue()).isEqualTo(Oparl.ROOT + Council.ITEM);
        assertThat(decision.get("kreiswerk:result").textValue()).isEqualTo("ungeändert beschlossen");

        JsonNode recommendation = oparl.json(Council.NON_PUBLIC);
        assertThat(recommendation.get("authoritative").booleanValue()).isFalse();
        assertThat(recommendation.get("role").textValue()).isEqualTo("Empfehlung");
        assertThat(recommendation.get("kreiswerk:public").booleanValue()).isFalse();
    }

    @Test
    void aPlannedDateMakesNoMeeting() {
        JsonNode planned = oparl.json(Council.NON_PUBLIC);

        assertThat(planned.get("kreiswerk:plannedDate").textValue()).isEqualTo("2026-06-08");
        assertThat(planned.has("meeting")).isFalse();
        assertThat(oparl.json(Council.BODY + "/meeting").get("data")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"SCHEDULED,terminiert", "INVITED,eingeladen", "HELD,durchgeführt"})
    void theStateOfAMeetingIsOneOfTheRecommendedWords(String state, String word) {
        council.meeting(state, "2026-12-10T15:00:00Z");

        JsonNode meeting = oparl.json(Council.MEETING);
        assertThat(meeting.get("meetingState").textValue()).isEqualTo(word);
        assertThat(meeting.get("start").textValue()).isEqualTo("2026-12-10T16:00:00+01:00");
    }

    @Test
    void anAttachmentWithoutBytesIsNamedAndHasNoFile() {
        JsonNode paper = oparl.json(Council.PAPER);

        assertThat(paper.get("auxiliaryFile")).hasSize(1);
        JsonNode named = paper.get("kreiswerk:attachments");
        assertThat(named).hasSize(2);
        assertThat(named.get(0).get("file"))
                .isEqualTo(paper.get("auxiliaryFile").get(0).get("id"));
        assertThat(named.get(1).get("name").textValue()).isEqualTo("Gutachten");
        assertThat(named.get(1).has("file")).isFalse();
    }

    @Test
    void aPaperHasItsDateHereAndWhatOparlHasNoWordFor() {
        JsonNode paper = oparl.json(Council.PAPER);

        assertThat(paper.get("date").textValue()).isEqualTo("2026-02-04");
        assertThat(paper.get("underDirectionOf").get(0).textValue()).isEqualTo(Oparl.ROOT + Council.DEPARTMENT);
        assertThat(paper.get("kreiswerk:budgetProducts").get(0).textValue()).isEqualTo("111-320 Gebäude");
        assertThat(paper.get("kreiswerk:climateCheck").get("rating").textValue())
                .isEqualTo("POSITIVE");
        assertThat(paper.get("kreiswerk:financialImpact")
                        .get("implementationCost")
                        .get("value")
                        .asText())
                .isEqualTo("12000.5");
    }

    @Test
    void ownMembersLoseWhatIsEmptyButTablesKeepTheirCells() {
        council.one(
                Council.PAPER,
                "Paper",
                null,
                "{\"financialImpact\":{\"coverage\":[],\"vat\":null,\"other\":\"\",\"revenue\":\"YES\"},"
                        + "\"tables\":[{\"rows\":[[\"a\",\"\"],[]],\"totals\":[]}]}");

        JsonNode paper = oparl.json(Council.PAPER);
        assertThat(paper.get("kreiswerk:financialImpact")).hasToString("{\"revenue\":\"YES\"}");
        assertThat(paper.get("kreiswerk:tables")).hasToString("[{\"rows\":[[\"a\",\"\"],[]]}]");
    }

    @Test
    void membersThatOparlDoesNotKnowHaveAPrefix() {
        List<String> oparls = List.of("slug", "paperTypeKey", "path", "mediaType", "state", "position", "visibility");
        for (JsonNode object : everything()) {
            assertThat(object.fieldNames()).toIterable().doesNotContainAnyElementsOf(oparls);
        }
    }
}
