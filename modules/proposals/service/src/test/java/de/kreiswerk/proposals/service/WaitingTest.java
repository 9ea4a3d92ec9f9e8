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
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import de.kreiswerk.proposals.api.Council;
import de.kreiswerk.proposals.api.CouncilOffice.AgendaItemEntry;
import de.kreiswerk.proposals.api.CouncilOffice.LocationEntry;
import de.kreiswerk.proposals.api.Paper;
import de.kreiswerk.proposals.api.PaperDocument.PlannedConsultation;
import de.kreiswerk.proposals.api.PaperDocument.Role;
import de.kreiswerk.proposals.api.Visibility;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Who had to wait for somebody else goes by what is there then. On H2 one writes after the other, and waits before it reads anything to
 * change.
 */
class WaitingTest {

    private static final String RESULT = "ungeändert beschlossen";

    @Test
    void anAgendaThatWaitsForAnImportSeesThatItsConsultationIsNotPublicAnyMore() throws Exception {
        try (TestPlatform platform = new TestPlatform(Engine.POSTGRESQL)) {
            Paper paper = platform.published("one", document(Visibility.PUBLIC));
            Council.Meeting meeting = schedule(platform, Meetings.of(committee(platform, "Kreistag"), ON_THE_DAY));

            whileItWaits(
                    platform,
                    () -> platform.take("two", document(Visibility.NON_PUBLIC)),
                    () -> assertThat(refused(() -> platform.office.replaceAgenda(
                                            OPERATOR,
                                            meeting.id(),
                                            List.of(new AgendaItemEntry(
                                                    null,
                                                    null,
                                                    "Radweg",
                                                    Visibility.PUBLIC,
                                                    null,
                                                    paper.id(),
                                                    RESULT,
                                                    null)),
                                            null))
                                    .code())
                            .isEqualTo("entry-not-valid"));

            assertIsSecret(platform, paper);
        }
    }

    @Test
    void aMeetingThatWaitsForAnImportDoesNotShowWhatThatMadeSecret() throws Exception {
        try (TestPlatform platform = new TestPlatform(Engine.POSTGRESQL)) {
            Paper paper = platform.published("one", document(Visibility.PUBLIC));
            String kreistag = committee(platform, "Kreistag");

            whileItWaits(
                    platform,
                    () -> platform.take("two", document(Visibility.NON_PUBLIC)),
                    () -> schedule(platform, Meetings.of(kreistag, ON_THE_DAY)));

            assertIsSecret(platform, paper);
        }
    }

    @Test
    void aMeetingThatMovesWhileAnImportComesInDoesNotShowWhatThatMadeSecret() throws Exception {
        try (TestPlatform platform = new TestPlatform(Engine.POSTGRESQL)) {
            Paper paper = platform.published("one", document(Visibility.PUBLIC));
            String kreistag = committee(platform, "Kreistag");
            Council.Meeting meeting = schedule(platform, Meetings.of(kreistag, ON_THE_DAY));

            whileItWaits(
                    platform,
                    () -> platform.take("two", document(Visibility.NON_PUBLIC)),
                    () -> platform.office.changeMeeting(
                            OPERATOR,
                            meeting.id(),
                            Meetings.of(kreistag, A_WEEK_LATER).entry(),
                            null));

            assertIsSecret(platform, paper);
        }
    }

    @Test
    void theLaterOfTwoAgendasIsThereAsItWasSent() throws Exception {
        try (TestPlatform platform = new TestPlatform(Engine.POSTGRESQL)) {
            Council.Meeting meeting = schedule(platform, Meetings.of(committee(platform, "Kreistag"), ON_THE_DAY));
            String item =
                    replace(platform, meeting, null, "Eröffnung").items().get(0).id();

            whileItWaits(
                    platform,
                    () -> replace(platform, meeting, item, "Begrüßung"),
                    () -> replace(platform, meeting, item, "Eröffnung"));

            assertThat(platform.council.agenda(OPERATOR, meeting.id()).items())
                    .extracting(Council.AgendaItem::name)
                    .containsExactly("Eröffnung");
        }
    }

    @Test
    void aPlaceThatIsChangedWhileAMeetingIsScheduledIsShownAsItIsNow() throws Exception {
        try (TestPlatform platform = new TestPlatform(Engine.POSTGRESQL)) {
            String kreistag = committee(platform, "Kreistag");
            schedule(platform, Meetings.of(kreistag, ON_THE_DAY).at("Kreishaus"));
            Council.Location place = platform.office.addLocation(
                    OPERATOR, new LocationEntry("Kreishaus", "Am Markt 1", null, null, null));

            whileItWaits(
                    platform,
                    () -> platform.office.changeLocation(
                            OPERATOR, place.id(), new LocationEntry(null, "Neue Straße 2", null, null, null), null),
                    () -> schedule(platform, Meetings.of(kreistag, A_WEEK_LATER).at("Kreishaus")));

            assertThat(PublicWorld.of(platform).all("Meeting"))
                    .hasSize(2)
                    .allSatisfy(meeting -> assertThat(
                                    meeting.at("/location/streetAddress").textValue())
                            .isEqualTo("Neue Straße 2"));
            assertThat(platform.publicContent("/location/" + place.id())
                            .orElseThrow()
                            .get("streetAddress")
                            .textValue())
                    .isEqualTo("Neue Straße 2");
        }
    }

    @Test
    void aTextThatNamesACommitteeWhichIsJustRemovedBringsItAnew() throws Exception {
        try (TestPlatform platform = new TestPlatform(Engine.POSTGRESQL)) {
            String kreistag = committee(platform, "Kreistag");

            whileItWaits(
                    platform,
                    () -> platform.office.removeOrganization(OPERATOR, kreistag, null),
                    () -> platform.published("one", document(Visibility.PUBLIC)));

            assertThat(platform.council.organizations(OPERATOR))
                    .filteredOn(one -> one.name().equals("Kreistag"))
                    .singleElement()
                    .satisfies(one -> assertThat(one.id()).isNotEqualTo(kreistag));
            PublicWorld.of(platform).mustBeWhole();
        }
    }

    /** Does one thing, and the other one so that it has to wait until the first is committed. */
    private static void whileItWaits(TestPlatform platform, Runnable first, Runnable second) throws Exception {
        CompletableFuture<Void> waiting = platform.database.transactions.call(tx -> {
            first.run();
            tx.em(PaperEntity.class).flush();
            CompletableFuture<Void> other = CompletableFuture.runAsync(second);
            while (platform.database.number("select count(*) from pg_locks where not granted") == 0) {
                assertThat(other).as("it must wait").isNotDone();
                Thread.onSpinWait();
            }
            return other;
        });
        waiting.get(60, TimeUnit.SECONDS);
    }

    private static void assertIsSecret(TestPlatform platform, Paper paper) {
        JsonNode row = platform.publicPaper(paper).at("/consultations/0");
        assertThat(row.get("visibility").textValue()).isEqualTo("NON_PUBLIC");
        assertThat(row.has("meeting")).isFalse();
        assertThat(row.has("result")).isFalse();
        PublicWorld.of(platform).mustBeWhole().mustNotHold(RESULT);
    }

    private static Council.Agenda replace(TestPlatform platform, Council.Meeting meeting, String id, String name) {
        return platform.office.replaceAgenda(
                OPERATOR,
                meeting.id(),
                List.of(new AgendaItemEntry(id, null, name, Visibility.PUBLIC, null, null, null, null)),
                null);
    }

    private static Documents document(Visibility visibility) {
        return Documents.of("2026/1")
                .consulted(new PlannedConsultation(
                        "Kreistag", Role.DECISION, null, PLANNED, null, visibility, null, null, null));
    }
}
