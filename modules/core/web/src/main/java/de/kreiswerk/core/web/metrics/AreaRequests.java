package de.kreiswerk.core.web.metrics;

import de.kreiswerk.core.api.metrics.Metric.Sample;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The requests of an area. Many threads count at once without waiting for each other. */
final class AreaRequests {

    private static final int STATUSES = 600;
    private static final double NANOS = 1e9;
    private static final int DIGITS = 9;
    /** Upper bounds in nanoseconds: from what is kept ready to what people give up on. */
    private static final List<Long> BOUNDS = LongStream.of(
                    100_000L,
                    250_000L,
                    500_000L,
                    1_000_000L,
                    2_500_000L,
                    5_000_000L,
                    10_000_000L,
                    25_000_000L,
                    50_000_000L,
                    100_000_000L,
                    250_000_000L,
                    500_000_000L,
                    1_000_000_000L,
                    2_500_000_000L,
                    5_000_000_000L,
                    10_000_000_000L)
            .boxed()
            .toList();

    private final AtomicReferenceArray<LongAdder> statuses = new AtomicReferenceArray<>(STATUSES);
    private final long[] bounds = BOUNDS.stream().mapToLong(Long::longValue).toArray();
    private final LongAdder[] buckets =
            Stream.generate(LongAdder::new).limit(BOUNDS.size() + 1L).toArray(LongAdder[]::new);
    private final LongAdder nanos = new LongAdder();

    void count(int status, long took) {
        int index = status >= 0 && status < STATUSES ? status : 0;
        LongAdder adder = statuses.get(index);
        if (adder == null) {
            statuses.compareAndSet(index, null, new LongAdder());
            adder = statuses.get(index);
        }
        adder.increment();
        int bucket = 0;
        while (bucket < bounds.length && took > bounds[bucket]) {
            bucket++;
        }
        buckets[bucket].increment();
        nanos.add(took);
    }

    SortedMap<Integer, Long> byStatus() {
        SortedMap<Integer, Long> counts = new TreeMap<>();
        for (int status = 0; status < STATUSES; status++) {
            LongAdder adder = statuses.get(status);
            if (adder != null) {
                counts.put(status, adder.sum());
            }
        }
        return counts;
    }

    /** Each bucket counts what the ones before it count as well. */
    List<Sample> durations(String area) {
        List<Sample> samples = new ArrayList<>();
        long sum = 0;
        for (int i = 0; i < buckets.length; i++) {
            sum += buckets[i].sum();
            String bound = i < bounds.length ? seconds(bounds[i]) : "+Inf";
            samples.add(new Sample("_bucket", Map.of("area", area, "le", bound), sum));
        }
        samples.add(new Sample("_sum", Map.of("area", area), nanos.sum() / NANOS));
        samples.add(new Sample("_count", Map.of("area", area), sum));
        return samples;
    }

    private static String seconds(long nanos) {
        return BigDecimal.valueOf(nanos, DIGITS).stripTrailingZeros().toPlainString();
    }
}
