package de.kreiswerk.audit.stream;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.schedule.Lease;
import de.kreiswerk.core.persistence.database.TestDatabase;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import de.kreiswerk.runtime.testing.MovingClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.felix.hc.api.Result;

/** What tests of receivers have in common: a trail, a database, a clock, and somebody who runs the work. */
public final class Driven implements AutoCloseable {

    public static final Lease HELD = tx -> {};

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    public final TestTrail trail = new TestTrail();
    public final MovingClock clock = new MovingClock(TestTrail.BEGIN);
    public final TestDatabase database;
    private Stream stream;

    public Driven(Engine engine) {
        database = new TestDatabase(engine, "audit_stream", "/db/migration/V1__stream.sql");
    }

    /** As after a start of the platform. */
    public Stream begin(Receiving receiving, Carrier carrier) throws InterruptedException {
        if (stream != null) {
            stream.close();
        }
        stream = new Stream(database.transactions, trail, receiving, carrier, clock);
        return stream;
    }

    /** Another node takes over, of which the one before, which is given back, hears nothing. */
    public Stream takeOver(Receiving receiving, Carrier carrier) {
        Stream before = stream;
        stream = new Stream(database.transactions, trail, receiving, carrier, clock);
        return before;
    }

    /** A node has the work again, and the other one ends. */
    public void giveBack(Stream node) throws InterruptedException {
        stream.close();
        stream = node;
    }

    /** Runs the work, while the platform's time flies, until something holds. */
    public void until(String what, BooleanSupplier condition) throws InterruptedException {
        until(what, Duration.ofMillis(250), condition);
    }

    public void until(String what, Duration step, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - end)
                    .as("not in time: " + what + ", " + stream.trouble())
                    .isNegative();
            stream.run(HELD);
            clock.pass(step);
            LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
        }
    }

    /** Waits for others, while the work does not run. */
    public void waitUntil(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - end).as("not in time: " + what).isNegative();
            LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
        }
    }

    public long position() {
        return database.number("select coalesce(max(seq), -1) from audit_stream_position");
    }

    public long settled() {
        return database.number("select coalesce(max(settled), -1) from audit_stream_position");
    }

    public String trouble() {
        return stream.trouble().map(trouble -> trouble.words().english()).orElse("");
    }

    /** The trouble as the console tells it. */
    public String german() {
        return stream.trouble().map(trouble -> trouble.words().german()).orElse("");
    }

    public Result check() {
        return new StreamCheck(database.transactions, trail, destinations(), clock).execute();
    }

    public String metrics() {
        return new StreamMetrics(database.transactions, trail, destinations(), clock)
                .metrics()
                .toString();
    }

    private Destinations destinations() {
        Destinations destinations = new Destinations();
        destinations.add(() -> stream);
        return destinations;
    }

    /** No thread of a stream is there any more; one that ends may take a moment. */
    public static void assertNoThreads() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!threads().isEmpty() && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
        }
        assertThat(threads()).isEmpty();
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("kreiswerk-stream"))
                .toList();
    }

    @Override
    public void close() throws InterruptedException {
        if (stream != null) {
            stream.close();
        }
        database.close();
    }
}
