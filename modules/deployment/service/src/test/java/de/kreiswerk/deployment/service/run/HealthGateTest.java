package de.kreiswerk.deployment.service.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.kreiswerk.deployment.archive.component.HealthChecks;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HealthGateTest {

    private static final String PAGE = "/ordnung/hund";
    private static final String REST = "/api/ordnung/v1";
    private static final HealthChecks OWN = new HealthChecks(List.of(PAGE), List.of());

    @Test
    void whatIsAskedBecauseTheVersionNamesItIsNotAskedOnceMore() throws Exception {
        try (TestNode node = new TestNode()) {
            // They are asked at once, by several threads.
            List<String> asked = Collections.synchronizedList(new ArrayList<>());
            node.gate.addresses = List.of(PAGE, REST);
            node.gate.probe = (path, most) -> {
                asked.add(path);
                return 200;
            };

            await(node, Duration.ofSeconds(60));

            assertThat(asked).containsExactlyInAnyOrder(PAGE, REST);
        }
    }

    @Test
    void whatOnlyAnswersMustBeAnAddressThatTheVersionDoesNotName() throws Exception {
        try (TestNode node = new TestNode()) {
            node.gate.addresses = List.of(PAGE, REST);
            node.gate.probe = (path, most) -> path.equals(REST) ? 404 : 200;
            await(node, Duration.ofSeconds(60));

            node.gate.probe = (path, most) -> path.equals(PAGE) ? 404 : 200;
            assertThat(trouble(node).reason().english()).contains(PAGE).contains("status 404");
        }
    }

    @Test
    void whatDidNotAnswerInTheLastMomentHidesNotWhatWasSeenBefore() throws Exception {
        try (TestNode node = new TestNode()) {
            List<String> asked = new ArrayList<>();
            node.gate.probe = (path, most) -> {
                asked.add(path);
                return asked.size() == 1 ? 500 : nothingWithin(most);
            };

            assertThat(trouble(node).reason().english()).contains("status 500");
        }
    }

    private static Unhealthy trouble(TestNode node) {
        return catchThrowableOfType(Unhealthy.class, () -> await(node, Duration.ofMillis(300)));
    }

    private static void await(TestNode node, Duration limit) throws Exception {
        node.shop.health().await(List.of(), OWN, "ordnung", node.gate.hold(Set.of()), limit, () -> false);
    }

    /** As long as an address may take, and a little more. */
    private static int nothingWithin(Duration most) throws IOException {
        try {
            new CountDownLatch(1).await(most.toMillis() + 1, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IOException("Read timed out");
    }
}
