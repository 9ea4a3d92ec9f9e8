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
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.publication.PublicObject;
import de.kreiswerk.core.api.publication.PublicQuery;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import de.kreiswerk.proposals.api.Council;
import de.kreiswerk.proposals.api.Council.MeetingState;
import de.kreiswerk.proposals.api.CouncilOffice.AgendaItemEntry;
import de.kreiswerk.proposals.api.CouncilOffice.LocationEntry;
import de.kreiswerk.proposals.api.CouncilOffice.MeetingEntry;
import de.kreiswerk.proposals.api.CouncilOffice.OrganizationEntry;
import de.kreiswerk.proposals.api.Paper;
import de.kreiswerk.proposals.api.ProposalsPermissions;
import de.kreiswerk.proposals.api.Visibility;
import de.kreiswerk.runtime.testing.AtOnce;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Meetings are scheduled, moved, cancelled and withdrawn. */
class MeetingsTest {

    private static final String CANARY = "Kanarienvogel";

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aPublicMeetingIsAllThere(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            String kreistag = committee(platform, "Kreistag");
            Council.Meeting meeting = schedule(
                    platform,
                    Meetings.of(kreistag, ON_THE_DAY)
                            .until(ON_THE_DAY.plusSeconds(9_000))
                            .named("Sitzung des Kreistags")
                            .at("Kreishaus")
                            .state(MeetingState.INVITED));

            assertThat(platform.council.meetings(OPERATOR)).containsExactly(meeting);
            PublicObject published =
                    platform.publication.find("/meeting/" + meeting.id()).orElseThrow();
            assertThat(published.address()).isEqualTo("/sitzungen/2026-06-10-kreistag");
            JsonNode content = platform.publicContent(published.path()).orElseThrow();
            assertThat(content.get("name").textValue()).isEqualTo("Sitzung des Kreistags");
            assertThat(content.get("state").textValue()).isEqualTo("INVITED");
            assertThat(content.get("cancelled").booleanValue()).isFalse();
            assertThat(content.get("start").textValue()).isEqualTo("2026-06-10T14:00:00Z");
            assertThat(content.get("end").textValue()).isEqualTo("2026-06-10T16:30:00Z");
            assertThat(content.at("/organization/0").textValue()).isEqualTo("/organization/" + kreistag);
            assertThat(content.at("/organizationName/0").textValue()).isEqualTo("Kreistag");
            assertThat(content.at("/location/description").textValue()).isEqualTo("Kreishaus");
            assertThat(platform.publication.list(PublicQuery.of("meeting/start", 10)))
                    .extracting(PublicObject::key)
                    .containsExactly("2026-06-10T14:00:00Z " + meeting.id());
            assertThat(platform.publication.list(PublicQuery.of("organization/" + kreistag + "/meeting", 10)))
                    .hasSize(1);
            PublicWorld.of(platform).mustBeWhole();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aMeetingThatMovesKeepsItsIdAndItsOldAddressLeadsThere(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            String kreistag = committee(platform, "Kreistag");
            Council.Meeting before = schedule(platform, Meetings.of(kreistag, ON_THE_DAY));
            Council.Meeting moved = change(platform, before, Meetings.of(kreistag, A_WEEK_LATER));
            Council.Meeting other = schedule(platform, Meetings.of(kreistag, ON_THE_DAY));

            assertThat(moved.id()).isEqualTo(before.id());
            assertThat(moved.slug()).isEqualTo("2026-06-17-kreistag");
            assertThat(other.slug()).as("an address is given to nobody else").isEqualTo("2026-06-10-kreistag-2");
            assertThat(platform.publication.resolve("/sitzungen/2026-06-10-kreistag"))
                    .hasValueSatisfying(address -> {
                        assertThat(address.path()).isEqualTo("/meeting/" + before.id());
                        assertThat(address.current()).isEqualTo("/sitzungen/2026-06-17-kreistag");
                    });

            Council.Meeting back = change(platform, before, Meetings.of(kreistag, ON_THE_DAY));
            assertThat(back.slug()).isEqualTo("2026-06-10-kreistag");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aNonPublicMeetingIsNowhereAndANowNonPublicOneIsDeleted(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper paper = platform.published(
                    "one", Documents.of("2026/1").consulted(Documents.row("Kreistag", PLANNED, Visibility.PUBLIC)));
            String kreistag = committee(platform, "Kreistag");
            Meetings closed = Meetings.of(kreistag, ON_THE_DAY)
                    .named(CANARY)
                    .at(CANARY + " Ort")
                    .visible(Visibility.NON_PUBLIC);
            Council.Meeting meeting = schedule(platform, closed);
            assertThat(meeting.slug()).isNull();
            PublicWorld.of(platform).mustBeWhole().mustNotHold(CANARY, meeting.id());

            change(platform, meeting, Meetings.of(kreistag, ON_THE_DAY).at("Kreishaus"));
            assertThat(platform.publicPaper(paper)
                            .at("/consultations/0/meeting/place")
                            .textValue())
                    .isEqualTo("Kreishaus");
            PublicWorld.of(platform).mustBeWhole();

            change(platform, meeting, closed);
            assertThat(platform.publication
                            .find("/meeting/" + meeting.id())
                            .orElseThrow()
                            .deleted())
                    .isTrue();
            assertThat(platform.publicPaper(paper).at("/consultations/0").has("meeting"))
                    .isFalse();
            assertThat(platform.publication.list(PublicQuery.of("location", 10)))
                    .as("no public meeting is there any more")
                    .isEmpty();
            PublicWorld.of(platform).mustBeWhole().mustNotHold(CANARY, meeting.id());
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aWithdrawnMeetingIsDeletedAndItsConsultationsFindAnother(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper paper = platform.published(
                    "one", Documents.of("2026/1").consulted(Documents.row("Kreistag", PLANNED, Visibility.PUBLIC)));
            String kreistag = committee(platform, "Kreistag");
            Council.Meeting first = schedule(platform, Meetings.of(kreistag, ON_THE_DAY));
            Council.Meeting second = schedule(platform, Meetings.of(kreistag, ON_THE_DAY.plusSeconds(3_600)));
            assertThat(platform.publicPaper(paper)
                            .at("/consultations/0/meeting/path")
                            .textValue())
                    .isEqualTo("/meeting/" + first.id());

            platform.office.withdrawMeeting(OPERATOR, first.id(), null);

            assertThat(platform.publication
                            .find("/meeting/" + first.id())
                            .orElseThrow()
                            .deleted())
                    .isTrue();
            assertThat(platform.publicPaper(paper)
                            .at("/consultations/0/meeting/path")
                            .textValue())
                    .isEqualTo("/meeting/" + second.id());
            assertThat(platform.council.meetings(OPERATOR)).containsExactly(second);
            assertThat(refused(() -> platform.office.withdrawMeeting(OPERATOR, first.id(), null))
                            .kind())
                    .isEqualTo(Problem.Kind.NOT_FOUND);
            PublicWorld.of(platform).mustBeWhole();
        }
    }

    /** That drafts name it is nobody's business. */
    @ParameterizedTest
    @EnumSource(Engine.class)
    void aCommitteeGoesWithItsLastPublicMeeting(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            platform.take("draft", Documents.of("2026/1").consulted(Documents.row(CANARY, null, Visibility.PUBLIC)));
            String committee = platform.council.organizations(OPERATOR).stream()
                    .filter(one -> one.name().equals(CANARY))
                    .findFirst()
                    .orElseThrow()
                    .id();
            Council.Meeting first = schedule(platform, Meetings.of(committee, ON_THE_DAY));
            Council.Meeting second = schedule(platform, Meetings.of(committee, A_WEEK_LATER));
            String path = "/organization/" + committee;

            platform.office.withdrawMeeting(OPERATOR, first.id(), null);
            assertThat(platform.isPublic(path)).isTrue();

            change(platform, second, Meetings.of(committee, A_WEEK_LATER).visible(Visibility.NON_PUBLIC));
            assertThat(platform.isPublic(path)).isFalse();
            PublicWorld.of(platform).mustBeWhole().mustNotHold(CANARY, committee);

            change(platform, second, Meetings.of(committee, A_WEEK_LATER));
            assertThat(platform.isPublic(path)).isTrue();

            platform.office.withdrawMeeting(OPERATOR, second.id(), null);
            assertThat(platform.isPublic(path)).isFalse();
            PublicWorld.of(platform).mustBeWhole().mustNotHold(CANARY, committee);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aCommitteeThatIsRenamedWhileAPaperIsPublishedAnewHasTheNewNameInItsMeeting(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper paper = platform.published("one", document("2026/0"));
            String kreistag = committee(platform, "Kreistag");
            Council.Meeting meeting = schedule(platform, Meetings.of(kreistag, ON_THE_DAY));
            platform.office.replaceAgenda(
                    OPERATOR,
                    meeting.id(),
                    List.of(new AgendaItemEntry(null, null, "x", Visibility.PUBLIC, null, paper.id(), null, null)),
                    null);
            for (int round = 1; round <= 15; round++) {
                String name = "Kreistag " + round;
                String reference = "2026/" + round;

                AtOnce.run(List.<Supplier<?>>of(
                        () -> platform.papers.renumber(OPERATOR, paper.id(), reference, null),
                        () -> platform.office.changeOrganization(
                                OPERATOR, kreistag, new OrganizationEntry(name, null, null, null, null, null), null)));

                assertThat(platform.publicContent("/meeting/" + meeting.id())
                                .orElseThrow()
                                .at("/organizationName/0")
                                .textValue())
                        .isEqualTo(name);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aCancelledMeetingSaysSoInItsPapers(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper paper = platform.published(
                    "one", Documents.of("2026/1").consulted(Documents.row("Kreistag", PLANNED, Visibility.PUBLIC)));
            String kreistag = committee(platform, "Kreistag");
            Council.Meeting meeting = schedule(platform, Meetings.of(kreistag, ON_THE_DAY));

            change(platform, meeting, Meetings.of(kreistag, ON_THE_DAY).cancelled());

            assertThat(platform.publicPaper(paper)
                            .at("/consultations/0/meeting/cancelled")
                            .booleanValue())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatIsKnownOfAPlaceIsShownByItsMeetings(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            String kreistag = committee(platform, "Kreistag");
            schedule(platform, Meetings.of(kreistag, ON_THE_DAY).at("Kreishaus"));
            schedule(platform, Meetings.of(kreistag, A_WEEK_LATER).at("KREISHAUS "));
            assertThat(platform.council.locations(OPERATOR)).hasSize(1);

            Council.Location place = platform.office.addLocation(
                    OPERATOR, new LocationEntry("Kreishaus", "Am Markt 1", "Saal", "21999", "Erlenhorst"));

            assertThat(PublicWorld.of(platform).mustBeWhole().all("Meeting"))
                    .hasSize(2)
                    .allMatch(meeting -> meeting.at("/location/path")
                                    .textValue()
                                    .equals("/location/" + place.id())
                            && meeting.at("/location/streetAddress").textValue().equals("Am Markt 1"));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatIsEnteredOnceMoreIsCompletedAndNotErased(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            platform.office.addLocation(
                    OPERATOR, new LocationEntry("Kreishaus", "Am Markt 1", null, "21999", "Erlenhorst"));
            Council.Location place = platform.office.addLocation(
                    OPERATOR, new LocationEntry("kreishaus", " ", "Saal", null, "Erlenhorst-Süd"));
            assertThat(place.streetAddress()).isEqualTo("Am Markt 1");
            assertThat(place.room()).isEqualTo("Saal");
            assertThat(place.postalCode()).isEqualTo("21999");
            assertThat(place.locality()).isEqualTo("Erlenhorst-Süd");

            LocalDate begin = LocalDate.of(2026, 11, 1);
            platform.office.addOrganization(
                    OPERATOR, new OrganizationEntry("Fraktion A", "FA", "Gruppe", "Fraktion", begin, null));
            Council.Organization known = platform.office.addOrganization(
                    OPERATOR,
                    new OrganizationEntry("FRAKTION A", null, "Fraktion", null, null, LocalDate.of(2031, 10, 31)));
            assertThat(known.shortName()).isEqualTo("FA");
            assertThat(known.classification()).isEqualTo("Fraktion");
            assertThat(known.organizationType()).isEqualTo("Fraktion");
            assertThat(known.startDate()).isEqualTo(begin);
            assertThat(platform.publicContent("/organization/" + known.id())
                            .orElseThrow()
                            .get("shortName")
                            .textValue())
                    .isEqualTo("FA");
        }
    }

    /** An import that runs beside the withdrawal may leave one there. */
    @ParameterizedTest
    @EnumSource(Engine.class)
    void aConsultationThatWasLeftInAWithdrawnMeetingFindsTheNextOne(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper paper = platform.published("one", document("2026/1"));
            Paper read = platform.published("two", document("2026/2"));
            String kreistag = committee(platform, "Kreistag");
            Council.Meeting gone = schedule(platform, Meetings.of(kreistag, ON_THE_DAY));
            platform.office.withdrawMeeting(OPERATOR, gone.id(), null);
            platform.database.execute("update consultation set meeting_id = '" + gone.id() + "'");

            platform.take("two, again", document("2026/2").named("Anders"));
            Council.Meeting next = schedule(platform, Meetings.of(kreistag, ON_THE_DAY));

            assertThat(List.of(paper, read))
                    .allSatisfy(one -> assertThat(platform.publicPaper(one)
                                    .at("/consultations/0/meeting/path")
                                    .textValue())
                            .isEqualTo("/meeting/" + next.id()));
        }
    }

    private static Documents document(String reference) {
        return Documents.of(reference).consulted(Documents.row("Kreistag", PLANNED, Visibility.PUBLIC));
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoSawAnOlderMeetingDoesNotOverwriteTheNewerOne(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            String kreistag = committee(platform, "Kreistag");
            Council.Meeting seen = schedule(platform, Meetings.of(kreistag, ON_THE_DAY));
            Council.Meeting changed = platform.office.changeMeeting(
                    OPERATOR, seen.id(), Meetings.of(kreistag, A_WEEK_LATER).entry(), seen.revision());

            assertThat(changed.revision()).isEqualTo(seen.revision() + 1);
            assertThat(refused(() -> platform.office.changeMeeting(
                                    OPERATOR,
                                    seen.id(),
                                    Meetings.of(kreistag, ON_THE_DAY).entry(),
                                    seen.revision()))
                            .kind())
                    .isEqualTo(Problem.Kind.PRECONDITION_FAILED);
            assertThat(refused(() -> platform.office.replaceAgenda(OPERATOR, seen.id(), List.of(), seen.revision()))
                            .kind())
                    .isEqualTo(Problem.Kind.PRECONDITION_FAILED);
            assertThat(platform.council.meetings(OPERATOR)).containsExactly(changed);
        }
    }

    @ParameterizedTest
    @MethodSource("badEntries")
    void anEntryThatBreaksARuleIsRefusedAndLeavesNothing(MeetingEntry entry, Problem.Kind kind) {
        try (TestPlatform platform = new TestPlatform(Engine.H2)) {
            String kreistag = committee(platform, "Kreistag");
            MeetingEntry filled = new MeetingEntry(
                    "KREISTAG".equals(entry.organizationId()) ? kreistag : entry.organizationId(),
                    entry.name(),
                    entry.start(),
                    entry.end(),
                    entry.place(),
                    entry.visibility(),
                    entry.state(),
                    entry.cancelled());

            assertThat(refused(() -> platform.office.schedule(OPERATOR, filled)).kind())
                    .isEqualTo(kind);
            assertThat(platform.council.meetings(OPERATOR)).isEmpty();
            assertThat(platform.actions()).containsExactly("organization.ensured");
        }
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> badEntries() {
        Problem.Kind unprocessable = Problem.Kind.UNPROCESSABLE;
        return Stream.of(
                bad(entry(null, "x", ON_THE_DAY, null, null, Visibility.PUBLIC), unprocessable),
                bad(entry("nix", "x", ON_THE_DAY, null, null, Visibility.PUBLIC), Problem.Kind.NOT_FOUND),
                bad(entry("n\0x", "x", ON_THE_DAY, null, null, Visibility.PUBLIC), unprocessable),
                bad(entry("KREISTAG", " ", ON_THE_DAY, null, null, Visibility.PUBLIC), unprocessable),
                bad(entry("KREISTAG", "x".repeat(1_001), ON_THE_DAY, null, null, Visibility.PUBLIC), unprocessable),
                bad(entry("KREISTAG", "a\0b", ON_THE_DAY, null, null, Visibility.PUBLIC), unprocessable),
                bad(entry("KREISTAG", "x", null, null, null, Visibility.PUBLIC), unprocessable),
                bad(entry("KREISTAG", "x", Instant.MAX, null, null, Visibility.PUBLIC), unprocessable),
                bad(entry("KREISTAG", "x", ON_THE_DAY, ON_THE_DAY, null, Visibility.PUBLIC), unprocessable),
                bad(
                        entry("KREISTAG", "x", ON_THE_DAY, ON_THE_DAY.plusSeconds(59), null, Visibility.PUBLIC),
                        unprocessable),
                bad(entry("KREISTAG", "x", ON_THE_DAY, Instant.MAX, null, Visibility.PUBLIC), unprocessable),
                bad(entry("KREISTAG", "x", ON_THE_DAY, null, "a\nb", Visibility.PUBLIC), unprocessable),
                bad(entry("KREISTAG", "x", ON_THE_DAY, null, null, null), unprocessable));
    }

    private static org.junit.jupiter.params.provider.Arguments bad(MeetingEntry entry, Problem.Kind kind) {
        return org.junit.jupiter.params.provider.Arguments.of(entry, kind);
    }

    private static MeetingEntry entry(
            String organization, String name, Instant start, Instant end, String place, Visibility visibility) {
        return new MeetingEntry(organization, name, start, end, place, visibility, null, false);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void onlyWhoMayKeepTheCouncilDoes(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            String kreistag = committee(platform, "Kreistag");
            Caller reader = TestPlatform.caller(new Grant(ProposalsPermissions.READ, Grant.ALL));

            assertThat(refused(() -> platform.office.schedule(
                                    reader, Meetings.of(kreistag, ON_THE_DAY).entry()))
                            .kind())
                    .isEqualTo(Problem.Kind.FORBIDDEN);
            assertThat(refused(() -> platform.council.persons(TestPlatform.caller()))
                            .kind())
                    .isEqualTo(Problem.Kind.FORBIDDEN);
            platform.trailIsBroken = true;
            refused(() -> schedule(platform, Meetings.of(kreistag, ON_THE_DAY)));
            assertThat(platform.council.meetings(OPERATOR)).isEmpty();
            assertThat(PublicWorld.of(platform).all("Meeting")).isEmpty();
        }
    }

    private static Council.Meeting change(TestPlatform platform, Council.Meeting meeting, Meetings to) {
        return platform.office.changeMeeting(OPERATOR, meeting.id(), to.entry(), null);
    }
}
