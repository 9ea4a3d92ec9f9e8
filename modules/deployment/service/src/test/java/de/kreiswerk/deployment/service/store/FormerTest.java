package de.kreiswerk.deployment.service.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.deployment.api.ComponentVersion.State;
import de.kreiswerk.deployment.archive.component.SchemaStep;
import de.kreiswerk.deployment.archive.component.VersionSpan;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormerTest {

    private static final StoredVersion ONE = version("1.0.0", State.KEPT, 1);
    private static final StoredVersion TWO = version("1.1.0", State.KEPT, 2);
    private static final StoredVersion THREE = version("1.2.0", State.ACTIVE, 3);
    private static final RanStep STEP = new RanStep(
            "1.2.0", "1.2.0", new SchemaStep(SchemaStep.Kind.CONTRACT, "V3", List.of(VersionSpan.parse("[1.0,1.1)"))));

    private static StoredVersion version(String version, State state, int lastActive) {
        return new StoredVersion(
                "dogs",
                version,
                version,
                state,
                1,
                Instant.EPOCH,
                "anna",
                null,
                null,
                Instant.ofEpochSecond(lastActive),
                null,
                null,
                null,
                null);
    }

    @Test
    void thePlatformGoesBackToNoneThatAStepBroke() {
        assertThat(Former.instead(List.of(ONE, TWO, THREE), List.of(), null)).contains(TWO);
        assertThat(Former.instead(List.of(ONE, TWO, THREE), List.of(), "1.0.0")).contains(ONE);

        assertThat(Former.instead(List.of(ONE, TWO, THREE), List.of(STEP), "1.0.0"))
                .contains(TWO);
        assertThat(Former.instead(List.of(ONE, THREE), List.of(STEP), null)).isEmpty();
    }

    @Test
    void aStepDoesNotBreakItsOwnVersion() {
        RanStep all = new RanStep(
                "1.1.0",
                "1.1.0",
                new SchemaStep(SchemaStep.Kind.CONTRACT, "V2", List.of(VersionSpan.parse("[1.0,1.1]"))));

        assertThat(Former.instead(List.of(ONE, TWO, THREE), List.of(all), null)).contains(TWO);
        assertThat(Former.before("1.2.0", List.of(ONE, THREE), List.of(all))).isEmpty();
    }

    @Test
    void whereOlderOnesAreBrokenNothingLeadsForward() {
        StoredVersion newer = version("1.3.0", State.KEPT, 4);

        assertThat(Former.before("1.1.0", List.of(ONE, TWO, newer), List.of(STEP)))
                .isEmpty();
        assertThat(Former.before("1.1.0", List.of(TWO, newer), List.of(STEP))).contains(newer);
    }
}
