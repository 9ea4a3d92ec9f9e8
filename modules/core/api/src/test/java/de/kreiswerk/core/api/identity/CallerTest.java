package de.kreiswerk.core.api.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerTest {

    @ParameterizedTest
    @CsvSource({
        "proposals.import, umwelt, proposals.import, umwelt, true",
        "proposals.import, umwelt, proposals.import, bau, false",
        "proposals.import, umwelt, proposals.publish, umwelt, false",
        "*, umwelt, proposals.publish, umwelt, true",
        "*, umwelt, proposals.publish, bau, false",
        "proposals.import, *, proposals.import, bau, true",
        "proposals.import, *, proposals.import, *, true",
        "proposals.import, umwelt, proposals.import, *, false",
        "*, *, anything, anywhere, true",
        "*, *, audit.retention, *, true",
        "*, *, audit.read, *, false",
        "*, *, audit.read-persons, *, false",
        "*, *, audit.archive, *, false",
        "*, *, audit.persons-search, *, false",
        "*, bau, audit.read, bau, false",
        "audit.read, *, audit.read, *, true"
    })
    void aGrantCoversItsPermissionInItsDepartment(
            String granted, String in, String permission, String department, boolean covered) {
        assertThat(caller(new Grant(granted, in)).may(permission, department)).isEqualTo(covered);
    }

    @Test
    void permissionAndDepartmentMustComeFromTheSameGrant() {
        Caller caller = caller(new Grant("proposals.import", "umwelt"), new Grant("proposals.publish", "bau"));

        assertThat(caller.may("proposals.publish", "umwelt")).isFalse();
        assertThat(caller.may("proposals.import", "bau")).isFalse();
    }

    @Test
    void aRightInOneDepartmentIsARightSomewhere() {
        Caller caller = caller(new Grant("proposals.import", "umwelt"));

        assertThat(caller.mayAnywhere("proposals.import")).isTrue();
        assertThat(caller.mayAnywhere("proposals.publish")).isFalse();
        assertThat(caller().mayAnywhere("proposals.import")).isFalse();
    }

    @Test
    void whoMayGoesOnAndWhoMayNotIsToldWhatIsMissing() {
        Caller caller = caller(new Grant("proposals.import", "umwelt"));

        assertThatCode(() -> caller.require("proposals.import", "umwelt")).doesNotThrowAnyException();
        ProblemException refused =
                catchThrowableOfType(ProblemException.class, () -> caller.require("proposals.publish", "umwelt"));
        assertThat(refused.problem().kind()).isEqualTo(Problem.Kind.FORBIDDEN);
        assertThat(refused.problem().detail().german()).contains("proposals.publish", "in diesem Fachbereich");
        assertThat(catchThrowableOfType(ProblemException.class, () -> caller.require("proposals.import", Grant.ALL))
                        .problem()
                        .detail()
                        .german())
                .as("having it in one department is not enough")
                .contains("proposals.import", "für alle Fachbereiche");
    }

    @Test
    void whoMayEverythingIsNotTheOneWhoReadsTheTrailAndIsToldWhoDoes() {
        Caller administrator = caller(new Grant("*", "*"));

        assertThat(administrator.mayAnywhere("audit.read")).isFalse();
        assertThat(administrator.keptFrom("audit.read").orElseThrow().detail().german())
                .isEqualTo("Die Administration liest den Prüfpfad nicht mit. Wer ihn lesen soll, bekommt die Rolle"
                        + " „Revision“; das wird aufgezeichnet.");
        assertThat(catchThrowableOfType(ProblemException.class, () -> administrator.require("audit.archive", "*"))
                        .problem()
                        .detail()
                        .german())
                .contains("audit.archive", "reicht dafür nicht");
        assertThat(administrator.keptFrom("proposals.read")).isEmpty();
        assertThat(caller().keptFrom("audit.read")).isEmpty();
        assertThat(caller(new Grant("*", "*"), new Grant("audit.read", "*")).keptFrom("audit.read"))
                .isEmpty();
    }

    @Test
    void grantsGivenToACallerCannotGrowAfterwards() {
        Set<Grant> grants = new HashSet<>();
        Caller caller = new Caller("s", "n", grants, "test", Instant.EPOCH, "r");

        grants.add(new Grant("*", "*"));

        assertThat(caller.mayAnywhere("anything")).isFalse();
    }

    private static Caller caller(Grant... grants) {
        return new Caller("subject", "Name", Set.of(grants), "test", Instant.EPOCH, "request");
    }
}
