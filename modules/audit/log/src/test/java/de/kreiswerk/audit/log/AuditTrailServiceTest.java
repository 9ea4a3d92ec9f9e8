package de.kreiswerk.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.audit.AuditEvent.Outcome;
import de.kreiswerk.core.api.audit.AuditEvent.PersonalField;
import de.kreiswerk.core.api.audit.AuditRecord;
import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.persistence.PersistenceFailure;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.persistence.database.TestDatabase;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AuditTrailServiceTest {

    private static final SecretKey MASTER = new SecretKeySpec(new byte[32], "AES");
    private static final Instant NOW = Instant.parse("2026-05-01T08:00:00.123456789Z");
    private static final Caller CALLER =
            new Caller("op-1f", "Erika Mustermann", Set.of(), "operator-token", NOW, "req7");

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aRecordIsReadBackAsItWasMade(Engine engine) throws Exception {
        try (TestDatabase database = database(engine)) {
            AuditTrail trail = trail(database);

            record(database, trail, event("0192").inDepartment("umwelt").with("reference", "2026/127 ü 🚲"));
            number(database);

            AuditRecord record = trail.read(0, 10).get(0);
            assertThat(record.sequence()).isOne();
            assertThat(record.time()).isEqualTo(Instant.parse("2026-05-01T08:00:00.123Z"));
            assertThat(List.of(record.area(), record.action(), record.objectType(), record.objectId()))
                    .containsExactly("proposals", "paper.published", "Paper", "0192");
            assertThat(record.canonical()).isEqualTo(new JsonCanonicalizer(record.canonical()).getEncodedString());
            JsonNode canonical = new ObjectMapper().readTree(record.canonical());
            assertThat(canonical.get("id").textValue()).isEqualTo(record.id());
            assertThat(canonical.get("time").textValue()).isEqualTo("2026-05-01T08:00:00.123Z");
            assertThat(canonical.at("/details/reference").textValue()).isEqualTo("2026/127 ü 🚲");
            assertThat(canonical.has("sequence")).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void theNameOfTheCallerIsKeptEncryptedOnly(Engine engine) throws Exception {
        try (TestDatabase database = database(engine)) {
            AuditTrail trail = trail(database);

            record(
                    database,
                    trail,
                    new AuditEvent(
                            CALLER,
                            "area",
                            "action",
                            "Type",
                            "id",
                            null,
                            Outcome.SUCCESS,
                            Map.of(),
                            List.of(new PersonalField("p-2", "author", "Max Muster"))));
            number(database);

            AuditRecord record = trail.read(0, 10).get(0);
            assertThat(record.toString()).doesNotContain("Muster", "Erika", "Max");
            JsonNode personal = new ObjectMapper().readTree(record.canonical()).get("personal");
            assertThat(decrypt(database, record, "op-1f", "name", personal)).isEqualTo("Erika Mustermann");
            assertThat(decrypt(database, record, "p-2", "author", personal)).isEqualTo("Max Muster");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aRecordOutsideOfATransactionIsRefused(Engine engine) {
        try (TestDatabase database = database(engine)) {
            AuditTrail trail = trail(database);

            assertThatThrownBy(() -> trail.record(event("0192"))).isInstanceOf(PersistenceFailure.class);
            assertNothingRecorded(database);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aWriteThatFailsLeavesNoRecord(Engine engine) {
        try (TestDatabase database = database(engine)) {
            AuditTrail trail = trail(database);

            catchThrowable(() -> database.transactions.call(tx -> {
                trail.record(event("0192"));
                throw new IllegalStateException("no");
            }));

            assertNothingRecorded(database);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aWriteWhoseRecordCannotBeWrittenDoesNotHappen(Engine engine) {
        try (TestDatabase database = database(engine)) {
            AuditTrail trail = trail(database);
            database.execute("create table business (id integer)");

            assertThatThrownBy(() -> database.transactions.call(tx -> {
                        tx.connection().createStatement().executeUpdate("insert into business values (1)");
                        trail.record(event("x".repeat(201)));
                        return null;
                    }))
                    .isNotNull();

            assertThat(database.number("select count(*) from business")).isZero();
            assertNothingRecorded(database);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aRecordWithoutMeasureIsRefused(Engine engine) {
        try (TestDatabase database = database(engine)) {
            AuditTrail trail = trail(database);

            assertThatThrownBy(() -> record(database, trail, event("0192").with("text", "ü".repeat(33_000))))
                    .isInstanceOf(PersistenceFailure.class)
                    .hasMessageContaining("65535");
            assertNothingRecorded(database);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void severalRecordsOfATransactionStandInTheirOrder(Engine engine) {
        try (TestDatabase database = database(engine)) {
            AuditTrail trail = trail(database);

            database.transactions.call(tx -> {
                for (int i = 1; i <= 25; i++) {
                    trail.record(event("object-" + i));
                }
                return null;
            });
            number(database);

            assertThat(trail.read(0, 100))
                    .extracting(AuditRecord::sequence, AuditRecord::objectId)
                    .isEqualTo(java.util.stream.LongStream.rangeClosed(1, 25)
                            .mapToObj(i -> org.assertj.core.groups.Tuple.tuple(i, "object-" + i))
                            .toList());
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatCannotBeSaidOfSomebodyErasedCanBeLeftOutInTheSameTransaction(Engine engine) {
        try (TestDatabase database = database(engine)) {
            record(database, trail(database), event("before").withPersonal("p-1", "name", "Erika"));
            database.execute("update audit_subject_key set wrapped = null, destroyed = current_timestamp"
                    + " where subject = 'p-1'");
            AuditTrail trail = trail(database);

            database.transactions.call(tx -> {
                assertThatThrownBy(() -> trail.record(event("named").withPersonal("p-1", "name", "Erika")))
                        .isInstanceOf(ProblemException.class)
                        .hasMessageStartingWith("person-erased");
                trail.record(event("unnamed"));
                return null;
            });
            number(database);

            assertThat(trail.read(1, 10)).extracting(AuditRecord::objectId).containsExactly("unnamed");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void workThatIsRepeatedIsRecordedOnce(Engine engine) {
        try (TestDatabase database = database(engine)) {
            AuditTrail trail = trail(database);
            AtomicInteger runs = new AtomicInteger();

            database.transactions.call(tx -> {
                trail.record(event("run-" + runs.incrementAndGet()));
                if (runs.get() == 1) {
                    throw new SQLException("somebody was faster", "40001");
                }
                return null;
            });
            number(database);

            assertThat(trail.read(0, 10)).extracting(AuditRecord::objectId).containsExactly("run-2");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aReaderReadsOnFromItsCursor(Engine engine) {
        try (TestDatabase database = database(engine)) {
            AuditTrail trail = trail(database);
            for (int i = 1; i <= 7; i++) {
                record(database, trail, event("object-" + i));
            }
            assertThat(trail.read(0, 10)).as("before they are numbered").isEmpty();
            number(database);

            List<Long> read = new ArrayList<>();
            for (List<AuditRecord> page = trail.read(0, 3); !page.isEmpty(); ) {
                assertThat(page).hasSizeLessThanOrEqualTo(3);
                page.forEach(record -> read.add(record.sequence()));
                page = trail.read(read.get(read.size() - 1), 3);
            }

            assertThat(read).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
            assertThat(trail.read(7, 10)).isEmpty();
            assertThat(trail.read(0, 0)).hasSize(1);
            assertThat(trail.read(0, Integer.MAX_VALUE)).hasSize(7);
        }
    }

    private static String decrypt(
            TestDatabase database, AuditRecord record, String subject, String field, JsonNode personal) {
        String sealed = personal.get(subject).get(field).textValue();
        return database.transactions.call(
                tx -> new SubjectKeys(MASTER).decrypt(tx, subject, record.id(), field, sealed));
    }

    private static void record(TestDatabase database, AuditTrail trail, AuditEvent event) {
        database.transactions.call(tx -> {
            trail.record(event);
            return null;
        });
    }

    private static void number(TestDatabase database) {
        new Sequencer(database.transactions, new Schema() {}).run(tx -> {});
    }

    private static void assertNothingRecorded(TestDatabase database) {
        assertThat(database.number("select count(*) from audit_record")).isZero();
        assertThat(database.number("select count(*) from audit_pending")).isZero();
    }

    private static AuditEvent event(String objectId) {
        return AuditEvent.success(CALLER, "proposals", "paper.published", "Paper", objectId);
    }

    private static AuditTrail trail(TestDatabase database) {
        return new AuditTrailService(
                database.transactions, new SubjectKeys(MASTER), TestTrail.evidence(), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static TestDatabase database(Engine engine) {
        return TestTrail.database(engine);
    }
}
