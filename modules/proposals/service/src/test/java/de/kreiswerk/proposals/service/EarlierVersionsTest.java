package de.kreiswerk.proposals.service;

import static de.kreiswerk.proposals.service.TestPlatform.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.publication.PublicObject;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import de.kreiswerk.proposals.api.Paper;
import de.kreiswerk.proposals.api.Visibility;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A version that was public can be read when a newer one is; nothing else of a paper's past can. */
class EarlierVersionsTest {

    private static final String CANARY = "Kanarienvogel";

    @ParameterizedTest
    @EnumSource(Engine.class)
    void onlyWhatWasPublicItselfCanBeReadAndOnlyWhatIsPublicOfIt(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper paper = platform.take("draft", Documents.of("2026/1").named(CANARY + " one"))
                    .paper();
            platform.papers.importText(OPERATOR, platform.text("open", Documents.full("2026/1", CANARY)), true);
            platform.attach(paper, 2, CANARY + ".txt", CANARY);
            platform.take("newest", Documents.of("2026/1").named("Neuer Titel"));

            assertThat(versions(platform, paper)).containsExactly("2 " + path(paper, 2), "3 null");
            assertThat(platform.publication.find(path(paper, 1))).isEmpty();
            assertThat(platform.publication.find(path(paper, 3))).isEmpty();
            PublicObject earlier = platform.publication.find(path(paper, 2)).orElseThrow();
            assertThat(earlier.type()).isEqualTo("PaperVersion");
            assertThat(earlier.address()).isNull();
            assertThat(earlier.toString()).contains("Radweg an der K 17").doesNotContain(CANARY);
            JsonNode content = platform.publicContent(path(paper, 2)).orElseThrow();
            assertThat(content.has("attachments")).isFalse();
            assertThat(content.get("consultations"))
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(row.properties())
                            .extracting(java.util.Map.Entry::getKey)
                            .isSubsetOf(
                                    "organization", "role", "roleWording", "plannedDate", "dateWording", "visibility"));
        }
    }

    @Test
    void whatIsWithdrawnStaysGoneWhenThePaperIsPublicAgain() {
        try (TestPlatform platform = new TestPlatform(Engine.H2)) {
            Paper paper = platform.published("one", Documents.of("2026/1").named("Eins"));
            platform.take("two", Documents.of("2026/1").named("Zwei"));
            assertThat(platform.isPublic(path(paper, 1))).isTrue();

            platform.papers.withdraw(OPERATOR, paper.id(), null);
            assertThat(platform.publication.find(path(paper, 1)).orElseThrow().deleted())
                    .isTrue();
            platform.take("three, which nobody sees", Documents.of("2026/1").named(CANARY));
            platform.take("four", Documents.of("2026/1").named("Vier"));
            platform.papers.publish(OPERATOR, paper.id(), null);
            platform.take("five", Documents.of("2026/1").named("Fünf"));

            assertThat(versions(platform, paper)).containsExactly("4 " + path(paper, 4), "5 null");
            assertThat(platform.isPublic(path(paper, 1))).isFalse();
            assertThat(List.of(2, 3)).noneMatch(number -> platform.isPublic(path(paper, number)));
        }
    }

    @Test
    void aTextThatIsNoLongerPublicTakesTheEarlierOnesWithIt() {
        try (TestPlatform platform = new TestPlatform(Engine.H2)) {
            Paper paper = platform.published("one", Documents.of("2026/1"));
            platform.take("two", Documents.of("2026/1").named("Zwei"));
            platform.take("three", Documents.of("2026/1").named("Drei").visible(Visibility.NON_PUBLIC));

            assertThat(List.of(1, 2, 3)).noneMatch(number -> platform.isPublic(path(paper, number)));
        }
    }

    /** What a later version of this bundle finds secret goes from them as well. */
    @Test
    void earlierVersionsArePublishedAnewWithTheirPaper() throws InterruptedException {
        try (TestPlatform platform = new TestPlatform(Engine.H2)) {
            Paper paper = platform.published("one", Documents.of("2026/1").named("Eins"));
            platform.take("two", Documents.of("2026/1").named("Zwei"));
            platform.database.execute("update paper set snapshot_format = 4");
            platform.database.execute("update paper_version set document = replace(document, 'Eins', 'Anders')");

            SnapshotUpgrade upgrade =
                    new SnapshotUpgrade(platform.database.transactions, new Schema() {}, platform.publication);
            upgrade.await();
            upgrade.close();

            assertThat(platform.publicContent(path(paper, 1))
                            .orElseThrow()
                            .path("name")
                            .textValue())
                    .isEqualTo("Anders");
        }
    }

    private static List<String> versions(TestPlatform platform, Paper paper) {
        return platform.publicPaper(paper)
                .get("versions")
                .valueStream()
                .map(version ->
                        version.get("number") + " " + version.path("path").asText("null"))
                .toList();
    }

    private static String path(Paper paper, int number) {
        return "/paperVersion/" + paper.id() + "/" + number;
    }
}
