package de.kreiswerk.core.persistence.blob;

import de.kreiswerk.core.api.persistence.BlobStore;
import de.kreiswerk.core.api.persistence.Transactions;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps blobs in the database, in pieces, so that every node and every backup has them. */
@Component
public final class DatabaseBlobStore implements BlobStore {

    private static final int PIECE = 256 * 1024;

    private final Transactions transactions;

    @Activate
    public DatabaseBlobStore(@Reference Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Blob store(InputStream in, long maxBytes) throws IOException {
        return keep(in, maxBytes, null);
    }

    @Override
    public Blob store(InputStream in, long maxBytes, String owner) throws IOException {
        return keep(in, maxBytes, Objects.requireNonNull(owner, "owner"));
    }

    @Override
    public Received receive(InputStream in, long maxBytes) throws IOException {
        return Spool.of(in, maxBytes);
    }

    @Override
    public Blob store(Received received, String owner) {
        return keep((Spool) received, Objects.requireNonNull(owner, "owner"));
    }

    private Blob keep(InputStream in, long maxBytes, String owner) throws IOException {
        try (Spool spool = Spool.of(in, maxBytes)) {
            return keep(spool, owner);
        }
    }

    private Blob keep(Spool spool, String owner) {
        Blob blob = spool.blob();
        return transactions.call(tx -> {
            BlobOwners owners = new BlobOwners(tx.connection());
            if (!owners.lock(blob.sha256())) {
                insert(tx.connection(), spool);
                owners.isNew(blob.sha256(), owner);
            } else if (owner == null) {
                owners.stays(blob.sha256());
            } else {
                owners.add(blob.sha256(), owner);
            }
            return blob;
        });
    }

    @Override
    public void release(String sha256, String owner) {
        transactions.call(tx -> {
            new BlobOwners(tx.connection()).release(sha256, owner);
            return null;
        });
    }

    @Override
    public void releaseAll(String owner) {
        transactions.call(tx -> {
            BlobOwners owners = new BlobOwners(tx.connection());
            // In the order of their names, as everybody does who locks several.
            for (String sha256 : owners.of(owner)) {
                owners.release(sha256, owner);
            }
            return null;
        });
    }

    @Override
    public Optional<Blob> find(String sha256) {
        return transactions.call(tx -> find(tx.connection(), sha256));
    }

    @Override
    public void copy(String sha256, long from, long length, OutputStream out) throws IOException {
        long position = from;
        long end = from + length;
        while (position < end) {
            int number = (int) (position / PIECE);
            byte[] piece = transactions.call(tx -> piece(tx.connection(), sha256, number));
            if (piece == null) {
                throw new IOException("No piece " + number + " of " + sha256);
            }
            int start = (int) (position - (long) number * PIECE);
            int count = (int) Math.min(piece.length - start, end - position);
            if (count <= 0) {
                throw new IOException(sha256 + " ends before " + end);
            }
            // Outside of the transaction: a slow reader must not hold a connection.
            out.write(piece, start, count);
            position += count;
        }
    }

    private static void insert(Connection connection, Spool spool) throws SQLException, IOException {
        try (PreparedStatement head =
                        connection.prepareStatement("insert into core_blob (sha256, size, created) values (?, ?, ?)");
                PreparedStatement piece = connection.prepareStatement(
                        "insert into core_blob_piece (sha256, number, bytes) values (?, ?, ?)");
                InputStream in = spool.open()) {
            Blob blob = spool.blob();
            head.setString(1, blob.sha256());
            head.setLong(2, blob.size());
            head.setTimestamp(3, Timestamp.from(Instant.now()));
            head.executeUpdate();
            byte[] buffer = new byte[PIECE];
            int number = 0;
            for (int read = in.readNBytes(buffer, 0, PIECE); read > 0; read = in.readNBytes(buffer, 0, PIECE)) {
                piece.setString(1, blob.sha256());
                piece.setInt(2, number++);
                piece.setBytes(3, read == PIECE ? buffer : Arrays.copyOf(buffer, read));
                piece.executeUpdate();
            }
        }
    }

    private static Optional<Blob> find(Connection connection, String sha256) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select size from core_blob where sha256 = ?")) {
            select.setString(1, sha256);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(new Blob(sha256, row.getLong(1))) : Optional.empty();
            }
        }
    }

    private static byte[] piece(Connection connection, String sha256, int number) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select bytes from core_blob_piece where sha256 = ? and number = ?")) {
            select.setString(1, sha256);
            select.setInt(2, number);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getBytes(1) : null;
            }
        }
    }
}
