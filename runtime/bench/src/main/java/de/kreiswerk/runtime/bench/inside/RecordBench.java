package de.kreiswerk.runtime.bench.inside;

import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.Transactions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * What a record costs a transaction, measured where it is paid: in the platform, with its own transactions, trail and
 * sequencer. Begins when the file {@code bench.go} appears in the data directory, and writes {@code bench.result}.
 */
@Component(service = {})
public final class RecordBench {

    private final Path data;
    private final Writes writes;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    @Activate
    public RecordBench(
            BundleContext context,
            @Reference Transactions transactions,
            @Reference AuditTrail trail,
            @Reference(target = "(kreiswerk.schema=de.kreiswerk.runtime.bench)") Schema schema) {
        this.data = Path.of(context.getProperty("kreiswerk.data"));
        this.writes = new Writes(transactions, trail);
        this.thread = new Thread(this::measure, "kreiswerk-bench");
        thread.start();
    }

    @Deactivate
    void close() throws InterruptedException {
        closing.countDown();
        thread.interrupt();
        thread.join(TimeUnit.SECONDS.toMillis(30));
    }

    private void measure() {
        try {
            Path go = data.resolve("bench.go");
            while (!Files.exists(go)) {
                if (closing.await(100, TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
            List<String> lines = new ArrayList<>();
            try {
                lines.addAll(measure(Files.readString(go).strip().split(" ")));
            } catch (RuntimeException e) {
                lines.add("failed " + e);
            }
            Path written = Files.write(data.resolve("bench.part"), lines);
            Files.move(written, data.resolve("bench.result"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Orders are {@code millis rounds writers...}; an answer is {@code writers with-record with-extra-row} a round. */
    private List<String> measure(String[] orders) throws InterruptedException {
        long millis = Long.parseLong(orders[0]);
        int rounds = Integer.parseInt(orders[1]);
        writes.prepare();
        List<String> results = new ArrayList<>();
        for (int i = 2; i < orders.length; i++) {
            int writers = Integer.parseInt(orders[i]);
            // Both are warmed up for as long as a round takes, in turns as well.
            Race.rate(writers, millis / 2, writes::withRecord);
            Race.rate(writers, millis / 2, writes::withExtraRow);
            Race.rate(writers, millis / 2, writes::withRecord);
            Race.rate(writers, millis / 2, writes::withExtraRow);
            for (int round = 0; round < rounds; round++) {
                long behind = writes.awaitNumbers();
                double record = Race.rate(writers, millis, writes::withRecord);
                behind = Math.max(behind, writes.awaitNumbers());
                double extra = Race.rate(writers, millis, writes::withExtraRow);
                results.add(writers + " " + record + " " + extra + " " + behind);
            }
        }
        return results;
    }
}
