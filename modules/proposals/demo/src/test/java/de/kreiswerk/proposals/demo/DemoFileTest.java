package de.kreiswerk.proposals.demo;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.proposals.api.Finding;
import de.kreiswerk.proposals.api.PaperDocument;
import de.kreiswerk.proposals.api.PaperImporter;
import de.kreiswerk.proposals.api.Visibility;
import de.kreiswerk.proposals.importer.PaperImporterImpl;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The demonstration that the first start loads. */
class DemoFileTest {

    private static final Set<String> STATES = Set.of("draft", "published", "withdrawn");

    @Test
    void everyTextAndFileThatIsListedIsThereAndHasContent() throws IOException {
        for (String name : listedNames()) {
            try (InputStream in = DemoFile.class.getResourceAsStream("/demo/" + name)) {
                assertThat(in).as(name).isNotNull();
                assertThat(in.readAllBytes()).as(name).isNotEmpty();
            }
        }
    }

    @Test
    void nothingLiesThereThatIsNotListed() throws Exception {
        Path folder = Path.of(DemoFile.class.getResource("/demo/council.json").toURI())
                .getParent();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.concat(listedNames().stream(), Stream.of("council.json"))
                                    .toList());
        }
    }

    @Test
    void thereIsAKreistagAKreisausschussThreeCommitteesAndADozenPapersInAllStates() throws IOException {
        DemoFile file = DemoFile.read();

        assertThat(file.organizations())
                .extracting(DemoFile.Organization::name)
                .contains("Kreistag", "Kreisausschuss")
                .hasSizeGreaterThanOrEqualTo(5)
                .doesNotHaveDuplicates();
        assertThat(file.papers()).hasSizeGreaterThanOrEqualTo(12);
        assertThat(file.papers()).extracting(DemoFile.Paper::state).containsAll(STATES);
        assertThat(file.papers()).extracting(DemoFile.Paper::state).allMatch(STATES::contains);
    }

    @Test
    void meetingsBelongToCommitteesThatAreListedAndTheKreisausschussMeetsBehindClosedDoors() throws IOException {
        DemoFile file = DemoFile.read();
        List<String> committees =
                file.organizations().stream().map(DemoFile.Organization::name).toList();

        assertThat(file.meetings()).isNotEmpty();
        for (DemoFile.Meeting meeting : file.meetings()) {
            assertThat(committees).contains(meeting.organization());
            assertThat(LocalTime.parse(meeting.time())).isNotNull();
            // NKomVG § 78: the Kreisausschuss is not public.
            assertThat(meeting.open()).isEqualTo(!meeting.organization().equals("Kreisausschuss"));
        }
    }

    @Test
    void membersBelongToOrganizationsThatAreListed() throws IOException {
        DemoFile file = DemoFile.read();
        List<String> organizations =
                file.organizations().stream().map(DemoFile.Organization::name).toList();

        assertThat(file.persons()).hasSizeGreaterThanOrEqualTo(10);
        for (DemoFile.Person person : file.persons()) {
            assertThat(person.memberships()).as(person.familyName()).isNotEmpty();
            for (DemoFile.Membership membership : person.memberships()) {
                assertThat(organizations).contains(membership.organization());
                if (membership.onBehalfOf() != null) {
                    assertThat(organizations).contains(membership.onBehalfOf());
                }
            }
        }
        assertThat(file.terms())
                .filteredOn(term -> term.isOn(LocalDate.of(2026, 11, 26)))
                .hasSize(1);
    }

    @Test
    void agendasNamePapersThatTheirCommitteeHasOnThatDay() throws IOException {
        DemoFile file = DemoFile.read();
        LocalDate today = LocalDate.of(2026, 11, 26);
        List<String> published = file.papers().stream()
                .filter(paper -> paper.state().equals("published"))
                .map(DemoFile.Paper::text)
                .toList();

        for (DemoFile.Meeting meeting : file.meetings()) {
            for (DemoFile.Item item : meeting.agenda() == null ? List.<DemoFile.Item>of() : meeting.agenda()) {
                assertThat(item.result() == null || meeting.state().equals("HELD"))
                        .as("a result before the meeting: %s", item.name())
                        .isTrue();
                if (item.paper() != null) {
                    assertThat(published).contains(item.paper());
                    PaperDocument document = read(item.paper(), today).document();
                    assertThat(document.name()).as(item.paper()).startsWith(item.name());
                    assertThat(document.consultations())
                            .as("%s on %s", item.paper(), meeting.day())
                            .anyMatch(planned -> planned.organization().equals(meeting.organization())
                                    && planned.plannedDate().equals(new Dates(today).day(meeting.day())));
                }
            }
        }
        assertThat(file.meetings()).anyMatch(DemoFile.Meeting::cancelled);
        assertThat(file.meetings()).extracting(DemoFile.Meeting::state).contains("SCHEDULED", "INVITED", "HELD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-05-06", "2026-01-01", "2027-12-31", "2028-02-29"})
    void everyTextIsUnderstoodWhateverTheDayOfTheFirstStart(LocalDate today) throws IOException {
        Set<String> references = new TreeSet<>();
        for (DemoFile.Paper paper : DemoFile.read().papers()) {
            PaperImporter.ImportedText imported = read(paper.text(), today);
            PaperDocument document = imported.document();

            references.add(document.reference());
            assertThat(document.name()).as(paper.text()).isNotBlank();
            assertThat(document.otherSections()).as(paper.text()).isEmpty();
            if (!paper.state().equals("draft")) {
                assertThat(imported.findings())
                        .as(paper.text())
                        .noneMatch(finding -> finding.severity() == Finding.Severity.ERROR);
            }
        }
        // A number that comes twice is a paper with two versions.
        assertThat(references)
                .hasSizeGreaterThanOrEqualTo(12)
                .allMatch(reference -> reference.startsWith(today.getYear() + "/"));
    }

    /** A start that completes the demonstration finds its papers by their numbers. */
    @Test
    void theNumberOfEachTextIsTheOneThatTheImporterReads() throws IOException {
        LocalDate today = LocalDate.of(2027, 1, 4);
        for (DemoFile.Paper paper : DemoFile.read().papers()) {
            assertThat(new Dates(today).fill(DemoLoader.reference(paper)))
                    .isEqualTo(read(paper.text(), today).document().reference());
        }
    }

    @Test
    void oneDraftShowsWhatTheLinterFinds() throws IOException {
        Set<String> codes = new TreeSet<>();
        for (DemoFile.Paper paper : DemoFile.read().papers()) {
            if (paper.state().equals("draft")) {
                read(paper.text(), LocalDate.now()).findings().forEach(finding -> codes.add(finding.code()));
            }
        }

        assertThat(codes).hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void whatShallBePublicSaysSo() throws IOException {
        for (DemoFile.Paper paper : DemoFile.read().papers()) {
            if (!paper.state().equals("draft")) {
                assertThat(read(paper.text(), LocalDate.now()).document().visibility())
                        .as(paper.text())
                        .isEqualTo(Visibility.PUBLIC);
            }
        }
    }

    @Test
    void everyFileBelongsToAnAttachmentThatItsTextNames() throws IOException {
        for (DemoFile.Paper paper : DemoFile.read().papers()) {
            for (DemoFile.AttachedFile file : files(paper)) {
                assertThat(read(paper.text(), LocalDate.now()).document().attachments())
                        .as("%s in %s", file.fileName(), paper.text())
                        .anyMatch(attachment -> attachment.number() == file.number());
                assertThat(file.mediaType()).matches("[a-z]+/[a-z0-9.+-]+");
            }
        }
    }

    private static PaperImporter.ImportedText read(String name, LocalDate today) throws IOException {
        try (InputStream in = DemoFile.class.getResourceAsStream("/demo/" + name)) {
            assertThat(in).as(name).isNotNull();
            return new PaperImporterImpl()
                    .read(new Dates(today).fill(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        }
    }

    private static Set<String> listedNames() throws IOException {
        Set<String> names = new TreeSet<>();
        for (DemoFile.Paper paper : DemoFile.read().papers()) {
            names.add(paper.text());
            files(paper).forEach(file -> names.add(file.fileName()));
        }
        return names;
    }

    private static List<DemoFile.AttachedFile> files(DemoFile.Paper paper) {
        return paper.files() == null ? new ArrayList<>() : paper.files();
    }
}
