package de.kreiswerk.proposals.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import de.kreiswerk.proposals.api.PaperQuery;
import de.kreiswerk.proposals.api.PaperSummary;
import de.kreiswerk.proposals.api.ProposalsPermissions;
import de.kreiswerk.proposals.api.Visibility;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaperReaderServiceTest {

    private static final PaperQuery ALL = new PaperQuery(null, null, null, null, null, 100);

    @ParameterizedTest
    @EnumSource(Engine.class)
    void papersAreListedInTheOrderOfTheirArrivalPageByPage(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                ids.add(platform.take("text " + i, Documents.of("2026/" + i))
                        .paper()
                        .id());
            }
            ids.sort(null);

            List<String> read = new ArrayList<>();
            String after = null;
            for (List<PaperSummary> page = list(platform, after, 2); !page.isEmpty(); ) {
                page.forEach(paper -> read.add(paper.id()));
                after = read.get(read.size() - 1);
                page = list(platform, after, 2);
            }

            assertThat(read).isEqualTo(ids);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aSummaryIsTheHeadOfThePaper(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            var paper = platform.published("a text", Documents.of("2026/127"));

            assertThat(platform.reader.list(TestPlatform.OPERATOR, ALL))
                    .containsExactly(new PaperSummary(
                            paper.id(),
                            "2026/127",
                            "2026-127",
                            "Radweg an der K 17",
                            "Beschlussvorlage",
                            "Fachdienst Umwelt",
                            Visibility.PUBLIC,
                            paper.state(),
                            1,
                            paper.modified()));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void yearTypeAndCommitteeRestrictTogether(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            platform.take(
                    "a", Documents.of("2026/1").consulted(Documents.row("Ausschuss für Bau", null, Visibility.PUBLIC)));
            platform.take(
                    "b",
                    Documents.of("2026/2")
                            .type("Antrag")
                            .consulted(
                                    Documents.row("Ausschuss für Bau", null, Visibility.PUBLIC),
                                    Documents.row("Ausschuss für Bau", null, Visibility.NON_PUBLIC)));
            platform.take("c", Documents.of("2025/3").type("Änderungsantrag"));

            assertThat(found(platform, new PaperQuery(2026, null, null, null, null, 100)))
                    .containsExactly("2026/1", "2026/2");
            assertThat(found(platform, new PaperQuery(null, "ANTRAG", null, null, null, 100)))
                    .containsExactly("2026/2");
            assertThat(found(platform, new PaperQuery(null, null, " ausschuss  FÜR bau ", null, null, 100)))
                    .containsExactly("2026/1", "2026/2");
            assertThat(found(platform, new PaperQuery(2026, "antrag", "Ausschuss für Bau", null, null, 100)))
                    .containsExactly("2026/2");
            assertThat(found(platform, new PaperQuery(2024, null, null, null, null, 100)))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aTypeIsFoundWhateverTheCaseOfItsUmlauts(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            platform.take("c", Documents.of("2025/3").type("Änderungsantrag"));

            assertThat(found(platform, new PaperQuery(null, "änderungsantrag", null, null, null, 100)))
                    .containsExactly("2025/3");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void everyWordMustOccurInTheNewestText(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            platform.take("Der Radweg wird gebaut, zu 100 % gefördert", Documents.of("2026/1"));
            platform.take("Der Radweg wird abgelehnt_", Documents.of("2026/2"));
            platform.take("Ein alter Text vom Bahnhof", Documents.of("2026/3"));
            platform.take("Ein neuer Text", Documents.of("2026/3"));

            assertThat(words(platform, "radweg")).containsExactly("2026/1", "2026/2");
            assertThat(words(platform, "RADWEG gebaut")).containsExactly("2026/1");
            assertThat(words(platform, "Bahnhof")).isEmpty();
            assertThat(words(platform, "%")).containsExactly("2026/1");
            assertThat(words(platform, "_")).containsExactly("2026/2");
            assertThat(words(platform, "!")).isEmpty();
            assertThat(words(platform, " ")).hasSize(3);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aWordIsFoundWhateverTheCaseOfItsUmlauts(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            platform.take("Änderung der Straße", Documents.of("2026/1"));

            assertThat(words(platform, "änderung")).containsExactly("2026/1");
            assertThat(words(platform, "ÄNDERUNG")).containsExactly("2026/1");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void charactersThatNoDatabaseKeepsFindNothingInsteadOfFailing(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            platform.take("a", Documents.of("2026/1"));

            assertThat(words(platform, "a\u0000b")).isEmpty();
            assertThat(found(platform, new PaperQuery(null, "a\u0000b", null, null, null, 100)))
                    .isEmpty();
            assertThat(found(platform, new PaperQuery(null, null, "a\u0000b", null, null, 100)))
                    .isEmpty();
            assertThat(found(platform, new PaperQuery(null, null, null, null, "\u0000", 100)))
                    .hasSizeLessThanOrEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoMayReadInADepartmentListsItsPapersOnly(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            platform.take("Radweg", Documents.of("2026/1").ledBy("Fachdienst Umwelt"));
            platform.take("Radweg mit Bank", Documents.of("2026/2").ledBy("Fachdienst Bau"));
            platform.take("Radweg, breit", Documents.of("2026/3").ledBy("Fachdienst  UMWELT"));
            platform.take("Radweg ohne Federführung", Documents.of("2026/4").ledBy(null));
            Caller clerk = TestPlatform.caller(
                    new Grant(ProposalsPermissions.READ, "fachdienst-umwelt"),
                    new Grant(ProposalsPermissions.IMPORT, "fachdienst-bau"));

            assertThat(found(platform, clerk, ALL)).containsExactly("2026/1", "2026/3");
            assertThat(found(platform, clerk, new PaperQuery(2026, null, null, "breit", null, 100)))
                    .containsExactly("2026/3");
            assertThat(found(
                            platform,
                            TestPlatform.caller(new Grant(ProposalsPermissions.READ, "fachdienst-jugend")),
                            ALL))
                    .isEmpty();
            assertThat(found(platform, TestPlatform.caller(new Grant(Grant.ALL, "fachdienst-bau")), ALL))
                    .containsExactly("2026/2");
        }
    }

    @Test
    void whoMayReadNowhereGetsNoList() {
        try (TestPlatform platform = new TestPlatform(Engine.H2)) {
            ProblemException refused = catchThrowableOfType(
                    ProblemException.class,
                    () -> platform.reader.list(
                            TestPlatform.caller(new Grant(ProposalsPermissions.IMPORT, Grant.ALL)), ALL));

            assertThat(refused.problem().kind()).isEqualTo(Problem.Kind.FORBIDDEN);
        }
    }

    private static List<PaperSummary> list(TestPlatform platform, String after, int limit) {
        return platform.reader.list(TestPlatform.OPERATOR, new PaperQuery(null, null, null, null, after, limit));
    }

    private static List<String> words(TestPlatform platform, String text) {
        return found(platform, new PaperQuery(null, null, null, text, null, 100));
    }

    private static List<String> found(TestPlatform platform, PaperQuery query) {
        return found(platform, TestPlatform.OPERATOR, query);
    }

    private static List<String> found(TestPlatform platform, Caller caller, PaperQuery query) {
        return platform.reader.list(caller, query).stream()
                .map(PaperSummary::reference)
                .sorted()
                .toList();
    }
}
