package de.kreiswerk.proposals.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.publication.Publication.Address;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import de.kreiswerk.proposals.api.Council;
import de.kreiswerk.proposals.api.Paper;
import de.kreiswerk.proposals.api.Papers;
import de.kreiswerk.proposals.api.Papers.ImportResult;
import de.kreiswerk.proposals.api.Papers.ImportResult.Outcome;
import de.kreiswerk.proposals.api.ProposalsPermissions;
import de.kreiswerk.proposals.api.Visibility;
import de.kreiswerk.runtime.testing.AtOnce;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PapersServiceTest {

    private static final Caller OPERATOR = TestPlatform.OPERATOR;

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aNewTextIsADraftThatNobodyOutsideSees(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            ImportResult result = platform.take("a text", Documents.of("2026/127"));

            assertThat(result.outcome()).isEqualTo(Outcome.CREATED);
            assertThat(result.changes()).isEmpty();
            Paper paper = platform.reader.get(OPERATOR, result.paper().id());
            assertThat(paper).isEqualTo(result.paper());
            assertThat(paper.state()).isEqualTo(Paper.State.DRAFT);
            assertThat(paper.version()).isOne();
            assertThat(paper.revision()).isOne();
            assertThat(paper.slug()).isEqualTo("2026-127");
            assertThat(paper.document()).isEqualTo(Documents.of("2026/127").build());
            assertThat(paper.findings()).hasSize(1);
            assertThat(paper.versions()).hasSize(1);
            assertThat(platform.publication.find("/paper/" + paper.id())).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void everyChangeHasOneRecordWithoutPersonalData(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper paper = platform.take("a text", Documents.of("2026/127").attached(Documents.attachment(1, null)))
                    .paper();
            platform.papers.publish(OPERATOR, paper.id(), null);
            platform.attach(paper, 1, "plan.txt", "bytes");
            platform.papers.renumber(OPERATOR, paper.id(), "2026/128", null);
            platform.papers.withdraw(OPERATOR, paper.id(), null);

            assertThat(platform.actions())
                    .containsExactly(
                            "paper.imported",
                            "paper.published",
                            "paper.attached",
                            "paper.renumbered",
                            "paper.withdrawn");
            AuditEvent last = List.copyOf(platform.records).get(4);
            assertThat(last.caller()).isEqualTo(OPERATOR);
            assertThat(last.objectId()).isEqualTo(paper.id());
            assertThat(last.department()).isEqualTo("fachdienst-umwelt");
            assertThat(last.details())
                    .isEqualTo(Map.of(
                            "reference",
                            "2026/128",
                            "version",
                            "1",
                            "state",
                            "WITHDRAWN",
                            "textSha256",
                            paper.versions().get(0).sha256()));
            assertThat(last.personal()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void theSameTextAgainChangesNothing(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper before = platform.published("a text", Documents.of("2026/127"));

            ImportResult again = platform.papers.importText(OPERATOR, "a text", true);

            assertThat(again.outcome()).isEqualTo(Outcome.UNCHANGED);
            assertThat(again.paper()).isEqualTo(before);
            assertThat(platform.actions()).hasSize(1);
            assertThat(platform.publication
                            .find("/paper/" + before.id())
                            .orElseThrow()
                            .revision())
                    .isOne();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aChangedTextIsAnotherVersionThatSaysWhatChanged(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper before = platform.take("a text", Documents.of("2026/127")).paper();

            ImportResult result = platform.take(
                    "another text",
                    Documents.of("2026/127")
                            .named("Radweg an der K 18")
                            .consulted(Documents.row("Kreistag", Documents.PLANNED, Visibility.PUBLIC)));

            assertThat(result.outcome()).isEqualTo(Outcome.CHANGED);
            assertThat(result.changes()).containsExactly("name", "consultations");
            Paper paper = platform.reader.getByReference(OPERATOR, "2026/127");
            assertThat(paper.id()).isEqualTo(before.id());
            assertThat(paper.version()).isEqualTo(2);
            assertThat(paper.revision()).isEqualTo(2);
            assertThat(paper.document().name()).isEqualTo("Radweg an der K 18");
            assertThat(paper.versions())
                    .extracting(Paper.Version::number, Paper.Version::changes)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(1, List.of()),
                            org.assertj.core.groups.Tuple.tuple(2, List.of("name", "consultations")));
            assertThat(paper.versions()).extracting(Paper.Version::sha256).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aVersionOfAPublishedPaperIsPublishedWithIt(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            platform.published("a text", Documents.of("2026/127"));

            Paper paper = platform.take("another text", Documents.of("2026/127").named("Radweg an der K 18"))
                    .paper();

            assertThat(paper.state()).isEqualTo(Paper.State.PUBLISHED);
            assertThat(platform.publicPaper(paper).get("name").textValue()).isEqualTo("Radweg an der K 18");
            assertThat(platform.publicPaper(paper).get("version").intValue()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void onlyWhatSaysThatItIsPublicIsPublished(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper open = platform.published("open", Documents.of("2026/1"));
            Paper closed = platform.published("closed", Documents.of("2026/2").visible(Visibility.NON_PUBLIC));
            Paper silent = platform.published("silent", Documents.of("2026/3").visible(null));

            assertThat(open.state()).isEqualTo(Paper.State.PUBLISHED);
            assertThat(platform.isPublic("/paper/" + open.id())).isTrue();
            for (Paper paper : List.of(closed, silent)) {
                assertThat(paper.state()).isEqualTo(Paper.State.DRAFT);
                assertRefused(Problem.Kind.CONFLICT, () -> platform.papers.publish(OPERATOR, paper.id(), null));
                assertThat(platform.publication.find("/paper/" + paper.id())).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aPaperWhoseNewTextIsNotPublicIsTakenBack(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            platform.published("a text", Documents.of("2026/127").attached(Documents.attachment(1, null)));
            Paper before = platform.reader.getByReference(OPERATOR, "2026/127");
            String file = platform.attach(before, 1, "plan.txt", "bytes")
                    .attachments()
                    .get(0)
                    .file()
                    .id();

            Paper paper = platform.published(
                    "another text",
                    Documents.of("2026/127").visible(Visibility.NON_PUBLIC).attached(Documents.attachment(1, null)));

            assertThat(paper.state()).isEqualTo(Paper.State.WITHDRAWN);
            assertThat(platform.publication
                            .find("/paper/" + paper.id())
                            .orElseThrow()
                            .deleted())
                    .isTrue();
            assertThat(platform.isPublic("/file/" + file)).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aWithdrawnPaperIsGoneWithItsFilesAndCanBePublishedAgain(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper paper =
                    platform.published("a text", Documents.of("2026/127").attached(Documents.attachment(1, null)));
            String file = platform.attach(paper, 1, "plan.txt", "bytes")
                    .attachments()
                    .get(0)
                    .file()
                    .id();
            assertThat(platform.isPublic("/file/" + file)).isTrue();

            Paper withdrawn = platform.papers.withdraw(OPERATOR, paper.id(), null);

            assertThat(withdrawn.state()).isEqualTo(Paper.State.WITHDRAWN);
            assertThat(platform.isPublic("/paper/" + paper.id())).isFalse();
            assertThat(platform.isPublic("/file/" + file)).isFalse();
            assertRefused(Problem.Kind.CONFLICT, () -> platform.papers.withdraw(OPERATOR, paper.id(), null));

            platform.papers.publish(OPERATOR, paper.id(), null);

            assertThat(platform.isPublic("/paper/" + paper.id())).isTrue();
            assertThat(platform.isPublic("/file/" + file)).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void theSameTextSentToBePublishedIsPublished(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            platform.take("a text", Documents.of("2026/127"));

            ImportResult result = platform.papers.importText(OPERATOR, "a text", true);

            assertThat(result.outcome()).isEqualTo(Outcome.UNCHANGED);
            assertThat(result.paper().state()).isEqualTo(Paper.State.PUBLISHED);
            assertThat(result.paper().version()).isOne();
            assertThat(platform.isPublic("/paper/" + result.paper().id())).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aReplacedFileIsNoLongerPublic(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper paper =
                    platform.published("a text", Documents.of("2026/127").attached(Documents.attachment(1, null)));
            Paper.StoredFile first = platform.attach(paper, 1, "plan.txt", "old")
                    .attachments()
                    .get(0)
                    .file();

            Paper.StoredFile second = platform.attach(paper, 1, "plan-2.txt", "newer")
                    .attachments()
                    .get(0)
                    .file();

            assertThat(second.id()).isNotEqualTo(first.id());
            assertThat(second.size()).isEqualTo(5);
            assertThat(platform.isPublic("/file/" + first.id())).isFalse();
            assertThat(platform.publicContent("/file/" + second.id())
                            .orElseThrow()
                            .get("fileName")
                            .textValue())
                    .isEqualTo("plan-2.txt");
            assertThat(platform.publicPaper(paper)
                            .at("/attachments/0/file/path")
                            .textValue())
                    .isEqualTo("/file/" + second.id());
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aFileThatBecomesNonPublicIsTakenBack(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper paper = platform.published(
                    "a text", Documents.of("2026/127").attached(Documents.attachment(1, Visibility.PUBLIC)));
            String file = platform.attach(paper, 1, "plan.txt", "bytes")
                    .attachments()
                    .get(0)
                    .file()
                    .id();

            platform.take(
                    "another text", Documents.of("2026/127").attached(Documents.attachment(1, Visibility.NON_PUBLIC)));

            assertThat(platform.isPublic("/file/" + file)).isFalse();
            assertThat(platform.publicPaper(paper).get("attachments")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aFileThatTheNewTextNoLongerNamesIsTakenBack(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper paper = platform.published(
                    "a text",
                    Documents.of("2026/127")
                            .attached(Documents.attachment(1, Visibility.PUBLIC), Documents.attachment(2, null)));
            String file = platform.attach(paper, 2, "plan.txt", "bytes")
                    .attachments()
                    .get(1)
                    .file()
                    .id();

            platform.take(
                    "another text", Documents.of("2026/127").attached(Documents.attachment(1, Visibility.PUBLIC)));

            assertThat(platform.isPublic("/file/" + file)).isFalse();
            assertThat(platform.publicPaper(paper).toString()).doesNotContain(file);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aNonPublicFileNeverComesOut(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper paper = platform.published(
                    "a text", Documents.of("2026/127").attached(Documents.attachment(1, Visibility.NON_PUBLIC)));

            Paper attached = platform.attach(paper, 1, "geheim.txt", "bytes");

            assertThat(attached.attachments().get(0).file()).isNotNull();
            assertThat(platform.publication.find(
                            "/file/" + attached.attachments().get(0).file().id()))
                    .isEmpty();
            assertThat(platform.publicPaper(paper).toString()).doesNotContain("geheim");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void bytesForAnAttachmentThatTheTextDoesNotNameAreRefused(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper paper = platform.take("a text", Documents.of("2026/127").attached(Documents.attachment(1, null)))
                    .paper();

            assertRefused(Problem.Kind.NOT_FOUND, () -> platform.attach(paper, 2, "plan.txt", "bytes"));
            assertRefused(Problem.Kind.UNPROCESSABLE, () -> platform.attach(paper, 1, "plan.txt", ""));
            assertThat(platform.count("attached_file")).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "../plan.txt", "a\\b.txt", "a\u0000b", "a\r\nSet-Cookie: x"})
    void aFileNameThatCouldDoHarmIsRefused(String fileName) {
        try (TestPlatform platform = new TestPlatform(Engine.H2)) {
            Paper paper = platform.take("a text", Documents.of("2026/127").attached(Documents.attachment(1, null)))
                    .paper();

            assertRefused(Problem.Kind.UNPROCESSABLE, () -> platform.attach(paper, 1, fileName, "bytes"));
            assertRefused(Problem.Kind.UNPROCESSABLE, () -> platform.attach(paper, 1, "x".repeat(256), "bytes"));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aRenumberedPaperIsFoundAtItsOldAddressAsWell(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper paper = platform.published("a text", Documents.of("2026/127"));

            Paper renumbered = platform.papers.renumber(OPERATOR, paper.id(), " 2026/200 ", null);

            assertThat(renumbered.reference()).isEqualTo("2026/200");
            assertThat(renumbered.slug()).isEqualTo("2026-200");
            assertThat(platform.publication.resolve("/vorlagen/2026-127"))
                    .contains(new Address("/paper/" + paper.id(), "/vorlagen/2026-200"));
            assertThat(platform.publication.resolve("/vorlagen/2026-200"))
                    .contains(new Address("/paper/" + paper.id(), "/vorlagen/2026-200"));
            assertThat(platform.publicPaper(paper).get("reference").textValue()).isEqualTo("2026/200");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void noPaperGetsAnAddressThatAnotherEverHad(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper first = platform.published("a text", Documents.of("2026/127"));
            platform.papers.renumber(OPERATOR, first.id(), "2026/200", null);

            Paper second = platform.published("another text", Documents.of("2026/127"));
            Paper third = platform.published("a third text", Documents.of("2026-127"));
            Paper back = platform.papers.renumber(OPERATOR, first.id(), "2026/ 127", null);

            assertThat(List.of(second.slug(), third.slug(), back.slug()))
                    .containsExactly("2026-127-2", "2026-127-3", "2026-127");
            assertThat(platform.publication.resolve("/vorlagen/2026-127"))
                    .contains(new Address("/paper/" + first.id(), "/vorlagen/2026-127"));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aNumberThatIsTakenOrNoneIsRefused(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper first = platform.take("a text", Documents.of("2026/127")).paper();
            platform.take("another text", Documents.of("2026/128"));

            assertRefused(
                    Problem.Kind.CONFLICT, () -> platform.papers.renumber(OPERATOR, first.id(), "2026/128", null));
            assertRefused(
                    Problem.Kind.UNPROCESSABLE, () -> platform.papers.renumber(OPERATOR, first.id(), "<b>", null));
            assertRefused(Problem.Kind.UNPROCESSABLE, () -> platform.papers.renumber(OPERATOR, first.id(), null, null));
            assertThat(platform.reader.get(OPERATOR, first.id())).isEqualTo(first);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aNumberAsLongAsNumbersMayBeGetsAnAddress(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper paper = platform.take("a text", Documents.of("2026/127")).paper();

            assertThat(platform.papers
                            .renumber(OPERATOR, paper.id(), "ß".repeat(59) + "1", null)
                            .slug())
                    .isNotBlank();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatIsPublicAlreadyIsNotPublishedOnceMore(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper paper = platform.take("a text", Documents.of("2026/127")).paper();
            Paper published = platform.papers.publish(OPERATOR, paper.id(), null);

            assertThat(platform.papers.publish(OPERATOR, paper.id(), null)).isEqualTo(published);
            assertThat(platform.actions()).containsExactly("paper.imported", "paper.published");

            platform.papers.withdraw(OPERATOR, paper.id(), null);
            assertThat(platform.papers.publish(OPERATOR, paper.id(), null).state())
                    .isEqualTo(Paper.State.PUBLISHED);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoHasNotSeenTheLastChangeChangesNothing(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper paper = platform.take("a text", Documents.of("2026/127").attached(Documents.attachment(1, null)))
                    .paper();
            Paper changed = platform.papers.publish(OPERATOR, paper.id(), paper.revision());
            long old = paper.revision();

            for (ThrowingCallable change : List.<ThrowingCallable>of(
                    () -> platform.papers.publish(OPERATOR, paper.id(), old),
                    () -> platform.papers.withdraw(OPERATOR, paper.id(), old),
                    () -> platform.papers.renumber(OPERATOR, paper.id(), "2026/200", old),
                    () -> platform.papers.attach(
                            OPERATOR,
                            paper.id(),
                            1,
                            "plan.txt",
                            "text/plain",
                            new ByteArrayInputStream(new byte[] {1}),
                            old))) {
                assertRefused(Problem.Kind.PRECONDITION_FAILED, change);
            }
            assertThat(platform.reader.get(OPERATOR, paper.id())).isEqualTo(changed);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void anImportForAPaperThatWasSeenChangesThatOneOnly(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper seen = platform.take("a text", Documents.of("2026/127")).paper();
            Paper newest = platform.take("another", Documents.of("2026/127").named("Anders"))
                    .paper();
            String text = platform.text(
                    "third", Documents.of("2026/127").named("Drittens").build());
            String unknown = platform.text("unknown", Documents.of("2026/128").build());

            for (String stale : List.of(text, "another")) {
                assertRefused(Problem.Kind.PRECONDITION_FAILED, () -> expecting(platform, stale, seen.revision()));
            }
            for (long revision : List.of(1L, Papers.ANY_REVISION)) {
                assertRefused(Problem.Kind.PRECONDITION_FAILED, () -> expecting(platform, unknown, revision));
            }

            assertThat(platform.reader.get(OPERATOR, seen.id())).isEqualTo(newest);
            assertThat(platform.count("paper")).isOne();
            assertThat(expecting(platform, text, newest.revision()).paper().version())
                    .isEqualTo(3);
            assertThat(expecting(platform, "a text", Papers.ANY_REVISION)
                            .paper()
                            .version())
                    .isEqualTo(4);
        }
    }

    private static ImportResult expecting(TestPlatform platform, String text, long revision) {
        return platform.papers.importText(OPERATOR, platform.papers.read(text), false, revision);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void withoutARecordNothingHappens(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper paper = platform.take("a text", Documents.of("2026/127")).paper();
            platform.trailIsBroken = true;

            assertRefused(
                    Problem.Kind.UNAVAILABLE,
                    () -> platform.published(
                            "new",
                            Documents.of("2026/128")
                                    .consulted(Documents.row("Neuer Ausschuss", null, Visibility.PUBLIC))));
            assertRefused(Problem.Kind.UNAVAILABLE, () -> platform.papers.publish(OPERATOR, paper.id(), null));

            assertThat(platform.count("paper")).isOne();
            assertThat(platform.count("paper_slug")).isOne();
            assertThat(platform.council.organizations(OPERATOR))
                    .extracting(Council.Organization::name)
                    .containsExactly("Fachdienst Umwelt");
            assertThat(platform.count("public_object")).isZero();
            assertThat(platform.reader.get(OPERATOR, paper.id())).isEqualTo(paper);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aTextThatIsNoProposalLeavesNothing(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            assertRefused(
                    Problem.Kind.UNPROCESSABLE, () -> platform.papers.importText(OPERATOR, "not a proposal", true));

            assertThat(platform.count("paper")).isZero();
            assertThat(platform.actions()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aRightCountsInItsOwnDepartmentOnly(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Caller umwelt = TestPlatform.caller(
                    new Grant(ProposalsPermissions.IMPORT, "fachdienst-umwelt"),
                    new Grant(ProposalsPermissions.READ, "fachdienst-umwelt"));
            String own = platform.text("own", Documents.of("2026/1").build());
            String foreign = platform.text(
                    "foreign", Documents.of("2026/2").ledBy("Fachdienst Bau").build());
            String nobodys =
                    platform.text("nobody's", Documents.of("2026/3").ledBy(null).build());

            Paper paper = platform.papers.importText(umwelt, own, false).paper();
            assertRefused(Problem.Kind.FORBIDDEN, () -> platform.papers.importText(umwelt, own, true));
            assertRefused(Problem.Kind.FORBIDDEN, () -> platform.papers.publish(umwelt, paper.id(), null));
            assertRefused(Problem.Kind.FORBIDDEN, () -> platform.papers.importText(umwelt, foreign, false));
            assertRefused(Problem.Kind.FORBIDDEN, () -> platform.papers.importText(umwelt, nobodys, false));
            Paper ofOthers =
                    platform.papers.importText(OPERATOR, foreign, false).paper();
            assertRefused(Problem.Kind.FORBIDDEN, () -> platform.reader.get(umwelt, ofOthers.id()));
            assertRefused(
                    Problem.Kind.FORBIDDEN, () -> platform.papers.renumber(umwelt, ofOthers.id(), "2026/9", null));

            assertThat(platform.reader.get(umwelt, paper.id())).isEqualTo(paper);
            assertThat(platform.count("paper")).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aPaperCannotBeTakenAwayFromItsDepartmentByATextThatNamesAnother(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            platform.take("a text", Documents.of("2026/127"));
            Caller bau = TestPlatform.caller(new Grant(ProposalsPermissions.IMPORT, "fachdienst-bau"));
            String text = platform.text(
                    "taken over",
                    Documents.of("2026/127").ledBy("Fachdienst Bau").build());

            assertRefused(Problem.Kind.FORBIDDEN, () -> platform.papers.importText(bau, text, false));

            assertThat(platform.reader.getByReference(OPERATOR, "2026/127").version())
                    .isOne();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatIsPublicIsChangedOnlyByThoseWhoMayPublish(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Documents document = Documents.of("2026/127")
                    .attached(Documents.attachment(1, Visibility.PUBLIC), Documents.attachment(2, Visibility.PUBLIC));
            Paper paper = platform.published("a text", document);
            Paper before = platform.attach(paper, 1, "plan.txt", "Plan");
            Caller clerk = mayImport("fachdienst-umwelt");
            String other = platform.text("other", document.named("Anders").build());
            String secret = platform.text(
                    "secret", document.visible(Visibility.NON_PUBLIC).build());

            for (ThrowingCallable change : List.<ThrowingCallable>of(
                    () -> platform.papers.importText(clerk, other, false),
                    () -> platform.papers.importText(clerk, secret, false),
                    () -> attach(platform, clerk, before, 1, "andere Bytes"),
                    () -> attach(platform, clerk, before, 2, "Plan"),
                    () -> platform.papers.renumber(clerk, before.id(), "2026/200", null))) {
                assertThat(assertRefused(Problem.Kind.FORBIDDEN, change)
                                .problem()
                                .detail()
                                .german())
                        .contains("2026/127", "veröffentlicht", "proposals.publish", "Fachdienst Umwelt", "Bitten Sie");
            }

            assertThat(platform.papers.importText(clerk, "a text", false).outcome())
                    .isEqualTo(Outcome.UNCHANGED);
            assertThat(attach(platform, clerk, before, 1, "Plan"))
                    .as("the same bytes change nothing")
                    .isEqualTo(before);
            assertThat(platform.reader.get(OPERATOR, before.id())).isEqualTo(before);
            assertThat(platform.publicPaper(before).get("name").textValue())
                    .isEqualTo(paper.document().name());
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatIsNotPublicAnyMoreIsChangedByThoseWhoMayImport(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Documents document = Documents.of("2026/127").attached(Documents.attachment(1, Visibility.PUBLIC));
            Paper paper = platform.published("a text", document);
            platform.papers.withdraw(OPERATOR, paper.id(), null);
            Caller clerk = mayImport("fachdienst-umwelt");

            platform.papers.importText(
                    clerk, platform.text("other", document.named("Anders").build()), false);
            attach(platform, clerk, paper, 1, "Plan");
            platform.papers.renumber(clerk, paper.id(), "2026/200", null);

            assertThat(platform.isPublic("/paper/" + paper.id())).isFalse();
            assertThat(platform.reader.get(OPERATOR, paper.id()).document().name())
                    .isEqualTo("Anders");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoMayPublishElsewhereNeitherPublishesNorTakesOverByNamingThatLead(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper draft = platform.take("draft", Documents.of("2026/1")).paper();
            Paper open = platform.published("open", Documents.of("2026/2"));
            Paper others = platform.published("others", Documents.of("2026/3").ledBy("Fachdienst Bau"));
            Caller caller = TestPlatform.caller(
                    new Grant(ProposalsPermissions.IMPORT, "fachdienst-umwelt"),
                    new Grant(ProposalsPermissions.IMPORT, "fachdienst-bau"),
                    new Grant(ProposalsPermissions.PUBLISH, "fachdienst-bau"));

            assertRefused(
                    Problem.Kind.FORBIDDEN,
                    () -> platform.papers.importText(caller, ledBy(platform, "2026/1", "Fachdienst Bau"), true));
            assertRefused(
                    Problem.Kind.FORBIDDEN,
                    () -> platform.papers.importText(caller, ledBy(platform, "2026/2", "Fachdienst Bau"), false));
            assertRefused(
                    Problem.Kind.FORBIDDEN,
                    () -> platform.papers.importText(caller, ledBy(platform, "2026/3", "Fachdienst Umwelt"), false));

            assertThat(platform.isPublic("/paper/" + draft.id())).isFalse();
            for (Paper paper : List.of(draft, open, others)) {
                assertThat(platform.reader.get(OPERATOR, paper.id()).version()).isOne();
            }
            assertThat(platform.papers
                            .importText(caller, ledBy(platform, "2026/1", "Fachdienst Bau"), false)
                            .paper()
                            .version())
                    .as("a draft may get another lead")
                    .isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatAMendedImporterOverlookedGoesThoughItsSenderMayNotPublish(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper paper = platform.published("a text", Documents.of("2026/127"));
            platform.text(
                    "a text",
                    Documents.of("2026/127").visible(Visibility.NON_PUBLIC).build());

            platform.papers.importText(mayImport("fachdienst-umwelt"), "a text", false);

            assertThat(platform.isPublic("/paper/" + paper.id())).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatIsNotThereIsNotFound(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            for (String id : List.of("0192", "", "x".repeat(500), "ä%'\"")) {
                assertRefused(Problem.Kind.NOT_FOUND, () -> platform.papers.publish(OPERATOR, id, null));
                assertRefused(Problem.Kind.NOT_FOUND, () -> platform.reader.get(OPERATOR, id));
                assertRefused(Problem.Kind.NOT_FOUND, () -> platform.reader.getByReference(OPERATOR, id));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void charactersThatNoDatabaseKeepsFindNothingInsteadOfFailing(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            assertRefused(Problem.Kind.NOT_FOUND, () -> platform.papers.publish(OPERATOR, "01\u000092", null));
            assertRefused(Problem.Kind.NOT_FOUND, () -> platform.reader.get(OPERATOR, "01\u000092"));
            assertRefused(Problem.Kind.NOT_FOUND, () -> platform.reader.getByReference(OPERATOR, "2026\u0000/127"));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void twoImportsOfOneNumberAtOnceBothEndAsVersions(Engine engine) throws Exception {
        try (TestPlatform platform = new TestPlatform(engine)) {
            List<String> texts = IntStream.range(0, 6)
                    .mapToObj(i -> platform.text(
                            "text " + i,
                            Documents.of("2026/127")
                                    .named("Titel " + i)
                                    .consulted(Documents.row("Neuer Ausschuss", null, Visibility.PUBLIC))
                                    .build()))
                    .toList();

            List<ImportResult> results = AtOnce.run(texts.stream()
                    .<Supplier<ImportResult>>map(text -> () -> platform.papers.importText(OPERATOR, text, true))
                    .toList());

            assertThat(results)
                    .extracting(result -> result.paper().id())
                    .containsOnly(results.get(0).paper().id());
            assertThat(results).extracting(ImportResult::outcome).containsOnlyOnce(Outcome.CREATED);
            Paper paper = platform.reader.getByReference(OPERATOR, "2026/127");
            assertThat(paper.versions()).extracting(Paper.Version::number).containsExactly(1, 2, 3, 4, 5, 6);
            assertThat(paper.versions()).extracting(Paper.Version::sha256).doesNotHaveDuplicates();
            assertThat(platform.publicPaper(paper).get("version").intValue()).isEqualTo(6);
            assertThat(platform.publicPaper(paper).get("name").textValue())
                    .isEqualTo(paper.document().name());
            assertThat(platform.actions()).hasSize(6);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void papersThatNameANewCommitteeAtOnceShareIt(Engine engine) throws Exception {
        try (TestPlatform platform = new TestPlatform(engine)) {
            List<String> texts = IntStream.range(0, 4)
                    .mapToObj(i -> platform.text(
                            "text " + i,
                            Documents.of("2026/" + i)
                                    .consulted(Documents.row(
                                            i % 2 == 0 ? "Neuer Ausschuss" : "NEUER  Ausschuss",
                                            null,
                                            Visibility.PUBLIC))
                                    .build()))
                    .toList();

            AtOnce.run(texts.stream()
                    .<Supplier<ImportResult>>map(text -> () -> platform.papers.importText(OPERATOR, text, true))
                    .toList());

            assertThat(platform.count("paper")).isEqualTo(4);
            assertThat(platform.council.organizations(OPERATOR))
                    .extracting(Council.Organization::organizationType)
                    .containsExactlyInAnyOrder("Gremium", "Verwaltungsbereich");
        }
    }

    private static Caller mayImport(String department) {
        return TestPlatform.caller(new Grant(ProposalsPermissions.IMPORT, department));
    }

    private static Paper attach(TestPlatform platform, Caller caller, Paper paper, int number, String content) {
        return platform.papers.attach(
                caller,
                paper.id(),
                number,
                "plan.txt",
                "text/plain",
                new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)),
                null);
    }

    private static String ledBy(TestPlatform platform, String reference, String lead) {
        return platform.text(
                reference + " led by " + lead,
                Documents.of(reference).ledBy(lead).build());
    }

    private static ProblemException assertRefused(Problem.Kind kind, ThrowingCallable call) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, call);
        assertThat(refused).isNotNull();
        assertThat(refused.problem().kind()).isEqualTo(kind);
        return refused;
    }
}
