package de.kreiswerk.deployment.service.run;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.deployment.api.ComponentVersion.State;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RecoveryTest {

    private static final int LOOKS = 5;

    @Test
    void whatMayNotStartAnyMoreIsNotTakenForWhatEndsThePlatform() throws Exception {
        try (TestNode node = new TestNode()) {
            node.add("1.0.0", "good", State.KEPT);
            String active = node.add("1.1.0", "good", State.ACTIVE);
            node.revokeKey();

            for (int i = 0; i < LOOKS; i++) {
                node.recovery.startAll();
                node.clock.pass(Duration.ofHours(1));
            }

            assertThat(node.version(active).state()).isEqualTo(State.ACTIVE);
            assertThat(node.component().active()).isEqualTo(active);
            assertThat(node.running()).isEmpty();
            assertThat(node.statuses.of(TestNode.NAME).orElseThrow().details()).contains("REVOKED");
            assertThat(node.database.count("deployment_start")).isZero();
        }
    }
}
