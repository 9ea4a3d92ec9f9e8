package de.kreiswerk.core.restkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ReplaceableTest {

    private final Replaceable<String> service = new Replaceable<>();

    @Test
    void aServiceThatIsThereIsUsed() {
        service.set("one");

        assertThat(service.<String>use(there -> there + " called")).isEqualTo("one called");
    }

    @Test
    void aServiceThatIsNotThereIsAwayForTheMoment() {
        assertAway();
        service.set("one");
        service.unset("one");
        assertAway();
    }

    @Test
    void itsSuccessorIsNotTakenAwayWithIt() {
        service.set("one");
        service.set("other");
        service.unset("one");

        assertThat(service.<String>use(there -> there)).isEqualTo("other");
    }

    @Test
    void aFailingCallDoesNotKeepTheServiceFromLeaving() {
        service.set("one");
        catchThrowable(() -> service.use(there -> {
            throw new IllegalStateException("no");
        }));

        service.unset("one");

        assertAway();
    }

    @Test
    void whoTakesTheServiceAwayWaitsForTheCallsUnderWayAndLetsNoNewOneIn() throws Exception {
        service.set("one");
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        List<String> order = new CopyOnWriteArrayList<>();
        CompletableFuture<Void> call = CompletableFuture.runAsync(() -> service.use(there -> {
            inside.countDown();
            await(goOn);
            order.add("call ended");
            return null;
        }));
        assertThat(inside.await(10, TimeUnit.SECONDS)).isTrue();

        CompletableFuture<Void> leaving = CompletableFuture.runAsync(() -> {
            service.unset("one");
            order.add("service gone");
        });
        while (catchThrowable(() -> service.use(there -> there)) == null) {
            Thread.onSpinWait();
        }
        goOn.countDown();
        call.get(10, TimeUnit.SECONDS);
        leaving.get(10, TimeUnit.SECONDS);

        assertThat(order).containsExactly("call ended", "service gone");
    }

    private void assertAway() {
        ProblemException away = catchThrowableOfType(ProblemException.class, () -> service.use(there -> there));
        assertThat(away).isNotNull();
        assertThat(away.problem().kind()).isEqualTo(Problem.Kind.UNAVAILABLE);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
