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
import de.kreiswerk.proposals.api.Paper;
import de.kreiswerk.proposals.api.Visibility;
import java.sql.Statement;
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
