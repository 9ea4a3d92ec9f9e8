package de.kreiswerk.audit.log.seal;

import de.kreiswerk.audit.log.checkpoint.LogSigner;
import de.kreiswerk.audit.log.checkpoint.TreeHead;
import de.kreiswerk.audit.log.seal.CheckpointTable.Sealed;
import de.kreiswerk.audit.log.seal.LeafTable.Entry;
import de.kreiswerk.audit.log.tree.DamagedLog;
import de.kreiswerk.audit.log.tree.Hashes;
import de.kreiswerk.audit.log.tree.Tile;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.notekit.BadNote;
import de.kreiswerk.core.notekit.Note;
import de.kreiswerk.core.notekit.VerifierKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes records and what proves them as a ZIP, in the form that docs/trail.md describes. All is of one signed state, which never
 * changes any more: so it can be read in many short transactions, however slowly the reader takes it.
 */
public final class PackageWriter {

    private static final Logger LOG = LoggerFactory.getLogger(PackageWriter.class);

    private static final Duration BEHIND = Duration.ofMinutes(1);

    /** A checkpoint begins with the log's name: what is signed here is none. */
    private static final String MANIFEST = "kreiswerk-package/v1\n";

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Transactions transactions;
    private final Sealed state;
    private final List<LogSigner> signers;

    private PackageWriter(Transactions transactions, Sealed state, List<LogSigner> signers) {
        this.transactions = transactions;
        this.state = state;
        this.signers = List.copyOf(signers);
    }

    /** Records as a table. */
    public interface Table {

        /**
         * The names of the columns.
         *
         * @return the line with its end
         */
        String head();

        /**
         * Writes one.
         *
         * @param sequence the record's number
         * @param canonical its canonical text
         * @return the line with its end
         */
        String row(long sequence, String canonical);
    }

    /**
     * Writes packages of the newest signed state all of whose records can be found.
     *
     * @param transactions the database
     * @param found the number up to which records can be found
     * @param signers sign which records it is handed out with; without them it does not say
     * @return a writer for it
     * @throws de.kreiswerk.core.api.problem.ProblemException of kind UNAVAILABLE, code {@code index-behind}, when that state is not
     *     one of the last minute's
     */
    public static PackageWriter on(Transactions transactions, long found, List<LogSigner> signers) {
        return transactions.call(tx -> {
            CheckpointTable checkpoints = new CheckpointTable(tx);
            Sealed newest = checkpoints.last();
            Sealed state =
                    found >= newest.size() ? newest : checkpoints.upTo(found).orElse(null);
            if (state == null || state.made().plus(BEHIND).isBefore(newest.made())) {
                throw LogProblems.indexBehind();
            }
            return new PackageWriter(transactions, state, signers);
        });
    }

    /**
     * How many records the state covers.
     *
     * @return none when nothing is sealed yet
     */
    public long size() {
        return state.size();
    }

    /**
     * Writes a package.
     *
     * @param sequences the numbers of its records, ascending, all of them sealed
     * @param query what was asked for, as JSON
     * @param table writes the same for spreadsheets
     * @param out gets it, and stays open
     * @throws IOException when it cannot be written to, or what is stored does not fit to what was signed
     * @throws de.kreiswerk.core.api.problem.ProblemException of kind GONE, code {@code record-removed}, when some of it was removed
     *     meanwhile
     */
    public void write(long[] sequences, String query, Table table, OutputStream out) throws IOException {
        // Before the first byte: a key store may be away.
        Optional<byte[]> manifest = manifest(sequences);
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        try {
            put(zip, "LIESMICH.txt", instructions());
            put(zip, "checkpoint", bytes(state.note()));
            put(zip, "keys", keys());
            String vouchings = vouchings();
            if (!vouchings.isEmpty()) {
                put(zip, "vouching.txt", bytes(vouchings));
            }
            if (manifest.isPresent()) {
                put(zip, "manifest", manifest.get());
            }
            zip.putNextEntry(new ZipEntry("records.jsonl"));
            each(
                    sequences,
                    entry -> zip.write(
                            bytes("{\"number\":" + entry.sequence() + ",\"record\":" + entry.canonical() + "}\n")));
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry("records.csv"));
            zip.write(bytes(BYTE_ORDER_MARK + table.head()));
            each(sequences, entry -> zip.write(bytes(table.row(entry.sequence(), entry.canonical()))));
            zip.closeEntry();
            put(zip, "query.json", bytes(query));
            tiles(sequences, zip);
            zip.finish();
        } catch (DamagedLog e) {
            LOG.error("The sealed trail is damaged: {}", e.getMessage());
            throw new IOException("The package was broken off: what is stored does not fit to what was signed", e);
        }
    }

    @FunctionalInterface
    private interface EntryWriter {
        void write(Entry entry) throws IOException;
    }

    /** A tile at a time. */
    private void each(long[] sequences, EntryWriter writer) throws IOException {
        for (int first = 0, next; first < sequences.length; first = next) {
            long tile = (sequences[first] - 1) / Tile.WIDTH;
            next = first;
            while (next < sequences.length && (sequences[next] - 1) / Tile.WIDTH == tile) {
                next++;
            }
            long from = sequences[first] - 1;
            int count = (int) (sequences[next - 1] - from);
            List<Entry> entries = transactions.call(tx -> new LeafTable(tx).stillThere(from, count, new TileTable(tx)));
            for (int i = first; i < next; i++) {
                writer.write(entries.get((int) (sequences[i] - 1 - from)));
            }
        }
    }

    /** What leads from the records to the root, and the right edge of the tree, which the root is made of. */
    private void tiles(long[] sequences, ZipOutputStream zip) throws IOException {
        Set<Long> numbers = new LinkedHashSet<>();
        for (long sequence : sequences) {
            numbers.add((sequence - 1) / Tile.WIDTH);
        }
        for (int level = 0; state.size() >> (level * Tile.HEIGHT) > 0; level++) {
            long hashes = state.size() >> (level * Tile.HEIGHT);
            long last = hashes / Tile.WIDTH;
            if (hashes % Tile.WIDTH > 0) {
                numbers.add(last);
            }
            Set<Long> parents = new LinkedHashSet<>();
            for (long number : numbers) {
                int width = number < last ? Tile.WIDTH : (int) (hashes % Tile.WIDTH);
                put(zip, path(level, number, width), tile(level, number, width));
                if (width == Tile.WIDTH) {
                    parents.add(number / Tile.WIDTH);
                }
            }
            numbers = parents;
        }
    }

    private byte[] tile(int level, long number, int width) {
        Tile tile = transactions.call(tx -> new TileTable(tx).read(level, number));
        if (tile.width() < width) {
            throw new DamagedLog(
                    "Die Kachel " + level + "/" + number + " hat nur " + tile.width() + " Prüfsummen",
                    "The tile " + level + "/" + number + " has " + tile.width() + " hashes only");
        }
        return Arrays.copyOf(tile.hashes(), width * Hashes.BYTES);
    }

    /** As C2SP tlog-tiles names it. */
    static String path(int level, long number, int width) {
        StringBuilder path = new StringBuilder(String.format("%03d", number % 1000));
        for (long rest = number / 1000; rest > 0; rest /= 1000) {
            path.insert(0, String.format("x%03d/", rest % 1000));
        }
        return "tile/" + level + "/" + path + (width == Tile.WIDTH ? "" : ".p/" + width);
    }

    /** So that a record which somebody takes out of the package is missed. None where nobody can sign it. */
    private Optional<byte[]> manifest(long[] sequences) {
        if (signers.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(signedManifest(sequences));
        } catch (UncheckedIOException e) {
            LOG.warn("A package goes without a manifest: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private byte[] signedManifest(long[] sequences) {
        MessageDigest numbers = Hashes.sha256();
        for (long sequence : sequences) {
            numbers.update(bytes(sequence + "\n"));
        }
        TreeHead head = new TreeHead(signers.get(0).verifier().name(), state.size(), state.root());
        String text = MANIFEST + head.text() + sequences.length + "\n"
                + Base64.getEncoder().encodeToString(numbers.digest()) + "\n";
        Note note = new Note(text, List.of());
        for (LogSigner signer : signers) {
            note = note.with(signer.sign(text));
        }
        return note.bytes();
    }

    /** Those that signed the state. Others may have been put into the database by anybody. */
    private byte[] keys() throws IOException {
        try {
            Note note = Note.parse(bytes(state.note()));
            StringBuilder lines = new StringBuilder();
            transactions.call(tx -> new KeyTable(tx).all()).stream()
                    .map(KeyTable.Registered::key)
                    .filter(note::isSignedBy)
                    .forEach(each -> lines.append(each.text()).append('\n'));
            return bytes(lines.toString());
        } catch (BadNote e) {
            throw new IOException("The checkpoint of " + state.size() + " records cannot be read", e);
        }
    }

    /** How whoever kept an older key comes to one that signed the state. */
    private String vouchings() {
        List<VerifierKey> atHand = signers.stream().map(LogSigner::verifier).toList();
        return transactions.call(tx -> new Vouching(tx).published(atHand));
    }

    private static byte[] instructions() throws IOException {
        try (InputStream in = PackageWriter.class.getResourceAsStream("/package/LIESMICH.txt")) {
            return in.readAllBytes();
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
