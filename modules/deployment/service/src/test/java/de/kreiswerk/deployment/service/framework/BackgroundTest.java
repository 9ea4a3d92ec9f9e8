package de.kreiswerk.deployment.service.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BackgroundTest {

    @Test
    void whatIsDoneRegularlyIsDoneAgainAlsoAfterAnError() throws Exception {
        CountDownLatch times = new CountDownLatch(3);
        ScheduledThreadPoolExecutor worker = Background.thread("test");
        try {
            Background.repeat(
                    worker,
                    () -> {
                        times.countDown();
                        throw new OutOfMemoryError("unable to create native thread");
                    },
                    1);

            assertThat(times.await(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            worker.shutdownNow();
        }
    }
}
