package de.kreiswerk.proposals.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiswerk.core.api.publication.PublicObject;
import de.kreiswerk.core.api.publication.PublicQuery;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import de.kreiswerk.proposals.api.Council;
import de.kreiswerk.proposals.api.Paper;
import de.kreiswerk.proposals.api.PaperDocument;
import de.kreiswerk.proposals.api.Visibility;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What citizens may see of a paper. */
class PublicSnapshotTest {

    private static final String CANARY = "Kanarienvogel";
    private static final Instant ON_THE_PLANNED_DAY = Instant.parse("2026-06-10T14:00:00Z");

    /** Members of a document that are public, in the names of the snapshot. */
    private static final List<String> PUBLIC = List.of(
            "reference",
            "name",
            "paperType",
            "revision",
            "revisionDate",
            "occasion",
            "underDirectionOf",
            "involved",
            "budgetProducts",
            "consultations",
            "proposedResolution",
            "statementOfFacts",
            "financialImpact",
            "climateCheck",
            "attachments",
            "tables");

    /** Members that stay inside: persons by law, the rest because nobody knows what is in it or it says nothing outside. */
    private static final List<String> INSIDE = List.of("visibility", "persons", "otherSections");

    @ParameterizedTest
    @EnumSource(Engine.class)
    void nothingOfWhatStaysInsideIsInAnySnapshot(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper paper = full(platform);
            platform.attach(paper, 1, "lageplan.txt", "bytes");
            platform.attach(paper, 2, CANARY + ".txt", CANARY);

            List<PublicObject> all = new ArrayList<>();
            for (String list : List.of("paper", "file", "organization", "meeting")) {
                all.addAll(platform.publication.list(PublicQuery.of(list, 1_000)));
            }

            assertThat(all).hasSizeGreaterThanOrEqualTo(4);
            assertThat(all.toString()).contains("Radweg").doesNotContain(CANARY);
        }
    }

    @Test
    void everyMemberOfADocumentIsDecidedUpon() {
        List<String> decided = Stream.concat(PUBLIC.stream(), INSIDE.stream()).toList();

        assertThat(decided).doesNotHaveDuplicates();
        assertThat(components(PaperDocument.class))
                .as("a new member of PaperDocument: shall the public see it, or does it stay inside?")
                .containsExactlyInAnyOrderElementsOf(decided);
    }

    @ParameterizedTest
    @MethodSource("recordsWithin")
    void everyMemberOfWhatIsWithinIsDecidedUpon(Class<?> record, Set<String> decided) {
        assertThat(components(record))
                .as("a new member of %s: it is copied into the snapshot as it is", record.getSimpleName())
                .containsExactlyInAnyOrderElementsOf(decided);
    }

    static Stream<Arguments> recordsWithin() {
        return Stream.of(
                Arguments.of(PaperDocument.Passage.class, Set.of("label", "paragraphs")),
                Arguments.of(PaperDocument.Amount.class, Set.of("value", "wording")),
                Arguments.of(PaperDocument.Table.class, Set.of("section", "header", "rows", "totals")),
                Arguments.of(PaperDocument.ClimateCheck.class, Set.of("rating", "wording", "result")),
                Arguments.of(
                        PaperDocument.FinancialImpact.class,
                        Set.of(
                                "implementationCost",
                                "followUpCost",
                                "coverage",
                                "justification",
                                "other",
                                "revenue",
                                "revenueWording",
                                "vat",
                                "wording")),
                // Of a public row all but the status; of a non-public one what the document itself shows.
                Arguments.of(
                        PaperDocument.PlannedConsultation.class,
                        Set.of(
                                "organization",
                                "role",
                                "roleWording",
                                "plannedDate",
                                "dateWording",
                                "visibility",
                                "meeting",
                                "result",
                                "status")),
                Arguments.of(
                        PaperDocument.NamedAttachment.class, Set.of("number", "name", "visibility", "sizeWording")),
                Arguments.of(Paper.Attachment.class, Set.of("number", "name", "visibility", "file")),
                Arguments.of(
                        Paper.StoredFile.class, Set.of("id", "fileName", "mediaType", "size", "sha256", "created")));
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatWasADraftForLongIsNewWhenItIsPublished(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper draft = platform.take("first draft", Documents.of("2026/1")).paper();
            Paper other = platform.published("another", Documents.of("2026/2"));
            platform.take("second draft", Documents.of("2026/1"));
            platform.papers.publish(TestPlatform.OPERATOR, draft.id(), null);

            assertThat(platform.publication.list(
                            PublicQuery.of("paper/published", 10).newestFirst()))
                    .extracting(PublicObject::path)
                    .containsExactly("/paper/" + draft.id(), "/paper/" + other.id());
            assertThat(platform.publicPaper(draft).at("/versions"))
                    .as("when somebody worked at the draft is nobody's business")
                    .extracting(version -> version.get("number").intValue())
                    .containsExactly(2);

            platform.take("what holds", Documents.of("2026/1"));
            assertThat(platform.publicPaper(draft).at("/versions"))
                    .extracting(version -> version.get("number").intValue())
                    .endsWith(3)
                    .doesNotContain(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatIsPublicIsAllThere(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            JsonNode content = platform.publicPaper(full(platform));

            assertThat(content.fieldNames())
                    .toIterable()
                    .containsAll(PUBLIC)
                    .contains("id", "slug", "version", "versions", "published")
                    .doesNotContainAnyElementsOf(INSIDE);
            assertThat(content.get("reference").textValue()).isEqualTo("2026/127");
            assertThat(content.get("revisionDate").textValue()).isEqualTo("2026-05-02");
            assertThat(content.at("/proposedResolution/paragraphs")).hasSize(2);
            assertThat(content.at("/financialImpact/implementationCost/value").decimalValue())
                    .isEqualByComparingTo("100000");
            assertThat(content.at("/financialImpact/coverage").toString())
                    .isEqualTo("[\"BUDGETED\",\"SHIFT_WITHIN_BUDGET\"]");
            assertThat(content.at("/climateCheck/rating").textValue()).isEqualTo("POSITIVE");
            assertThat(content.get("tables")).hasSize(1);
            assertThat(content.at("/attachments/0/sizeWording").textValue()).isEqualTo("84 KB");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatTheTextDoesNotSayIsAbsent(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper paper = platform.published(
                    "a text", Documents.of("2026/127").named(null).type(null).ledBy(null));

            JsonNode content = platform.publicPaper(paper);

            assertThat(content.toString()).doesNotContain("null");
            assertThat(content.fieldNames())
                    .toIterable()
                    .doesNotContain("name", "paperType", "revision", "financialImpact", "climateCheck");
            assertThat(content.get("attachments")).isEmpty();
            assertThat(content.get("consultations")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void ofANonPublicConsultationThereIsWhatTheDocumentItselfShows(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            JsonNode rows = platform.publicPaper(full(platform)).get("consultations");

            assertThat(rows.get(0).get("result").textValue()).isEqualTo("ungeändert beschlossen");
            assertThat(rows.get(0).has("status")).isFalse();
            assertThat(rows.get(1).fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrder(
                            "path",
                            "created",
                            "modified",
                            "position",
                            "organizationPath",
                            "organization",
                            "role",
                            "roleWording",
                            "plannedDate",
                            "dateWording",
                            "visibility");
            assertThat(rows.get(1).get("organization").textValue()).isEqualTo("Kreisausschuss");
        }
    }

    /** As papers are stored that were read before the importer heard of secrecy in every column. */
    @ParameterizedTest
    @EnumSource(Engine.class)
    void aConsultationThatIsNonPublicByItsWordsShowsNoMore(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper paper = platform.published(
                    "a text",
                    Documents.of("2026/127")
                            .consulted(new PaperDocument.PlannedConsultation(
                                    "Kreisausschuss",
                                    PaperDocument.Role.DECISION,
                                    "Entscheidung",
                                    Documents.PLANNED,
                                    "10.06.2026",
                                    null,
                                    null,
                                    "geändert beschlossen",
                                    "N (Nichtöffentlich)")));
            Council.Organization committee = committee(platform, "Kreisausschuss");
            platform.office.schedule(
                    TestPlatform.OPERATOR,
                    Meetings.of(committee.id(), ON_THE_PLANNED_DAY).entry());

            JsonNode content = platform.publicPaper(paper);

            assertThat(content.at("/consultations/0").has("result")).isFalse();
            assertThat(content.at("/consultations/0").has("meeting")).isFalse();
            assertThat(content.get("state").textValue()).isEqualTo("UNDER_CONSULTATION");
        }
    }

    @Test
    void aPaperIsFoundByTheNamesOfItsPublicAttachments() {
        try (TestPlatform platform = new TestPlatform(Engine.H2)) {
            platform.published(
                    "a text",
                    Documents.of("2026/1")
                            .attached(
                                    new PaperDocument.NamedAttachment(1, "Lageplan", Visibility.PUBLIC, null),
                                    new PaperDocument.NamedAttachment(2, "Gutachten", null, null),
                                    new PaperDocument.NamedAttachment(3, "Angebot", Visibility.NON_PUBLIC, null),
                                    // As the importer before left it.
                                    new PaperDocument.NamedAttachment(4, "Vertrag, confidential", null, null)));

            assertThat(Stream.of("lageplan", "Gutachten", "Angebot", "Vertrag")
                            .map(word -> platform.publication
                                    .list(PublicQuery.of("paper", 10).where(Set.of(), word))
                                    .size()))
                    .containsExactly(1, 1, 0, 0);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void anAttachmentWithoutItsBytesHasNoFile(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper paper = full(platform);
            assertThat(platform.publicPaper(paper).get("attachments"))
                    .extracting(attachment -> attachment.get("number").intValue() + " " + attachment.has("file"))
                    .containsExactly("1 false", "3 false");

            platform.attach(paper, 3, "karte.txt", "12345");

            JsonNode attachment = platform.publicPaper(paper).at("/attachments/1");
            assertThat(attachment.at("/file/size").intValue()).isEqualTo(5);
            assertThat(platform.publicContent(attachment.at("/file/path").textValue())
                            .orElseThrow()
                            .get("paper")
                            .textValue())
                    .isEqualTo("/paper/" + paper.id());
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aMeetingAppearsInThePapersPlannedForItsDay(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper paper = full(platform);
            Council.Organization committee = committee(platform, "Ausschuss für Bau");

            Council.Meeting meeting = platform.office.schedule(
                    TestPlatform.OPERATOR,
                    Meetings.of(committee.id(), ON_THE_PLANNED_DAY)
                            .at("Kreishaus")
                            .entry());

            JsonNode row = platform.publicPaper(paper).at("/consultations/0/meeting");
            assertThat(row.get("path").textValue()).isEqualTo("/meeting/" + meeting.id());
            assertThat(row.get("start").textValue()).isEqualTo("2026-06-10T14:00:00Z");
            assertThat(row.get("place").textValue()).isEqualTo("Kreishaus");
            assertThat(platform.isPublic("/meeting/" + meeting.id())).isTrue();
            Paper later = platform.published(
                    "later",
                    Documents.of("2026/128")
                            .consulted(Documents.row("Ausschuss für Bau", Documents.PLANNED, Visibility.PUBLIC)));
            assertThat(platform.publicPaper(later)
                            .at("/consultations/0/meeting/path")
                            .textValue())
                    .isEqualTo("/meeting/" + meeting.id());
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aMeetingOfAnotherDayOrCommitteeDoesNot(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper paper = full(platform);
            // In Germany this is already the day after.
            schedule(platform, "Ausschuss für Bau", Instant.parse("2026-06-10T22:00:00Z"), Visibility.PUBLIC);
            schedule(platform, "Anderer Ausschuss", ON_THE_PLANNED_DAY, Visibility.PUBLIC);

            assertThat(platform.publicPaper(paper).at("/consultations/0").has("meeting"))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aNonPublicMeetingIsNowhereOutside(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper paper = full(platform);

            Council.Meeting meeting =
                    schedule(platform, "Ausschuss für Bau", ON_THE_PLANNED_DAY, Visibility.NON_PUBLIC);

            assertThat(platform.publicPaper(paper).toString()).doesNotContain(meeting.id());
            assertThat(platform.publication.find("/meeting/" + meeting.id())).isEmpty();
            assertThat(platform.council.meetings(TestPlatform.OPERATOR)).containsExactly(meeting);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aCommitteeThatOnlyADraftNamesIsNotPublic(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper paper = platform.take(
                            "a text",
                            Documents.of("2026/127")
                                    .consulted(Documents.row("Neuer Ausschuss", null, Visibility.PUBLIC)))
                    .paper();
            assertThat(platform.publication.list(PublicQuery.of("organization", 10)))
                    .isEmpty();

            platform.papers.publish(TestPlatform.OPERATOR, paper.id(), null);

            assertThat(platform.publication.list(PublicQuery.of("organization", 10)))
                    .extracting(PublicObject::content)
                    .anyMatch(content -> content.contains("Neuer Ausschuss"));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aCommitteeGoesWithTheLastPublicPaperThatNamesIt(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper one = platform.published("one", naming("2026/1", "Neuer Ausschuss"));
            Paper two = platform.published("two", naming("2026/2", "Neuer Ausschuss"));
            platform.papers.withdraw(TestPlatform.OPERATOR, one.id(), null);
            assertThat(publicCommittees(platform)).hasSize(1);

            platform.papers.withdraw(TestPlatform.OPERATOR, two.id(), null);
            assertThat(publicCommittees(platform)).isEmpty();

            platform.papers.publish(TestPlatform.OPERATOR, two.id(), null);
            assertThat(publicCommittees(platform)).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aCommitteeThatANewVersionDoesNotNameAnyMoreGoes(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            platform.published("one", naming("2026/1", "Tippfehlerausschuss"));

            platform.published("two", naming("2026/1", "Kreistag"));

            assertThat(publicCommittees(platform))
                    .singleElement()
                    .extracting(PublicObject::content)
                    .asString()
                    .contains("Kreistag");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aCommitteeThatTheOfficeKeepsStaysWithoutPapers(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            Paper paper = platform.published("one", naming("2026/1", "Kreistag"));
            platform.office.ensureOrganization(TestPlatform.OPERATOR, "Kreistag", "Parlament");

            platform.papers.withdraw(TestPlatform.OPERATOR, paper.id(), null);

            assertThat(publicCommittees(platform)).hasSize(1);
        }
    }

    private static Documents naming(String reference, String committee) {
        return Documents.of(reference).consulted(Documents.row(committee, null, Visibility.PUBLIC));
    }

    private static List<PublicObject> publicCommittees(TestPlatform platform) {
        return platform.publication.list(PublicQuery.of("organization", 10)).stream()
                .filter(organization -> organization.content().contains("Gremium"))
                .toList();
    }

    private static Paper full(TestPlatform platform) {
        return platform.papers
                .importText(
                        TestPlatform.OPERATOR, platform.text("a full text", Documents.full("2026/127", CANARY)), true)
                .paper();
    }

    private static Council.Meeting schedule(
            TestPlatform platform, String committee, Instant start, Visibility visibility) {
        return platform.office.schedule(
                TestPlatform.OPERATOR,
                Meetings.of(committee(platform, committee).id(), start)
                        .visible(visibility)
                        .entry());
    }

    private static Council.Organization committee(TestPlatform platform, String name) {
        return platform.office.ensureOrganization(TestPlatform.OPERATOR, name, null);
    }

    private static List<String> components(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }
}
