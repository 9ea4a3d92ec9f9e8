package de.kreiswerk.audit.log.seal;

import de.kreiswerk.audit.log.checkpoint.LogSigner;
import de.kreiswerk.audit.log.checkpoint.Obstacle;
import de.kreiswerk.audit.log.checkpoint.StateFile.State;
import de.kreiswerk.audit.log.checkpoint.TreeHead;
import de.kreiswerk.audit.log.seal.CheckpointTable.Sealed;
import de.kreiswerk.audit.log.tree.DamagedLog;
import de.kreiswerk.audit.log.tree.Edge;
import de.kreiswerk.audit.log.tree.Tree;
import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.schedule.Lease;
import de.kreiswerk.core.api.schedule.LeasedWork;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.notekit.Note;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Lets the tree grow and signs it. Tiles and checkpoint are one transaction, and its records were there before: what is signed is
 * there, after a crash as well. Neither order nor signatures depend on a clock.
 */
final class Sealer implements LeasedWork {

    /** A checkpoint is there five seconds after a commit at the latest; this leaves the numbering and a slow database time. */
    static final long INTERVAL_MILLIS = 1_000;

    /** What one transaction adds at most: the records of an older database are caught up in such steps. */
    static final int BATCH = 10_000;

    /** Then the lease is looked after. */
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Transactions transactions;
    private final List<LogSigner> signers;
    private final Past past;
    private final Memory memory;
    private final Clock clock;
    private volatile Text trouble;
    private volatile Text obstacle;

    Sealer(Transactions transactions, List<LogSigner> signers, Past past, Memory memory, Clock clock) {
        this.transactions = transactions;
        this.signers = List.copyOf(signers);
        this.past = past;
        this.memory = memory;
        this.clock = clock;
    }

    @Override
    public void run(Lease lease) {
        try {
            long begun = System.nanoTime();
            while (sealBatch(lease) && System.nanoTime() - begun < LONGEST_NANOS) {
                // There was something; there may be more.
            }
            trouble = null;
            obstacle = null;
        } catch (DamagedLog e) {
            trouble = e.text();
            throw e;
        } catch (UncheckedIOException e) {
            obstacle = Obstacle.words(e);
            throw e;
        }
    }

    /** Why nothing could be noted or signed when this node sealed the last time. */
    Optional<Text> obstacle() {
        return Optional.ofNullable(obstacle);
    }

    /** What did not fit together when this node sealed the last time. */
    Optional<Text> trouble() {
        return Optional.ofNullable(trouble);
    }

    /**
     * In two transactions. What is about to be signed is noted in between, and a disk takes its time for that: on H2 all who write
     * would wait for it.
     */
    private boolean sealBatch(Lease lease) {
        Optional<Growth> growth = transactions.call(tx -> grown(tx, lease));
        if (growth.isEmpty()) {
            return false;
        }
        Sealed sealed = signed(growth.get().edge());
        memory.write(growth.get().before(), new State(sealed.size(), sealed.root()));
        transactions.call(tx -> write(tx, lease, growth.get(), sealed));
        return true;
    }

    /** The tree as it is to be signed, and what it grew from. */
    private record Growth(State before, Edge edge) {}

    private Optional<Growth> grown(Transaction tx, Lease lease) throws SQLException {
        LeafTable leaves = new LeafTable(tx);
        CheckpointTable checkpoints = new CheckpointTable(tx);
        if (leaves.last() == checkpoints.last().size()) {
            return Optional.empty();
        }
        lease.confirm(tx);
        // Read again: before the lease was confirmed, another node may have been at work.
        return grown(tx, leaves, checkpoints.last());
    }

    private Optional<Growth> grown(Transaction tx, LeafTable leaves, Sealed last) throws SQLException {
        long until = Math.min(leaves.last(), last.size() + BATCH);
        if (until < last.size()) {
            throw new DamagedLog(
                    "Signiert wurde ein Baum von " + last.size() + " Einträgen, und es gibt " + until,
                    "A tree of " + last.size() + " records was signed, and there are " + until);
        }
        if (until == last.size()) {
            return Optional.empty();
        }
        TileTable tiles = new TileTable(tx);
        byte[] root = past.root(last);
        Edge edge = Edge.of(tiles, last.size());
        if (!MessageDigest.isEqual(edge.root(), root)) {
            throw new DamagedLog(
                    "Die Kacheln sind nicht die des Baums von " + last.size() + " Einträgen, der signiert wurde",
                    "The tiles are not those of the tree of " + last.size() + " records that was signed");
        }
        if (last.size() > 0) {
            // Where the end was cut off, what was numbered since must not hide it.
            leaves.checked(last.size() - 1, 1, tiles);
        }
        State before = new State(last.size(), root);
        Optional<State> unpublished =
                memory.compare(before, size -> size == last.size() ? root : new Tree(tiles, size).root());
        if (unpublished.isPresent()) {
            grow(edge, leaves, unpublished.get());
        }
        leaves.read(edge.size(), Math.max(until, edge.size()), edge::append);
        return Optional.of(new Growth(before, edge));
    }

    private static Void write(Transaction tx, Lease lease, Growth growth, Sealed sealed) throws SQLException {
        lease.confirm(tx);
        CheckpointTable checkpoints = new CheckpointTable(tx);
        // Else another node had the lease in between, and what it sealed is looked at anew.
        if (checkpoints.last().size() == growth.before().size()) {
            new TileTable(tx).write(growth.edge().changed());
            checkpoints.add(sealed);
        }
        return null;
    }

    /** Signed by this node, and the transaction did not come through: it might have been shown to somebody all the same. */
    private void grow(Edge edge, LeafTable leaves, State signed) throws SQLException {
        if (leaves.last() < signed.size()) {
            throw memory.contradicted(leaves.last(), signed);
        }
        leaves.read(edge.size(), signed.size(), edge::append);
        if (!MessageDigest.isEqual(edge.root(), signed.root())) {
            throw memory.contradicted(signed.size(), signed);
        }
    }

    private Sealed signed(Edge edge) {
        TreeHead head = new TreeHead(signers.get(0).verifier().name(), edge.size(), edge.root());
        Note note = new Note(head.text(), List.of());
        for (LogSigner signer : signers) {
            note = note.with(signer.sign(head.text()));
        }
        return new Sealed(
                head.size(),
                head.root(),
                new String(note.bytes(), StandardCharsets.UTF_8),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }
}
