package de.kreiswerk.audit.log.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import de.kreiswerk.audit.log.TestTrail;
import de.kreiswerk.audit.log.checkpoint.LogSigner;
import de.kreiswerk.audit.log.checkpoint.StateFile;
import de.kreiswerk.audit.log.seal.CheckpointTable.Sealed;
import de.kreiswerk.audit.log.tree.DamagedLog;
import de.kreiswerk.audit.log.tree.Hashes;
import de.kreiswerk.core.api.audit.AuditRecord;
import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.notekit.SignerKey;
import de.kreiswerk.core.persistence.database.TestDatabase;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A node that has the key, and a database that is not what it was. */
class MemoryTest {

    private final SignerKey key = TestSeal.key();

    @TempDir
    Path data;

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aDatabaseThatWasPutBackIsSealedOnlyWhenTheOperatorSaysSo(Engine engine) throws IOException {
        try (TestDatabase database = TestTrail.database(engine)) {
            seal(database, "one", 3);
            seal(database, "one", 2);
            seal(database, "one", 4);
            String digits = digits(last(database).root());
            putBack(database, 3);

            assertThatThrownBy(() -> seal(database, "one", 1))
                    .isInstanceOf(DamagedLog.class)
                    .hasMessageContaining("3 records")
                    .hasMessageContaining("of 9")
                    .hasMessageContaining(Memory.RESTORED + "=" + digits);
            memory(database, "one").forget("00000000");
            assertThatThrownBy(() -> seal(database, "one", 1)).isInstanceOf(DamagedLog.class);
            assertThat(last(database).size()).isEqualTo(3);

            memory(database, "one").forget("00000000, " + digits);
            seal(database, "one", 1);

            assertThat(last(database).size()).isEqualTo(7);
            assertThat(TestTrail.on(database).read(0, 100))
                    .extracting(AuditRecord::action, AuditRecord::objectId)
                    .contains(tuple("seal.restored", digits));
            memory(database, "one").forget(digits);
            assertThat(database.number("select count(*) from audit_record where action = 'seal.restored'"))
                    .as("once")
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void theLastStateIsNotMadeAnewInAnotherWay(Engine engine) {
        try (TestDatabase database = TestTrail.database(engine)) {
            seal(database, "one", 3);
            seal(database, "one", 2);
            putBack(database, 3);

            assertThatThrownBy(() -> seal(database, "one", 2))
                    .isInstanceOf(DamagedLog.class)
                    .hasMessageContaining("5 records");

            assertThat(last(database).size()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aHistoryThatWasEmptiedAndRewrittenIsNotSignedAnew(Engine engine) {
        try (TestDatabase database = TestTrail.database(engine)) {
            seal(database, "one", 3);
            seal(database, "one", 1);
            database.execute("delete from audit_checkpoint");
            database.execute("delete from audit_tile");
            database.execute(
                    "update audit_record set leaf = null," + " canonical = replace(canonical, 'thing-1', 'thing-7')");

            assertThatThrownBy(() -> seal(database, "one", 1)).isInstanceOf(DamagedLog.class);

            assertThat(database.count("audit_checkpoint")).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void anotherTreeOfTheSameSizeIsNotContinuedAlthoughTheKeySignedIt(Engine engine) {
        try (TestDatabase database = TestTrail.database(engine)) {
            seal(database, "one", 2);
            seal(database, "one", 2);
            putBack(database, 2);
            seal(database, "a thief of the key", 2);

            assertThatThrownBy(() -> seal(database, "one", 1))
                    .isInstanceOf(DamagedLog.class)
                    .hasMessageContaining("4 records");

            seal(database, "a thief of the key", 3);
            assertThatThrownBy(() -> seal(database, "one", 1))
                    .as("nor what grew from it")
                    .isInstanceOf(DamagedLog.class)
                    .hasMessageContaining("4 records");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatWasSignedAndDidNotComeThroughIsSealedAgainAsItWas(Engine engine) throws IOException {
        try (TestDatabase database = TestTrail.database(engine)) {
            seal(database, "one", 3);
            TestTrail.write(database, 2);
            TestTrail.number(database);
            Dying dying = new Dying(database.transactions);
            assertThatThrownBy(() -> sealer(database, dying, "one").run(tx -> {}))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(last(database).size()).isEqualTo(3);
            assertThat(file("one").read().orElseThrow().latest().size()).isEqualTo(5);

            seal(database, "one", 2);

            assertThat(last(database).size()).isEqualTo(7);
            assertThat(file("one").read().orElseThrow().latest().root())
                    .isEqualTo(last(database).root());
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void nodesContinueWhatOthersSealed(Engine engine) {
        try (TestDatabase database = TestTrail.database(engine)) {
            for (int turn = 0; turn < 3; turn++) {
                seal(database, "one", 150);
                seal(database, "other", 150);
            }

            assertThat(last(database).size()).isEqualTo(900);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatCannotBeNotedIsNotSigned(Engine engine) throws IOException {
        try (TestDatabase database = TestTrail.database(engine)) {
            seal(database, "one", 1);
            Path file = data.resolve("one/keys/seal.state");
            Files.writeString(file, "something else");
            assertThatThrownBy(() -> seal(database, "one", 1))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining(file.toString());
            // A file in the way of its folder.
            Files.writeString(data.resolve("other"), "");
            assertThatThrownBy(() -> seal(database, "other", 1))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("seal.state");

            assertThat(last(database).size()).isEqualTo(1);
        }
    }

    /** Ends between the work of the second transaction, which writes what is signed, and its commit. */
    private static final class Dying implements Transactions {

        private final Transactions transactions;
        private int begun;

        Dying(Transactions transactions) {
            this.transactions = transactions;
        }

        @Override
        public <T> T call(Work<T> work) {
            begun++;
            return transactions.call(tx -> {
                T result = work.in(tx);
                if (begun == 2) {
                    throw new IllegalStateException("killed");
                }
                return result;
            });
        }

        @Override
        public Optional<Transaction> current() {
            return transactions.current();
        }
    }

    /** As from a backup: the tables are all of one earlier moment. */
    private static void putBack(TestDatabase database, int size) {
        database.execute("delete from audit_checkpoint where tree_size > " + size);
        database.execute("delete from audit_order where seq > " + size);
        database.transactions.call(tx -> {
            byte[] hashes = new TileTable(tx).read(0, 0).hashes();
            try (PreparedStatement update = tx.connection().prepareStatement("update audit_tile set hashes = ?")) {
                update.setBytes(1, Arrays.copyOf(hashes, size * Hashes.BYTES));
                return update.executeUpdate();
            }
        });
    }

    private void seal(TestDatabase database, String node, int more) {
        TestTrail.write(database, more);
        TestTrail.number(database);
        sealer(database, database.transactions, node).run(tx -> {});
    }

    private Sealer sealer(TestDatabase database, Transactions transactions, String node) {
        return new Sealer(
                transactions,
                List.of(LogSigner.of(key)),
                new Past(List.of(key.verifier())),
                memory(database, node),
                Clock.systemUTC());
    }

    private Memory memory(TestDatabase database, String node) {
        return new Memory(file(node), database.transactions, TestTrail.on(database), Clock.systemUTC());
    }

    private StateFile file(String node) {
        return StateFile.of(Map.of(), data.resolve(node));
    }

    private static Sealed last(TestDatabase database) {
        return database.transactions.call(tx -> new CheckpointTable(tx).last());
    }

    private static String digits(byte[] root) {
        return HexFormat.of().formatHex(root).substring(0, 8);
    }
}
