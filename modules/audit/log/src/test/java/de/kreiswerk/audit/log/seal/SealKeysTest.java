package de.kreiswerk.audit.log.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiswerk.audit.api.LogKey;
import de.kreiswerk.audit.log.TestTrail;
import de.kreiswerk.audit.log.checkpoint.KeyFile;
import de.kreiswerk.audit.log.checkpoint.LogSigner;
import de.kreiswerk.core.api.audit.AuditRecord;
import de.kreiswerk.core.api.persistence.PersistenceFailure;
import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.notekit.NoteSignature;
import de.kreiswerk.core.notekit.SignerKey;
import de.kreiswerk.core.notekit.VerifierKey;
import de.kreiswerk.core.persistence.database.TestDatabase;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SealKeysTest {

    private static final String NAME = "example.de/audit/log";

    @TempDir
    Path data;

    @ParameterizedTest
    @EnumSource(Engine.class)
    void theFirstStartMakesAKeyWhichTheTrailKnows(Engine engine) throws IOException {
        try (TestDatabase database = TestTrail.database(engine)) {
            List<LogSigner> signers = keys(database, "one").open(NAME, Lost.NONE);

            assertThat(registered(database)).containsExactly(signers.get(0).verifier());
            TestTrail.number(database);
            assertThat(TestTrail.on(database).read(0, 10))
                    .singleElement()
                    .extracting(AuditRecord::action, AuditRecord::objectId)
                    .containsExactly(
                            "seal-key.registered", signers.get(0).verifier().hash());
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void laterStartsUseItAndRegisterNothing(Engine engine) throws IOException {
        try (TestDatabase database = TestTrail.database(engine)) {
            List<LogSigner> first = keys(database, "one").open(NAME, Lost.NONE);

            List<LogSigner> again = keys(database, "one").open("renamed.example", Lost.NONE);

            assertThat(again.get(0).verifier()).isEqualTo(first.get(0).verifier());
            assertThat(registered(database)).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aKeyThatIsGoneIsNotReplacedByANewOne(Engine engine) throws IOException {
        try (TestDatabase database = TestTrail.database(engine)) {
            keys(database, "one").open(NAME, Lost.NONE);
            Path file = data.resolve("one/keys/seal.key");
            Files.delete(file);

            assertThatThrownBy(() -> keys(database, "one").open(NAME, Lost.NONE))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(file.toString());

            assertThat(file).doesNotExist();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void anotherNodeNeedsTheSameKey(Engine engine) throws Exception {
        try (TestDatabase database = TestTrail.database(engine)) {
            keys(database, "one").open(NAME, Lost.NONE);
            assertThatThrownBy(() -> keys(database, "other").open(NAME, Lost.NONE))
                    .isInstanceOf(IOException.class);
            write("other", SignerKey.generate(NAME, new SecureRandom()));
            assertThatThrownBy(() -> keys(database, "other").open(NAME, Lost.NONE))
                    .isInstanceOf(IOException.class);

            Files.copy(
                    data.resolve("one/keys/seal.key"),
                    data.resolve("other/keys/seal.key"),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);

            assertThat(keys(database, "other").open(NAME, Lost.NONE)).hasSize(1);
            assertThat(registered(database)).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aNewKeyIsTakenOverWhileTheOldOneVouchesForIt(Engine engine) throws Exception {
        try (TestDatabase database = TestTrail.database(engine)) {
            SignerKey old = SignerKey.generate(NAME, new SecureRandom());
            SignerKey fresh = SignerKey.generate(NAME, new SecureRandom());
            write("one", old);
            keys(database, "one").open(NAME, Lost.NONE);

            write("one", fresh, old);
            assertThat(keys(database, "one").open(NAME, Lost.NONE))
                    .extracting(LogSigner::verifier)
                    .containsExactly(fresh.verifier(), old.verifier());
            write("one", fresh);
            assertThat(keys(database, "one").open(NAME, Lost.NONE)).hasSize(1);

            assertThat(registered(database)).containsExactly(old.verifier(), fresh.verifier());
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aLostKeyIsReplacedOnlyByWhoNamesIt(Engine engine) throws Exception {
        try (TestDatabase database = TestTrail.database(engine)) {
            SignerKey lost = SignerKey.generate(NAME, new SecureRandom());
            write("one", lost);
            keys(database, "one").open(NAME, Lost.NONE);
            SignerKey fresh = SignerKey.generate(NAME, new SecureRandom());
            write("one", fresh);
            assertThatThrownBy(() -> keys(database, "one").open(NAME, Lost.NONE))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(lost.verifier().hash());
            assertThatThrownBy(() -> keys(database, "one")
                            .open(NAME, Lost.of(lost.verifier().hash())))
                    .as("its eight digits can be those of another key, too")
                    .isInstanceOf(IOException.class);

            keys(database, "one").open(NAME, Lost.of(lost.verifier().text()));

            assertThat(registered(database)).containsExactly(lost.verifier(), fresh.verifier());
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aKeyOfAnotherNameWouldBeAnotherLog(Engine engine) throws Exception {
        try (TestDatabase database = TestTrail.database(engine)) {
            SignerKey old = SignerKey.generate(NAME, new SecureRandom());
            write("one", old);
            keys(database, "one").open(NAME, Lost.NONE);
            write("one", SignerKey.generate("other.example", new SecureRandom()), old);

            assertThatThrownBy(() -> keys(database, "one").open(NAME, Lost.NONE))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(NAME);

            assertThat(registered(database)).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void theNodeThatLosesTheRaceForTheFirstKeyTakesItsOwnBack(Engine engine) throws Exception {
        try (TestDatabase database = TestTrail.database(engine)) {
            SignerKey faster = SignerKey.generate(NAME, new SecureRandom());
            AtomicInteger calls = new AtomicInteger();
            // Between the look and the registration another node registers its key, under the same number.
            SealKeys keys = keys(database, () -> {
                if (calls.incrementAndGet() == 2) {
                    register(database, faster);
                    throw new PersistenceFailure("Unique index or primary key violation", null);
                }
            });
            assertThatThrownBy(() -> keys.open(NAME, Lost.NONE)).isInstanceOf(PersistenceFailure.class);
            assertThat(data.resolve("one/keys/seal.key")).doesNotExist();

            write("one", faster);

            assertThat(keys.open(NAME, Lost.NONE)).hasSize(1);
            assertThat(registered(database)).containsExactly(faster.verifier());
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aKeyWhoseRegistrationIsUncertainIsKept(Engine engine) throws Exception {
        try (TestDatabase database = TestTrail.database(engine)) {
            AtomicInteger calls = new AtomicInteger();
            SealKeys keys = keys(database, () -> {
                if (calls.incrementAndGet() == 2) {
                    throw new PersistenceFailure("The connection broke off", null);
                }
            });
            assertThatThrownBy(() -> keys.open(NAME, Lost.NONE)).isInstanceOf(PersistenceFailure.class);
            assertThat(data.resolve("one/keys/seal.key")).exists();

            assertThat(registered(database)).isEmpty();
            List<LogSigner> signers = keys.open(NAME, Lost.NONE);

            assertThat(registered(database)).containsExactly(signers.get(0).verifier());
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aKeyThatWasReplacedIsToldWhenItSignsAlone(Engine engine) throws Exception {
        try (TestDatabase database = TestTrail.database(engine)) {
            SignerKey old = SignerKey.generate(NAME, new SecureRandom());
            SignerKey fresh = SignerKey.generate(NAME, new SecureRandom());
            write("one", old);
            SealKeys keys = keys(database, "one");
            keys.open(NAME, Lost.NONE);
            write("one", fresh, old);
            assertThat(keys.concern(keys.open(NAME, Lost.NONE), Lost.NONE)).isEmpty();

            write("one", old);

            assertThat(keys.concern(keys.open(NAME, Lost.NONE), Lost.NONE)
                            .orElseThrow()
                            .german())
                    .contains(fresh.verifier().text());
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aLineThatStandsTwiceIsOneKey(Engine engine) throws Exception {
        try (TestDatabase database = TestTrail.database(engine)) {
            SignerKey old = SignerKey.generate(NAME, new SecureRandom());
            SignerKey fresh = SignerKey.generate(NAME, new SecureRandom());
            register(database, old);
            write("one", fresh, fresh, old);

            keys(database, "one").open(NAME, Lost.NONE);
            keys(database, "one").open(NAME, Lost.NONE);

            assertThat(registered(database)).containsExactly(old.verifier(), fresh.verifier());
            assertThat(database.count("audit_seal_vouching")).isOne();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void believedIsWhatIsAtHandAndTheLostKeyThatTheOperatorNamed(Engine engine) throws Exception {
        try (TestDatabase database = TestTrail.database(engine)) {
            SignerKey lost = SignerKey.generate(NAME, new SecureRandom());
            SignerKey fresh = SignerKey.generate(NAME, new SecureRandom());
            register(database, lost);
            write("one", fresh);
            SealKeys keys = keys(database, "one");
            List<LogSigner> signers = keys.open(NAME, Lost.of(lost.verifier().text()));

            assertThat(keys.trusted(signers, Lost.NONE)).containsExactly(fresh.verifier());
            assertThat(keys.trusted(signers, Lost.of(lost.verifier().text())))
                    .containsExactly(fresh.verifier(), lost.verifier());
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aKeyIsShownWhenOneAtHandVouchesForIt(Engine engine) throws Exception {
        try (TestDatabase database = TestTrail.database(engine)) {
            SignerKey first = SignerKey.generate(NAME, new SecureRandom());
            SignerKey second = SignerKey.generate(NAME, new SecureRandom());
            SignerKey third = SignerKey.generate(NAME, new SecureRandom());
            SignerKey stranger = SignerKey.generate(NAME, new SecureRandom());
            SealKeys keys = keys(database, "one");
            for (SignerKey[] atHand : List.of(
                    new SignerKey[] {first},
                    new SignerKey[] {second, first},
                    new SignerKey[] {second, first},
                    new SignerKey[] {second},
                    new SignerKey[] {third, second},
                    new SignerKey[] {third})) {
                write("one", atHand);
                assertThat(keys.concern(keys.open(NAME, Lost.NONE), Lost.NONE)).isEmpty();
            }
            assertThat(database.number("select count(*) from audit_seal_vouching"))
                    .as("once each time")
                    .isEqualTo(2);

            vouch(database, stranger, third);
            vouch(database, stranger, third, stranger);
            database.execute("insert into audit_seal_vouching values ('damaged', 'no note', current_timestamp)");
            database.transactions.call(tx -> {
                new KeyTable(tx).add(4, stranger.verifier(), Instant.EPOCH);
                return null;
            });

            assertThat(TestSeal.log(database, third).keys())
                    .extracting(LogKey::key)
                    .containsExactly(
                            first.verifier().text(),
                            second.verifier().text(),
                            third.verifier().text());
            assertThat(TestSeal.log(database, third).vouchings())
                    .as("what is handed out")
                    .containsSubsequence(
                            second.verifier().text(),
                            first.verifier().text(),
                            third.verifier().text(),
                            second.verifier().text())
                    .doesNotContain(stranger.verifier().text());
            assertThat(TestSeal.log(database).vouchings())
                    .as("none is at hand to believe")
                    .isEmpty();
            assertThat(keys.concern(keys.open(NAME, Lost.NONE), Lost.NONE)
                            .orElseThrow()
                            .german())
                    .contains(stranger.verifier().text(), "KREISWERK_SEAL_KEY_REPLACES");
            assertThat(keys.concern(
                            keys.open(NAME, Lost.NONE),
                            Lost.of(stranger.verifier().text())))
                    .as("named by the operator, and newer than what is at hand")
                    .isPresent();
        }
    }

    /** As somebody would write it who has a key of their own only: with signatures of that one. */
    private static void vouch(TestDatabase database, SignerKey by, SignerKey... named) {
        List<LogSigner> signers = java.util.Arrays.stream(named)
                .map(each -> signer(each.verifier(), by))
                .toList();
        database.transactions.call(tx -> {
            new Vouching(tx)
                    .add(signers.size() > 1 ? signers : List.of(signers.get(0), LogSigner.of(by)), Instant.EPOCH);
            return null;
        });
    }

    private static LogSigner signer(VerifierKey named, SignerKey by) {
        return new LogSigner() {
            @Override
            public VerifierKey verifier() {
                return named;
            }

            @Override
            public NoteSignature sign(String text) {
                return by.sign(text);
            }
        };
    }

    /** Something comes in between before each transaction. */
    private record Interrupted(Transactions transactions, Runnable before) implements Transactions {

        @Override
        public <T> T call(Work<T> work) {
            before.run();
            return transactions.call(work);
        }

        @Override
        public Optional<Transaction> current() {
            return transactions.current();
        }
    }

    private static void register(TestDatabase database, SignerKey key) {
        database.transactions.call(tx -> {
            new KeyTable(tx).add(1, key.verifier(), Instant.EPOCH);
            return null;
        });
    }

    private SealKeys keys(TestDatabase database, Runnable before) {
        return new SealKeys(
                new Interrupted(database.transactions, before),
                TestTrail.on(database),
                KeyFile.of(Map.of(), data.resolve("one")),
                Clock.systemUTC());
    }

    private SealKeys keys(TestDatabase database, String node) {
        return new SealKeys(
                database.transactions,
                TestTrail.on(database),
                KeyFile.of(Map.of(), data.resolve(node)),
                Clock.systemUTC());
    }

    private void write(String node, SignerKey... keys) throws IOException {
        Path file = data.resolve(node).resolve("keys/seal.key");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                String.join(
                        "\n", java.util.Arrays.stream(keys).map(SignerKey::text).toList()));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private static List<VerifierKey> registered(TestDatabase database) {
        return database.transactions.call(tx ->
                new KeyTable(tx).all().stream().map(KeyTable.Registered::key).toList());
    }
}
