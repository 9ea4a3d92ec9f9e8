package de.kreiswerk.proposals.service;

import static de.kreiswerk.proposals.service.Councils.ON_THE_DAY;
import static de.kreiswerk.proposals.service.Councils.PLANNED;
import static de.kreiswerk.proposals.service.Councils.committee;
import static de.kreiswerk.proposals.service.Councils.schedule;
import static de.kreiswerk.proposals.service.TestPlatform.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import de.kreiswerk.proposals.api.Council;
import de.kreiswerk.proposals.api.CouncilOffice.AgendaItemEntry;
import de.kreiswerk.proposals.api.Paper;
import de.kreiswerk.proposals.api.Visibility;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What version 0.1 published, after the migration. */
class SnapshotUpgradeTest {

    @ParameterizedTest
    @EnumSource(Engine.class)
    void papersOfTheVersionBeforeArePublishedAnewWithIdsOfTheirRows(Engine engine) throws Exception {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper paper = platform.published(
                    "one",
                    Documents.of("2026/1")
                            .consulted(
                                    Documents.row("Kreistag", PLANNED, Visibility.PUBLIC),
                                    Documents.row("Kreisausschuss", PLANNED, Visibility.NON_PUBLIC)));
            Council.Meeting meeting = schedule(
                    platform,
                    Meetings.of(committee(platform, "Kreistag"), ON_THE_DAY).at("Kreishaus"));
            asVersionOneLeftIt(platform);

            SnapshotUpgrade upgrade =
                    new SnapshotUpgrade(platform.database.transactions, new Schema() {}, platform.publication);
            upgrade.await();
            upgrade.close();

            assertThat(platform.council.consultations(OPERATOR, paper.id()))
                    .extracting(Council.Consultation::id, Council.Consultation::meetingId)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(paper.id() + "-0", meeting.id()),
                            org.assertj.core.groups.Tuple.tuple(paper.id() + "-1", null));
            assertThat(platform.isPublic("/consultation/" + paper.id() + "-0")).isTrue();
            assertThat(platform.publicPaper(paper)
                            .at("/consultations/0/meeting/address")
                            .textValue())
                    .isEqualTo("/sitzungen/2026-06-10-kreistag");
            PublicWorld.of(platform).mustBeWhole();
        }
    }

    @Test
    void whatIsNonPublicByItsWordsOnlySaysSoToEverybody() throws Exception {
        try (TestPlatform platform = new TestPlatform(Engine.H2)) {
            Paper paper = platform.published(
                    "one",
                    Documents.of("2026/1")
                            .consulted(Documents.row("Kreisausschuss – nichtöffentliche Sitzung", PLANNED, null)));

            assertThat(platform.publicPaper(paper)
                            .at("/consultations/0/visibility")
                            .textValue())
                    .isEqualTo(Visibility.NON_PUBLIC.name());
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void theLeadIsFoundByNameOnceAndWhatIsNotFoundIsPublishedAnew(Engine engine) throws Exception {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper found = platform.published("one", Documents.of("2026/1").ledBy("Fachdienst Umwelt "));
            Paper lost = platform.published("two", Documents.of("2026/2").ledBy("Fachdienst Bau"));
            Paper without = platform.published("three", Documents.of("2026/3").ledBy(null));
            Paper draft = platform.take("four", Documents.of("2026/4").ledBy("Fachdienst Umwelt"))
                    .paper();
            String lead = ledBy(platform, found);
            String former = ledBy(platform, lost);
            platform.database.execute("update paper set under_direction_id = null, snapshot_format = 2");
            // Renamed since, and somebody has taken its name for another one.
            platform.database.execute(
                    "update organization set name = 'Amt', name_key = 'amt' where name = 'Fachdienst Bau'");
            platform.published("five", Documents.of("2026/5").ledBy("Fachdienst Bau"));

            migrate(platform);

            assertThat(ledBy(platform, draft)).isEqualTo(lead);
            assertThat(platform.database.number("select count(*) from paper where snapshot_format >= 3"))
                    .isEqualTo(3);
            SnapshotUpgrade upgrade =
                    new SnapshotUpgrade(platform.database.transactions, new Schema() {}, platform.publication);
            upgrade.await();
            upgrade.close();
            assertThat(ledBy(platform, found)).isEqualTo(lead);
            assertThat(ledBy(platform, lost)).as("where its readers were led").isEqualTo(former);
            assertThat(platform.publicPaper(lost)
                            .get("underDirectionOfOrganization")
                            .textValue())
                    .isEqualTo(former);
            assertThat(platform.publicPaper(without).has("underDirectionOfOrganization"))
                    .isFalse();
            PublicWorld.of(platform).mustBeWhole();
        }
    }

    /** A paper whose lead is not found yet stays on the agendas that it is on. */
    @ParameterizedTest
    @EnumSource(Engine.class)
    void agendasKeepPapersThatAreStillToBePublishedAnew(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper paper = platform.published(
                    "one", Documents.of("2026/1").consulted(Documents.row("Kreistag", PLANNED, Visibility.PUBLIC)));
            Council.Meeting meeting = schedule(platform, Meetings.of(committee(platform, "Kreistag"), ON_THE_DAY));
            platform.database.execute("update paper set under_direction_id = null, snapshot_format = 2");

            platform.office.replaceAgenda(
                    OPERATOR,
                    meeting.id(),
                    List.of(new AgendaItemEntry(null, null, "Bänke", Visibility.PUBLIC, null, paper.id(), null, null)),
                    null);

            assertThat(platform.publicContent("/meeting/" + meeting.id())
                            .orElseThrow()
                            .at("/agendaItem/0/paper")
                            .textValue())
                    .isEqualTo("/paper/" + paper.id());
        }
    }

    private static String ledBy(TestPlatform platform, Paper paper) {
        return platform.database.transactions.call(tx ->
                Paths.organization(tx.em(PaperEntity.class).find(PaperEntity.class, paper.id()).underDirectionId));
    }

    /** Its steps may be repeated. */
    private static void migrate(TestPlatform platform) throws IOException {
        try (InputStream script = PaperEntity.class.getResourceAsStream("/db/migration/V4__lead.sql")) {
            for (String step : new String(script.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("(?m)^--.*", "")
                    .split(";")) {
                if (!step.isBlank()) {
                    platform.database.execute(step);
                }
            }
        }
    }

    /** Else each change of a paper, and each start, would read all papers. */
    @Test
    void nothingReadsAllPapers() {
        try (TestPlatform platform = new TestPlatform(Engine.H2)) {
            assertThat(plan(platform, CouncilPublisher.UNNAMED))
                    .containsIgnoringCase("paper_under_direction")
                    .doesNotContainIgnoringCase("paper.tableScan");
            assertThat(plan(platform, SnapshotUpgrade.PAPERS))
                    .containsIgnoringCase("paper_snapshot_format")
                    .contains("index sorted");
            assertThat(plan(platform, SnapshotUpgrade.MEETINGS))
                    .containsIgnoringCase("meeting_unpublished")
                    .contains("index sorted");
        }
    }

    private static String plan(TestPlatform platform, String sql) {
        return platform.database.transactions.call(tx -> {
            try (PreparedStatement explain = tx.connection().prepareStatement("explain " + sql)) {
                for (int i = 1; i <= explain.getParameterMetaData().getParameterCount(); i++) {
                    explain.setInt(i, 1);
                }
                try (ResultSet row = explain.executeQuery()) {
                    row.next();
                    return row.getString(1);
                }
            }
        });
    }

    private static void asVersionOneLeftIt(TestPlatform platform) {
        platform.database.transactions.call(tx -> {
            try (Statement statement = tx.connection().createStatement()) {
                statement.execute("delete from public_list");
                statement.execute("delete from public_address");
                statement.execute("delete from public_formed");
                statement.execute("delete from public_object");
                statement.execute("delete from meeting_slug");
                statement.execute("update meeting set slug = null, location_id = null");
                statement.execute("update paper set snapshot_format = 0");
                statement.execute("update consultation set meeting_id = null, visibility = null,"
                        + " id = paper_id || '-' || cast(position as varchar(10))");
            }
            return null;
        });
    }
}
