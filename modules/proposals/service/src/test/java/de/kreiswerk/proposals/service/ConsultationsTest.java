package de.kreiswerk.proposals.service;

import static de.kreiswerk.proposals.service.Councils.A_WEEK_LATER;
import static de.kreiswerk.proposals.service.Councils.ON_THE_DAY;
import static de.kreiswerk.proposals.service.Councils.PLANNED;
import static de.kreiswerk.proposals.service.Councils.committee;
import static de.kreiswerk.proposals.service.Councils.schedule;
import static de.kreiswerk.proposals.service.TestPlatform.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import de.kreiswerk.proposals.api.Council;
import de.kreiswerk.proposals.api.CouncilOffice.AgendaItemEntry;
import de.kreiswerk.proposals.api.Paper;
import de.kreiswerk.proposals.api.PaperDocument.PlannedConsultation;
import de.kreiswerk.proposals.api.PaperDocument.Role;
import de.kreiswerk.proposals.api.Visibility;
import de.kreiswerk.runtime.testing.AtOnce;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which consultation is which, and in which meeting it is. */
class ConsultationsTest {

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aConsultationKeepsItsIdWhenItsRowMovesAndItsDateChanges(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper paper = platform.published(
                    "one", Documents.of("2026/1").consulted(row("Bauausschuss"), row("Kreistag"), row("Bauausschuss")));
            List<Council.Consultation> before = platform.council.consultations(OPERATOR, paper.id());

            platform.take(
                    "two",
                    Documents.of("2026/1")
                            .consulted(
                                    row("Kreistag", PLANNED.plusDays(9)),
                                    row("Umweltausschuss"),
                                    row("Bauausschuss"),
                                    row("Bauausschuss")));

            List<Council.Consultation> after = platform.council.consultations(OPERATOR, paper.id());
            assertThat(after)
                    .extracting(Council.Consultation::id)
                    .containsSubsequence(
                            before.get(1).id(),
                            before.get(0).id(),
                            before.get(2).id())
                    .hasSize(4)
                    .doesNotHaveDuplicates();
            assertThat(after).extracting(Council.Consultation::position).containsExactly(0, 1, 2, 3);
            JsonNode kreistag = platform.publicContent(
                            "/consultation/" + before.get(1).id())
                    .orElseThrow();
            assertThat(kreistag.get("position").intValue()).isZero();
            assertThat(kreistag.get("plannedDate").textValue()).isEqualTo("2026-06-19");
            PublicWorld.of(platform).mustBeWhole();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aConsultationThatMovesToTheDayOfAMeetingThatIsJustScheduledIsInIt(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            String kreistag = committee(platform, "Kreistag");
            for (int round = 0; round < 15; round++) {
                String reference = "2026/" + round;
                int days = round + 1;
                Paper paper = platform.published(
                        "one " + round, Documents.of(reference).consulted(row("Kreistag")));
                Documents moved = Documents.of(reference).consulted(row("Kreistag", PLANNED.plusDays(days)));

                AtOnce.run(List.<Supplier<?>>of(
                        () -> platform.take("two " + moved.reference, moved),
                        () -> schedule(platform, Meetings.of(kreistag, ON_THE_DAY.plus(days, ChronoUnit.DAYS)))));

                assertThat(platform.council.consultations(OPERATOR, paper.id()))
                        .as("round %s", round)
                        .extracting(Council.Consultation::meetingId)
                        .doesNotContainNull();
                PublicWorld.of(platform).mustBeWhole();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void ofTwoConsultationsOfACommitteeTheOneOfTheDayStays(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper paper = platform.published(
                    "one",
                    Documents.of("2026/1").consulted(row("Bauausschuss"), row("Bauausschuss", PLANNED.plusDays(7))));
            String committee = committee(platform, "Bauausschuss");
            schedule(platform, Meetings.of(committee, ON_THE_DAY));
            Council.Meeting later = schedule(platform, Meetings.of(committee, A_WEEK_LATER));
            List<Council.Consultation> before = platform.council.consultations(OPERATOR, paper.id());

            platform.take("two", Documents.of("2026/1").consulted(row("Bauausschuss", PLANNED.plusDays(7))));

            assertThat(platform.council.consultations(OPERATOR, paper.id()))
                    .extracting(Council.Consultation::id, Council.Consultation::meetingId)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(before.get(1).id(), later.id()));
            assertThat(platform.isPublic("/consultation/" + before.get(0).id())).isFalse();
            PublicWorld.of(platform).mustBeWhole();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void ofTwoConsultationsOfADayTheOneOfTheSameVisibilityStays(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper paper = platform.published(
                    "one",
                    Documents.of("2026/1")
                            .consulted(Documents.row("Kreistag", PLANNED, Visibility.NON_PUBLIC), row("Kreistag")));
            List<Council.Consultation> before = platform.council.consultations(OPERATOR, paper.id());

            platform.take("two", Documents.of("2026/1").consulted(row("Kreistag")));

            assertThat(platform.council.consultations(OPERATOR, paper.id()))
                    .extracting(Council.Consultation::id)
                    .containsExactly(before.get(1).id());
        }
    }

    /** What was resolved there must not be told of the consultation that is still to come. */
    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatAMeetingHadOnItsAgendaIsTheConsultationOfItsDayNotTheOneThatHasNone(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper paper = platform.published("one", Documents.of("2026/1").consulted(row("Kreistag", null)));
            String id =
                    platform.council.consultations(OPERATOR, paper.id()).get(0).id();
            Council.Meeting meeting = schedule(platform, Meetings.of(committee(platform, "Kreistag"), ON_THE_DAY));
            platform.office.replaceAgenda(
                    OPERATOR,
                    meeting.id(),
                    List.of(new AgendaItemEntry(
                            null, null, "Radweg", Visibility.PUBLIC, null, paper.id(), "vertagt", null)),
                    null);

            platform.take("two", Documents.of("2026/1").consulted(row("Kreistag"), row("Kreistag", null)));

            List<Council.Consultation> after = platform.council.consultations(OPERATOR, paper.id());
            assertThat(after.get(0).id()).isEqualTo(id);
            assertThat(after.get(0).meetingId()).isEqualTo(meeting.id());
            assertThat(after.get(1).meetingId()).isNull();
            JsonNode shown = platform.publicPaper(paper).get("consultations");
            assertThat(shown.at("/0/result").textValue()).isEqualTo("vertagt");
            assertThat(shown.get(1).has("result")).isFalse();
            PublicWorld.of(platform).mustBeWhole();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whenTheOneOfADayIsDroppedTheOneWithoutADayStaysWhichItIs(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper paper =
                    platform.published("one", Documents.of("2026/1").consulted(row("Kreistag"), row("Kreistag", null)));
            List<Council.Consultation> before = platform.council.consultations(OPERATOR, paper.id());

            platform.take("two", Documents.of("2026/1").consulted(row("Kreistag", null)));

            assertThat(platform.council.consultations(OPERATOR, paper.id()))
                    .extracting(Council.Consultation::id)
                    .containsExactly(before.get(1).id());
        }
    }

    /** That a draft names it, and when, is for those only who may read it. */
    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoReadsTheConsultationsOfADraftIsNoted(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper draft = platform.take("draft", Documents.of("2026/1").consulted(row("Kreistag")))
                    .paper();
            Paper open = platform.published("open", Documents.of("2026/2").consulted(row("Kreistag")));
            List<String> noted = new ArrayList<>();
            CouncilReader reader = new CouncilReader(platform.database.transactions, new Schema() {});
            reader.reads = (caller, area, type, id, department) -> noted.add(type + " " + id);

            reader.consultations(OPERATOR, open.id());
            reader.consultations(OPERATOR, draft.id());

            assertThat(noted).containsExactly("Paper " + draft.id());
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aConsultationThatANewVersionDropsIsDeleted(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper paper = platform.published(
                    "one", Documents.of("2026/1").consulted(row("Bauausschuss"), row("Kreistag"), row("Kreistag")));
            List<Council.Consultation> before = platform.council.consultations(OPERATOR, paper.id());

            platform.take("two", Documents.of("2026/1").consulted(row("Kreistag")));

            assertThat(platform.publication
                            .find("/consultation/" + before.get(0).id())
                            .orElseThrow()
                            .deleted())
                    .isTrue();
            assertThat(platform.isPublic("/consultation/" + before.get(1).id())).isTrue();
            assertThat(platform.isPublic("/consultation/" + before.get(2).id())).isFalse();
            assertThat(platform.publicPaper(paper).get("consultations")).hasSize(1);
            PublicWorld.of(platform).mustBeWhole();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aWithdrawnPaperTakesItsConsultationsBackAndBringsThemAgain(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper paper = platform.published("one", Documents.of("2026/1").consulted(row("Kreistag")));
            String path = "/consultation/"
                    + platform.council
                            .consultations(OPERATOR, paper.id())
                            .get(0)
                            .id();

            platform.papers.withdraw(OPERATOR, paper.id(), null);
            assertThat(platform.publication.find(path).orElseThrow().deleted()).isTrue();
            PublicWorld.of(platform).mustBeWhole();

            platform.papers.publish(OPERATOR, paper.id(), null);
            assertThat(platform.isPublic(path)).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aConsultationStaysInItsMeetingWhenThatMoves(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper paper = platform.published("one", Documents.of("2026/1").consulted(row("Kreistag")));
            String kreistag = committee(platform, "Kreistag");
            Council.Meeting meeting = schedule(platform, Meetings.of(kreistag, ON_THE_DAY));

            platform.office.changeMeeting(
                    OPERATOR, meeting.id(), Meetings.of(kreistag, A_WEEK_LATER).entry(), null);

            JsonNode row = platform.publicPaper(paper).at("/consultations/0");
            assertThat(row.get("plannedDate").textValue()).isEqualTo("2026-06-10");
            assertThat(row.at("/meeting/path").textValue()).isEqualTo("/meeting/" + meeting.id());
            assertThat(row.at("/meeting/start").textValue()).isEqualTo("2026-06-17T14:00:00Z");
            assertThat(row.at("/meeting/address").textValue()).isEqualTo("/sitzungen/2026-06-17-kreistag");

            // The same text with another title: the plan did not change.
            platform.take("two", Documents.of("2026/1").named("Anders").consulted(row("Kreistag")));
            assertThat(platform.publicPaper(paper)
                            .at("/consultations/0/meeting/path")
                            .textValue())
                    .isEqualTo("/meeting/" + meeting.id());

            // Another plan: the meeting of that day, which there is not.
            platform.take("three", Documents.of("2026/1").consulted(row("Kreistag", PLANNED.plusDays(1))));
            assertThat(platform.publicPaper(paper).at("/consultations/0").has("meeting"))
                    .isFalse();
            PublicWorld.of(platform).mustBeWhole();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void ofTwoMeetingsOnADayTheOneThatFitsIsTaken(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper paper = platform.published(
                    "one",
                    Documents.of("2026/1")
                            .consulted(row("Kreistag"), Documents.row("Kreistag", PLANNED, Visibility.NON_PUBLIC)));
            String kreistag = committee(platform, "Kreistag");
            Council.Meeting closed =
                    schedule(platform, Meetings.of(kreistag, ON_THE_DAY).visible(Visibility.NON_PUBLIC));
            Council.Meeting cancelled =
                    schedule(platform, Meetings.of(kreistag, ON_THE_DAY).cancelled());
            Council.Meeting open = schedule(platform, Meetings.of(kreistag, ON_THE_DAY.plusSeconds(7_200)));

            List<Council.Consultation> rows = platform.council.consultations(OPERATOR, paper.id());
            assertThat(rows).extracting(Council.Consultation::meetingId).containsExactly(open.id(), closed.id());
            assertThat(cancelled.slug()).isEqualTo("2026-06-10-kreistag");
            assertThat(open.slug()).isEqualTo("2026-06-10-kreistag-2");
            JsonNode published = platform.publicPaper(paper).get("consultations");
            assertThat(published.at("/0/meeting/path").textValue()).isEqualTo("/meeting/" + open.id());
            assertThat(published.get(1).has("meeting")).isFalse();

            // A paper that comes later finds the same.
            Paper later = platform.published("later", Documents.of("2026/2").consulted(row("Kreistag")));
            assertThat(platform.publicPaper(later)
                            .at("/consultations/0/meeting/path")
                            .textValue())
                    .isEqualTo("/meeting/" + open.id());
            PublicWorld.of(platform).mustBeWhole().mustNotHold(closed.id());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "H2, ungeändert beschlossen, PUBLIC, DECISION, DECIDED",
        "POSTGRESQL, ungeändert beschlossen, PUBLIC, DECISION, DECIDED",
        "H2, vertagt, PUBLIC, DECISION, UNDER_CONSULTATION",
        "H2, ungeändert beschlossen, NON_PUBLIC, DECISION, UNDER_CONSULTATION",
        "H2, ungeändert empfohlen, PUBLIC, CONSULTATION, COMPLETED",
        "POSTGRESQL, zur Kenntnis genommen, PUBLIC, INFORMATION, COMPLETED",
        "H2, vertagt, PUBLIC, INFORMATION, UNDER_CONSULTATION",
        "H2, zur Kenntnis genommen, NON_PUBLIC, INFORMATION, UNDER_CONSULTATION",
        "H2, , PUBLIC, DECISION, UNDER_CONSULTATION"
    })
    void theStateOfAPaperIsWhatThePublicMayKnow(
            Engine engine, String result, Visibility visibility, Role role, String state) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper paper = platform.published(
                    "one",
                    Documents.of("2026/1")
                            .consulted(new PlannedConsultation(
                                    "Kreistag", role, null, PLANNED, null, visibility, null, result, null)));

            assertThat(platform.publicPaper(paper).get("state").textValue()).isEqualTo(state);
            assertThat(platform.publication.list(
                            de.kreiswerk.core.api.publication.PublicQuery.of("paper/state/" + state, 10)))
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CONSULTATION, zur Kenntnis genommen, COMPLETED",
        "CONSULTATION, , UNDER_CONSULTATION",
        "DECISION, zur Kenntnis genommen, UNDER_CONSULTATION"
    })
    void whatHappensBehindClosedDoorsDoesNotKeepAPaperOpenUnlessItIsDecidedThere(
            Role role, String result, String state) {
        try (TestPlatform platform = new TestPlatform(Engine.H2)) {
            Paper paper = platform.published(
                    "one",
                    Documents.of("2026/1")
                            .consulted(
                                    new PlannedConsultation(
                                            "Kreisausschuss",
                                            role,
                                            null,
                                            PLANNED,
                                            null,
                                            Visibility.NON_PUBLIC,
                                            null,
                                            null,
                                            null),
                                    new PlannedConsultation(
                                            "Kreistag",
                                            Role.INFORMATION,
                                            null,
                                            PLANNED,
                                            null,
                                            Visibility.PUBLIC,
                                            null,
                                            result,
                                            null)));

            assertThat(platform.publicPaper(paper).get("state").textValue()).isEqualTo(state);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aPaperStandsInTheListsOfItsYearTypeCommitteesAndState(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            platform.published(
                    "one",
                    Documents.of("2026/1").type("Antrag an Fachausschüsse").consulted(row("Kreistag")));
            String kreistag = committee(platform, "Kreistag");

            assertThat(platform.publication.lists("paper/"))
                    .containsExactly(
                            "paper/organization/" + kreistag,
                            "paper/published",
                            "paper/state/UNDER_CONSULTATION",
                            "paper/type/antrag-an-fachausschüsse",
                            "paper/year/2026");
            platform.published("two", Documents.of("2026/2"));
            assertThat(platform.publication.lists("paper/state/")).contains("paper/state/NO_CONSULTATION");
        }
    }

    private static PlannedConsultation row(String committee) {
        return row(committee, PLANNED);
    }

    private static PlannedConsultation row(String committee, LocalDate planned) {
        return Documents.row(committee, planned, Visibility.PUBLIC);
    }
}
