package de.kreiswerk.proposals.service;

import static de.kreiswerk.proposals.service.Councils.A_WEEK_LATER;
import static de.kreiswerk.proposals.service.Councils.ON_THE_DAY;
import static de.kreiswerk.proposals.service.Councils.PLANNED;
import static de.kreiswerk.proposals.service.Councils.committee;
import static de.kreiswerk.proposals.service.Councils.refused;
import static de.kreiswerk.proposals.service.Councils.schedule;
import static de.kreiswerk.proposals.service.TestPlatform.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import de.kreiswerk.proposals.api.Council;
import de.kreiswerk.proposals.api.Council.AgendaItem;
import de.kreiswerk.proposals.api.CouncilOffice;
import de.kreiswerk.proposals.api.CouncilOffice.AgendaItemEntry;
import de.kreiswerk.proposals.api.Paper;
import de.kreiswerk.proposals.api.PaperDocument.PlannedConsultation;
import de.kreiswerk.proposals.api.PaperDocument.Role;
import de.kreiswerk.proposals.api.Visibility;
import de.kreiswerk.runtime.testing.AtOnce;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Agendas, and what the papers on them show of it. */
class AgendaTest {

    private static final String CANARY = "Kanarienvogel";

    @ParameterizedTest
    @EnumSource(Engine.class)
    void itemsThatStayKeepTheirIdsHoweverOftenTheAgendaIsReplaced(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper paper = decidedBy(platform, "2026/1", Visibility.PUBLIC);
            Council.Meeting meeting = kreistag(platform);
            List<AgendaItem> first = replace(platform, meeting, named("Eröffnung"), about(paper), named("Anfragen"))
                    .items();

            // In another order, by likeness.
            List<AgendaItem> second = replace(
                            platform, meeting, named("Neu"), named(" anfragen"), about(paper), named("Eröffnung"))
                    .items();
            assertThat(second.get(1).id()).isEqualTo(first.get(2).id());
            assertThat(second.get(2).id()).isEqualTo(first.get(1).id());
            assertThat(second.get(3).id()).isEqualTo(first.get(0).id());

            // With another name, by id.
            List<AgendaItem> third = replace(
                            platform,
                            meeting,
                            new AgendaItemEntry(
                                    second.get(0).id(), "1", "Umbenannt", Visibility.PUBLIC, null, null, null, null))
                    .items();
            assertThat(third)
                    .extracting(AgendaItem::id)
                    .containsExactly(second.get(0).id());
            assertThat(platform.publication
                            .find("/agendaItem/" + first.get(1).id())
                            .orElseThrow()
                            .deleted())
                    .isTrue();
            JsonNode published =
                    platform.publicContent("/meeting/" + meeting.id()).orElseThrow();
            assertThat(published.get("agendaItem")).hasSize(1);
            assertThat(published.at("/agendaItem/0/order").intValue()).isZero();
            assertThat(platform.publicPaper(paper).at("/consultations/0").has("agendaItem"))
                    .isFalse();
            PublicWorld.of(platform).mustBeWhole();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void anItemTellsOfItsPaperAndThePaperOfItsItem(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper paper = decidedBy(platform, "2026/1", Visibility.PUBLIC);
            Council.Meeting meeting = kreistag(platform);
            replace(platform, meeting, named("Eröffnung"), about(paper, "mit Änderungen beschlossen", "Anders."));

            AgendaItem item =
                    platform.council.agenda(OPERATOR, meeting.id()).items().get(1);
            assertThat(item.consultationId())
                    .isEqualTo(platform.council
                            .consultations(OPERATOR, paper.id())
                            .get(0)
                            .id());
            JsonNode content =
                    platform.publicContent("/agendaItem/" + item.id()).orElseThrow();
            assertThat(content.get("meeting").textValue()).isEqualTo("/meeting/" + meeting.id());
            assertThat(content.get("order").intValue()).isOne();
            assertThat(content.get("public").booleanValue()).isTrue();
            assertThat(content.get("paper").textValue()).isEqualTo("/paper/" + paper.id());
            assertThat(content.get("paperReference").textValue()).isEqualTo("2026/1");
            assertThat(content.get("paperAddress").textValue()).isEqualTo("/vorlagen/2026-1");
            assertThat(content.get("resolutionText").textValue()).isEqualTo("Anders.");
            JsonNode row = platform.publicPaper(paper).at("/consultations/0");
            assertThat(row.get("agendaItem").textValue()).isEqualTo("/agendaItem/" + item.id());
            assertThat(row.get("result").textValue()).isEqualTo("mit Änderungen beschlossen");
            assertThat(row.get("resolutionText").textValue()).isEqualTo("Anders.");
            assertThat(row.has("outcome")).isFalse();
            assertThat(platform.publicPaper(paper).get("state").textValue()).isEqualTo("DECIDED");

            platform.papers.renumber(OPERATOR, paper.id(), "2026/99", null);
            assertThat(platform.publicContent("/agendaItem/" + item.id())
                            .orElseThrow()
                            .get("paperReference")
                            .textValue())
                    .isEqualTo("2026/99");
            PublicWorld.of(platform).mustBeWhole();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void nonPublicItemsDraftsAndWithdrawnPapersAreNotToldOf(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper draft = platform.take(
                            "draft",
                            Documents.of("2026/7")
                                    .named(CANARY)
                                    .consulted(Documents.row("Kreistag", PLANNED, Visibility.PUBLIC)))
                    .paper();
            Paper closed = decidedBy(platform, "2026/1", Visibility.NON_PUBLIC);
            Paper open = decidedBy(platform, "2026/2", Visibility.PUBLIC);
            Council.Meeting meeting = kreistag(platform);
            replace(
                    platform,
                    meeting,
                    new AgendaItemEntry(
                            null,
                            CANARY,
                            CANARY + " Punkt",
                            Visibility.NON_PUBLIC,
                            null,
                            closed.id(),
                            CANARY + " Ergebnis",
                            CANARY + " Text"),
                    about(draft),
                    about(open, "beschlossen", null));

            assertThat(platform.council.agenda(OPERATOR, meeting.id()).items()).hasSize(3);
            PublicWorld world = PublicWorld.of(platform).mustBeWhole().mustNotHold(CANARY, draft.id());
            assertThat(world.all("AgendaItem"))
                    .extracting(item -> item.get("order").intValue())
                    .containsExactlyInAnyOrder(0, 1);
            assertThat(platform.publicPaper(closed).get("state").textValue()).isEqualTo("UNDER_CONSULTATION");

            platform.papers.publish(OPERATOR, draft.id(), null);
            assertThat(PublicWorld.of(platform).mustBeWhole().all("AgendaItem"))
                    .filteredOn(item -> item.has("paper"))
                    .hasSize(2);

            platform.papers.withdraw(OPERATOR, open.id(), null);
            PublicWorld.of(platform).mustBeWhole().mustNotHold(open.id(), "2026/2");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void anItemGoesWhenALaterTextMakesItsConsultationNonPublic(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper paper = decidedBy(platform, "2026/1", Visibility.PUBLIC);
            Council.Meeting meeting = kreistag(platform);
            String item = replace(
                            platform,
                            meeting,
                            named("Eröffnung"),
                            new AgendaItemEntry(
                                    null, null, CANARY, Visibility.PUBLIC, null, paper.id(), CANARY, CANARY + " Text"))
                    .items()
                    .get(1)
                    .id();
            assertThat(platform.isPublic("/agendaItem/" + item)).isTrue();

            platform.published("behind closed doors", document("2026/1", Visibility.NON_PUBLIC));

            assertThat(platform.isPublic("/agendaItem/" + item)).isFalse();
            PublicWorld.of(platform).mustBeWhole().mustNotHold(CANARY, item);
            assertThat(platform.council.agenda(OPERATOR, meeting.id()).items()).hasSize(2);

            platform.published("open again", document("2026/1", Visibility.PUBLIC));
            assertThat(platform.isPublic("/agendaItem/" + item)).isTrue();
            PublicWorld.of(platform).mustBeWhole();
        }
    }

    /** The paper itself need not be public for its text to count. */
    @ParameterizedTest
    @EnumSource(Engine.class)
    void anItemGoesWhenTheTextOfADraftMakesItsConsultationNonPublic(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper draft = platform.take("draft", document("2026/1", Visibility.PUBLIC))
                    .paper();
            Council.Meeting meeting = kreistag(platform);
            replace(
                    platform,
                    meeting,
                    new AgendaItemEntry(null, null, CANARY, Visibility.PUBLIC, null, draft.id(), null, null));

            platform.take("behind closed doors", document("2026/1", Visibility.NON_PUBLIC));

            PublicWorld.of(platform).mustBeWhole().mustNotHold(CANARY);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void anItemGoesWhenALaterTextNamesItsCommitteeForTheFirstTimeAndAsNonPublic(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper paper = platform.published("one", Documents.of("2026/1"));
            Council.Meeting meeting = kreistag(platform);
            replace(
                    platform,
                    meeting,
                    new AgendaItemEntry(null, null, CANARY, Visibility.PUBLIC, null, paper.id(), null, null));
            assertThat(PublicWorld.of(platform).all("AgendaItem")).hasSize(1);

            platform.published("behind closed doors", document("2026/1", Visibility.NON_PUBLIC));

            PublicWorld.of(platform).mustBeWhole().mustNotHold(CANARY);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aPublicItemIsRefusedForAPaperThatItsCommitteeSeesBehindClosedDoorsOnly(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper closed = decidedBy(platform, "2026/1", Visibility.NON_PUBLIC);
            Paper both = platform.published(
                    "both",
                    Documents.of("2026/2")
                            .consulted(
                                    Documents.row("Kreistag", PLANNED, Visibility.NON_PUBLIC),
                                    Documents.row("Kreistag", PLANNED, Visibility.PUBLIC)));
            Council.Meeting meeting = kreistag(platform);

            assertThat(refused(() -> replace(platform, meeting, about(closed))).code())
                    .isEqualTo("entry-not-valid");
            assertThat(platform.council.agenda(OPERATOR, meeting.id()).items()).isEmpty();

            AgendaItem item = replace(platform, meeting, about(both)).items().get(0);
            assertThat(item.consultationId())
                    .isEqualTo(platform.council
                            .consultations(OPERATOR, both.id())
                            .get(1)
                            .id());
            PublicWorld.of(platform).mustBeWhole();
        }
    }

    /** An earlier version of the importer did not hear it in such words. */
    @ParameterizedTest
    @EnumSource(Engine.class)
    void aPublicItemIsRefusedForAConsultationThatIsNotPublicByItsWords(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper closed = platform.published(
                    "in words",
                    Documents.of("2026/1")
                            .consulted(new PlannedConsultation(
                                    "Kreistag",
                                    Role.DECISION,
                                    "Entscheidung",
                                    PLANNED,
                                    null,
                                    null,
                                    null,
                                    null,
                                    "N (Nichtöffentlich)")));
            Council.Meeting meeting = kreistag(platform);

            assertThat(refused(() -> replace(platform, meeting, about(closed))).code())
                    .isEqualTo("entry-not-valid");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void anItemThatIsNoLongerPublicIsDeleted(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Council.Meeting meeting = kreistag(platform);
            String id =
                    replace(platform, meeting, named("Vertrag")).items().get(0).id();

            replace(
                    platform,
                    meeting,
                    new AgendaItemEntry(id, null, CANARY, Visibility.NON_PUBLIC, null, null, null, null));

            assertThat(platform.publication
                            .find("/agendaItem/" + id)
                            .orElseThrow()
                            .deleted())
                    .isTrue();
            PublicWorld.of(platform).mustBeWhole().mustNotHold(CANARY, id);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoReadsWhatWasResolvedBehindClosedDoorsIsNoted(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Council.Meeting meeting = kreistag(platform);
            replace(platform, meeting, named("Vertrag"));
            List<String> noted = new ArrayList<>();
            CouncilReader reader = new CouncilReader(platform.database.transactions, new Schema() {});
            reader.reads = (caller, area, type, id, department) -> noted.add(type + " " + id);

            reader.agenda(OPERATOR, meeting.id());
            assertThat(noted).isEmpty();

            replace(
                    platform,
                    meeting,
                    new AgendaItemEntry(null, null, CANARY, Visibility.NON_PUBLIC, null, null, null, null));
            reader.agenda(OPERATOR, meeting.id());
            assertThat(noted).containsExactly("Meeting " + meeting.id());
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aConsultationThatIsPutOffIsInTheLaterMeeting(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper paper = decidedBy(platform, "2026/1", Visibility.PUBLIC);
            Council.Meeting first = kreistag(platform);
            replace(platform, first, about(paper, "Auf die nächste Sitzung vertagt", null));
            assertThat(platform.publicPaper(paper).get("state").textValue()).isEqualTo("UNDER_CONSULTATION");
            assertThat(platform.publicPaper(paper)
                            .at("/consultations/0/outcome")
                            .textValue())
                    .isEqualTo("POSTPONED");
            Council.Meeting second = schedule(platform, Meetings.of(committee(platform, "Kreistag"), A_WEEK_LATER));
            String consultation =
                    platform.council.consultations(OPERATOR, paper.id()).get(0).id();
            AgendaItemEntry again = new AgendaItemEntry(
                    null, null, "Vorlage", Visibility.PUBLIC, consultation, null, "beschlossen", null);
            replace(platform, second, again);

            assertThat(meetingOf(platform, paper)).isEqualTo("/meeting/" + second.id());
            assertThat(platform.publicPaper(paper).get("state").textValue()).isEqualTo("DECIDED");

            // The minutes of the first come later and change nothing of that.
            replace(platform, first, about(paper, "vertagt auf die nächste Sitzung", null));
            assertThat(meetingOf(platform, paper)).isEqualTo("/meeting/" + second.id());

            replace(platform, second);
            assertThat(meetingOf(platform, paper)).isEqualTo("/meeting/" + first.id());
            PublicWorld.of(platform).mustBeWhole();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aMeetingThatMovesPastAnotherGetsTheConsultationsThatBothName(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper paper = decidedBy(platform, "2026/1", Visibility.PUBLIC);
            Council.Meeting first = kreistag(platform);
            AgendaItem item = replace(platform, first, about(paper)).items().get(0);
            Council.Meeting second = kreistag(platform, A_WEEK_LATER);
            replace(platform, second, consulting(item.consultationId(), Visibility.PUBLIC));
            assertThat(meetingOf(platform, paper)).isEqualTo("/meeting/" + second.id());

            move(platform, first, A_WEEK_LATER.plus(7, ChronoUnit.DAYS));
            assertThat(meetingOf(platform, paper)).isEqualTo("/meeting/" + first.id());

            move(platform, first, ON_THE_DAY);
            assertThat(meetingOf(platform, paper)).isEqualTo("/meeting/" + second.id());
            PublicWorld.of(platform).mustBeWhole();
        }
    }

    private static void move(TestPlatform platform, Council.Meeting meeting, Instant start) {
        platform.office.changeMeeting(
                OPERATOR,
                meeting.id(),
                Meetings.of(meeting.organizationId(), start).entry(),
                null);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whenTheLaterMeetingIsWithdrawnAConsultationIsInTheOneWhoseAgendaStillNamesIt(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper paper = decidedBy(platform, "2026/1", Visibility.PUBLIC);
            Council.Meeting first = kreistag(platform, A_WEEK_LATER);
            AgendaItem item = replace(platform, first, about(paper)).items().get(0);
            Council.Meeting second = kreistag(platform, A_WEEK_LATER.plus(7, ChronoUnit.DAYS));
            replace(platform, second, consulting(item.consultationId(), Visibility.PUBLIC));
            assertThat(meetingOf(platform, paper)).isEqualTo("/meeting/" + second.id());

            platform.office.withdrawMeeting(OPERATOR, second.id(), null);

            assertThat(meetingOf(platform, paper)).isEqualTo("/meeting/" + first.id());
            assertThat(platform.publicPaper(paper)
                            .at("/consultations/0/agendaItem")
                            .textValue())
                    .isEqualTo("/agendaItem/" + item.id());
            PublicWorld.of(platform).mustBeWhole();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whenTheMeetingIsWithdrawnItsItemsGoWithIt(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper paper = decidedBy(platform, "2026/1", Visibility.PUBLIC);
            Council.Meeting meeting = kreistag(platform);
            String item = replace(platform, meeting, about(paper, "beschlossen", null))
                    .items()
                    .get(0)
                    .id();

            platform.office.withdrawMeeting(OPERATOR, meeting.id(), null);

            assertThat(platform.publication
                            .find("/agendaItem/" + item)
                            .orElseThrow()
                            .deleted())
                    .isTrue();
            assertThat(platform.publicPaper(paper).get("state").textValue()).isEqualTo("UNDER_CONSULTATION");
            PublicWorld.of(platform).mustBeWhole();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void anAgendaThatBreaksARuleIsRefusedAsAWhole(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper closed = decidedBy(platform, "2026/1", Visibility.NON_PUBLIC);
            Paper foreign = platform.published(
                    "foreign",
                    Documents.of("2026/2").consulted(Documents.row("Bauausschuss", PLANNED, Visibility.PUBLIC)));
            String closedId =
                    platform.council.consultations(OPERATOR, closed.id()).get(0).id();
            String foreignId = platform.council
                    .consultations(OPERATOR, foreign.id())
                    .get(0)
                    .id();
            Council.Meeting meeting = kreistag(platform);
            Council.Agenda before = replace(platform, meeting, named("Eröffnung"));

            List<List<AgendaItemEntry>> bad = List.of(
                    List.of(consulting(closedId, Visibility.PUBLIC)),
                    List.of(consulting(foreignId, Visibility.PUBLIC)),
                    List.of(consulting("nix", Visibility.PUBLIC)),
                    List.of(consulting(closedId, Visibility.NON_PUBLIC), consulting(closedId, Visibility.NON_PUBLIC)),
                    List.of(named(" ")),
                    List.of(new AgendaItemEntry(null, null, "x", null, null, null, null, null)),
                    Collections.singletonList(null),
                    Collections.nCopies(CouncilOffice.MAX_AGENDA_ITEMS + 1, named("x")));
            for (List<AgendaItemEntry> items : bad) {
                assertThat(refused(() -> platform.office.replaceAgenda(OPERATOR, meeting.id(), items, null))
                                .kind())
                        .isEqualTo(Problem.Kind.UNPROCESSABLE);
            }
            assertThat(refused(() -> platform.office.replaceAgenda(OPERATOR, meeting.id(), null, null))
                            .kind())
                    .isEqualTo(Problem.Kind.UNPROCESSABLE);
            assertThat(refused(() -> platform.office.replaceAgenda(
                                    OPERATOR,
                                    meeting.id(),
                                    List.of(new AgendaItemEntry(
                                            null, null, "x", Visibility.PUBLIC, null, "nix", null, null)),
                                    null))
                            .kind())
                    .isEqualTo(Problem.Kind.NOT_FOUND);
            assertThat(platform.council.agenda(OPERATOR, meeting.id())).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatHappensAtOnceEndsInOneTruth(Engine engine) throws Exception {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper one = decidedBy(platform, "2026/1", Visibility.PUBLIC);
            Paper two = decidedBy(platform, "2026/2", Visibility.PUBLIC);
            Council.Meeting meeting = kreistag(platform);
            replace(platform, meeting, about(one), about(two));
            String kreistag = committee(platform, "Kreistag");

            for (int round = 0; round < 5; round++) {
                int number = round;
                AtOnce.run(List.<Supplier<?>>of(
                        () -> replace(platform, meeting, about(one, "beschlossen " + number, null), about(two)),
                        () -> platform.papers.renumber(OPERATOR, one.id(), "2026/10" + number, null),
                        () -> platform.office.changeMeeting(
                                OPERATOR,
                                meeting.id(),
                                Meetings.of(kreistag, ON_THE_DAY.plusSeconds(60L * number))
                                        .at("Raum " + number)
                                        .entry(),
                                null),
                        () -> platform.published("two " + number, document("2026/2", Visibility.PUBLIC)),
                        () -> platform.published("new " + number, document("2026/5" + number, Visibility.PUBLIC))));
                PublicWorld world = PublicWorld.of(platform).mustBeWhole();
                String start = ON_THE_DAY.plusSeconds(60L * number).toString();
                assertThat(world.all("Paper"))
                        .allSatisfy(paper -> assertThat(paper.at("/consultations/0/meeting/start")
                                        .textValue())
                                .as("%s in round %s", paper.get("reference"), number)
                                .isEqualTo(start));
                assertThat(world.all("AgendaItem"))
                        .anySatisfy(
                                item -> assertThat(item.get("paperReference").textValue())
                                        .isEqualTo("2026/10" + number));
            }
        }
    }

    private static String meetingOf(TestPlatform platform, Paper paper) {
        return platform.publicPaper(paper).at("/consultations/0/meeting/path").textValue();
    }

    private static Council.Meeting kreistag(TestPlatform platform) {
        return kreistag(platform, ON_THE_DAY);
    }

    private static Council.Meeting kreistag(TestPlatform platform, Instant start) {
        return schedule(platform, Meetings.of(committee(platform, "Kreistag"), start));
    }

    private static Paper decidedBy(TestPlatform platform, String reference, Visibility visibility) {
        return platform.published("text of " + reference, document(reference, visibility));
    }

    private static Documents document(String reference, Visibility visibility) {
        return Documents.of(reference)
                .consulted(new PlannedConsultation(
                        "Kreistag", Role.DECISION, null, PLANNED, null, visibility, null, null, null));
    }

    private static Council.Agenda replace(TestPlatform platform, Council.Meeting meeting, AgendaItemEntry... items) {
        return platform.office.replaceAgenda(OPERATOR, meeting.id(), Arrays.asList(items), null);
    }

    private static AgendaItemEntry named(String name) {
        return new AgendaItemEntry(null, null, name, Visibility.PUBLIC, null, null, null, null);
    }

    private static AgendaItemEntry about(Paper paper) {
        return about(paper, null, null);
    }

    private static AgendaItemEntry about(Paper paper, String result, String resolution) {
        return new AgendaItemEntry(null, null, "Eine Vorlage", Visibility.PUBLIC, null, paper.id(), result, resolution);
    }

    private static AgendaItemEntry consulting(String consultation, Visibility visibility) {
        return new AgendaItemEntry(null, null, "x", visibility, consultation, null, null, null);
    }
}
