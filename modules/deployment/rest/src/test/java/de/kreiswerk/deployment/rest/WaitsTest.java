package de.kreiswerk.deployment.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.restkit.Replaceable;
import de.kreiswerk.core.restkit.RestRequests;
import de.kreiswerk.deployment.api.Components;
import de.kreiswerk.deployment.api.Switch;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import javax.ws.rs.core.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WaitsTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    private final FakeComponents service = new FakeComponents();
    private final Replaceable<Components> components = new Replaceable<>();
    private final Http http = new Http();
    private final AtomicLong now = new AtomicLong();

    WaitsTest() {
        components.set(service);
    }

    @Test
    void whoWaitsHearsOfTheEndAndAsksInSlicesUntilThen() {
        service.endsAfterLooks = 3;
        Switch found = new Waits(components).await(RestRequests.caller(http.request()), "switch-1", LONG);

        assertThat(found.state()).isEqualTo(Switch.State.DONE);
        assertThat(service.waits).hasSize(3).allMatch(slice -> slice.compareTo(Duration.ofSeconds(2)) <= 0);
    }

    @Test
    void aRemovalWithDataIsAwaitedUntilTheDataAreGone() {
        service.awaited = Switch.Kind.REMOVE;
        service.endsAfterLooks = 0;
        // As the service does while they go: it takes all of its time. The last time it does not.
        service.whenAwaited = most -> now.addAndGet(service.waits.size() < 4 ? most.toNanos() : 1);

        Switch found = awaited(LONG);

        assertThat(found.state()).isEqualTo(Switch.State.DONE);
        assertThat(service.waits).hasSize(4);
    }

    @Test
    void whatIsGoneBetweenTwoSlicesWasDone() {
        service.awaited = Switch.Kind.REMOVE;
        service.endsAfterLooks = 0;
        service.whenAwaited = most -> {
            if (service.waits.size() > 1) {
                throw new ProblemException(
                        Problem.Kind.NOT_FOUND, "switch-not-found", Text.same("Nicht da"), Text.same("Nicht da."));
            }
            now.addAndGet(most.toNanos());
        };

        assertThat(awaited(LONG).state()).isEqualTo(Switch.State.DONE);
    }

    @Test
    void nobodyWaitsForDataLongerThanTheyAsked() {
        service.awaited = Switch.Kind.REMOVE;
        service.endsAfterLooks = 0;
        service.whenAwaited = most -> now.addAndGet(most.toNanos());

        awaited(Duration.ofSeconds(5));

        assertThat(service.waits).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(1));
    }

    private Switch awaited(Duration most) {
        return new Waits(components, 1, now::get).await(RestRequests.caller(http.request()), "switch-1", most);
    }

    @Test
    void whoeverFindsNoPlaceHearsAtOnce() {
        Waits full = new Waits(components, 0, System::nanoTime);
        Switch found = full.await(RestRequests.caller(http.request()), "switch-1", LONG);

        assertThat(found.state()).isEqualTo(Switch.State.RUNNING);
        assertThat(service.waits).containsExactly(Duration.ZERO);
    }

    @Test
    void underWayItSaysWhenToAskAgainAndAfterwardsNot() {
        SwitchesResource resource = new SwitchesResource(components, new Waits(components));
        Response underWay = resource.get("switch-1", null, http.request());
        service.endsAfterLooks = 0;
        Response done = resource.get("switch-1", "60", http.request());

        assertThat(underWay.getHeaderString("Retry-After")).isEqualTo("1");
        assertThat(done.getHeaderString("Retry-After")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "61", "1.5", "a", "99999"})
    void nobodyWaitsForever(String wait) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> Requests.wait(wait, LONG));
        assertThat(refused.problem().code()).isEqualTo("parameter-malformed");
    }
}
