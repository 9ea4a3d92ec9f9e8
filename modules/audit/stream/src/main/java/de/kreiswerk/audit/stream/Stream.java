package de.kreiswerk.audit.stream;

import de.kreiswerk.audit.sendkit.Courier;
import de.kreiswerk.audit.sendkit.SendingFailed;
import de.kreiswerk.core.api.audit.AuditRecord;
import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.schedule.Lease;
import de.kreiswerk.core.api.schedule.LeasedWork;
import de.kreiswerk.core.api.text.Text;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the trail for one receiver, at least once and in order. Memory holds one batch. A piece of this work never waits long
 * for the receiver: a {@link Courier} carries a batch, and a later piece notes what became of it, so that the lease is renewed
 * meanwhile.
 *
 * <p>A position is noted behind the sending, and only while the lease holds: after a crash, or when another node took over, a batch
 * is sent again. Where the receiver acknowledges nothing, a new connection begins with what was sent by those before within the
 * last {@link Carrier#unsure()}.
 */
public final class Stream implements LeasedWork {

    private static final Logger LOG = LoggerFactory.getLogger(Stream.class);

    /** A record may have 64 kB; receivers take 1 MiB or more at once, and what is put around the records needs a place in it as well. */
    private static final int MOST_BYTES = 900_000;

    /** So many are read at once: of large ones no more than these are in memory beside a batch. */
    private static final int PART = 20;

    /** More is not sent again, however much was sent lately. */
    private static final int MOST_AGAIN = 10_000;

    /** How long a piece of the work may go on while there is more. */
    private static final Duration PIECE = Duration.ofSeconds(1);

    /** A connection that lived so long was none that is refused. */
    private static final Duration PROVEN = Duration.ofSeconds(5);

    /**
     * A proxy whose server is away takes records, tries to reach it for some half a minute, and ends the connection in good order: that is
     * no sign that anybody has them. One that ends what is idle does so later.
     */
    private static final Duration LASTING = Duration.ofSeconds(45);

    private static final Duration GOOD_BYE = Duration.ofSeconds(1);

    private final Transactions transactions;
    private final AuditTrail trail;
    private final Receiving receiving;
    private final Carrier carrier;
    private final Clock clock;
    private final Courier courier;
    private final Sent sent;
    /** All of these are touched by the one thread that runs the work. */
    private Batch under;

    /** The last number that this connection got; null when there is none. */
    private Long cursor;

    /** The last number of which this node knows that it was noted; null when it has not looked yet. */
    private Long noted;

    /** The last number that others had got when this connection began. */
    private long before;

    /** Up to here all went over two connections at least, of which the last ended in good order. */
    private long sentTwice;

    private Instant connected;
    private int failures;
    private Instant rested = Instant.MIN;

    private Duration rest = Duration.ZERO;
    private final Troubles troubles = new Troubles();

    private record Batch(long last, boolean anew) {}

    /**
     * What is wrong.
     *
     * @param words in a sentence, with what to do
     * @param since when it began
     */
    public record Trouble(Text words, Instant since) {}

    /**
     * Follows.
     *
     * @param transactions the database
     * @param trail what is followed
     * @param receiving for whom
     * @param carrier carries it there
     * @param clock the time
     */
    public Stream(Transactions transactions, AuditTrail trail, Receiving receiving, Carrier carrier, Clock clock) {
        this.transactions = transactions;
        this.trail = trail;
        this.receiving = receiving;
        this.carrier = carrier;
        this.clock = clock;
        this.courier = new Courier("kreiswerk-stream-" + receiving.name());
        this.sent = new Sent(carrier.unsure());
    }

    @Override
    public void run(Lease lease) throws InterruptedException {
        try {
            goOn(lease);
            troubles.workGoesOn();
        } catch (RuntimeException | LinkageError e) {
            // Another node may have taken over. What is under way is sent again by whoever has the lease.
            forget();
            troubles.work(e, now());
            throw e;
        } finally {
            troubles.ran(now());
        }
    }

    private void goOn(Lease lease) throws InterruptedException {
        Instant end = now().plus(PIECE);
        noticeOthers(position(lease));
        if (!isBack(lease, Duration.ZERO)) {
            return;
        }
        noticeBreak();
        settle(lease);
        while (!isResting() && hand(lease)) {
            if (!isBack(lease, PIECE) || !now().isBefore(end)) {
                return;
            }
        }
    }

    /**
     * A node that stood still, or did not reach the database, does not hear that another one had the work meanwhile. Its own
     * connection then knows nothing of what was sent since, and what it could not send was.
     */
    private void noticeOthers(Position position) {
        if (noted != null && noted != position.sequence()) {
            forget();
            recovered();
        }
        noted = position.sequence();
    }

    /** Whether the courier is here, and what became of its errand is noted. */
    private boolean isBack(Lease lease, Duration wait) throws InterruptedException {
        if (!courier.isAway()) {
            return true;
        }
        Optional<Courier.Return> back = courier.returned(wait);
        if (back.isPresent()) {
            Batch batch = under;
            under = null;
            if (batch == null) {
                // Sent for a lease that was lost.
                forget();
            } else if (back.get().failure() == null) {
                arrived(lease, batch);
            } else {
                failed(back.get().failure());
            }
        }
        return back.isPresent();
    }

    private void arrived(Lease lease, Batch batch) {
        Instant now = now();
        if (batch.anew()) {
            connected = now;
        }
        sent.add(batch.last(), now);
        cursor = batch.last();
        move(lease, now);
        if (carrier.unsure().isZero()) {
            recovered();
        }
    }

    private void move(Lease lease, Instant now) {
        // Not within the transaction, which may be repeated.
        long unsureNoMore = sent.settled(0, now);
        noted = transactions.call(tx -> {
            lease.confirm(tx);
            PositionTable table = new PositionTable(tx);
            Position known = table.of(receiving.name()).orElseThrow();
            long sequence = Math.max(known.sequence(), cursor);
            long settled = Math.max(Math.max(known.settled(), unsureNoMore), sequence - MOST_AGAIN);
            // While it is sent again, what was lost may still be missing.
            table.move(receiving.name(), new Position(sequence, Math.min(settled, cursor), now));
            return sequence;
        });
    }

    /** A connection that broke while nothing was sent. One that lived was closed by a receiver that is tired of waiting. */
    private void noticeBreak() {
        if (!isBroken()) {
            return;
        }
        boolean lived = hasLasted(PROVEN);
        if (hasLasted(LASTING) && carrier.endedWell()) {
            part();
            return;
        }
        forget();
        if (!lived) {
            failed(new SendingFailed(
                    "Der Empfänger beendet die Verbindung gleich nach den ersten Einträgen. Sehen Sie in seinem Protokoll nach",
                    "The connection was closed right behind the first records"));
        }
    }

    private boolean isBroken() {
        return cursor != null && !carrier.goesOn() && !carrier.unsure().isZero();
    }

    /** Whoever ends each connection after a while must not make all that was sent new, and be sent it for ever. */
    private void part() {
        recovered();
        sentTwice = Math.max(sentTwice, Math.min(before, cursor));
        cursor = null;
        connected = null;
        carrier.hangUp();
    }

    private void settle(Lease lease) {
        if (cursor == null) {
            // Without a connection nobody knows whether what was sent is there.
            return;
        }
        if (hasLasted(PROVEN)) {
            recovered();
        }
        if (sent.isSettling(now())) {
            move(lease, now());
        }
    }

    private boolean hasLasted(Duration time) {
        return connected != null && !now().isBefore(connected.plus(time));
    }

    /** Whether there was something. */
    private boolean hand(Lease lease) {
        if (isBroken()) {
            // The next piece of the work finds out how.
            return false;
        }
        boolean anew = cursor == null || !carrier.goesOn();
        List<AuditRecord> records = anew ? fromBefore(position(lease)) : batch(cursor);
        if (records.isEmpty()) {
            return false;
        }
        under = new Batch(records.get(records.size() - 1).sequence(), anew);
        courier.send(
                new Courier.Errand() {
                    @Override
                    public void run() throws SendingFailed {
                        carrier.send(records, anew);
                    }

                    @Override
                    public void cutOff() {
                        carrier.hangUp();
                    }
                },
                carrier.longest());
        return true;
    }

    /** What may be missing, and what is new; nothing when only that may be missing which was sent again already. */
    private List<AuditRecord> fromBefore(Position position) {
        before = position.sequence();
        return sentTwice >= before && trail.read(before, 1).isEmpty() ? List.of() : batch(position.settled());
    }

    private Position position(Lease lease) {
        return transactions.call(tx -> {
            PositionTable table = new PositionTable(tx);
            Optional<Position> known = table.of(receiving.name());
            if (known.isPresent()) {
                return known.get();
            }
            lease.confirm(tx);
            long begin = receiving.fromTheBeginning() ? 0 : TrailEnd.of(trail, 0);
            Position first = new Position(begin, begin, now());
            table.begin(receiving.name(), first);
            return first;
        });
    }

    /** A batch of what stands behind a number. */
    private List<AuditRecord> batch(long from) {
        List<AuditRecord> batch = new ArrayList<>();
        long last = from;
        long bytes = 0;
        boolean goesOn = true;
        while (goesOn && batch.size() < receiving.batch()) {
            int most = Math.min(PART, receiving.batch() - batch.size());
            List<AuditRecord> part = trail.read(last, most);
            for (AuditRecord record : part) {
                bytes += record.canonical().getBytes(StandardCharsets.UTF_8).length;
                if (bytes > MOST_BYTES && !batch.isEmpty()) {
                    return batch;
                }
                batch.add(record);
                last = record.sequence();
            }
            goesOn = part.size() == most;
        }
        return batch;
    }

    private void failed(SendingFailed failure) {
        forget();
        failures++;
        Instant now = now();
        rested = now;
        rest = Pauses.after(failures, failure.retryAfter());
        if (troubles.receiver(failure.why(), now)) {
            LOG.warn("The trail does not get to {}, and is sent later: {}", receiving.name(), failure.getMessage());
        }
    }

    /** A clock that is put back makes no pause longer. */
    private boolean isResting() {
        Instant now = now();
        return !now.isBefore(rested) && Duration.between(rested, now).compareTo(rest) < 0;
    }

    private void recovered() {
        if (troubles.receiverIsBack()) {
            LOG.info("The trail gets to {} again", receiving.name());
        }
        failures = 0;
    }

    /** What is sent next begins anew. */
    private void forget() {
        under = null;
        cursor = null;
        connected = null;
        sentTwice = 0;
        sent.forget();
        carrier.hangUp();
    }

    /** For whom it follows. */
    Receiving receiving() {
        return receiving;
    }

    /** What keeps this node from sending. */
    Optional<Trouble> trouble() {
        return Optional.ofNullable(troubles.now(now()));
    }

    /**
     * Ends, within seconds, whatever is under way. The work must not be run any more.
     *
     * @throws InterruptedException when the thread is to end
     */
    public void close() throws InterruptedException {
        if (!courier.isAway() && carrier.goesOn()) {
            courier.send(
                    new Courier.Errand() {
                        @Override
                        public void run() throws SendingFailed {
                            carrier.farewell();
                        }

                        @Override
                        public void cutOff() {
                            carrier.hangUp();
                        }
                    },
                    GOOD_BYE);
            courier.returned(GOOD_BYE);
        }
        carrier.close();
        courier.close();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
