package de.kreiswerk.proposals.service;

import static de.kreiswerk.proposals.service.Councils.refused;
import static de.kreiswerk.proposals.service.TestPlatform.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.audit.SensitiveReads;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import de.kreiswerk.proposals.api.Finding;
import de.kreiswerk.proposals.api.Paper;
import de.kreiswerk.proposals.api.PaperDocument.NamedAttachment;
import de.kreiswerk.proposals.api.Visibility;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bytes belong to what they were attached as, whatever number a later text gives to that. */
class RenumberedAttachmentsTest {

    private static final String SECRET = "geheim.pdf";
    private static final NamedAttachment PLAN = named(1, "Lageplan", Visibility.PUBLIC);
    private static final NamedAttachment OFFER = named(2, "Angebot", Visibility.NON_PUBLIC);

    @ParameterizedTest
    @EnumSource(Engine.class)
    void bytesMoveWithTheNameOfTheirAttachment(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper before = planAndOffer(platform);

            Paper after = platform.take(
                            "a new one first",
                            with(
                                    named(1, "Übersicht", Visibility.PUBLIC),
                                    named(2, "lageplan ", Visibility.PUBLIC),
                                    named(3, "Angebot", Visibility.NON_PUBLIC)))
                    .paper();

            assertThat(files(after)).containsExactly(null, "plan.pdf", SECRET);
            assertThat(fileId(after, 1)).isEqualTo(fileId(before, 0));
            assertThat(platform.publicPaper(after).at("/attachments/0").has("file"))
                    .isFalse();
            assertThat(platform.publicPaper(after)
                            .at("/attachments/1/file/attachmentNumber")
                            .intValue())
                    .isEqualTo(2);
            assertThat(codes(after)).doesNotContain("attachment-file-left");
            assertThat(last(platform).details()).doesNotContainKey("leftFiles");
            secretStaysInside(platform);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void attachmentsThatChangePlacesKeepTheirBytes(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            planAndOffer(platform);

            Paper after = platform.take(
                            "the other way round",
                            with(named(1, "Angebot", Visibility.NON_PUBLIC), named(2, "Lageplan", Visibility.PUBLIC)))
                    .paper();

            assertThat(files(after)).containsExactly(SECRET, "plan.pdf");
            secretStaysInside(platform);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void bytesAreNotShownUnderAnotherNameAndNotLost(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper before = planAndOffer(platform);

            Paper after = platform.take("renamed", with(PLAN, named(2, "Foto", Visibility.PUBLIC)))
                    .paper();

            assertThat(files(after)).containsExactly("plan.pdf", null);
            assertThat(platform.publicPaper(after).at("/attachments/1").has("file"))
                    .isFalse();
            assertThat(after.findings())
                    .filteredOn(finding -> finding.code().equals("attachment-file-left"))
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.message().german()).contains(SECRET, "Angebot", "neu an"));
            assertThat(last(platform).details()).containsEntry("leftFiles", fileId(before, 1));
            assertThat(platform.reader.get(OPERATOR, after.id())).isEqualTo(after);
            assertThat(platform.count("attached_file")).isEqualTo(2);
            secretStaysInside(platform);

            Paper attached = platform.attach(after, 2, "foto.jpg", "Foto");
            assertThat(codes(attached)).doesNotContain("attachment-file-left");
            assertThat(platform.publicPaper(after)
                            .at("/attachments/1/file/fileName")
                            .textValue())
                    .isEqualTo("foto.jpg");
            assertThat(platform.count("attached_file")).isEqualTo(3);
            secretStaysInside(platform);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aNameThatIsMendedHasItsBytesAgain(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            planAndOffer(platform);
            platform.take("mistyped", with(named(1, "Lagepaln", Visibility.PUBLIC), OFFER));

            Paper after = platform.take("mended", with(PLAN, OFFER)).paper();

            assertThat(files(after)).containsExactly("plan.pdf", SECRET);
            assertThat(platform.publicPaper(after).at("/attachments/0").has("file"))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatCameInLaterIsNotReplacedByWhatWasPutAside(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            planAndOffer(platform);
            Paper renamed = platform.take("renamed", with(named(1, "Plan", Visibility.PUBLIC), OFFER))
                    .paper();
            platform.attach(renamed, 1, "newer.pdf", "newer");

            Paper after = platform.take("back", with(PLAN, OFFER)).paper();

            assertThat(files(after)).containsExactly(null, SECRET);
            assertThat(codes(after)).contains("attachment-file-left");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatWasSecretIsPublicOnlyWhenTheTextSaysSo(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            planAndOffer(platform);

            Paper silent = platform.take("silent", with(PLAN, named(2, "Angebot", null)))
                    .paper();
            assertThat(files(silent)).containsExactly("plan.pdf", SECRET);
            assertThat(codes(silent)).contains("attachment-file-withheld");
            secretStaysInside(platform);

            Paper open = platform.take("open", with(PLAN, named(2, "Angebot", Visibility.PUBLIC)))
                    .paper();
            assertThat(codes(open)).doesNotContain("attachment-file-withheld");
            assertThat(platform.isPublic("/file/" + fileId(open, 1))).isTrue();

            platform.take("secret again", with(PLAN, OFFER));
            platform.take("and silent", with(PLAN, named(2, "Angebot", null)));
            secretStaysInside(platform);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoAttachesAnewToAnAttachmentThatIsNotSecretMakesItPublic(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            planAndOffer(platform);
            Paper silent = platform.take("silent", with(PLAN, named(2, "Angebot", null)))
                    .paper();

            Paper attached = platform.attach(silent, 2, "offen.pdf", "offen");

            assertThat(codes(attached)).doesNotContain("attachment-file-withheld");
            assertThat(platform.isPublic("/file/" + fileId(attached, 1))).isTrue();
        }
    }

    /** Which of them is meant cannot be known. */
    @ParameterizedTest
    @EnumSource(Engine.class)
    void ofSeveralOfOneNameNoSecretComesOut(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper paper = platform.published(
                    "two plans", with(named(1, "Plan", Visibility.PUBLIC), named(2, "Plan", Visibility.NON_PUBLIC)));
            platform.attach(paper, 2, SECRET, "geheim");

            platform.take(
                    "counted anew",
                    with(
                            named(1, "Neu", Visibility.PUBLIC),
                            named(2, "Plan", Visibility.PUBLIC),
                            named(3, "Plan", Visibility.NON_PUBLIC)));
            secretStaysInside(platform);

            Paper one = platform.take("one is left", with(named(1, "Plan", Visibility.PUBLIC)))
                    .paper();
            assertThat(files(one)).containsExactly((String) null);
            secretStaysInside(platform);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aTextThatComesInWhileBytesDoIsNoticed(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper paper = platform.published("a text", with(PLAN, OFFER));
            InputStream slow = new ByteArrayInputStream("geheim".getBytes()) {
                @Override
                public synchronized int read(byte[] into, int offset, int length) {
                    if (pos == 0) {
                        platform.take(
                                "meanwhile",
                                with(named(1, "Angebot", Visibility.NON_PUBLIC), named(2, "Lageplan", null)));
                    }
                    return super.read(into, offset, length);
                }
            };

            assertThat(refused(() -> platform.papers.attach(OPERATOR, paper.id(), 2, SECRET, "text/plain", slow, null))
                            .kind())
                    .isEqualTo(Problem.Kind.PRECONDITION_FAILED);
            assertThat(platform.count("attached_file")).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoReadsOfSecretBytesThatWereLeftIsNoted(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            planAndOffer(platform);
            Paper paper = platform.take("renamed", with(PLAN, named(2, "Foto", Visibility.PUBLIC)))
                    .paper();
            List<String> noted = new ArrayList<>();
            SensitiveReads reads = (caller, area, type, id, department) -> noted.add(id);
            PaperReaderService reader = new PaperReaderService(platform.database.transactions, new Schema() {});
            reader.reads = reads;

            reader.get(OPERATOR, paper.id());

            assertThat(noted).containsExactly(paper.id());
        }
    }

    /** A second click, or a script that sends everything each night. */
    @Test
    void theSameBytesAgainAreTheSameFile() {
        try (TestPlatform platform = new TestPlatform(Engine.H2)) {
            Paper paper = platform.published("one", with(named(1, "Lageplan", Visibility.PUBLIC)));
            Paper first = platform.attach(paper, 1, "plan.txt", "Plan");
            int records = platform.records.size();

            Paper again = platform.attach(paper, 1, "plan.txt", "Plan");

            assertThat(again).isEqualTo(first);
            assertThat(platform.records).hasSize(records);
            assertThat(platform.isPublic("/file/" + fileId(first, 0))).isTrue();
            assertThat(fileId(platform.attach(paper, 1, "anders.txt", "Plan"), 0))
                    .as("another name is another file")
                    .isNotEqualTo(fileId(first, 0));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void bytesThatAreReplacedAreGone(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper paper = platform.published("one", with(named(1, "Lageplan", Visibility.PUBLIC)));
            Paper other =
                    platform.published("two", Documents.of("2026/2").attached(named(1, "Lageplan", Visibility.PUBLIC)));
            platform.attach(paper, 1, "plan.txt", "attached by mistake");
            platform.attach(other, 1, "plan.txt", "attached by mistake");

            platform.attach(paper, 1, "plan.txt", "Plan");
            assertThat(platform.count("core_blob"))
                    .as("another paper has the same bytes")
                    .isEqualTo(2);

            platform.attach(other, 1, "plan.txt", "Plan");
            assertThat(platform.count("core_blob")).isOne();
            assertThat(platform.count("core_blob_piece")).isOne();

            platform.attach(other, 1, "anders.txt", "Plan");
            assertThat(platform.count("core_blob")).isOne();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void bytesThatAreNotTakenAreNotKept(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper paper = platform.published("one", with(named(1, "Lageplan", Visibility.PUBLIC)));
            platform.attach(paper, 1, "plan.txt", "Plan");
            platform.trailIsBroken = true;
            assertThat(refused(() -> platform.attach(paper, 1, "plan.txt", "refused"))
                            .kind())
                    .isEqualTo(Problem.Kind.UNAVAILABLE);
            platform.trailIsBroken = false;

            assertThat(platform.count("core_blob")).isOne();
        }
    }

    @Test
    void aFileThatIsTooLargeIsRefused() {
        try (TestPlatform platform = new TestPlatform(Engine.H2)) {
            Paper paper = platform.published("one", with(named(1, "Lageplan", Visibility.PUBLIC)));
            InputStream endless = new InputStream() {
                @Override
                public int read() {
                    return 'x';
                }

                @Override
                public int read(byte[] into, int offset, int length) {
                    return length;
                }
            };

            assertThat(refused(() -> platform.papers.attach(OPERATOR, paper.id(), 1, "x", "text/plain", endless, null))
                            .code())
                    .isEqualTo("file-too-large");
            assertThat(platform.count("core_blob")).isZero();
        }
    }

    /** An earlier version of the importer did not hear it anywhere but in a bracket at the end. */
    @ParameterizedTest
    @EnumSource(Engine.class)
    void aNameThatSaysThatItIsNotForEveryoneShowsNoBytes(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper paper = platform.published("in the name", with(named(1, "Angebot (vertraulicher Teil)", null)));
            Paper attached = platform.attach(paper, 1, SECRET, SECRET);

            assertThat(files(attached)).containsExactly(SECRET);
            secretStaysInside(platform);
        }
    }

    /** The version before kept the number alone, and published by it. */
    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatTheVersionBeforeShowedUnderAnotherNameIsTakenBack(Engine engine) throws Exception {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper paper = planAndOffer(platform);
            platform.take(
                    "a new one first",
                    with(
                            named(1, "Übersicht", Visibility.PUBLIC),
                            named(2, "Angebot", Visibility.PUBLIC),
                            named(3, "Lageplan", Visibility.PUBLIC)));
            assertThat(platform.isPublic("/file/" + fileId(paper, 1))).isTrue();
            asTheVersionBeforeLeftIt(platform);

            SnapshotUpgrade upgrade =
                    new SnapshotUpgrade(platform.database.transactions, new Schema() {}, platform.publication);
            upgrade.await();
            upgrade.close();

            Paper after = platform.reader.get(OPERATOR, paper.id());
            assertThat(files(after)).containsExactly(null, null, null);
            assertThat(codes(after)).contains("attachment-file-left");
            secretStaysInside(platform);
            assertThat(platform.database.number("select min(snapshot_format) from paper"))
                    .isEqualTo(PaperPublisher.FORMAT);

            // The next text finds them by the names that they had when they came in, and opens nothing by that.
            Paper next = platform.take(
                            "and again",
                            with(
                                    named(1, "Lageplan", Visibility.PUBLIC),
                                    named(2, "Angebot", Visibility.PUBLIC),
                                    named(3, "Übersicht", Visibility.PUBLIC)))
                    .paper();
            assertThat(files(next)).containsExactly("plan.pdf", null, null);
            secretStaysInside(platform);
        }
    }

    /** Numbers as they were, whatever the newest text calls them: what it calls the second is published with the bytes of the offer. */
    private static void asTheVersionBeforeLeftIt(TestPlatform platform) {
        platform.database.execute(
                "update paper_version set document = replace(document, 'Angebot', 'Foto') where number = 2");
        platform.database.execute("update paper_version set created = created + interval '1' hour where number = 2");
        platform.database.execute("update attached_file set number = 1 where file_name = 'plan.pdf'");
        platform.database.execute("update attached_file set attachment_name = null, attachment_visibility = null,"
                + " created = (select v.created from paper_version v where v.number = 1)");
        platform.database.execute("update paper set snapshot_format = 3");
    }

    private static Paper planAndOffer(TestPlatform platform) {
        Paper paper = platform.published("a text", with(PLAN, OFFER));
        platform.attach(paper, 1, "plan.pdf", "Plan");
        return platform.attach(paper, 2, SECRET, "geheim");
    }

    private static void secretStaysInside(TestPlatform platform) {
        PublicWorld.of(platform).mustBeWhole().mustNotHold(SECRET);
    }

    private static List<String> files(Paper paper) {
        return paper.attachments().stream()
                .map(attachment ->
                        attachment.file() == null ? null : attachment.file().fileName())
                .toList();
    }

    private static String fileId(Paper paper, int index) {
        return paper.attachments().get(index).file().id();
    }

    private static List<String> codes(Paper paper) {
        return paper.findings().stream().map(Finding::code).toList();
    }

    private static AuditEvent last(TestPlatform platform) {
        return List.copyOf(platform.records).get(platform.records.size() - 1);
    }

    private static Documents with(NamedAttachment... attachments) {
        return Documents.of("2026/127").attached(attachments);
    }

    private static NamedAttachment named(int number, String name, Visibility visibility) {
        return new NamedAttachment(number, name, visibility, null);
    }
}
