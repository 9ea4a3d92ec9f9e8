package de.kreiswerk.proposals.service;

import static de.kreiswerk.proposals.service.TestPlatform.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import de.kreiswerk.proposals.api.Paper;
import de.kreiswerk.proposals.api.Papers;
import de.kreiswerk.proposals.api.Papers.ImportResult;
import de.kreiswerk.proposals.api.Papers.ImportResult.Outcome;
import de.kreiswerk.proposals.api.Visibility;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An importer that was mended reads a text otherwise that is here already: what it finds counts when the text is sent again. */
class ReadAnewTest {

    private static final String CANARY = "Kanarienvogel";

    @ParameterizedTest
    @EnumSource(Engine.class)
    void theSameTextIsANewVersionWhenItSaysSomethingElse(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper before = platform.published("a text", Documents.of("2026/1").named("Radweg, " + CANARY));
            platform.text("a text", Documents.of("2026/1").named("Radweg").build());

            ImportResult result = platform.papers.importText(OPERATOR, "a text", false);

            assertThat(result.outcome()).isEqualTo(Outcome.CHANGED);
            assertThat(result.changes()).containsExactly("name");
            assertThat(result.paper().version()).isEqualTo(2);
            assertThat(platform.publicPaper(before).get("name").textValue()).isEqualTo("Radweg");
            assertThat(platform.isPublic(path(before, 1)))
                    .as("what went unnoticed does not stay public")
                    .isFalse();
            PublicWorld.of(platform).mustBeWhole().mustNotHold(CANARY);
            AuditEvent last = List.copyOf(platform.records).get(1);
            assertThat(last.action()).isEqualTo("paper.changed");
            assertThat(last.details()).containsEntry("sameText", "true");

            assertThat(platform.papers.importText(OPERATOR, "a text", true).outcome())
                    .isEqualTo(Outcome.UNCHANGED);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aTextThatTurnsOutNotToBePublicIsNotPublished(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper draft = platform.take("a text", Documents.of("2026/1")).paper();
            Paper open = platform.published("another", Documents.of("2026/2"));
            platform.text(
                    "a text",
                    Documents.of("2026/1").visible(Visibility.NON_PUBLIC).build());
            platform.text(
                    "another",
                    Documents.of("2026/2").visible(Visibility.NON_PUBLIC).build());

            assertThat(platform.papers
                            .importText(OPERATOR, "a text", true)
                            .paper()
                            .state())
                    .isEqualTo(Paper.State.DRAFT);
            assertThat(platform.isPublic("/paper/" + draft.id())).isFalse();
            assertThat(platform.papers
                            .importText(OPERATOR, "another", false)
                            .paper()
                            .state())
                    .isEqualTo(Paper.State.WITHDRAWN);
            assertThat(platform.isPublic("/paper/" + open.id())).isFalse();
        }
    }

    @Test
    void whatWouldBeReadOtherwiseTodayIsNoEarlierVersion() {
        try (TestPlatform platform = new TestPlatform(Engine.H2)) {
            Paper paper = platform.published("one", Documents.of("2026/1").named(CANARY));
            platform.text("one", Documents.of("2026/1").named("Eins").build());

            platform.take("one, mended", Documents.of("2026/1").named("Eins"));

            assertThat(platform.isPublic(path(paper, 1))).isFalse();
            PublicWorld.of(platform).mustNotHold(CANARY);
        }
    }

    @Test
    void earlierVersionsThatWereMisreadGoWithTheNewestReading() {
        try (TestPlatform platform = new TestPlatform(Engine.H2)) {
            Paper paper = platform.published("one", Documents.of("2026/1").named("Eins"));
            platform.take("two", Documents.of("2026/1").named(CANARY + " two"));
            platform.take("three", Documents.of("2026/1").named(CANARY + " three"));
            platform.text("two", Documents.of("2026/1").named("Zwei").build());
            platform.text("three", Documents.of("2026/1").named("Drei").build());

            platform.papers.importText(OPERATOR, "three", false);

            assertThat(platform.isPublic(path(paper, 1))).isTrue();
            assertThat(platform.isPublic(path(paper, 2))).isFalse();
            assertThat(platform.isPublic(path(paper, 3))).isFalse();
        }
    }

    /** The newest text may be read as ever: it is sent all the same, as the manual says, and what was overlooked goes. */
    @ParameterizedTest
    @EnumSource(Engine.class)
    void anEarlierVersionThatWasMisreadGoesThoughTheNewestTextStays(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper paper = platform.published("one", Documents.of("2026/1").named(CANARY));
            platform.take("two", Documents.of("2026/1").named("Zwei"));
            platform.text(
                    "one", Documents.of("2026/1").visible(Visibility.NON_PUBLIC).build());

            ImportResult result = platform.papers.importText(OPERATOR, "two", false);

            assertThat(result.outcome()).isEqualTo(Outcome.UNCHANGED);
            assertThat(result.paper().version()).isEqualTo(2);
            assertThat(platform.isPublic(path(paper, 1))).isFalse();
            PublicWorld.of(platform).mustBeWhole().mustNotHold(CANARY);
            AuditEvent last = List.copyOf(platform.records).get(2);
            assertThat(last.action()).isEqualTo("paper.changed");
            assertThat(last.details()).containsEntry("withdrawnVersions", "1");

            long revision = result.paper().revision();
            assertThat(platform.papers
                            .importText(OPERATOR, "two", false)
                            .paper()
                            .revision())
                    .isEqualTo(revision);
            assertThat(platform.records).as("the last one changed nothing").hasSize(3);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void anEarlierVersionThatWasMisreadGoesWithAnotherText(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper paper = platform.published("one", Documents.of("2026/1").named(CANARY));
            platform.take("two", Documents.of("2026/1").named("Zwei"));
            platform.text("one", Documents.of("2026/1").named("Eins").build());

            platform.take("three", Documents.of("2026/1").named("Drei"));

            assertThat(platform.isPublic(path(paper, 1))).isFalse();
            assertThat(platform.isPublic(path(paper, 2))).isTrue();
            PublicWorld.of(platform).mustBeWhole().mustNotHold(CANARY);
            assertThat(List.copyOf(platform.records).get(2).details()).containsEntry("withdrawnVersions", "1");
        }
    }

    /** Reading a large text takes long, and on H2 all who write wait for the one who does. */
    @Test
    void oldTextsAreReadBeforeTheTransactionToo() {
        try (TestPlatform platform = new TestPlatform(Engine.H2)) {
            platform.published("one", Documents.of("2026/1").named("Eins"));
            platform.take("two", Documents.of("2026/1").named("Zwei"));
            platform.take("three", Documents.of("2026/1").named("Drei"));
            platform.text("three", Documents.of("2026/1").named("Dritte").build());

            platform.papers.importText(OPERATOR, "three", false);
            platform.papers.importText(OPERATOR, "three", false);

            assertThat(platform.readInTransactions).isEmpty();
        }
    }

    /** Between reading and writing somebody else may make it public. */
    @Test
    void whatCameInMeanwhileIsReadAllTheSame() {
        try (TestPlatform platform = new TestPlatform(Engine.H2)) {
            Papers.ReadText read = platform.papers.read(
                    platform.text("two", Documents.of("2026/1").named("Zwei").build()));
            Paper paper = platform.published("one", Documents.of("2026/1").named(CANARY));
            platform.text("one", Documents.of("2026/1").named("Eins").build());

            platform.papers.importText(OPERATOR, read, false);

            assertThat(platform.isPublic(path(paper, 1))).isFalse();
            assertThat(platform.readInTransactions).containsExactly("one");
        }
    }

    /** What is stored is told from what is read as both are stored: else each night would bring a version. */
    @ParameterizedTest
    @EnumSource(Engine.class)
    void aTextThatSaysAllThereIsStaysTheSame(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            platform.papers.importText(OPERATOR, platform.text("full", Documents.full("2026/1", CANARY)), true);

            assertThat(platform.papers.importText(OPERATOR, "full", true).outcome())
                    .isEqualTo(Outcome.UNCHANGED);
        }
    }

    private static String path(Paper paper, int number) {
        return "/paperVersion/" + paper.id() + "/" + number;
    }
}
