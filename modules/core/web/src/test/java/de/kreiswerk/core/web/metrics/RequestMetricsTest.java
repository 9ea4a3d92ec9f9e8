package de.kreiswerk.core.web.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RequestMetricsTest {

    private static final long MILLISECOND = 1_000_000;

    private final RequestMetrics metrics = new RequestMetrics();

    @Test
    void requestsAreCountedByAreaAndStatus() {
        metrics.count("/vorlagen", 200, MILLISECOND);
        metrics.count("/vorlagen", 200, MILLISECOND);
        metrics.count("/vorlagen", 410, MILLISECOND);
        metrics.count("", 200, MILLISECOND);
        metrics.count(null, 404, MILLISECOND);

        assertThat(text())
                .contains(
                        "kreiswerk_http_requests_total{area=\"/vorlagen\",status=\"200\"} 2\n",
                        "kreiswerk_http_requests_total{area=\"/vorlagen\",status=\"410\"} 1\n",
                        "kreiswerk_http_requests_total{area=\"/\",status=\"200\"} 1\n",
                        "kreiswerk_http_requests_total{area=\"none\",status=\"404\"} 1\n");
    }

    @Test
    void eachBucketHoldsWhatWasFasterAsWell() {
        metrics.count("/oparl", 200, 100_000);
        metrics.count("/oparl", 200, 3 * MILLISECOND);
        metrics.count("/oparl", 200, 60_000 * MILLISECOND);

        assertThat(text())
                .contains(
                        "# TYPE kreiswerk_http_request_duration_seconds histogram\n",
                        "_bucket{area=\"/oparl\",le=\"0.0001\"} 1\n",
                        "_bucket{area=\"/oparl\",le=\"0.0025\"} 1\n",
                        "_bucket{area=\"/oparl\",le=\"0.005\"} 2\n",
                        "_bucket{area=\"/oparl\",le=\"10\"} 2\n",
                        "_bucket{area=\"/oparl\",le=\"+Inf\"} 3\n",
                        "_sum{area=\"/oparl\"} 60.0031\n",
                        "_count{area=\"/oparl\"} 3\n");
    }

    @Test
    void aStatusThatIsNoneIsCountedAllTheSame() {
        metrics.count("/a", 9_999, -1);

        assertThat(text()).contains("status=\"0\"} 1\n");
    }

    @Test
    void noRequestIsLostWhenManyCountAtOnce() throws Exception {
        int threads = 4;
        int each = 50_000;
        CountDownLatch start = new CountDownLatch(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        for (int thread = 0; thread < threads; thread++) {
            pool.submit(() -> {
                start.countDown();
                start.await();
                for (int i = 0; i < each; i++) {
                    metrics.count("/a", 200, i);
                }
                return null;
            });
        }
        pool.shutdown();
        assertThat(pool.awaitTermination(1, TimeUnit.MINUTES)).isTrue();

        assertThat(text()).contains("{area=\"/a\",status=\"200\"} " + threads * each + "\n");
    }

    private String text() {
        MetricsText text = new MetricsText();
        metrics.metrics().forEach(text::add);
        return text.toString();
    }
}
