package de.kreiswerk.audit.log.reads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import de.kreiswerk.audit.api.AuditLog;
import de.kreiswerk.audit.api.AuditPermissions;
import de.kreiswerk.audit.api.AuditSearch;
import de.kreiswerk.audit.api.TrailQuery;
import de.kreiswerk.audit.log.TestTrail;
import de.kreiswerk.audit.log.seal.TestSeal;
import de.kreiswerk.audit.log.search.TestIndex;
import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.audit.AuditRecord;
import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.persistence.PersistenceFailure;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.persistence.database.TestDatabase;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReadsRecorderTest {

    private static final Caller ANNA = caller("anna");
    private static final Caller BERT = caller("bert");

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aReadIsRecordedOnceHoweverOftenOneLooks(Engine engine) throws Exception {
        try (TestDatabase database = TestTrail.database(engine)) {
            ReadsRecorder recorder = new ReadsRecorder(database.transactions, TestTrail.on(database), 100, 60_000);
            for (int i = 0; i < 3; i++) {
                recorder.note(ANNA, "proposals", "Paper", "p-1", "planning");
            }
            recorder.note(ANNA, "proposals", "Paper", "p-2", null);
            recorder.note(BERT, "proposals", "Paper", "p-1", "planning");
            recorder.close();

            List<AuditRecord> records = records(database);
            assertThat(records).extracting(AuditRecord::action).containsOnly("paper.read");
            assertThat(records).extracting(AuditRecord::objectId).containsExactly("p-1", "p-2", "p-1");
            assertThat(records.get(0).canonical()).contains("\"subject\":\"anna\"", "\"department\":\"planning\"");
            assertThat(records.get(2).canonical()).contains("\"subject\":\"bert\"");
        }
    }

    @Test
    void whoReadsHundredsGetsAListOfThem() throws Exception {
        try (TestDatabase database = TestTrail.database(Engine.H2)) {
            ReadsRecorder recorder = new ReadsRecorder(database.transactions, TestTrail.on(database), 1_000, 60_000);
            for (int i = 0; i < 250; i++) {
                recorder.note(ANNA, "proposals", "Paper", "paper-" + i, null);
            }
            recorder.close();

            List<AuditRecord> records = records(database);
            assertThat(records).hasSize(2).extracting(AuditRecord::objectId).containsOnly("several");
            assertThat(records.get(0).canonical()).contains("\"count\":\"200\"", "paper-0 paper-1 ");
            assertThat(records.get(1).canonical()).contains("\"count\":\"50\"", " paper-249\"");
        }
    }

    /** The console's page shows what a record says and proves it. A program that reads one after the other doubles no trail. */
    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoReadsARecordWithItsProofIsNotedOnceAlsoWithoutReadingWhatItSaysOfPersons(Engine engine, @TempDir Path data)
            throws Exception {
        try (TestDatabase database = TestTrail.database(engine)) {
            TestTrail.write(database, 40);
            TestSeal.seal(database, TestSeal.key(), data);
            ReadsRecorder recorder = new ReadsRecorder(database.transactions, TestTrail.on(database), 1_000, 60_000);
            AuditSearch search = TestIndex.search(database, recorder);
            AuditLog log = TestSeal.log(database, recorder);
            Caller auditor = auditor("auditor");
            Caller program = auditor("program");

            search.record(auditor, 7);
            log.record(auditor, 7, null);
            for (int i = 1; i <= 40; i++) {
                log.record(program, i, null);
            }
            recorder.close();

            assertThat(records(database).subList(40, 42))
                    .extracting(AuditRecord::action, AuditRecord::objectType, AuditRecord::objectId)
                    .containsExactly(tuple("record.read", "Record", "7"), tuple("record.read", "Record", "several"));
            assertThat(records(database)).hasSize(42);
        }
    }

    /** Whoever reads page after page, and then what is recorded of that, makes the trail grow by a record each time and no more. */
    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoSearchesTheTrailIsNotedWithWhatTheyAskedForAndWithoutTheWords(Engine engine) throws Exception {
        try (TestDatabase database = TestTrail.database(engine)) {
            TestTrail.write(database, 9);
            TestTrail.number(database);
            TestIndex.fill(database);
            Caller auditor = auditor("auditor");
            String next = readList(database, search -> {
                String after = search.find(auditor, things("HING-", null)).next();
                search.find(auditor, things("hing-", after));
                assertThat(search.find(auditor, things("Max Muster", null)).records())
                        .isEmpty();
                return after;
            });

            assertThat(next).isNotNull();
            AuditRecord read = records(database).get(9);
            assertThat(records(database)).as("what found nothing is no read").hasSize(10);
            assertThat(read)
                    .extracting(AuditRecord::action, AuditRecord::objectType, AuditRecord::objectId)
                    .containsExactly("record.read", "Record", "list");
            assertThat(read.canonical())
                    .contains("\"subject\":\"auditor\"", "\"shown\":\"8\"")
                    .contains("\"query.objectType\":\"Thing\"", "\"query.text\":\"…\"")
                    .doesNotContainIgnoringCase("hing-");

            for (int again = 1; again <= 3; again++) {
                TestIndex.fill(database);
                readList(database, search -> search.find(auditor, ofReads()).next());
                assertThat(records(database)).hasSize(10 + again);
            }
        }
    }

    private static String readList(TestDatabase database, Function<AuditSearch, String> reading) throws Exception {
        ReadsRecorder recorder = new ReadsRecorder(database.transactions, TestTrail.on(database), 100, 60_000);
        String next = reading.apply(TestIndex.search(database, recorder));
        recorder.close();
        return next;
    }

    private static TrailQuery things(String text, String after) {
        return new TrailQuery(null, null, null, null, "Thing", null, null, null, text, after, 4);
    }

    private static TrailQuery ofReads() {
        return new TrailQuery(null, null, null, "record.read", null, null, null, null, null, null, 50);
    }

    private static Caller auditor(String subject) {
        return new Caller(
                subject,
                "Name",
                Set.of(new Grant(AuditPermissions.READ, Grant.ALL)),
                "password",
                Instant.EPOCH,
                "request");
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aListThatWasReadIsOneRecordWithWhatWasAskedFor(Engine engine) throws Exception {
        try (TestDatabase database = TestTrail.database(engine)) {
            ReadsRecorder recorder = new ReadsRecorder(database.transactions, TestTrail.on(database), 100, 60_000);
            recorder.noteList(ANNA, "proposals", "Paper", Map.of("year", "2026"), 50);
            recorder.noteList(ANNA, "proposals", "Paper", Map.of("year", "2026"), 7);
            recorder.noteList(ANNA, "proposals", "Paper", Map.of(), 3);
            recorder.note(ANNA, "proposals", "Paper", "p-1", null);
            recorder.close();

            List<AuditRecord> records = records(database);
            assertThat(records).extracting(AuditRecord::action).containsOnly("paper.read");
            assertThat(records).extracting(AuditRecord::objectId).containsExactly("list", "list", "p-1");
            assertThat(records.get(0).canonical()).contains("\"query.year\":\"2026\"", "\"shown\":\"57\"");
            assertThat(records.get(1).canonical()).contains("\"shown\":\"3\"").doesNotContain("query.");
        }
    }

    @Test
    void whoStopsWhileAStatementTakesLongInterruptsNothing() throws Exception {
        try (TestDatabase database = TestTrail.database(Engine.H2)) {
            CountDownLatch began = new CountDownLatch(1);
            CountDownLatch goesOn = new CountDownLatch(1);
            AtomicBoolean interrupted = new AtomicBoolean();
            AuditTrail trail = TestTrail.on(database);
            ReadsRecorder recorder = new ReadsRecorder(
                    database.transactions,
                    slow(trail, () -> {
                        began.countDown();
                        try {
                            goesOn.await();
                        } catch (InterruptedException e) {
                            interrupted.set(true);
                        }
                    }),
                    100,
                    1);
            recorder.note(ANNA, "proposals", "Paper", "p-1", null);
            began.await();

            recorder.close(1);
            goesOn.countDown();
            recorder.close();

            assertThat(interrupted).isFalse();
            assertThat(records(database)).extracting(AuditRecord::objectId).containsExactly("p-1");
            assertThat(Thread.getAllStackTraces().keySet())
                    .extracting(Thread::getName)
                    .doesNotContain("kreiswerk-audit-reads");
        }
    }

    private static AuditTrail slow(AuditTrail trail, Runnable first) {
        return new AuditTrail() {
            @Override
            public void record(AuditEvent event) {
                first.run();
                trail.record(event);
            }

            @Override
            public List<AuditRecord> read(long afterSequence, int limit) {
                return trail.read(afterSequence, limit);
            }
        };
    }

    @Test
    void whatCannotBeRecordedIsKeptAndNobodyReadsOnForEver() throws Exception {
        try (TestDatabase database = TestTrail.database(Engine.H2)) {
            AtomicBoolean broken = new AtomicBoolean(true);
            CountDownLatch tried = new CountDownLatch(2);
            AuditTrail trail = TestTrail.on(database);
            AuditTrail fragile = new AuditTrail() {
                @Override
                public void record(AuditEvent event) {
                    tried.countDown();
                    if (broken.get()) {
                        throw new PersistenceFailure("broken", null);
                    }
                    trail.record(event);
                }

                @Override
                public List<AuditRecord> read(long afterSequence, int limit) {
                    return trail.read(afterSequence, limit);
                }
            };
            ReadsRecorder recorder = new ReadsRecorder(database.transactions, fragile, 3, 5);
            recorder.note(ANNA, "proposals", "Paper", "p-0", null);
            assertThat(tried.await(30, TimeUnit.SECONDS)).isTrue();
            for (int i = 1; i < 3; i++) {
                recorder.note(ANNA, "proposals", "Paper", "p-" + i, null);
            }
            assertThatThrownBy(() -> recorder.note(ANNA, "proposals", "Paper", "p-3", null))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refused -> assertThat(refused.problem().code()).isEqualTo("reads-not-recorded"));
            broken.set(false);
            recorder.close();

            assertThat(records(database)).extracting(AuditRecord::objectId).containsExactly("p-0", "p-1", "p-2");
            assertThat(Thread.getAllStackTraces().keySet())
                    .extracting(Thread::getName)
                    .doesNotContain("kreiswerk-audit-reads");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatCannotBeRecordedHoldsUpNobodyAndTheTrailSaysSo(Engine engine) throws Exception {
        try (TestDatabase database = TestTrail.database(engine)) {
            AuditTrail trail = TestTrail.on(database);
            CountDownLatch said = new CountDownLatch(1);
            ReadsRecorder recorder = new ReadsRecorder(
                    database.transactions,
                    refusing(trail, event -> event.caller().subject().equals("anna"), event -> {
                        if (event.action().equals("reads.not-recorded")) {
                            said.countDown();
                        }
                    }),
                    100,
                    5);
            recorder.note(ANNA, "proposals", "Paper", "p-1", null);
            recorder.note(BERT, "proposals", "Paper", "p-2", null);
            assertThat(said.await(30, TimeUnit.SECONDS)).isTrue();
            recorder.note(BERT, "proposals", "Paper", "p-3", null);
            recorder.close();

            List<AuditRecord> records = records(database);
            assertThat(records)
                    .extracting(AuditRecord::action)
                    .containsExactly("paper.read", "reads.not-recorded", "paper.read");
            assertThat(records).extracting(AuditRecord::objectId).containsExactly("p-2", "trail", "p-3");
            assertThat(records.get(1).canonical())
                    .contains("\"subject\":\"anna\"", "\"objects\":\"p-1\"", "platform-audit");
            assertThat(recorder.stuck()).isZero();
        }
    }

    @Test
    void whatCannotBeRecordedInAnyWayIsKeptAndTold() throws Exception {
        try (TestDatabase database = TestTrail.database(Engine.H2)) {
            AuditTrail trail = TestTrail.on(database);
            AtomicBoolean broken = new AtomicBoolean(true);
            // Once more after the last try, with what the platform would say instead.
            CountDownLatch tried = new CountDownLatch(ReadsRecorder.TRIES + 2);
            CountDownLatch others = new CountDownLatch(1);
            ReadsRecorder recorder = new ReadsRecorder(
                    database.transactions,
                    refusing(
                            trail,
                            event -> broken.get() && event.toString().contains("anna"),
                            event -> (event.caller().subject().equals("bert") ? others : tried).countDown()),
                    100,
                    5);
            recorder.note(ANNA, "proposals", "Paper", "p-1", null);
            assertThat(tried.await(30, TimeUnit.SECONDS)).isTrue();
            recorder.note(BERT, "proposals", "Paper", "p-2", null);
            assertThat(others.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(new ReadsCheck(recorder).execute().toString())
                    .contains("1 reads are not recorded", "Lesezugriffe: 1");
            broken.set(false);
            recorder.close();

            assertThat(records(database)).extracting(AuditRecord::objectId).contains("p-2");
            assertThat(records(database))
                    .filteredOn(record -> record.canonical().contains("anna"))
                    .hasSize(1);
        }
    }

    private static AuditTrail refusing(AuditTrail trail, Predicate<AuditEvent> which, Consumer<AuditEvent> seen) {
        return new AuditTrail() {
            @Override
            public void record(AuditEvent event) {
                try {
                    if (which.test(event)) {
                        throw new PersistenceFailure("refused", null);
                    }
                    trail.record(event);
                } finally {
                    seen.accept(event);
                }
            }

            @Override
            public List<AuditRecord> read(long afterSequence, int limit) {
                return trail.read(afterSequence, limit);
            }
        };
    }

    private static List<AuditRecord> records(TestDatabase database) {
        TestTrail.number(database);
        return TestTrail.on(database).read(0, 100);
    }

    private static Caller caller(String subject) {
        return new Caller(subject, "Name", Set.of(), "password", Instant.EPOCH, "request");
    }
}
