package de.kreiswerk.core.api.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import de.kreiswerk.core.api.audit.AuditEvent.Outcome;
import de.kreiswerk.core.api.audit.AuditEvent.PersonalField;
import de.kreiswerk.core.api.identity.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AuditEventTest {

    private static final Caller CALLER = new Caller("s", "n", Set.of(), "test", Instant.EPOCH, "r");

    @Test
    void detailsAndDepartmentAreAddedWithoutLosingTheRest() {
        AuditEvent event = new AuditEvent(
                        CALLER,
                        "proposals",
                        "paper.published",
                        "Paper",
                        "1",
                        null,
                        Outcome.FAILED,
                        Map.of("a", "1"),
                        List.of(new PersonalField("p", "name", "Max")))
                .with("b", "2")
                .inDepartment("umwelt");

        assertThat(event)
                .isEqualTo(new AuditEvent(
                        CALLER,
                        "proposals",
                        "paper.published",
                        "Paper",
                        "1",
                        "umwelt",
                        Outcome.FAILED,
                        Map.of("a", "1", "b", "2"),
                        List.of(new PersonalField("p", "name", "Max"))));
    }

    @Test
    void addingLeavesTheEventBeforeAsItWas() {
        AuditEvent before = AuditEvent.success(CALLER, "proposals", "paper.published", "Paper", "1");

        before.with("a", "1").inDepartment("umwelt");

        assertThat(before.details()).isEmpty();
        assertThat(before.department()).isNull();
    }

    @Test
    void noEventIsWithoutItsCaller() {
        assertThatNullPointerException()
                .isThrownBy(() -> AuditEvent.success(null, "proposals", "paper.published", "Paper", "1"));
    }
}
