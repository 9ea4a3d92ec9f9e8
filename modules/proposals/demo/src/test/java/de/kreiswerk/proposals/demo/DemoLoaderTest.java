package de.kreiswerk.proposals.demo;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.proposals.api.CouncilOffice.OrganizationEntry;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The demonstration comes in piece by piece, and a crash between two of them does no harm. */
class DemoLoaderTest {

    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 12, 30);
    private static final Caller CALLER =
            new Caller("demo", "Demo", Set.of(new Grant(Grant.ALL, Grant.ALL)), "platform", Instant.EPOCH, "test");

    private final MemoryCouncil council = new MemoryCouncil();

    @Test
    void allOfItComesInSmallPieces() throws IOException {
        int steps = loadAll(FIRST_DAY);

        DemoFile file = DemoFile.read();
        assertThat(steps).isGreaterThan(20);
        assertThat(council.organizations).hasSize(file.organizations().size());
        assertThat(council.persons).hasSize(file.persons().size());
        assertThat(council.meetings).hasSize(file.meetings().size());
        assertThat(council.papers).hasSize(13);
        assertThat(council.withdrawn).hasSize(1);
        assertThat(council.files).hasSize(4);
        assertThat(council.agendas).hasSize(11);
        assertThat(council.agendas.values())
                .as("items that name a paper know which")
                .allSatisfy(items -> assertThat(items).isNotEmpty());
    }

    /** Whenever it is cut off, and on whatever day the next start is: in the end it is the same. */
    @Test
    void aStartAfterACrashCompletesIt() throws IOException {
        int steps = loadAll(FIRST_DAY);
        List<String> whole = council.calls();
        for (int crash = 0; crash <= steps; crash++) {
            MemoryCouncil other = new MemoryCouncil();
            for (int i = 0; i < crash; i++) {
                loader(other, FIRST_DAY).next();
            }
            // The new year begins meanwhile, so that the numbers of papers would be others.
            while (loader(other, crash < 2 ? FIRST_DAY : FIRST_DAY.plusDays(9)).next() == DemoLoader.Step.LOADED) {
                assertThat(other.calls().size()).isLessThanOrEqualTo(whole.size());
            }
            assertThat(other.calls()).as("after %s steps", crash).isEqualTo(whole);
        }
    }

    @Test
    void whatPeopleMakeOfItIsNotMadeGood() throws IOException {
        loadAll(FIRST_DAY);
        council.agendas.clear();
        council.persons.remove(0);
        int before = council.calls().size();

        assertThat(loader(council, FIRST_DAY.plusDays(1)).next()).isNotEqualTo(DemoLoader.Step.LOADED);
        assertThat(council.calls()).hasSize(before);
    }

    @Test
    void aPlatformWithACouncilOfItsOwnIsLeftAlone() throws IOException {
        council.office().addOrganization(CALLER, new OrganizationEntry("Kreistag", null, null, null, null, null));

        assertThat(loader(council, FIRST_DAY).next()).isEqualTo(DemoLoader.Step.NOT_OURS);
        assertThat(council.calls()).hasSize(1);
    }

    @Test
    void theLastPaperIsOnNoAgenda() throws IOException {
        DemoFile file = DemoFile.read();
        Set<String> named = new HashSet<>();
        file.meetings().stream()
                .filter(meeting -> meeting.agenda() != null)
                .flatMap(meeting -> meeting.agenda().stream())
                .forEach(item -> named.add(item.paper()));

        assertThat(named)
                .doesNotContain(file.papers().get(file.papers().size() - 1).text());
    }

    private int loadAll(LocalDate today) throws IOException {
        int steps = 0;
        while (loader(council, today).next() == DemoLoader.Step.LOADED) {
            steps++;
        }
        return steps;
    }

    private static DemoLoader loader(MemoryCouncil council, LocalDate today) throws IOException {
        return new DemoLoader(
                council.importer(),
                council.reader(),
                council.council(),
                council.office(),
                CALLER,
                today,
                DemoFile.read());
    }
}
