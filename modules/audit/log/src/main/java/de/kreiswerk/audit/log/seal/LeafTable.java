package de.kreiswerk.audit.log.seal;

import de.kreiswerk.audit.log.kept.RetentionProblems;
import de.kreiswerk.audit.log.kept.RetentionTable;
import de.kreiswerk.audit.log.tree.DamagedLog;
import de.kreiswerk.audit.log.tree.Hashes;
import de.kreiswerk.audit.log.tree.Tile;
import de.kreiswerk.core.api.persistence.Transaction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The records in sequence, as leaves of the tree. */
final class LeafTable {

    /** Records of earlier versions come with their text, up to 100 kB each, and H2 has a whole result in memory. */
    private static final int PAGE = 200;

    private final Transaction tx;

    LeafTable(Transaction tx) {
        this.tx = tx;
    }

    /** A record, as others read it. */
    record Entry(long sequence, String id, String canonical) {

        byte[] bytes() {
            return canonical.getBytes(StandardCharsets.UTF_8);
        }
    }

    /** Consecutive records that are sealed; places count from 0. */
    private List<Entry> entries(long first, int count) throws SQLException {
        try (PreparedStatement select = tx.connection()
                .prepareStatement("select o.seq, r.id, r.canonical from audit_order o"
                        + " join audit_record r on r.ticket = o.ticket"
                        + " where o.seq > ? and o.seq <= ? order by o.seq")) {
            select.setLong(1, first);
            select.setLong(2, first + count);
            try (ResultSet row = select.executeQuery()) {
                List<Entry> entries = new ArrayList<>();
                while (row.next()) {
                    entries.add(new Entry(row.getLong(1), row.getString(2), row.getString(3)));
                    if (row.getLong(1) != first + entries.size()) {
                        throw missing(first + entries.size());
                    }
                }
                if (entries.size() != count) {
                    throw missing(first + entries.size() + 1);
                }
                return entries;
            }
        }
    }

    /** Consecutive records of one tile, none of which is another than the one that was sealed. */
    List<Entry> checked(long first, int count, TileTable tiles) throws SQLException {
        List<Entry> entries = entries(first, count);
        Tile tile = tiles.read(0, first / Tile.WIDTH);
        for (Entry entry : entries) {
            mustBe(entry, tile.hash((int) ((entry.sequence() - 1) % Tile.WIDTH)));
        }
        return entries;
    }

    /** The same for whoever reads them slowly: what was removed meanwhile is no damage. */
    List<Entry> stillThere(long first, int count, TileTable tiles) throws SQLException {
        try {
            return checked(first, count, tiles);
        } catch (DamagedLog e) {
            long minimum = new RetentionTable(tx).minimum();
            if (first < minimum) {
                throw RetentionProblems.removed(first + 1, minimum);
            }
            throw e;
        }
    }

    /** A record whose hash was proven already: its tile need not be fetched again. */
    Entry proven(long place, byte[] leaf) throws SQLException {
        Entry entry = entries(place, 1).get(0);
        mustBe(entry, leaf);
        return entry;
    }

    private static void mustBe(Entry entry, byte[] sealed) {
        if (!MessageDigest.isEqual(sealed, Hashes.leaf(entry.bytes()))) {
            throw new DamagedLog(
                    "Der Eintrag " + entry.sequence() + " ist nicht der, der versiegelt wurde",
                    "The record " + entry.sequence() + " is not the one that was sealed");
        }
    }

    private static DamagedLog missing(long sequence) {
        return new DamagedLog("Der Eintrag " + sequence + " fehlt", "The record " + sequence + " is missing");
    }

    /** Whether a number was given. */
    boolean has(long sequence) throws SQLException {
        try (PreparedStatement select = tx.connection().prepareStatement("select 1 from audit_order where seq = ?")) {
            select.setLong(1, sequence);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    /** The last number that the sequencer gave. */
    long last() throws SQLException {
        try (PreparedStatement select =
                        tx.connection().prepareStatement("select coalesce(max(seq), 0) from audit_order");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Hands over the leaves behind a number up to another, none of which may be missing. */
    void read(long after, long until, Consumer<byte[]> leaf) throws SQLException {
        for (long first = after; first < until; first += PAGE) {
            page(first, Math.min(first + PAGE, until), leaf);
        }
    }

    private void page(long after, long until, Consumer<byte[]> leaf) throws SQLException {
        try (PreparedStatement select = tx.connection()
                .prepareStatement("select o.seq, r.leaf, case when r.leaf is null then r.canonical end"
                        + " from audit_order o join audit_record r on r.ticket = o.ticket"
                        + " where o.seq > ? and o.seq <= ? order by o.seq")) {
            select.setLong(1, after);
            select.setLong(2, until);
            try (ResultSet row = select.executeQuery()) {
                long expected = after;
                while (row.next()) {
                    expected++;
                    if (row.getLong(1) != expected) {
                        throw missing(expected);
                    }
                    byte[] made = row.getBytes(2);
                    leaf.accept(made == null ? Hashes.leaf(row.getString(3).getBytes(StandardCharsets.UTF_8)) : made);
                }
                if (expected != until) {
                    throw missing(expected + 1);
                }
            }
        }
    }
}
