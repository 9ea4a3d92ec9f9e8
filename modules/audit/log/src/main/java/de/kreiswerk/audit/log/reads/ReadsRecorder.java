package de.kreiswerk.audit.log.reads;

import de.kreiswerk.audit.log.Platform;
import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.audit.SensitiveReads;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records reads behind those who read. What cannot be recorded is kept and tried again; when too much waits, nobody reads what would have to
 * be recorded. One caller's reads that cannot be recorded, because the trail has forgotten them, say, hold up nobody else's: after some tries
 * the platform itself records that they read.
 */
@Component(service = {SensitiveReads.class, ReadsRecorder.class})
public final class ReadsRecorder implements SensitiveReads {

    /** What the platform records instead of reads that cannot be recorded as their readers'. */
    public static final String NOT_RECORDED = "reads.not-recorded";

    /**
     * The detail of {@link #NOT_RECORDED} that has the random id of who read. It says who acted, and is left out wherever that is: sealed
     * for that person it cannot be, since their key may be what is missing.
     */
    public static final String READER = "subject";

    private static final Logger LOG = LoggerFactory.getLogger(ReadsRecorder.class);

    /** The object of a list that was read. */
    private static final String LIST = "list";

    private static final int MOST_WAITING = 10_000;

    /** As many objects of a caller get a record each; a program that reads hundreds gets one that lists them. */
    private static final int ALONE = 5;

    /** Ids have 36 characters mostly, and a record 64 kB at most. */
    private static final int TOGETHER = 200;

    /** So often a caller's reads are tried as they are. */
    static final int TRIES = 3;

    /** Signs of a list of objects: as many ids as stand together, each as long as an id may be. */
    private static final int LONGEST_LIST = TOGETHER * 201;

    private static final long EVERY_MILLIS = 1_000;
    private static final long CLOSE_MILLIS = 5_000;

    private final Transactions transactions;
    private final AuditTrail trail;
    private final int most;
    private final BlockingQueue<Read> noted = new LinkedBlockingQueue<>();
    /** Noted, and not recorded yet. */
    private final AtomicInteger waiting = new AtomicInteger();

    private final AtomicInteger stuck = new AtomicInteger();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    /**
     * @param department null when there is none
     * @param list what it shows when it is one, null for a single object
     */
    private record Read(Caller caller, String area, String type, String id, String department, Shown list) {

        Object kind() {
            return List.of(
                    caller.subject(),
                    caller.method(),
                    area,
                    type,
                    Objects.requireNonNullElse(department, ""),
                    list == null ? "" : list.filter());
        }
    }

    private record Shown(Map<String, String> filter, int entries) {}

    /** What one caller read of one kind, and how often it could not be recorded. */
    private record Group(List<Read> reads, int failed) {}

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
        this.most = most;
        this.thread = new Thread(() -> run(everyMillis), "kreiswerk-audit-reads");
        thread.setDaemon(true);
        thread.start();
    }

    @Deactivate
    void close() throws InterruptedException {
        close(CLOSE_MILLIS);
    }

    /** Waits, and interrupts nothing: within a statement that would close H2's file under everybody. After its last try the thread ends by itself. */
    void close(long millis) throws InterruptedException {
        closing.countDown();
        thread.join(millis);
        if (thread.isAlive()) {
            LOG.warn("Reads are still being recorded; that ends by itself");
        }
    }

    @Override
    public void note(Caller caller, String area, String objectType, String objectId, String department) {
        note(new Read(caller, area, objectType, objectId, department, null));
    }

    @Override
    public void noteList(Caller caller, String area, String objectType, Map<String, String> filter, int shown) {
        note(new Read(caller, area, objectType, LIST, null, new Shown(Map.copyOf(filter), shown)));
    }

    private void note(Read read) {
        if (waiting.incrementAndGet() > most) {
            waiting.decrementAndGet();
            throw new ProblemException(
                    Problem.Kind.UNAVAILABLE,
                    "reads-not-recorded",
                    new Text("Lesen zurzeit nicht möglich", "Reading not possible at the moment"),
                    new Text(
                            "Wer hier liest, wird aufgezeichnet, und das gelingt gerade nicht. Versuchen Sie es in einem Augenblick erneut.",
                            "Who reads here is recorded, and that does not succeed at the moment. Try again in a moment."));
        }
        noted.add(read);
    }

    /** How many reads could not be recorded again and again, in no way. */
    int stuck() {
        return stuck.get();
    }

    private void run(long everyMillis) {
        List<Group> groups = new ArrayList<>();
        boolean ends = false;
        while (!ends) {
            try {
                ends = closing.await(everyMillis, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                return;
            }
            List<Read> reads = new ArrayList<>();
            noted.drainTo(reads);
            reads.stream()
                    .collect(Collectors.groupingBy(Read::kind, LinkedHashMap::new, Collectors.toList()))
                    .values()
                    .forEach(each -> groups.add(new Group(each, 0)));
            if (!groups.isEmpty()) {
                List<Group> left = write(groups);
                waiting.addAndGet(count(left) - count(groups));
                stuck.set(count(
                        left.stream().filter(each -> each.failed() >= TRIES).toList()));
                groups.clear();
                groups.addAll(left);
            }
        }
        if (!groups.isEmpty()) {
            LOG.error(
                    "{} reads are not recorded, and the platform ends: {}",
                    count(groups),
                    groups.stream().map(ReadsRecorder::named).toList());
        }
    }

    private static int count(List<Group> groups) {
        return groups.stream().mapToInt(each -> each.reads().size()).sum();
    }

    /** Gives those that are still to be recorded. */
    private List<Group> write(List<Group> groups) {
        try {
            inOneTransaction(() -> groups.forEach(each -> record(each.reads())));
            return List.of();
        } catch (RuntimeException e) {
            LOG.warn("{} reads are not recorded yet: {}", count(groups), e.getMessage());
            return groups.size() == 1 ? left(groups.get(0)) : oneByOne(groups);
        }
    }

    /** As long as something comes through it is not the database that fails, but what is to be recorded. */
    private List<Group> oneByOne(List<Group> groups) {
        List<Group> left = new ArrayList<>();
        int failed = 0;
        boolean isSomethingWritten = false;
        for (int i = 0; i < groups.size(); i++) {
            Group group = groups.get(i);
            if (isWritten(() -> record(group.reads()))) {
                isSomethingWritten = true;
                continue;
            }
            List<Group> rest = left(group);
            left.addAll(rest);
            isSomethingWritten |= rest.isEmpty();
            failed++;
            if (!isSomethingWritten && failed == TRIES) {
                // Others come first the next time, in case it is these.
                left.addAll(0, groups.subList(i + 1, groups.size()));
                return left;
            }
        }
        return left;
    }

    /** What to do with reads that could not be recorded as they are: to try again, and in the end to say so in the trail. */
    private List<Group> left(Group group) {
        int failed = group.failed() + 1;
        if (failed >= TRIES && isWritten(() -> recordThatItFailed(group.reads()))) {
            LOG.error("Reads could not be recorded as they are: {}. The trail says so", named(group));
            return List.of();
        }
        return List.of(new Group(group.reads(), failed));
    }

    private boolean isWritten(Runnable work) {
        try {
            inOneTransaction(work);
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private void inOneTransaction(Runnable work) {
        transactions.call(tx -> {
            work.run();
            return null;
        });
    }

    private static String named(Group group) {
        Read one = group.reads().get(0);
        return group.reads().size() + " " + one.type() + " by " + one.caller().subject();
    }

    /** In the platform's name: perhaps it is the caller's that cannot be written. */
    private void recordThatItFailed(List<Read> reads) {
        Read one = reads.get(0);
        List<String> ids = reads.stream().map(Read::id).distinct().toList();
        for (int first = 0; first < ids.size(); first += TOGETHER) {
            List<String> part = ids.subList(first, Math.min(first + TOGETHER, ids.size()));
            String objects = String.join(" ", part).replace('\0', '\uFFFD');
            trail.record(AuditEvent.success(Platform.at(Instant.now()), "audit", NOT_RECORDED, "Trail", "trail")
                    .with(READER, one.caller().subject())
                    .with("area", one.area())
                    .with("type", one.type())
                    .with("count", String.valueOf(part.size()))
                    .with("objects", objects.substring(0, Math.min(objects.length(), LONGEST_LIST))));
        }
    }

    /** What one caller read of one kind. */
    private void record(List<Read> reads) {
        Read last = reads.get(reads.size() - 1);
        if (last.list() != null) {
            trail.record(ofList(last, reads));
            return;
        }
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

    /** All that was read of a list within the second, page by page perhaps. */
    private static AuditEvent ofList(Read read, List<Read> pages) {
        int entries = pages.stream().mapToInt(page -> page.list().entries()).sum();
        AuditEvent event = event(read, LIST).with("shown", String.valueOf(entries));
        for (Map.Entry<String, String> asked : read.list().filter().entrySet()) {
            event = event.with("query." + asked.getKey(), asked.getValue());
        }
        return event;
    }

    private static AuditEvent event(Read read, String id) {
        AuditEvent event = AuditEvent.success(
                read.caller(), read.area(), read.type().toLowerCase(Locale.ROOT) + ".read", read.type(), id);
        return read.department() == null ? event : event.inDepartment(read.department());
    }
}
