package de.kreiswerk.audit.log.seal;

import de.kreiswerk.audit.log.Platform;
import de.kreiswerk.audit.log.checkpoint.Obstacle;
import de.kreiswerk.audit.log.checkpoint.StateFile;
import de.kreiswerk.audit.log.checkpoint.StateFile.Signed;
import de.kreiswerk.audit.log.checkpoint.StateFile.State;
import de.kreiswerk.audit.log.tree.DamagedLog;
import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.text.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * Sees to it that this node signs nothing that contradicts what it signed before: another tree of the same size, or a smaller one
 * that then grows in another way. Both would be a fork, signed by the log itself. What others signed it does not remember.
 */
final class Memory {

    /** Set by operators who put a database back to an earlier state on purpose. */
    static final String RESTORED = "KREISWERK_SEAL_RESTORED";

    private final StateFile file;
    private final Transactions transactions;
    private final AuditTrail trail;
    private final Clock clock;

    Memory(StateFile file, Transactions transactions, AuditTrail trail, Clock clock) {
        this.file = file;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Compares with what is in the database.
     *
     * @param last the last state there
     * @param roots the root of the tree there that has so many records, not more than {@code last}
     * @return a state that was signed and did not come into the database; the tree must become that one as it grows
     * @throws DamagedLog when it is not what this node signed, nor what grew from it
     */
    Optional<State> compare(State last, LongFunction<byte[]> roots) {
        Optional<Signed> signed = read();
        if (signed.isEmpty()) {
            return Optional.empty();
        }
        State latest = signed.get().latest();
        if (last.size() >= latest.size()) {
            if (!MessageDigest.isEqual(roots.apply(latest.size()), latest.root())) {
                throw contradicted(latest.size(), latest);
            }
            return Optional.empty();
        }
        State before = signed.get().before();
        if (last.size() != before.size() || !MessageDigest.isEqual(last.root(), before.root())) {
            throw contradicted(last.size(), latest);
        }
        // Written down, and the transaction did not come through.
        return Optional.of(latest);
    }

    /** What is said when the tree in the database, of so many records, is none that goes with what this node signed. */
    DamagedLog contradicted(long size, State latest) {
        Text what = size == latest.size()
                ? new Text(
                        "Der Baum von " + size + " Einträgen ist nicht der, den dieser Knoten signiert hat",
                        "The tree of " + size + " records is not the one that this node signed")
                : new Text(
                        "Es gibt " + size + " Einträge, und dieser Knoten hat einen Baum von " + latest.size()
                                + " signiert",
                        "There are " + size + " records, and this node signed a tree of " + latest.size());
        String setting = RESTORED + "=" + latest.digits();
        return new DamagedLog(
                what.german() + " (" + file.place()
                        + "). Entweder hat jemand die Datenbank geändert, oder eine Sicherung"
                        + " wurde eingespielt. War das Absicht, starten Sie einmal mit " + setting,
                what.english() + " (" + file.place() + "). Either somebody changed the database, or a backup was"
                        + " restored. If you did that on purpose, start once with " + setting);
    }

    /** Writes down what is about to be committed. Before the commit: afterwards it might be published and forgotten. */
    void write(State before, State latest) {
        try {
            file.write(new Signed(before, latest));
        } catch (IOException e) {
            Text why = new Text(
                    "Was signiert wird, lässt sich nicht in " + file.place()
                            + " festhalten. Sorgen Sie dafür, dass die Plattform dort schreiben kann (" + e + ")",
                    "What is signed cannot be noted in " + file.place()
                            + ". See to it that the platform can write there (" + e + ")");
            throw new UncheckedIOException(why.english(), new Obstacle(why, e));
        }
    }

    /**
     * Forgets what was signed, when the operator says so. The record comes first: what is forgotten unrecorded would be a fork
     * that nobody answers for.
     *
     * @param digits those of the state, of several nodes with commas in between; anything else changes nothing
     * @throws IOException when the file cannot be read or deleted
     */
    void forget(String digits) throws IOException {
        Optional<Signed> signed = digits.isBlank() ? Optional.empty() : file.read();
        if (signed.isEmpty()
                || !Arrays.asList(digits.strip().split("[,\\s]+"))
                        .contains(signed.get().latest().digits())) {
            return;
        }
        // One that cannot be deleted would be forgotten, and recorded, at each look.
        file.write(signed.get());
        State latest = signed.get().latest();
        Caller platform = Platform.at(clock.instant());
        transactions.call(tx -> {
            trail.record(AuditEvent.success(platform, "audit", "seal.restored", "SealState", latest.digits())
                    .with("size", String.valueOf(latest.size())));
            return null;
        });
        file.delete();
    }

    private Optional<Signed> read() {
        try {
            return file.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }
}
