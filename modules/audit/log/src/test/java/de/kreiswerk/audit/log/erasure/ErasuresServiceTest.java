package de.kreiswerk.audit.log.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiswerk.audit.api.Offer;
import de.kreiswerk.audit.log.AuditTrailService;
import de.kreiswerk.audit.log.MasterKey;
import de.kreiswerk.audit.log.TestKeys;
import de.kreiswerk.audit.log.TestTrail;
import de.kreiswerk.audit.log.kept.Objections;
import de.kreiswerk.audit.log.kept.OfferTable;
import de.kreiswerk.core.api.audit.AuditEvent.PersonalField;
import de.kreiswerk.core.api.audit.Erasures;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.persistence.PersistenceFailure;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.persistence.database.TestDatabase;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.felix.hc.api.Result;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErasuresServiceTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
    private static final Caller OFFICER = caller(Erasures.PERMISSION);
    private static final String PERSON = "p-1";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatTheTrailSaysOfThePersonIsUnreadableAndTheListKnows(Engine engine) throws IOException {
        try (TestDatabase database = database(engine)) {
            TestKeys keys = new TestKeys();
            String sealed = mention(database, keys);
            Erasures erasures = start(database, keys);

            assertThat(erasures.erase(OFFICER, PERSON)).isTrue();
            assertThat(erasures.erase(OFFICER, PERSON)).isFalse();
            assertThat(erasures.erase(OFFICER, "nobody")).isFalse();

            for (TestKeys any : new TestKeys[] {keys, new TestKeys()}) {
                assertThatThrownBy(() -> read(database, any, sealed)).isInstanceOf(PersistenceFailure.class);
            }
            assertThat(Files.readString(file())).contains("2026-03-01T12:00:00Z p-1");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                    .isEqualTo("rw-------");
            assertThat(records(database)).isOne();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aRestoredDatabaseIsMadeToForgetAgain(Engine engine) throws IOException {
        try (TestDatabase original = database(engine)) {
            TestKeys keys = new TestKeys();
            mention(original, keys);
            start(original, keys).erase(OFFICER, PERSON);
        }
        try (TestDatabase restored = database(engine)) {
            TestKeys keys = new TestKeys();
            String sealed = mention(restored, keys);

            start(restored, keys);
            start(restored, keys);

            assertThatThrownBy(() -> read(restored, keys, sealed)).isInstanceOf(PersistenceFailure.class);
            assertThat(records(restored)).isOne();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatWasTypedByThemOrAboutThemGoesAsWell(Engine engine) throws IOException {
        try (TestDatabase database = database(engine)) {
            TestKeys keys = new TestKeys();
            mention(database, keys);
            asked(database, "about", PERSON, "auditor");
            asked(database, "by", "p-2", PERSON);
            asked(database, "other", "p-2", "auditor");

            start(database, keys).erase(OFFICER, PERSON);

            assertThat(reasons(database, "gelöscht am 01.03.2026 (erased)")).isEqualTo(2);
            assertThat(reasons(database, "Erika hat Max gesehen")).isOne();
            assertThat(database.number("select count(*) from audit_person_request where id = 'other'"
                            + " and reason = 'Erika hat Max gesehen'"))
                    .isOne();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatVersionsBeforeLeftGoesAtTheNextStart(Engine engine) throws IOException {
        try (TestDatabase database = database(engine)) {
            TestKeys keys = new TestKeys();
            mention(database, keys);
            start(database, keys).erase(OFFICER, PERSON);
            asked(database, "about", PERSON, "auditor");
            database.execute("insert into audit_subject_key (subject, created, destroyed)"
                    + " values ('p-3', current_timestamp, current_timestamp)");
            asked(database, "past the platform", "p-3", "auditor");

            start(database, keys);

            assertThat(reasons(database, "gelöscht am 01.03.2026 (erased)")).isOne();
            assertThat(reasons(database, "Erika hat Max gesehen"))
                    .as("nothing proves that it may go")
                    .isOne();
        }
    }

    private static void asked(TestDatabase database, String id, String subject, String by) {
        database.execute("insert into audit_person_request (id, subject, reason, first_day, last_day, asked, asked_by)"
                + " values ('" + id + "', '" + subject + "', 'Erika hat Max gesehen', date '2026-01-01',"
                + " date '2026-01-31', current_timestamp, '" + by + "')");
    }

    private static long reasons(TestDatabase database, String reason) {
        return database.number("select count(*) from audit_person_request where reason = '" + reason + "'");
    }

    @Test
    void whatIsNotNotedIsNotedAtTheNextStartAndALineThatWasCutOffHurtsNobody() throws IOException {
        try (TestDatabase database = database(Engine.H2)) {
            TestKeys keys = new TestKeys();
            mention(database, keys);
            start(database, keys).erase(OFFICER, PERSON);
            Files.writeString(file(), "2026-03-01T12:0", StandardOpenOption.TRUNCATE_EXISTING);

            start(database, keys);

            assertThat(new ErasureList(file()).subjects()).containsExactly(PERSON);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatSomebodyDestroyedPastThePlatformIsToldAndNotNoted(Engine engine) throws IOException {
        try (TestDatabase database = database(engine)) {
            TestKeys keys = new TestKeys();
            mention(database, keys);
            database.execute("update audit_subject_key set wrapped = null, destroyed = current_timestamp");

            ErasuresService erasures = start(database, keys);

            assertThat(file()).doesNotExist();
            Result told = new ErasuresCheck(erasures).execute();
            assertThat(told.getStatus()).isEqualTo(Result.Status.CRITICAL);
            assertThat(told.toString()).contains(PERSON, "audit_subject_key", file().toString());
            assertThat(erasures.erase(OFFICER, PERSON)).as("once it is decided").isTrue();
            assertThat(erasures.erase(OFFICER, PERSON)).isFalse();
            assertThat(new ErasuresCheck(erasures).execute().isOk()).isTrue();
            assertThat(new ErasureList(file()).subjects()).containsExactly(PERSON);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoIsListedWasErasedAlthoughAnEarlierVersionLeftNoEvidence(Engine engine) throws IOException {
        try (TestDatabase database = database(engine)) {
            TestKeys keys = new TestKeys();
            mention(database, keys);
            start(database, keys).erase(OFFICER, PERSON);
            database.execute("update audit_subject_key set evidence = null");

            assertThat(new ErasuresCheck(start(database, keys)).execute().isOk())
                    .isTrue();

            Files.delete(file());
            assertThat(new ErasuresCheck(start(database, keys)).execute().isOk())
                    .as("proven since")
                    .isTrue();
            assertThat(new ErasureList(file()).subjects()).containsExactly(PERSON);
            assertThat(records(database)).isOne();
        }
    }

    @Test
    void aKeyThatSomebodyPutBackIsDestroyedAgain() throws IOException {
        try (TestDatabase database = database(Engine.H2)) {
            TestKeys keys = new TestKeys();
            mention(database, keys);
            database.execute("create table brought as select subject, wrapped from audit_subject_key");
            start(database, keys).erase(OFFICER, PERSON);
            database.execute(
                    "update audit_subject_key set wrapped = (select wrapped from brought)" + " where subject = 'p-1'");

            start(database, keys);

            assertThat(database.number("select count(*) from audit_subject_key where wrapped is not null"
                            + " and subject = 'p-1'"))
                    .isZero();
        }
    }

    @Test
    void whatCannotBeNotedIsToldAndNotedLater() throws IOException {
        try (TestDatabase database = database(Engine.H2)) {
            TestKeys keys = new TestKeys();
            mention(database, keys);
            ErasuresService erasures = start(database, keys);
            assertThat(new ErasuresCheck(erasures).execute().isOk()).isTrue();
            Files.writeString(file().getParent(), "in the way");
            assertThat(new ErasuresCheck(erasures).execute().isOk()).isFalse();

            assertThat(erasures.erase(OFFICER, PERSON)).isTrue();

            Result told = new ErasuresCheck(erasures).execute();
            assertThat(told.getStatus()).isEqualTo(Result.Status.WARN);
            assertThat(told.toString()).contains(file().toString());
            start(database, keys);
            Files.delete(file().getParent());
            assertThat(new ErasuresCheck(erasures).execute().isOk()).isTrue();
            assertThat(new ErasureList(file()).subjects()).containsExactly(PERSON);
        }
    }

    @Test
    void theListIsKeptBesideTheFileOfTheMasterKey() {
        Path data = Path.of("/data");

        assertThat(ErasureList.beside(MasterKey.file(Map.of(), data)).file())
                .isEqualTo(Path.of("/data/keys/erasures.list"));
        assertThat(ErasureList.beside(MasterKey.file(Map.of(MasterKey.FILE_VARIABLE, "/safe/key"), data))
                        .file())
                .isEqualTo(Path.of("/safe/erasures.list"));
    }

    @Test
    void anErasureThatIsRolledBackNeverHappened() throws IOException {
        try (TestDatabase database = database(Engine.H2)) {
            TestKeys keys = new TestKeys();
            String sealed = mention(database, keys);
            Erasures erasures = start(database, keys);

            database.transactions.call(tx -> {
                erasures.erase(OFFICER, PERSON);
                tx.rollbackOnly();
                return null;
            });

            assertThat(read(database, keys, sealed)).isEqualTo("Erika");
            assertThat(file()).doesNotExist();
        }
    }

    @Test
    void itTakesThePermission() throws IOException {
        try (TestDatabase database = database(Engine.H2)) {
            TestKeys keys = new TestKeys();
            mention(database, keys);

            assertThatThrownBy(() -> start(database, keys).erase(caller("platform.backup"), PERSON))
                    .isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void whoCanStillActIsNotErased() throws IOException {
        try (TestDatabase database = database(Engine.H2)) {
            TestKeys keys = new TestKeys();
            String sealed = mention(database, keys);
            Objections objections = new Objections(TestErasures.LONG_AGO);
            ErasuresService erasures = start(database, keys, objections);

            assertCode("erasure-objections-unknown", () -> erasures.erase(OFFICER, PERSON));
            // An area that knows nothing of accounts does not stand in for the one that does.
            objections.bind(subject -> Optional.empty(), Map.of());
            assertCode("erasure-objections-unknown", () -> erasures.erase(OFFICER, PERSON));
            objections.bind(subject -> Optional.of(Text.same("Has an account")), TestErasures.ACCOUNTS);
            assertCode("erasure-objected", () -> erasures.erase(OFFICER, PERSON));
            assertThat(read(database, keys, sealed)).isEqualTo("Erika");
        }
    }

    /** Others start later, or are being replaced. */
    @Test
    void nobodyIsErasedInTheFirstMinute() throws IOException {
        try (TestDatabase database = database(Engine.H2)) {
            TestKeys keys = new TestKeys();
            mention(database, keys);
            Objections objections = new Objections(CLOCK);
            objections.bind(subject -> Optional.empty(), TestErasures.ACCOUNTS);

            assertCode(
                    "erasure-objections-unknown",
                    () -> start(database, keys, objections).erase(OFFICER, PERSON));
        }
    }

    private static void assertCode(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(code));
    }

    private ErasuresService start(TestDatabase database, TestKeys keys) throws IOException {
        return start(database, keys, TestErasures.nobodyObjects());
    }

    private ErasuresService start(TestDatabase database, TestKeys keys, Objections objections) throws IOException {
        AuditTrailService trail = keys.trail(database, CLOCK);
        return new ErasuresService(
                database.transactions,
                trail,
                trail::forget,
                TestTrail.evidence(),
                objections,
                new ErasureList(file()),
                CLOCK);
    }

    private Path file() {
        return folder.resolve("keys").resolve("erasures.list");
    }

    private static String mention(TestDatabase database, TestKeys keys) {
        return keys.encrypt(database, new PersonalField(PERSON, "name", "Erika"), "record");
    }

    private static String read(TestDatabase database, TestKeys keys, String sealed) {
        return keys.decrypt(database, PERSON, "record", "name", sealed);
    }

    private static long records(TestDatabase database) {
        return database.number("select count(*) from audit_record where action = 'subject.erased'");
    }

    private static TestDatabase database(Engine engine) {
        TestDatabase database = TestTrail.database(engine);
        // The archive has said that it does not want them.
        for (String subject : List.of(PERSON, "nobody")) {
            String id = "offer of " + subject;
            database.transactions.call(tx -> {
                OfferTable offers = new OfferTable(tx, TestTrail.evidence());
                Instant made = CLOCK.instant();
                offers.add(
                        new Offer(id, subject, 0, 0, made, "clerk", null, Offer.Decision.OPEN, null, null, null, null));
                return offers.decide(id, Offer.Decision.REFUSED, null, made, "archivist");
            });
        }
        return database;
    }

    private static Caller caller(String permission) {
        return new Caller(
                "officer", "Name", Set.of(new Grant(permission, Grant.ALL)), "test", Instant.EPOCH, "request");
    }
}
