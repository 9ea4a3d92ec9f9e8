package de.kreiswerk.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import de.kreiswerk.core.api.audit.AuditEvent.PersonalField;
import de.kreiswerk.core.api.persistence.PersistenceFailure;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.persistence.database.TestDatabase;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SubjectKeysTest {

    private static final SecretKey MASTER = new SecretKeySpec(new byte[32], "AES");
    private static final PersonalField NAME = new PersonalField("p-1", "name", "Erika Müßtermann 🚲");

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatWasEncryptedCanBeReadWithTheKeyOfThePerson(Engine engine) {
        try (TestDatabase database = database(engine)) {
            String sealed = encrypt(database, new SubjectKeys(MASTER), NAME, "record-1");

            assertThat(sealed).doesNotContain("Erika").matches("[A-Za-z0-9_-]+");
            assertThat(decrypt(database, new SubjectKeys(MASTER), "p-1", "record-1", "name", sealed))
                    .isEqualTo(NAME.value());
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void anotherMasterKeyIsRefusedAtOnce(Engine engine) throws Exception {
        try (TestDatabase database = database(engine)) {
            SubjectKeys other = new SubjectKeys(new SecretKeySpec(
                    new byte[] {
                        1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26,
                        27, 28, 29, 30, 31, 32
                    },
                    "AES"));
            assertThat(refusal(database, other)).as("nothing is there yet").isNull();
            encrypt(database, new SubjectKeys(MASTER), NAME, "record-1");

            assertThat(refusal(database, new SubjectKeys(MASTER))).isNull();
            assertThat(refusal(database, other)).contains("another one", "Put that one back");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aKeyThatSomebodyTookOutOfTheDatabaseIsGoneAndNoFailureOfItsOwn(Engine engine) {
        try (TestDatabase database = database(engine)) {
            SubjectKeys keys = new SubjectKeys(MASTER);
            String sealed = encrypt(database, keys, NAME, "record-1");
            database.execute("update audit_subject_key set wrapped = null");

            AuditTrailService.Plain plain =
                    database.transactions.call(tx -> keys.open(tx, "p-1", "record-1", "name", sealed));
            assertThat(plain).isEqualTo(new AuditTrailService.Plain(null, null));
            assertThatThrownBy(() -> decrypt(database, keys, "p-1", "record-1", "name", sealed))
                    .isInstanceOf(PersistenceFailure.class);
        }
    }

    private static String refusal(TestDatabase database, SubjectKeys keys) {
        try {
            return database.transactions.call(tx -> {
                keys.mustOpenWhatIsThere(tx);
                return null;
            });
        } catch (PersistenceFailure e) {
            return e.getMessage();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void theSameWordsNeverLookTheSame(Engine engine) {
        try (TestDatabase database = database(engine)) {
            SubjectKeys keys = new SubjectKeys(MASTER);

            assertThat(encrypt(database, keys, NAME, "record-1"))
                    .isNotEqualTo(encrypt(database, keys, NAME, "record-1"));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aPersonHasOneKeyAndAnotherPersonAnother(Engine engine) {
        try (TestDatabase database = database(engine)) {
            SubjectKeys keys = new SubjectKeys(MASTER);
            String first = encrypt(database, keys, NAME, "record-1");
            encrypt(database, keys, NAME, "record-2");
            encrypt(database, new SubjectKeys(MASTER), NAME, "record-3");
            encrypt(database, keys, new PersonalField("p-2", "name", "Max"), "record-1");

            assertThat(database.number("select count(*) from audit_subject_key"))
                    .isEqualTo(2);
            assertThatThrownBy(() -> decrypt(database, keys, "p-2", "record-1", "name", first))
                    .isInstanceOf(PersistenceFailure.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void severalFieldsOfAPersonInTheirFirstTransactionShareTheKey(Engine engine) {
        try (TestDatabase database = database(engine)) {
            SubjectKeys keys = new SubjectKeys(MASTER);

            String[] sealed = database.transactions.call(tx -> new String[] {
                keys.encrypt(tx, NAME, "record-1"),
                keys.encrypt(tx, new PersonalField("p-1", "street", "Am Markt 1"), "record-1")
            });

            assertThat(decrypt(database, new SubjectKeys(MASTER), "p-1", "record-1", "street", sealed[1]))
                    .isEqualTo("Am Markt 1");
            assertThat(decrypt(database, new SubjectKeys(MASTER), "p-1", "record-1", "name", sealed[0]))
                    .isEqualTo(NAME.value());
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void everyChangeOfTheCiphertextIsNoticed(Engine engine) {
        try (TestDatabase database = database(engine)) {
            SubjectKeys keys = new SubjectKeys(MASTER);
            byte[] sealed = Base64.getUrlDecoder().decode(encrypt(database, keys, NAME, "record-1"));

            for (int i = 0; i < sealed.length; i++) {
                byte[] tampered = sealed.clone();
                tampered[i] ^= 1;
                String text = Base64.getUrlEncoder().withoutPadding().encodeToString(tampered);
                assertThatThrownBy(() -> decrypt(database, keys, "p-1", "record-1", "name", text))
                        .as("byte %d", i)
                        .isInstanceOf(PersistenceFailure.class);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aCiphertextCutOffOrOfNoSenseIsNoticed(Engine engine) {
        try (TestDatabase database = database(engine)) {
            SubjectKeys keys = new SubjectKeys(MASTER);
            String sealed = encrypt(database, keys, NAME, "record-1");

            for (String broken : new String[] {"", "AAAA", sealed.substring(0, 20), "no base64!"}) {
                assertThatThrownBy(() -> decrypt(database, keys, "p-1", "record-1", "name", broken))
                        .as("'%s'", broken)
                        .isInstanceOf(PersistenceFailure.class);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aCiphertextMovedToAnotherRecordOrFieldIsNoticed(Engine engine) {
        try (TestDatabase database = database(engine)) {
            SubjectKeys keys = new SubjectKeys(MASTER);
            String sealed = encrypt(database, keys, NAME, "record-1");

            assertThatThrownBy(() -> decrypt(database, keys, "p-1", "record-2", "name", sealed))
                    .isInstanceOf(PersistenceFailure.class);
            assertThatThrownBy(() -> decrypt(database, keys, "p-1", "record-1", "street", sealed))
                    .isInstanceOf(PersistenceFailure.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aDestroyedKeyOpensNothingAndIsNotMadeAnew(Engine engine) {
        try (TestDatabase database = database(engine)) {
            String sealed = encrypt(database, new SubjectKeys(MASTER), NAME, "record-1");
            database.execute("update audit_subject_key set wrapped = null, destroyed = current_timestamp");
            SubjectKeys keys = new SubjectKeys(MASTER);

            assertThatThrownBy(() -> decrypt(database, keys, "p-1", "record-1", "name", sealed))
                    .isInstanceOf(PersistenceFailure.class)
                    .hasMessageContaining("destroyed");
            assertThatThrownBy(() -> encrypt(database, keys, NAME, "record-2"))
                    .isInstanceOfSatisfying(ProblemException.class, refused -> {
                        assertThat(refused.problem().code()).isEqualTo("person-erased");
                        assertThat(refused.problem().kind()).isEqualTo(Problem.Kind.CONFLICT);
                        assertThat(refused.problem().detail().german()).contains("neues Konto");
                    });
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aKeyThatIsDestroyedWhileATransactionUsesItOpensNothingAfterwards(Engine engine) {
        try (TestDatabase database = database(engine)) {
            AtomicLong nanos = new AtomicLong();
            SubjectKeys keys = new SubjectKeys(MASTER, nanos::get);
            String before = encrypt(database, new SubjectKeys(MASTER), NAME, "record-1");

            String during = database.transactions.call(tx -> {
                String sealed = keys.encrypt(tx, NAME, "record-2");
                destroyElsewhere(database);
                keys.forget(NAME.subject());
                return sealed;
            });

            assertThatThrownBy(() -> decrypt(database, keys, "p-1", "record-1", "name", before))
                    .hasMessageContaining("destroyed");
            assertThatThrownBy(() -> decrypt(database, keys, "p-1", "record-2", "name", during))
                    .hasMessageContaining("destroyed");
            nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
            assertThatThrownBy(() -> encrypt(database, keys, NAME, "record-3")).hasMessageContaining("person-erased");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatAnotherNodeDestroyedIsReadNoMoreAndWrittenNoMoreAfterASecond(Engine engine) {
        try (TestDatabase database = database(engine)) {
            AtomicLong nanos = new AtomicLong();
            SubjectKeys keys = new SubjectKeys(MASTER, nanos::get);
            String sealed = encrypt(database, keys, NAME, "record-1");
            destroyElsewhere(database);

            assertThatThrownBy(() -> decrypt(database, keys, "p-1", "record-1", "name", sealed))
                    .hasMessageContaining("destroyed");
            String late = encrypt(database, keys, NAME, "record-2");
            assertThatThrownBy(() -> decrypt(database, new SubjectKeys(MASTER), "p-1", "record-2", "name", late))
                    .hasMessageContaining("destroyed");
            nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
            assertThatThrownBy(() -> encrypt(database, keys, NAME, "record-3")).hasMessageContaining("person-erased");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoHasNoKeyIsNotGivenOneByReading(Engine engine) {
        try (TestDatabase database = database(engine)) {
            assertThatThrownBy(() -> decrypt(database, new SubjectKeys(MASTER), "p-1", "record-1", "name", "AAAA"))
                    .isInstanceOf(PersistenceFailure.class);

            assertThat(database.number("select count(*) from audit_subject_key"))
                    .isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void anotherMasterKeyOpensNothing(Engine engine) {
        try (TestDatabase database = database(engine)) {
            String sealed = encrypt(database, new SubjectKeys(MASTER), NAME, "record-1");
            byte[] other = new byte[32];
            other[0] = 1;
            SubjectKeys wrong = new SubjectKeys(new SecretKeySpec(other, "AES"));

            assertThatThrownBy(() -> decrypt(database, wrong, "p-1", "record-1", "name", sealed))
                    .isInstanceOf(PersistenceFailure.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aKeyOfATransactionThatFailedIsForgotten(Engine engine) {
        try (TestDatabase database = database(engine)) {
            SubjectKeys keys = new SubjectKeys(MASTER);
            catchThrowable(() -> database.transactions.call(tx -> {
                keys.encrypt(tx, NAME, "record-1");
                throw new IllegalStateException("no");
            }));

            String sealed = encrypt(database, keys, NAME, "record-2");

            assertThat(decrypt(database, new SubjectKeys(MASTER), "p-1", "record-2", "name", sealed))
                    .isEqualTo(NAME.value());
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void twoFirstRecordsOfAPersonAtOnceShareOneKey(Engine engine) throws Exception {
        try (TestDatabase database = database(engine)) {
            SubjectKeys keys = new SubjectKeys(MASTER);
            CyclicBarrier start = new CyclicBarrier(2);

            CompletableFuture<String> one = CompletableFuture.supplyAsync(() -> together(start, database, keys));
            CompletableFuture<String> other = CompletableFuture.supplyAsync(() -> together(start, database, keys));

            SubjectKeys reader = new SubjectKeys(MASTER);
            for (CompletableFuture<String> sealed : java.util.List.of(one, other)) {
                assertThat(decrypt(database, reader, "p-1", "record-1", "name", sealed.get(30, TimeUnit.SECONDS)))
                        .isEqualTo(NAME.value());
            }
            assertThat(database.number("select count(*) from audit_subject_key"))
                    .isOne();
        }
    }

    private static String together(CyclicBarrier start, TestDatabase database, SubjectKeys keys) {
        try {
            start.await(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return encrypt(database, keys, NAME, "record-1");
    }

    /** On a connection of its own, which a transaction that is under way does not see into. */
    private static void destroyElsewhere(TestDatabase database) {
        CompletableFuture.runAsync(() ->
                        database.execute("update audit_subject_key set wrapped = null, destroyed = current_timestamp"))
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
    }

    private static String encrypt(TestDatabase database, SubjectKeys keys, PersonalField field, String recordId) {
        return database.transactions.call(tx -> keys.encrypt(tx, field, recordId));
    }

    private static String decrypt(
            TestDatabase database, SubjectKeys keys, String subject, String recordId, String name, String sealed) {
        return database.transactions.call(tx -> keys.decrypt(tx, subject, recordId, name, sealed));
    }

    private static TestDatabase database(Engine engine) {
        return new TestDatabase(engine, "audit_log", "/db/migration/V1__trail.sql", "/db/migration/V2__tree.sql");
    }
}
