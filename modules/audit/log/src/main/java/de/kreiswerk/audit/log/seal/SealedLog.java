package de.kreiswerk.audit.log.seal;

import de.kreiswerk.audit.api.AuditLog;
import de.kreiswerk.audit.api.AuditPermissions;
import de.kreiswerk.audit.api.Checkpoint;
import de.kreiswerk.audit.api.ConsistencyProof;
import de.kreiswerk.audit.api.InclusionProof;
import de.kreiswerk.audit.api.LogKey;
import de.kreiswerk.audit.api.ProvenRecord;
import de.kreiswerk.audit.log.kept.RetentionProblems;
import de.kreiswerk.audit.log.kept.RetentionTable;
import de.kreiswerk.audit.log.proof.Proofs;
import de.kreiswerk.audit.log.proof.Verification;
import de.kreiswerk.audit.log.seal.CheckpointTable.Sealed;
import de.kreiswerk.audit.log.seal.LeafTable.Entry;
import de.kreiswerk.audit.log.tree.DamagedLog;
import de.kreiswerk.audit.log.tree.Hashes;
import de.kreiswerk.audit.log.tree.KnownSubtrees;
import de.kreiswerk.audit.log.tree.Tile;
import de.kreiswerk.audit.log.tree.Tree;
import de.kreiswerk.core.api.audit.SensitiveReads;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.persistence.Transactions.Work;
import de.kreiswerk.core.notekit.VerifierKey;
import java.io.ByteArrayOutputStream;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sealed trail for readers. What does not fit to what was signed is not handed out. */
@Component
public final class SealedLog implements AuditLog {

    private static final Logger LOG = LoggerFactory.getLogger(SealedLog.class);

    /** More records than there will ever be, and far from the end of a long. */
    private static final long MOST_TILES = 1L << 50;

    private static final int LONGEST_ENTRY = 0xFFFF;

    private final Transactions transactions;
    private final Supplier<List<VerifierKey>> atHand;
    private final KnownSubtrees known = new KnownSubtrees();

    /** There while there is a trail: it is told who takes records, which name those who acted. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile SensitiveReads reads;

    /**
     * Reads.
     *
     * @param transactions the database
     * @param sealing knows which keys are at hand
     * @param schema the trail's tables
     */
    @Activate
    public SealedLog(
            @Reference Transactions transactions,
            @Reference Sealing sealing,
            @Reference(target = "(kreiswerk.schema=de.kreiswerk.audit.log)") Schema schema) {
        this(transactions, sealing::trusted);
    }

    SealedLog(Transactions transactions, Supplier<List<VerifierKey>> atHand) {
        this.transactions = transactions;
        this.atHand = atHand;
    }

    @Override
    public Optional<Checkpoint> checkpoint() {
        return read(tx -> new CheckpointTable(tx).latest().map(SealedLog::checkpoint));
    }

    @Override
    public List<LogKey> keys() {
        // Before the transaction: who looks for keys may need one too.
        List<VerifierKey> here = atHand.get();
        return read(tx -> new KeyTable(tx)
                .believed(here).stream()
                        .map(each -> new LogKey(each.key().text(), each.since()))
                        .toList());
    }

    @Override
    public String vouchings() {
        List<VerifierKey> here = atHand.get();
        return read(tx -> new Vouching(tx).published(here));
    }

    @Override
    public long minimum() {
        return transactions.call(tx -> new RetentionTable(tx).minimum());
    }

    @Override
    public byte[] tile(int level, long number, int width) {
        Tile tile = read(tx -> new TileTable(tx).find(level, number))
                .filter(found -> found.width() >= width)
                .orElseThrow(LogProblems::noTile);
        return Arrays.copyOf(tile.hashes(), width * Hashes.BYTES);
    }

    @Override
    public byte[] entries(Caller caller, long number, int width) {
        caller.require(AuditPermissions.READ, Grant.ALL);
        return read(tx -> {
            if (number >= MOST_TILES
                    || number * TILE + width > new CheckpointTable(tx).last().size()
                    || number * TILE < new RetentionTable(tx).minimum()) {
                throw LogProblems.noTile();
            }
            ByteArrayOutputStream bundle = new ByteArrayOutputStream();
            for (Entry entry : new LeafTable(tx).stillThere(number * TILE, width, new TileTable(tx))) {
                byte[] bytes = entry.bytes();
                if (bytes.length > LONGEST_ENTRY) {
                    throw LogProblems.tooLarge(entry.sequence());
                }
                bundle.write(bytes.length >> Byte.SIZE);
                bundle.write(bytes.length);
                bundle.writeBytes(bytes);
            }
            note(caller, "Bundle", number);
            return bundle.toByteArray();
        });
    }

    @Override
    public InclusionProof inclusion(long index, Long size) {
        return read(tx -> inclusion(tx, index, state(tx, size)));
    }

    @Override
    public ProvenRecord record(Caller caller, long sequence, Long size) {
        caller.require(AuditPermissions.READ, Grant.ALL);
        return read(tx -> {
            InclusionProof proof = inclusion(tx, sequence - 1, state(tx, size));
            long minimum = new RetentionTable(tx).minimum();
            if (sequence <= minimum) {
                throw RetentionProblems.removed(sequence, minimum);
            }
            Entry entry =
                    new LeafTable(tx).proven(sequence - 1, Base64.getDecoder().decode(proof.leaf()));
            note(caller, "Record", sequence);
            return new ProvenRecord(sequence, entry.id(), entry.canonical(), proof);
        });
    }

    @Override
    public ConsistencyProof consistency(long from, Long to) {
        return read(tx -> {
            Sealed later = state(tx, to);
            if (from < 1 || from > later.size()) {
                throw LogProblems.notInOrder(later.size());
            }
            Tree tree = new Tree(new TileTable(tx), later.size(), known);
            byte[] root = new Tree(new TileTable(tx), from, known).root();
            List<byte[]> hashes = Proofs.consistency(tree, from);
            if (!Verification.consistency(from, later.size(), root, later.root(), hashes)) {
                throw otherTiles(later.size());
            }
            return new ConsistencyProof(from, base64(root), base64(hashes), checkpoint(later));
        });
    }

    private InclusionProof inclusion(Transaction tx, long index, Sealed state) {
        if (index < 0 || index >= state.size()) {
            throw LogProblems.notSealed(state.size());
        }
        Tree tree = new Tree(new TileTable(tx), state.size(), known).around(index);
        byte[] leaf = tree.hash(index, index + 1);
        List<byte[]> path = Proofs.inclusion(tree, index);
        if (!Verification.inclusion(index, state.size(), leaf, path, state.root())) {
            throw otherTiles(state.size());
        }
        return new InclusionProof(index, base64(leaf), base64(path), checkpoint(state));
    }

    private static DamagedLog otherTiles(long size) {
        return new DamagedLog(
                "Die Kacheln sind nicht die des Baums von " + size + " Einträgen",
                "The tiles are not those of the tree of " + size + " records");
    }

    private static Sealed state(Transaction tx, Long size) throws SQLException {
        CheckpointTable checkpoints = new CheckpointTable(tx);
        return (size == null ? checkpoints.latest() : checkpoints.ofSize(size)).orElseThrow(LogProblems::noCheckpoint);
    }

    private void note(Caller caller, String type, long number) {
        SensitiveReads listening = reads;
        if (listening != null) {
            listening.note(caller, "audit", type, String.valueOf(number), null);
        }
    }

    private <T> T read(Work<T> work) {
        try {
            return transactions.call(work);
        } catch (DamagedLog e) {
            LOG.error("The sealed trail is damaged: {}", e.getMessage());
            throw LogProblems.damaged();
        }
    }

    private static Checkpoint checkpoint(Sealed sealed) {
        return new Checkpoint(sealed.size(), base64(sealed.root()), sealed.note(), sealed.made());
    }

    private static List<String> base64(List<byte[]> hashes) {
        return hashes.stream().map(SealedLog::base64).toList();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
