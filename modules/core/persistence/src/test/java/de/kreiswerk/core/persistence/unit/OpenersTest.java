package de.kreiswerk.core.persistence.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class OpenersTest {

    @TempDir
    Path folder;

    @Test
    @Timeout(60)
    void anErrorKeepsNobodyBehindItFromTheirTurn() throws Exception {
        TestBundle bundle = new TestBundle("de.kreiswerk.test.cups", folder);
        Openers openers = new Openers();
        CountDownLatch queued = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        openers.execute(bundle.bundle(), () -> {
            try {
                queued.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new StackOverflowError("of a script");
        });
        openers.execute(bundle.bundle(), done::countDown);
        queued.countDown();

        done.await();
    }

    @Test
    @Timeout(60)
    void whoIsStoppedWhileOthersHaveTheirTurnWaitsNoLonger() {
        Openers openers = new Openers();
        AtomicBoolean ran = new AtomicBoolean();

        inTurn(openers, true, () -> inTurn(openers, true, () -> inTurn(openers, false, () -> ran.set(true))));
        assertThat(ran).isFalse();

        inTurn(openers, false, () -> ran.set(true));
        assertThat(ran).as("there is room").isTrue();
    }

    private static void inTurn(Openers openers, boolean wanted, Runnable work) {
        try {
            openers.inTurn(() -> wanted, work);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
