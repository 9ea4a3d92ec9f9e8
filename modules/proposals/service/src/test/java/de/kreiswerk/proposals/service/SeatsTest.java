package de.kreiswerk.proposals.service;

import static de.kreiswerk.proposals.service.Councils.organization;
import static de.kreiswerk.proposals.service.TestPlatform.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import de.kreiswerk.proposals.api.CouncilOffice.LegislativeTermEntry;
import de.kreiswerk.proposals.api.CouncilOffice.MembershipEntry;
import de.kreiswerk.proposals.api.CouncilOffice.PersonEntry;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SeatsTest {

    private static final LocalDate BEGIN = LocalDate.of(2021, 11, 1);
    private static final LocalDate END = LocalDate.of(2026, 10, 31);

    private static String person(TestPlatform platform) {
        return platform.office
                .addPerson(OPERATOR, new PersonEntry("Muster", "Clara", List.of("Dr.")))
                .id();
    }

    private static void member(TestPlatform platform, String person, String where, LocalDate first, LocalDate last) {
        platform.office.addMembership(OPERATOR, new MembershipEntry(person, where, null, true, first, last, null));
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aSeatIsHeldFromTheFirstDayToTheLast(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            SeatsService seats = new SeatsService(platform.database.transactions);
            String person = person(platform);
            String committee = organization(platform, "Bauausschuss", "Gremium").id();
            member(platform, person, committee, BEGIN, END);

            assertThat(seats.name(person)).contains("Dr. Clara Muster");
            assertThat(seats.of(person, BEGIN.minusDays(1))).isEmpty();
            assertThat(seats.of(person, BEGIN)).containsExactly(committee);
            assertThat(seats.of(person, END)).containsExactly(committee);
            assertThat(seats.of(person, END.plusDays(1))).isEmpty();
            assertThat(seats.of("nobody", BEGIN)).isEmpty();
            assertThat(seats.of("\0", BEGIN)).isEmpty();
            assertThat(seats.name("nobody")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aSeatWithoutALastDayEndsWithItsTerm(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            SeatsService seats = new SeatsService(platform.database.transactions);
            String person = person(platform);
            String council = organization(platform, "Kreistag", "Gremium").id();
            String board = organization(platform, "Beirat", "Gremium").id();
            member(platform, person, council, BEGIN.plusDays(100), null);
            member(platform, person, board, null, null);
            assertThat(seats.of(person, END.plusYears(1)))
                    .as("no term is known")
                    .isEqualTo(Set.of(council, board));

            platform.office.addLegislativeTerm(OPERATOR, new LegislativeTermEntry("2021 bis 2026", BEGIN, END));

            assertThat(seats.of(person, END)).isEqualTo(Set.of(council, board));
            assertThat(seats.of(person, END.plusDays(1))).containsExactly(board);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aDepartmentHasNoSeats(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            SeatsService seats = new SeatsService(platform.database.transactions);
            String person = person(platform);
            String office = organization(platform, "Sitzungsdienst", "Verwaltungsbereich")
                    .id();
            member(platform, person, office, BEGIN, END);

            assertThat(seats.of(person, BEGIN)).isEmpty();
        }
    }
}
