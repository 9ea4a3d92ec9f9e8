package de.kreiswerk.runtime.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiswerk.runtime.acceptance.fixture.OnOneDatabase;
import de.kreiswerk.runtime.acceptance.fixture.Platform;
import de.kreiswerk.runtime.acceptance.fixture.Starter;
import de.kreiswerk.runtime.acceptance.fixture.oparl.OParlCopy;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A copy that is brought up to date again and again is what a fresh copy is, whatever the administration did in between.
 * 2,000 changes with {@code -Pfull}, else 200.
 */
@Execution(ExecutionMode.CONCURRENT)
class OParlSyncTest {

    private static final int CHANGES = Boolean.getBoolean("kreiswerk.full") ? 2_000 : 200;
    private static final int BETWEEN_COMPARISONS = 100;

    @OnOneDatabase
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void incrementalCopyIsTheWhole(Starter starter) {
        Platform platform = starter.start("--no-demo");
        long seed = Long.getLong("kreiswerk.seed", System.nanoTime());
        RandomCouncil council = new RandomCouncil(platform, seed);
        Random moments = new Random(seed);
        OParlCopy copy = OParlCopy.of(platform);
        for (int change = 1; change <= CHANGES; change++) {
            council.act();
            if (moments.nextInt(5) == 0) {
                copy.update();
            }
            if (change % BETWEEN_COMPARISONS == 0) {
                copy.update();
                same("after change " + change + " with -Dkreiswerk.seed=" + seed, copy, OParlCopy.of(platform));
            }
        }
    }

    private static void same(String when, OParlCopy copy, OParlCopy whole) {
        assertThat(copy.objects().keySet()).as(when).isEqualTo(whole.objects().keySet());
        for (Map.Entry<String, JsonNode> object : whole.objects().entrySet()) {
            assertThat(copy.objects().get(object.getKey()))
                    .as(object.getKey() + " " + when)
                    .isEqualTo(object.getValue());
        }
    }
}
