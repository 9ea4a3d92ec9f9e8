package de.kreiswerk.audit.log.reads;

import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.audit.SensitiveReads;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records reads behind those who read. What cannot be recorded is kept and tried again; when the queue is full, nobody reads what
 * would have to be recorded.
 */
@Component
public final class ReadsRecorder implements SensitiveReads {

    private static final Logger LOG = LoggerFactory.getLogger(ReadsRecorder.class);

    private static final int MOST_WAITING = 10_000;

    /** As many objects of a caller get a record each; a program that reads hundreds gets one that lists them. */
    private static final int ALONE = 5;

    /** Ids have 36 characters mostly, and a record 64 kB at most. */
    private static final int TOGETHER = 200;

    private static final long EVERY_MILLIS = 1_000;
    private static final long CLOSE_MILLIS = 5_000;

    private final Transactions transactions;
    private final AuditTrail trail;
    private final BlockingQueue<Read> waiting;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    /** @param department null when there is none */
    private record Read(Caller caller, String area, String type, String id, String department) {

        Object kind() {
            return List.of(caller.subject(), caller.method(), area, type, Objects.requireNonNullElse(department, ""));
        }
    }

    /**
     * Records.
     *
     * @param transactions the database
     * @param trail where it is recorded
     */
    @Activate
    public ReadsRecorder(@Reference Transactions transactions, @Reference AuditTrail trail) {
        this(transactions, trail, MOST_WAITING, EVERY_MILLIS);
    }

    ReadsRecorder(Transactions transactions, AuditTrail trail, int most, long everyMillis) {
        this.transactions = transactions;
        this.trail = trail;
        this.waiting = new LinkedBlockingQueue<>(most);
        this.thread = new Thread(() -> run(everyMillis), "kreiswerk-audit-reads");
        thread.setDaemon(true);
        thread.start();
    }

    @Deactivate
    void close() throws InterruptedException {
        closing.countDown();
        thread.join(CLOSE_MILLIS);
        if (thread.isAlive()) {
            thread.interrupt();
        }
    }

    @Override
    public void note(Caller caller, String area, String objectType, String objectId, String department) {
        if (!waiting.offer(new Read(caller, area, objectType, objectId, department))) {
            throw new ProblemException(
                    Problem.Kind.UNAVAILABLE,
                    "reads-not-recorded",
                    new Text("Lesen zurzeit nicht möglich", "Reading not possible at the moment"),
                    new Text(
                            "Wer hier liest, wird aufgezeichnet, und das gelingt gerade nicht. Versuchen Sie es in einem Augenblick erneut.",
                            "Who reads here is recorded, and that does not succeed at the moment. Try again in a moment."));
        }
    }

    private void run(long everyMillis) {
        List<Read> reads = new ArrayList<>();
        boolean ends = false;
        while (!ends) {
            try {
                ends = closing.await(everyMillis, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                return;
            }
            if (reads.isEmpty()) {
                waiting.drainTo(reads);
            }
            if (!reads.isEmpty() && write(reads)) {
                reads.clear();
            }
        }
        // What came in between.
        if (reads.isEmpty() && waiting.drainTo(reads) > 0) {
            write(reads);
        }
    }

    private boolean write(List<Read> reads) {
        try {
            transactions.call(tx -> {
                reads.stream()
                        .collect(Collectors.groupingBy(Read::kind, LinkedHashMap::new, Collectors.toList()))
                        .values()
                        .forEach(this::record);
                return null;
            });
            return true;
        } catch (RuntimeException e) {
            LOG.warn("{} reads are not recorded yet: {}", reads.size(), e.getMessage());
            return false;
        }
    }

    /** What one caller read of one kind. */
    private void record(List<Read> reads) {
        Read last = reads.get(reads.size() - 1);
        List<String> ids = reads.stream().map(Read::id).distinct().toList();
        if (ids.size() <= ALONE) {
            ids.forEach(id -> trail.record(event(last, id)));
            return;
        }
        for (int first = 0; first < ids.size(); first += TOGETHER) {
            List<String> part = ids.subList(first, Math.min(first + TOGETHER, ids.size()));
            trail.record(event(last, "several")
                    .with("count", String.valueOf(part.size()))
                    .with("objects", String.join(" ", part)));
        }
    }

    private static AuditEvent event(Read read, String id) {
        AuditEvent event = AuditEvent.success(
                read.caller(), read.area(), read.type().toLowerCase(Locale.ROOT) + ".read", read.type(), id);
        return read.department() == null ? event : event.inDepartment(read.department());
    }
}
