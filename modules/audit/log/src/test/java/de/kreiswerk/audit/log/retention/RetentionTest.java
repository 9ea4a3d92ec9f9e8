package de.kreiswerk.audit.log.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import de.kreiswerk.audit.api.AuditPermissions;
import de.kreiswerk.audit.api.AuditSearch;
import de.kreiswerk.audit.api.Hold;
import de.kreiswerk.audit.api.NewHold;
import de.kreiswerk.audit.api.Offer;
import de.kreiswerk.audit.api.Offer.Decision;
import de.kreiswerk.audit.api.Retention;
import de.kreiswerk.audit.api.TrailQuery;
import de.kreiswerk.audit.api.TrailRecord;
import de.kreiswerk.audit.log.AuditTrailService;
import de.kreiswerk.audit.log.TestTrail;
import de.kreiswerk.audit.log.checkpoint.LogSigner;
import de.kreiswerk.audit.log.erasure.ErasuresService;
import de.kreiswerk.audit.log.erasure.TestErasures;
import de.kreiswerk.audit.log.kept.Objections;
import de.kreiswerk.audit.log.seal.SealedLog;
import de.kreiswerk.audit.log.seal.TestSeal;
import de.kreiswerk.audit.log.search.RecordsByActor;
import de.kreiswerk.audit.log.search.TestIndex;
import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.audit.AuditEvent.PersonalField;
import de.kreiswerk.core.api.audit.ErasureObjection;
import de.kreiswerk.core.api.audit.Erasures;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.persistence.InsertOnlyTables;
import de.kreiswerk.core.api.persistence.PersistenceFailure;
import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.notekit.SignerKey;
import de.kreiswerk.core.persistence.database.TestDatabase;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.felix.hc.api.Result;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetentionTest {

    private static final Caller CLERK =
            caller("clerk", AuditPermissions.READ_RETENTION, AuditPermissions.RETENTION, Erasures.PERMISSION);
    private static final Caller ARCHIVIST =
            caller("archivist", AuditPermissions.READ_RETENTION, AuditPermissions.ARCHIVE);
    private static final Caller AUDITOR = caller("auditor", AuditPermissions.READ);
    private static final Caller NOBODY = caller("nobody", AuditPermissions.READ);
    private static final RetentionTimes TEN_YEARS = new RetentionTimes(10, "");
    private static final int WRITTEN = 600;

    private final Clock later = Clock.offset(Clock.systemUTC(), Duration.ofDays(11 * 366));
    private final ErasureObjection nothing = subject -> Optional.empty();
    private final Objections objections = new Objections();
    private final SignerKey key = TestSeal.key();

    @TempDir
    Path data;

    @BeforeEach
    void somebodyIsThereWhoCouldObject() {
        objections.bind(nothing, TestErasures.ACCOUNTS);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatIsDueGoesOnceTheArchiveHasDecidedAndItsProofsStay(Engine engine) throws IOException {
        try (TestDatabase database = written(engine)) {
            RetentionService retention = retention(database, TEN_YEARS);
            SealedLog log = TestSeal.log(database);
            assertThat(retention.state(ARCHIVIST).due()).as("whole tiles").isEqualTo(512);

            Offer offer = retention.offerDue(CLERK);
            run(database, TEN_YEARS);
            assertThat(records(database)).as("nobody decided").isGreaterThan(WRITTEN);
            assertProblem("offer-open", () -> retention.offerDue(CLERK));
            assertProblem("copy-not-fetched", () -> retention.decide(ARCHIVIST, offer.id(), true, null));
            Map<String, byte[]> copy = copy(retention, offer);
            retention.decide(ARCHIVIST, offer.id(), true, " Nds. 100 Acc. 2037/1 ");
            assertProblem("offer-decided", () -> retention.decide(ARCHIVIST, offer.id(), false, null));
            long before = records(database);
            run(database, TEN_YEARS);
            run(database, TEN_YEARS);

            assertThat(copy.keySet()).containsExactly("LIESMICH.txt", "personen.jsonl", "pruefpaket.zip");
            assertThat(unzipped(copy.get("pruefpaket.zip")).get("records.jsonl"))
                    .asString(StandardCharsets.UTF_8)
                    .startsWith("{\"number\":1,")
                    .contains("{\"number\":512,")
                    .doesNotContain("{\"number\":513,");
            assertThat(copy.get("personen.jsonl"))
                    .asString(StandardCharsets.UTF_8)
                    .contains("\"value\":\"Operator\"");
            assertThat(retention.offers(ARCHIVIST).get(0))
                    .extracting(Offer::decision, Offer::reference, Offer::isWaiting)
                    .containsExactly(Decision.TAKEN, "Nds. 100 Acc. 2037/1", false);
            assertThat(records(database)).isEqualTo(before - 512 + 1);
            assertThat(database.number("select count(*) from audit_index where seq <= 512"))
                    .isZero();
            assertThat(log.minimum()).isEqualTo(512);
            assertProblem("record-removed", () -> log.record(AUDITOR, 512, null));
            assertProblem("tile-not-found", () -> log.entries(AUDITOR, 1, 256));
            assertThat(log.record(AUDITOR, 513, null).sequence()).isEqualTo(513);
            assertThat(log.inclusion(0, null).index())
                    .as("the proof of what is gone")
                    .isZero();
            TestTrail.write(database, 5);
            TestSeal.seal(database, key, data);
            assertThat(log.consistency(3, null).checkpoint().size()).isGreaterThan(WRITTEN);
            assertProblem("offer-done", () -> copy(retention, offer));
            assertProblem("reference-too-long", () -> retention.decide(ARCHIVIST, "none", true, "a\u0000b"));
            assertProblem("nothing-due", () -> retention.offerDue(CLERK));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0,'',0",
        "12,'',0",
        "10,test=0,0",
        "0,test=10,512",
        "10,'other=0, more=200',512",
        "10,test=ten,0",
        "10,'test=3,test=4',0",
        "10,test=201,0",
        "-1,'',0"
    })
    void timesAreOfAreasAndWhatCannotBeReadRemovesNothing(int years, String areas, long due) throws IOException {
        try (TestDatabase database = written(Engine.H2)) {
            assertThat(retention(database, new RetentionTimes(years, areas))
                            .state(CLERK)
                            .due())
                    .isEqualTo(due);
        }
    }

    @Test
    void aRecordThatStaysKeepsAllBehindIt() throws IOException {
        try (TestDatabase database = TestTrail.database(Engine.H2)) {
            TestTrail.write(database, 300);
            record(database, AuditEvent.success(CLERK, "proposals", "paper.published", "Paper", "p-1"));
            TestTrail.write(database, 300);
            sealed(database);

            assertThat(retention(database, new RetentionTimes(10, "proposals=30"))
                            .state(CLERK)
                            .due())
                    .isEqualTo(256);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aHoldStopsWhatItCoversEvenAfterTheDecision(Engine engine) throws IOException {
        try (TestDatabase database = written(engine)) {
            RetentionService retention = retention(database, TEN_YEARS);
            Hold object = retention.place(CLERK, new NewHold("Thing", "thing-300", null, "Az. 4 K 17/37"));
            assertThat(retention.state(CLERK).due()).isEqualTo(256);
            assertThat(retention.state(CLERK).held()).isTrue();
            retention.lift(CLERK, object.id());
            retention.lift(CLERK, object.id());
            Offer offer = retention.offerDue(CLERK);
            retention.decide(ARCHIVIST, offer.id(), false, null);
            Hold all = retention.place(CLERK, new NewHold(null, " ", "", "Untersuchung"));

            run(database, TEN_YEARS);
            assertThat(TestSeal.log(database).minimum()).isZero();
            run(database, new RetentionTimes(20, ""));
            retention.lift(CLERK, all.id());
            run(database, new RetentionTimes(20, ""));
            assertThat(TestSeal.log(database).minimum())
                    .as("the times were made longer")
                    .isZero();
            run(database, TEN_YEARS);

            assertThat(TestSeal.log(database).minimum()).isEqualTo(512);
            assertThat(retention.holds(ARCHIVIST)).hasSize(2).noneMatch(Hold::inForce);
            assertThat(database.number("select count(*) from audit_record where action = 'hold.lifted'"))
                    .isEqualTo(2);
        }
    }

    /** Who lifts one of two would not know of the other. */
    @ParameterizedTest
    @EnumSource(Engine.class)
    void aSecondClickPlacesNoSecondHold(Engine engine) throws Exception {
        try (TestDatabase database = written(engine)) {
            RetentionService retention = retention(database, TEN_YEARS);
            NewHold wanted = new NewHold("Thing", "thing-1", null, "Klage");
            List<CompletableFuture<Hold>> clicks = Stream.generate(
                            () -> CompletableFuture.supplyAsync(() -> retention.place(CLERK, wanted)))
                    .limit(4)
                    .toList();
            List<String> placed = new ArrayList<>();
            for (CompletableFuture<Hold> click : clicks) {
                placed.add(click.get(30, TimeUnit.SECONDS).id());
            }
            Hold again = retention.place(CLERK, new NewHold(" Thing", "thing-1 ", "", "Klage "));

            assertThat(placed).containsOnly(again.id());
            assertThat(retention.holds(CLERK)).hasSize(1);
            assertThat(database.number("select count(*) from audit_record where action = 'hold.placed'"))
                    .isEqualTo(1);

            Hold other = retention.place(CLERK, new NewHold("Thing", "thing-1", null, "Andere Klage"));
            retention.lift(CLERK, again.id());
            Hold later = retention.place(CLERK, wanted);
            assertThat(List.of(again.id(), other.id(), later.id()))
                    .as("another reason; lifted")
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void aRemovalThatBrokeOffIsFinishedAndNothingOfItIsShownMeanwhile() throws IOException {
        try (TestDatabase database = written(Engine.H2)) {
            RetentionService retention = retention(database, TEN_YEARS);
            Offer offer = retention.offerDue(CLERK);
            retention.decide(ARCHIVIST, offer.id(), false, null);

            assertThatThrownBy(() -> run(database, TEN_YEARS, (table, column, keys) -> {
                        throw new PersistenceFailure("killed", null);
                    }))
                    .isInstanceOf(PersistenceFailure.class);
            assertThat(check(database).isOk()).isTrue();
            assertProblem("record-removed", () -> TestSeal.log(database).record(AUDITOR, 1, null));
            assertProblem("offer-done", () -> copy(retention, offer));
            assertThat(retention.offers(CLERK).get(0).isWaiting()).isTrue();
            run(database, TEN_YEARS);

            assertThat(database.number("select count(*) from audit_order o join audit_record r on r.ticket = o.ticket"
                            + " where o.seq <= 512"))
                    .isZero();
            assertThat(retention.offers(CLERK).get(0).isWaiting()).isFalse();
            assertThat(database.number("select count(*) from audit_record where action = 'records.removed'"))
                    .as("recorded once")
                    .isOne();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void nothingOfARemovalThatBrokeOffIsFoundExportedOrFollowed(Engine engine) throws IOException {
        try (TestDatabase database = written(engine)) {
            RetentionService retention = retention(database, TEN_YEARS);
            retention.decide(ARCHIVIST, retention.offerDue(CLERK).id(), false, null);
            AuditSearch search = TestIndex.search(database);
            AuditTrailService trail = TestTrail.on(database);
            assertThat(search.find(AUDITOR, thing("thing-9")).records()).hasSize(1);
            assertThat(trail.read(0, 1).get(0).sequence()).isOne();

            assertThatThrownBy(() -> run(database, TEN_YEARS, (table, column, keys) -> {
                        throw new PersistenceFailure("killed", null);
                    }))
                    .isInstanceOf(PersistenceFailure.class);

            assertThat(search.find(AUDITOR, thing("thing-9")).records()).isEmpty();
            assertThat(search.find(AUDITOR, thing("thing-512")).records()).hasSize(1);
            assertThat(search.find(AUDITOR, thing(null)).records())
                    .extracting(TrailRecord::sequence)
                    .contains(513L)
                    .allMatch(number -> number > 512);
            assertProblem("record-removed", () -> search.record(AUDITOR, 512));
            assertThat(search.record(AUDITOR, 513).sequence()).isEqualTo(513);
            assertProblem("nothing-to-export", () -> search.writePackage(AUDITOR, thing("thing-9"), out()));
            assertThat(new RecordsByActor(database.transactions, trail)
                            .page("op-1f", null, null, null, WRITTEN)
                            .records())
                    .extracting(TrailRecord::sequence)
                    .contains(513L)
                    .allMatch(number -> number > 512);
            assertThat(trail.read(0, 1).get(0).sequence()).isEqualTo(513);
            TestTrail.number(database);
            assertThat(trail.read(600, 1).get(0).sequence()).isEqualTo(601);
        }
    }

    private static TrailQuery thing(String id) {
        return new TrailQuery(null, null, "test", null, null, id, null, null, null, null, 200);
    }

    private static ByteArrayOutputStream out() {
        return new ByteArrayOutputStream();
    }

    @ParameterizedTest
    @CsvSource({"300", "605", "1000000000000"})
    void whoeverFollowsTheTrailMissesNothingThatSomebodyHides(long forged) throws IOException {
        try (TestDatabase database = written(Engine.H2)) {
            AuditTrailService trail = TestTrail.on(database);
            database.execute("update audit_retention set minimum = " + forged);
            TestTrail.write(database, 10);
            TestTrail.number(database);

            assertThat(trail.read(0, 1).get(0).sequence()).isOne();
            assertThat(trail.read(600, 1).get(0).sequence()).isEqualTo(601);
        }
    }

    @ParameterizedTest
    @CsvSource({"H2,1", "H2,256", "H2,512", "H2,600", "H2,1000000000000", "POSTGRESQL,1000000000000"})
    void whoeverRaisesTheNumberOfThoseThatWentIsSeenAndLetsNothingGoUnrecorded(Engine engine, long forged)
            throws IOException {
        try (TestDatabase database = written(engine)) {
            RetentionService retention = retention(database, TEN_YEARS);
            database.execute("update audit_retention set minimum = " + forged);
            assertHiding(database, forged);
            assertProblem("records-hidden", () -> retention.offerDue(CLERK));
            database.execute("update audit_retention set minimum = 0");
            assertThat(check(database).isOk()).isTrue();
            Offer offer = retention.offerDue(CLERK);
            retention.decide(ARCHIVIST, offer.id(), false, null);

            database.execute("update audit_retention set minimum = " + forged);
            assertHiding(database, forged);
            run(database, TEN_YEARS);

            assertThat(TestSeal.log(database).minimum()).isEqualTo(512);
            assertThat(database.number("select count(*) from audit_record where action = 'records.removed'"))
                    .isOne();
            assertThat(check(database).isOk()).isTrue();
        }
    }

    private void assertHiding(TestDatabase database, long forged) {
        assertThat(check(database).getStatus()).isEqualTo(Result.Status.CRITICAL);
        assertThat(check(database).toString()).contains("records up to " + forged, "Those up to 0 are removed");
    }

    private Result check(TestDatabase database) {
        return check(database, TEN_YEARS, later);
    }

    private String checkedLater(TestDatabase database) {
        return check(database, TEN_YEARS, Clock.offset(later, Duration.ofHours(2)))
                .toString();
    }

    private static Result check(TestDatabase database, RetentionTimes times, Clock clock) {
        return new RetentionCheck(database.transactions, TestTrail.evidence(), times, clock).execute();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatTheRecordsThemselvesSayOfTheirAgeCounts(Engine engine) throws IOException {
        try (TestDatabase database = written(engine)) {
            RetentionTimes twelve = new RetentionTimes(12, "");
            database.execute("update audit_index set recorded = timestamp '2001-01-01 00:00:00'");
            RetentionService retention = retention(database, twelve);
            retention.decide(ARCHIVIST, retention.offerDue(CLERK).id(), false, null);

            run(database, twelve);
            database.execute("update audit_retention set minimum = 512");
            run(database, twelve);

            assertThat(database.number("select count(*) from audit_record where action = 'written'"))
                    .isEqualTo(WRITTEN);
        }
    }

    @Test
    void aHoldStopsARemovalThatIsUnderWay() throws IOException {
        try (TestDatabase database = TestTrail.database(Engine.H2)) {
            AuditTrailService trail = TestTrail.on(database);
            database.transactions.call(tx -> {
                for (int i = 0; i < Piece.LARGEST + 300; i++) {
                    trail.record(AuditEvent.success(CLERK, "test", "written", "Thing", "thing-" + i));
                }
                return null;
            });
            sealed(database);
            RetentionService retention = retention(database, TEN_YEARS);
            Offer offer = retention.offerDue(CLERK);
            retention.decide(ARCHIVIST, offer.id(), false, null);

            run(database, TEN_YEARS, (table, column, keys) -> {
                Thread other = new Thread(() -> retention.place(CLERK, new NewHold(null, null, null, "Klage")));
                other.start();
                join(other);
                return delete(database, table, column, keys);
            });

            SealedLog log = TestSeal.log(database);
            assertThat(log.minimum()).isEqualTo(Piece.LARGEST);
            assertThat(log.record(AUDITOR, Piece.LARGEST + 1, null).sequence()).isEqualTo(Piece.LARGEST + 1);
            assertThat(retention.offers(CLERK).get(0).isWaiting()).isTrue();
            assertProblem("offer-done", () -> copy(retention, offer));
            assertThatThrownBy(() -> retention.withdraw(CLERK, offer.id()))
                    .isInstanceOfSatisfying(ProblemException.class, refused -> {
                        assertThat(refused.problem().code()).isEqualTo("removal-begun");
                        assertThat(refused.problem().detail().german()).contains("nur, wenn Sie jetzt");
                        assertThat(refused.problem().detail().english()).contains("only if you place a hold now");
                    });

            retention.lift(CLERK, retention.holds(CLERK).get(0).id());
            run(database, TEN_YEARS);

            assertThat(log.minimum()).isEqualTo(offer.last());
            assertThat(retention.offers(CLERK).get(0).isWaiting()).isFalse();
            assertThat(database.number("select count(*) from audit_record where action = 'records.removed'"))
                    .isEqualTo(2);
        }
    }

    private static void join(Thread other) {
        try {
            other.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatTheIndexDoesNotKnowIsNotDue() throws IOException {
        try (TestDatabase database = written(Engine.H2)) {
            database.transactions.call(tx -> {
                try (PreparedStatement delete =
                        tx.connection().prepareStatement("delete from audit_index where seq = 7")) {
                    return delete.executeUpdate();
                }
            });

            assertProblem("nothing-due", () -> retention(database, TEN_YEARS).offerDue(CLERK));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aPersonIsErasedOnceTheArchiveHasDecided(Engine engine) throws IOException {
        try (TestDatabase database = TestTrail.database(engine)) {
            record(database, about("p-1", "Erika"));
            record(database, about("p-2", "Max"));
            sealed(database);
            RetentionService retention = retention(database, TEN_YEARS);
            ErasuresService erasures = erasures(database);
            assertProblem("person-unknown", () -> retention.offerPerson(CLERK, "%"));
            assertProblem("person-unknown", () -> retention.offerPerson(CLERK, null));
            assertProblem("person-unknown", () -> retention.offerPerson(CLERK, "\0"));
            assertProblem("not-offered", () -> erasures.erase(CLERK, "p-1"));

            Offer offer = retention.offerPerson(CLERK, " p-1 ");
            assertProblem("offer-open", () -> retention.offerPerson(CLERK, "p-1"));
            assertProblem("not-offered", () -> erasures.erase(CLERK, "p-1"));
            Map<String, byte[]> copy = copy(retention, offer);
            retention.decide(ARCHIVIST, offer.id(), true, null);
            run(database, TEN_YEARS);

            assertThat(copy.get("personen.jsonl"))
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("{\"number\":1,\"subject\":\"p-1\",\"name\":\"name\",\"value\":\"Erika\"}\n");
            assertThat(unzipped(copy.get("pruefpaket.zip")).get("records.jsonl"))
                    .asString(StandardCharsets.UTF_8)
                    .contains("\"p-1\"")
                    .doesNotContain("\"p-2\"");
            assertThat(database.number("select count(*) from audit_subject_key where wrapped is null"))
                    .isOne();
            assertThat(retention.offers(CLERK).get(0).done()).isNotNull();
            assertProblem("person-unknown", () -> retention.offerPerson(CLERK, "p-1"));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatCameAfterTheCopyIsNotTakenUnseen(Engine engine) throws IOException {
        try (TestDatabase database = TestTrail.database(engine)) {
            record(database, about("p-1", "Erika"));
            sealed(database);
            RetentionService retention = retention(database, TEN_YEARS);
            Offer offer = retention.offerPerson(CLERK, "p-1");
            copy(retention, offer);
            record(database, about("p-1", "Erika Neu"));
            record(database, about("p-2", "Max"));

            assertProblem("copy-outdated", () -> retention.decide(ARCHIVIST, offer.id(), true, null));
            TestTrail.number(database);
            assertProblem("copy-outdated", () -> retention.decide(ARCHIVIST, offer.id(), true, null));
            copy(retention, offer);
            assertProblem("copy-outdated", () -> retention.decide(ARCHIVIST, offer.id(), true, null));
            sealed(database);
            assertThat(copy(retention, offer).get("personen.jsonl"))
                    .asString(StandardCharsets.UTF_8)
                    .contains("Erika Neu");
            retention.decide(ARCHIVIST, offer.id(), true, null);
            assertProblem("offer-decided", () -> retention.decide(ARCHIVIST, offer.id(), true, null));
            run(database, TEN_YEARS);

            assertThat(destroyed(database)).isOne();
        }
    }

    @Test
    void whatTheArchiveDoesNotWantItNeedNotHaveSeen() throws IOException {
        try (TestDatabase database = TestTrail.database(Engine.H2)) {
            record(database, about("p-1", "Erika"));
            sealed(database);
            RetentionService retention = retention(database, TEN_YEARS);
            Offer offer = retention.offerPerson(CLERK, "p-1");
            copy(retention, offer);
            record(database, about("p-1", "Erika Neu"));

            retention.decide(ARCHIVIST, offer.id(), false, null);
            run(database, TEN_YEARS);

            assertThat(destroyed(database)).isOne();
        }
    }

    @ParameterizedTest
    @CsvSource({"1000000", "null"})
    void whoeverMerelyWritesIntoTheDatabaseMakesNoCopyNewer(String size) throws IOException {
        try (TestDatabase database = TestTrail.database(Engine.H2)) {
            record(database, about("p-1", "Erika"));
            sealed(database);
            RetentionService retention = retention(database, TEN_YEARS);
            Offer offer = retention.offerPerson(CLERK, "p-1");
            copy(retention, offer);

            database.execute("update audit_offer set fetched_size = " + size);

            assertProblem("offer-not-proven", () -> retention.decide(ARCHIVIST, offer.id(), false, null));
        }
    }

    @Test
    void whoIsHeldIsNotErasedNorWhomAHeldObjectNames() throws IOException {
        try (TestDatabase database = TestTrail.database(Engine.H2)) {
            record(database, about("p-1", "Erika"));
            record(database, about("other", "Max"));
            sealed(database);
            RetentionService retention = retention(database, TEN_YEARS);
            Hold object = retention.place(CLERK, new NewHold("Account", "a-p-1", null, "Klage"));
            assertProblem("legal-hold", () -> retention.offerPerson(CLERK, "p-1"));
            retention.lift(CLERK, object.id());
            retention.place(CLERK, new NewHold("Account", "a-other", null, "Klage"));
            Offer offer = retention.offerPerson(CLERK, "p-1");
            retention.decide(ARCHIVIST, offer.id(), false, null);
            Hold person = retention.place(CLERK, new NewHold(null, null, "p-1", "Klage"));

            run(database, TEN_YEARS);
            assertProblem("legal-hold", () -> erasures(database).erase(CLERK, "p-1"));
            assertThat(database.number("select count(*) from audit_subject_key where wrapped is null"))
                    .isZero();
            retention.lift(CLERK, person.id());
            run(database, TEN_YEARS);

            assertThat(database.number("select count(*) from audit_subject_key where wrapped is null"))
                    .isOne();
        }
    }

    @Test
    void nobodyIsForgottenWhoCanStillAct() throws IOException {
        try (TestDatabase database = TestTrail.database(Engine.H2)) {
            record(database, about("p-1", "Erika"));
            record(database, about("platform-test", "Kreiswerk"));
            sealed(database);
            RetentionService retention = retention(database, TEN_YEARS);
            ErasureObjection account = subject -> Optional.of(Text.same("The account of " + subject + " is open"));
            objections.bind(account, Map.of());
            assertProblem("erasure-objected", () -> retention.offerPerson(CLERK, "p-1"));
            objections.unbind(account);
            assertProblem("person-unknown", () -> retention.offerPerson(CLERK, "platform-test"));
            Offer offer = retention.offerPerson(CLERK, "p-1");
            retention.decide(ARCHIVIST, offer.id(), false, null);
            objections.bind(account, Map.of());

            run(database, TEN_YEARS);
            assertThat(destroyed(database)).isZero();
            assertThat(retention.offers(CLERK).get(0))
                    .extracting(Offer::decision, Offer::decidedBy)
                    .containsExactly(Decision.WITHDRAWN, "platform-audit");
            assertThat(database.number("select count(*) from audit_record where action = 'offer.withdrawn'"
                            + " and canonical like '%erasure-objected%'"))
                    .isOne();
            objections.unbind(account);
            run(database, TEN_YEARS);

            assertThat(destroyed(database))
                    .as("they worked on, and nobody asked again")
                    .isZero();
            retention.decide(ARCHIVIST, retention.offerPerson(CLERK, "p-1").id(), false, null);
            run(database, TEN_YEARS);
            assertThat(destroyed(database)).isOne();
        }
    }

    @Test
    void aHoldDoesNotHideThatSomebodyCanActAgain() throws IOException {
        try (TestDatabase database = TestTrail.database(Engine.H2)) {
            record(database, about("p-1", "Erika"));
            sealed(database);
            RetentionService retention = retention(database, TEN_YEARS);
            retention.decide(ARCHIVIST, retention.offerPerson(CLERK, "p-1").id(), false, null);
            Hold hold = retention.place(CLERK, new NewHold(null, null, "p-1", "Klage"));
            ErasureObjection account = subject -> Optional.of(Text.same("The account of " + subject + " is open"));
            objections.bind(account, Map.of());
            run(database, TEN_YEARS);
            objections.unbind(account);
            retention.lift(CLERK, hold.id());

            run(database, TEN_YEARS);

            assertThat(destroyed(database)).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatCameAfterTheCopyThatWasTakenWaitsForAnotherCopy(Engine engine) throws IOException {
        try (TestDatabase database = TestTrail.database(engine)) {
            record(database, about("p-1", "Erika"));
            sealed(database);
            RetentionService retention = retention(database, TEN_YEARS);
            Offer offer = retention.offerPerson(CLERK, "p-1");
            copy(retention, offer);
            retention.decide(ARCHIVIST, offer.id(), true, null);
            record(database, about("p-1", "Erika Neu"));
            Removal removal = removal(database, TEN_YEARS, (table, column, keys) -> 0, objections, later);

            removal.run(tx -> {});
            assertProblem("copy-outdated", () -> erasures(database).erase(CLERK, "p-1"));
            sealed(database);
            removal.run(tx -> {});
            assertThat(destroyed(database)).isZero();
            assertThat(checkedLater(database)).contains("fetches its copy once more");

            assertThat(copy(retention, offer).get("personen.jsonl"))
                    .asString(StandardCharsets.UTF_8)
                    .contains("Erika Neu");
            removal.run(tx -> {});
            assertThat(destroyed(database)).isOne();
        }
    }

    /** Of two nodes with a slow database each took over from the other one, and began from the start. */
    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatCameInYearsOfAHoldIsLookedThroughWhileTheLeaseLasts(Engine engine) throws IOException {
        try (TestDatabase database = TestTrail.database(engine)) {
            record(database, about("p-1", "Erika"));
            record(database, about("p-2", "Max"));
            sealed(database);
            RetentionService retention = retention(database, TEN_YEARS);
            Offer taken = retention.offerPerson(CLERK, "p-1");
            copy(retention, taken);
            retention.decide(ARCHIVIST, taken.id(), true, null);
            retention.decide(ARCHIVIST, retention.offerPerson(CLERK, "p-2").id(), false, null);
            database.execute("insert into audit_order (seq, ticket) values (1000000, 1000000)");
            SlowNode one = new SlowNode(database);
            SlowNode other = new SlowNode(database);

            one.run();
            assertThat(destroyed(database)).as("whoever is behind").isOne();
            for (int i = 0; i < 30; i++) {
                other.run();
                one.run();
            }

            assertThat(destroyed(database)).isEqualTo(2);
        }
    }

    /** On which each transaction takes a tenth of a second; after five seconds another node has taken over. */
    private final class SlowNode implements Transactions {

        private final TestDatabase database;
        private final Removal removal;
        private Duration time = Duration.ZERO;

        SlowNode(TestDatabase database) throws IOException {
            this.database = database;
            removal = new Removal(
                    this,
                    TestTrail.on(database),
                    erasures(database),
                    (table, column, keys) -> 0,
                    TestTrail.evidence(),
                    TEN_YEARS,
                    objections,
                    later,
                    () -> time.toNanos());
        }

        void run() {
            Duration lost = time.plusSeconds(5);
            removal.run(tx -> assertThat(time).isLessThan(lost));
        }

        @Override
        public <T> T call(Work<T> work) {
            time = time.plusMillis(100);
            return database.transactions.call(work);
        }

        @Override
        public Optional<Transaction> current() {
            return database.transactions.current();
        }
    }

    @Test
    void nobodyIsForgottenWhileOneWhoCouldObjectIsReplaced() throws IOException {
        try (TestDatabase database = TestTrail.database(Engine.H2)) {
            record(database, about("p-1", "Erika"));
            sealed(database);
            Objections there = new Objections(later);
            there.bind(nothing, TestErasures.ACCOUNTS);
            ErasureObjection council = subject -> Optional.of(Text.same(subject + " has a seat"));
            RetentionService retention = retention(database, TEN_YEARS);
            Offer offer = retention.offerPerson(CLERK, "p-1");
            retention.decide(ARCHIVIST, offer.id(), false, null);

            run(database, there, later);
            assertThat(destroyed(database))
                    .as("who starts later is not there yet")
                    .isZero();
            there.bind(council, Map.of());
            there.unbind(council);
            run(database, there, later);
            assertThat(retention.offers(CLERK).get(0).isWaiting()).isTrue();
            run(database, there, Clock.offset(later, Duration.ofSeconds(61)));

            assertThat(destroyed(database)).isOne();
        }
    }

    @Test
    void nobodyIsForgottenWhileNobodyIsThereWhoCouldObject() throws IOException {
        try (TestDatabase database = TestTrail.database(Engine.H2)) {
            record(database, about("p-1", "Erika"));
            sealed(database);
            RetentionService retention = retention(database, TEN_YEARS);
            objections.unbind(nothing);
            assertProblem("erasure-objections-unknown", () -> retention.offerPerson(CLERK, "p-1"));
            objections.bind(nothing, TestErasures.ACCOUNTS);
            Offer offer = retention.offerPerson(CLERK, "p-1");
            retention.decide(ARCHIVIST, offer.id(), false, null);
            objections.unbind(nothing);

            run(database, TEN_YEARS);
            assertThat(destroyed(database)).isZero();
            assertThat(retention.offers(CLERK).get(0).isWaiting()).isTrue();
            assertThat(checkedLater(database)).contains("administration of accounts is missing");
            objections.bind(nothing, TestErasures.ACCOUNTS);
            run(database, TEN_YEARS);

            assertThat(destroyed(database)).isOne();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whomAHeldObjectNamesIsHeldAlsoWhileTheIndexIsMadeAnew(Engine engine) throws IOException {
        try (TestDatabase database = TestTrail.database(engine)) {
            record(database, about("p-1", "Erika"));
            record(database, about("p-2", "Max"));
            sealed(database);
            RetentionService retention = retention(database, TEN_YEARS);
            retention.decide(ARCHIVIST, retention.offerPerson(CLERK, "p-1").id(), false, null);
            retention.decide(ARCHIVIST, retention.offerPerson(CLERK, "p-2").id(), false, null);
            retention.place(CLERK, new NewHold("Account", "a-p-1", null, "Klage"));
            database.execute("delete from audit_index");
            database.execute("insert into audit_order (seq, ticket) values (20000, 20000)");

            run(database, TEN_YEARS);
            assertThat(destroyed(database)).isZero();
            assertThat(checkedLater(database)).contains("index of the trail is being made");
            assertProblem("index-behind", () -> erasures(database).erase(CLERK, "p-2"));
            assertProblem("index-behind", () -> retention.offerPerson(CLERK, "clerk"));
            database.execute("delete from audit_order where seq = 20000");
            run(database, TEN_YEARS);

            assertThat(destroyed(database))
                    .as("whom nothing names that is held")
                    .isOne();
            assertProblem("legal-hold", () -> erasures(database).erase(CLERK, "p-1"));
            TestIndex.fill(database);
            assertProblem("legal-hold", () -> erasures(database).erase(CLERK, "p-1"));
        }
    }

    private static long destroyed(TestDatabase database) {
        return database.number("select count(*) from audit_subject_key where wrapped is null");
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatIsDecidedCanBeTakenBackUntilItGoes(Engine engine) throws IOException {
        try (TestDatabase database = written(engine)) {
            RetentionService retention = retention(database, TEN_YEARS);
            Offer person = retention.offerPerson(CLERK, "op-1f");
            Offer records = retention.offerDue(CLERK);
            for (Offer each : List.of(person, records)) {
                copy(retention, each);
                retention.decide(ARCHIVIST, each.id(), true, "Acc. 7");
            }
            Hold hold = retention.place(CLERK, new NewHold(null, null, null, "Klage"));
            run(database, TEN_YEARS);

            retention.withdraw(CLERK, person.id());
            retention.withdraw(CLERK, records.id());
            retention.lift(CLERK, hold.id());
            run(database, TEN_YEARS);

            assertNothingWent(database);
            assertThat(check(database).isOk()).isTrue();
            assertThat(retention.offers(CLERK))
                    .as("where the archive has its copy")
                    .extracting(Offer::decision, Offer::reference)
                    .containsOnly(tuple(Decision.WITHDRAWN, "Acc. 7"));
            assertThat(database.number("select count(*) from audit_record where action = 'offer.withdrawn'"
                            + " and canonical not like '%\"reference\"%'"))
                    .as("the archive's words are nothing personal of who takes back")
                    .isEqualTo(2);
            assertProblem("offer-decided", () -> retention.withdraw(CLERK, person.id()));
            assertProblem("offer-done", () -> copy(retention, records));
            Offer again = retention.offerPerson(CLERK, "op-1f");
            retention.decide(ARCHIVIST, again.id(), false, null);
            run(database, TEN_YEARS);
            assertThat(destroyed(database)).isOne();
            assertProblem("offer-decided", () -> retention.withdraw(CLERK, again.id()));
            assertThat(retention.offerDue(CLERK).last()).isEqualTo(512);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatIsTakenBackAtTheLastMomentStays(Engine engine) throws IOException {
        try (TestDatabase database = written(engine)) {
            RetentionService retention = retention(database, TEN_YEARS);
            List<Offer> offers = List.of(retention.offerPerson(CLERK, "op-1f"), retention.offerDue(CLERK));
            offers.forEach(offer -> retention.decide(ARCHIVIST, offer.id(), false, null));
            List<Offer> left = new ArrayList<>(offers);

            removal(
                            database,
                            TEN_YEARS,
                            (table, column, keys) -> delete(database, table, column, keys),
                            objections,
                            later)
                    .run(tx -> {
                        if (!left.isEmpty()) {
                            Thread other = new Thread(() ->
                                    retention.withdraw(CLERK, left.remove(0).id()));
                            other.start();
                            join(other);
                        }
                    });

            assertThat(left).isEmpty();
            assertNothingWent(database);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatIsUnderWayIsNotHiddenByWhatIsSettled(Engine engine) throws IOException {
        try (TestDatabase database = written(engine)) {
            RetentionService retention = retention(database, TEN_YEARS);
            Offer open = retention.offerDue(CLERK);
            for (int i = 0; i < Retention.LONGEST_LIST; i++) {
                database.execute(
                        "insert into audit_offer (id, subject, first_seq, last_seq, made, made_by, done, decision)"
                                + " values ('settled-" + i + "', 'p-" + i + "', 0, 0, timestamp with time zone"
                                + " '2099-01-01 00:00:00+00:00', 'clerk', "
                                + (i % 2 == 0 ? "current_timestamp, 'taken')" : "null, 'withdrawn')"));
            }

            assertThat(retention.offers(CLERK))
                    .hasSize(Retention.LONGEST_LIST)
                    .first()
                    .isEqualTo(open);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatThePlatformDidNotOfferIsNotHandedOut(Engine engine) throws IOException {
        try (TestDatabase database = written(engine)) {
            RetentionService retention = retention(database, TEN_YEARS);
            Offer open = retention.offerDue(CLERK);
            for (String values : List.of("'forged-1', 'op-1f', 0, 0", "'forged-2', null, 1, 2000000000")) {
                database.execute("insert into audit_offer (id, subject, first_seq, last_seq, made, made_by)"
                        + " values (" + values + ", current_timestamp, 'clerk')");
            }
            database.execute("update audit_offer set last_seq = 600 where id = '" + open.id() + "'");

            for (String id : List.of("forged-1", "forged-2", open.id())) {
                assertProblem("offer-not-proven", () -> retention.writeCopy(ARCHIVIST, id, out()));
            }
            assertThat(database.number("select count(*) from audit_record where action = 'offer.fetched'"))
                    .isZero();
        }
    }

    @Test
    void anOfferCanBeTakenBackUntilItIsDecided() throws IOException {
        try (TestDatabase database = written(Engine.H2)) {
            RetentionService retention = retention(database, TEN_YEARS);
            Offer offer = retention.offerDue(CLERK);
            retention.withdraw(CLERK, offer.id());

            assertProblem("offer-decided", () -> retention.withdraw(CLERK, offer.id()));
            assertProblem("offer-decided", () -> retention.decide(ARCHIVIST, offer.id(), false, null));
            assertProblem("offer-done", () -> copy(retention, offer));
            assertThat(retention.offerDue(CLERK).id()).isNotEqualTo(offer.id());
            run(database, TEN_YEARS);
            assertThat(TestSeal.log(database).minimum()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoeverMerelyWritesIntoTheDatabaseLetsNothingGo(Engine engine) throws IOException {
        try (TestDatabase database = written(engine)) {
            RetentionService retention = retention(database, TEN_YEARS);
            retention.offerPerson(CLERK, "op-1f");
            Offer offer = retention.offerDue(CLERK);
            database.execute("update audit_offer set decision = 'refused', decided = made, decided_by = 'archivist'");
            run(database, TEN_YEARS);
            assertNothingWent(database);

            database.execute("update audit_offer set decision = null, decided = null, decided_by = null");
            database.execute("update audit_offer set last_seq = 256 where last_seq = 512");
            assertProblem("offer-not-proven", () -> retention.decide(ARCHIVIST, offer.id(), false, null));
            database.execute("insert into audit_offer (id, first_seq, last_seq, made, made_by, decision, decided,"
                    + " decided_by, evidence) select 'forged', 1, 512, made, made_by, 'refused', made, 'archivist',"
                    + " evidence from audit_offer where id = '" + offer.id() + "'");
            run(database, TEN_YEARS);
            assertNothingWent(database);
            assertProblem("offer-not-proven", () -> retention.decide(ARCHIVIST, "forged", false, null));
            retention.withdraw(CLERK, "forged");
            retention.withdraw(CLERK, offer.id());
            retention.decide(ARCHIVIST, retention.offerDue(CLERK).id(), false, null);
            run(database, TEN_YEARS);

            assertThat(TestSeal.log(database).minimum()).isEqualTo(512);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoeverMerelyWritesIntoTheDatabaseLiftsNoHold(Engine engine) throws IOException {
        try (TestDatabase database = written(engine)) {
            RetentionService retention = retention(database, TEN_YEARS);
            Offer offer = retention.offerDue(CLERK);
            retention.decide(ARCHIVIST, offer.id(), false, null);
            Hold lifted = retention.place(CLERK, new NewHold(null, null, null, "Untersuchung"));
            Hold held = retention.place(CLERK, new NewHold(null, null, null, "Klage"));
            retention.lift(CLERK, lifted.id());
            database.execute("insert into audit_hold_lift (id, hold, lifted, lifted_by, evidence)"
                    + " select 'forged', '" + held.id() + "', lifted, lifted_by, evidence from audit_hold_lift");

            run(database, TEN_YEARS);

            assertNothingWent(database);
            assertThat(retention.holds(CLERK).get(0)).isEqualTo(held);
            assertThat(retention.holds(CLERK).get(1).inForce()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void anOfferThatStoodThereBeforeIsNotBelievedAgain(Engine engine) throws IOException {
        try (TestDatabase database = written(engine)) {
            RetentionService retention = retention(database, TEN_YEARS);
            Offer offer = retention.offerDue(CLERK);
            retention.decide(ARCHIVIST, offer.id(), false, null);
            database.execute("create table brought as select * from audit_offer");
            database.execute("update audit_offer set last_seq = 256");
            retention.withdraw(CLERK, offer.id());
            assertThat(check(database).isOk()).isTrue();
            database.execute("delete from audit_offer");
            database.execute("insert into audit_offer select * from brought");

            run(database, TEN_YEARS);

            assertNothingWent(database);
            assertThat(check(database).getStatus()).isEqualTo(Result.Status.CRITICAL);
            assertProblem("offer-not-proven", () -> retention.decide(ARCHIVIST, offer.id(), false, null));
            retention.withdraw(CLERK, offer.id());
            assertThat(check(database).isOk()).isTrue();
            assertProblem("offer-decided", () -> retention.withdraw(CLERK, offer.id()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "H2,done = made,still there",
        "POSTGRESQL,done = made,still there",
        "H2,decision = 'withdrawn',settled or taken back",
        "H2,'done = made, evidence = null',still there"
    })
    void whatOnlyTheDatabaseSaysIsDoneIsTold(Engine engine, String changed, String told) throws IOException {
        try (TestDatabase database = written(engine)) {
            RetentionService retention = retention(database, TEN_YEARS);
            Offer person = retention.offerPerson(CLERK, "op-1f");
            Offer records = retention.offerDue(CLERK);
            for (Offer offer : List.of(person, records)) {
                retention.decide(ARCHIVIST, offer.id(), false, null);
            }
            assertThat(check(database).isOk()).isTrue();

            database.execute("update audit_offer set " + changed);

            assertThat(check(database).getStatus()).isEqualTo(Result.Status.CRITICAL);
            assertThat(check(database).toString()).contains(told, person.id(), records.id());
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aHoldThatWouldKeepNothingIsRefused(Engine engine) throws IOException {
        try (TestDatabase database = written(engine)) {
            record(database, about("p-1", "Erika"));
            RetentionService retention = retention(database, TEN_YEARS);
            TestTrail.number(database);
            assertThat(retention
                            .place(CLERK, new NewHold("Account", "a-p-1", null, "numbered, not in the index yet"))
                            .inForce())
                    .isTrue();
            assertThat(retention
                            .place(CLERK, new NewHold(null, null, "p-1", "Klage"))
                            .inForce())
                    .isTrue();

            for (NewHold mistyped : List.of(
                    new NewHold("thing", "thing-1", null, "Klage"),
                    new NewHold("Thing", "2026/001", null, "Klage"),
                    new NewHold(null, null, "p-2", "Klage"))) {
                assertProblem("hold-invalid", () -> retention.place(CLERK, mistyped));
            }
            assertThat(retention.holds(CLERK)).hasSize(2);
        }
    }

    @Test
    void whatIsRemovedWhileSomebodyFetchesItIsNoDamage() throws IOException {
        try (TestDatabase database = written(Engine.H2)) {
            RetentionService retention = retention(database, TEN_YEARS);
            Offer offer = retention.offerDue(CLERK);
            OutputStream slow = new OutputStream() {
                private boolean begun;

                @Override
                public void write(int b) throws IOException {
                    if (!begun) {
                        begun = true;
                        retention.decide(ARCHIVIST, offer.id(), false, null);
                        run(database, TEN_YEARS);
                    }
                }
            };

            assertProblem("record-removed", () -> retention.writeCopy(ARCHIVIST, offer.id(), slow));
            assertThat(TestSeal.log(database).minimum()).isEqualTo(512);
        }
    }

    /** A server keeps what is written until there is enough of it, and only then learns that the reader is gone. */
    @Test
    void aCopyWhoseLastBytesDoNotGetOutWasNotFetched() throws IOException {
        try (TestDatabase database = written(Engine.H2)) {
            RetentionService retention = retention(database, TEN_YEARS);
            Offer offer = retention.offerDue(CLERK);
            OutputStream gone = new OutputStream() {
                @Override
                public void write(int b) throws IOException {
                    throw new IOException("gone");
                }
            };

            assertThatThrownBy(() ->
                            retention.writeCopy(ARCHIVIST, offer.id(), new BufferedOutputStream(gone, 10_000_000)))
                    .isInstanceOf(IOException.class)
                    .hasMessage("gone");
            assertProblem("copy-not-fetched", () -> retention.decide(ARCHIVIST, offer.id(), true, null));
        }
    }

    @Test
    void aTimeOfAnAreaThatNobodyKnowsIsToldBeforeAnythingGoes() throws IOException {
        try (TestDatabase database = written(Engine.H2)) {
            RetentionTimes mistyped = new RetentionTimes(10, "proposal=30, test=10");
            assertThat(check(database, mistyped, later).getStatus()).isEqualTo(Result.Status.WARN);
            assertThat(check(database, mistyped, later).toString()).contains("no record: proposal.");
            assertThat(check(database, mistyped, Clock.systemUTC()).isOk())
                    .as("nothing is due")
                    .isTrue();
            assertThat(check(database, new RetentionTimes(10, "test=10"), later).isOk())
                    .isTrue();
        }
    }

    private static void assertNothingWent(TestDatabase database) {
        assertThat(TestSeal.log(database).minimum()).isZero();
        assertThat(database.number("select count(*) from audit_subject_key where wrapped is null"))
                .isZero();
        assertThat(records(database)).isGreaterThan(WRITTEN);
    }

    @Test
    void whoReadsWhatIsOfferedAndHeldIsNoted() throws IOException {
        try (TestDatabase database = written(Engine.H2)) {
            RetentionService retention = retention(database, TEN_YEARS);
            List<String> noted = new ArrayList<>();
            retention.reads = (caller, area, type, id, department) ->
                    noted.add(String.join(" ", caller.subject(), area, type, id));
            retention.offers(CLERK);
            retention.holds(CLERK);
            assertThat(noted).as("nothing was there to read").isEmpty();

            retention.offerDue(CLERK);
            retention.place(CLERK, new NewHold("Thing", "thing-1", null, "Klage"));
            retention.offers(CLERK);
            retention.holds(ARCHIVIST);

            assertThat(noted)
                    .containsExactly(CLERK.subject() + " audit Offer list", ARCHIVIST.subject() + " audit Hold list");
        }
    }

    @Test
    void eachStepTakesItsPermissionAndASecondPerson() throws IOException {
        try (TestDatabase database = written(Engine.H2)) {
            RetentionService retention = retention(database, TEN_YEARS);
            Offer offer = retention.offerDue(CLERK);
            List<ThrowingCallable> refused = List.of(
                    () -> retention.state(NOBODY),
                    () -> retention.holds(NOBODY),
                    () -> retention.offers(NOBODY),
                    () -> retention.offerDue(ARCHIVIST),
                    () -> retention.offerPerson(ARCHIVIST, "p-1"),
                    () -> retention.place(ARCHIVIST, new NewHold(null, null, null, "reason")),
                    () -> retention.lift(ARCHIVIST, "any"),
                    () -> retention.withdraw(ARCHIVIST, offer.id()),
                    () -> copy(database, CLERK, offer),
                    () -> retention.decide(CLERK, offer.id(), false, null));
            for (ThrowingCallable each : refused) {
                assertProblem("permission-missing", each);
            }
            Caller both = caller("clerk", AuditPermissions.RETENTION, AuditPermissions.ARCHIVE);
            assertProblem("own-offer", () -> retention.decide(both, offer.id(), false, null));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Caller.MACHINE, Caller.OPERATOR})
    void machinesNeitherOfferNorDecide(String method) throws IOException {
        try (TestDatabase database = written(Engine.H2)) {
            RetentionService retention = retention(database, TEN_YEARS);
            Offer offer = retention.offerDue(CLERK);
            Caller machine = new Caller(
                    "token-1",
                    "Archive's script",
                    Stream.of(AuditPermissions.RETENTION, AuditPermissions.ARCHIVE, Erasures.PERMISSION)
                            .map(permission -> new Grant(permission, Grant.ALL))
                            .collect(Collectors.toUnmodifiableSet()),
                    method,
                    Instant.EPOCH,
                    "request");

            assertProblem("people-only", () -> retention.offerDue(machine));
            assertProblem("people-only", () -> retention.offerPerson(machine, "p-1"));
            assertProblem("people-only", () -> retention.decide(machine, offer.id(), false, null));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatIsTypedWrongIsRefused(Engine engine) throws IOException {
        try (TestDatabase database = TestTrail.database(engine)) {
            RetentionService retention = retention(database, TEN_YEARS);
            for (NewHold wrong : List.of(
                    new NewHold(null, null, null, null),
                    new NewHold(null, null, null, " a "),
                    new NewHold(null, null, null, "x".repeat(1_001)),
                    new NewHold(null, null, null, "rea\u0000son"),
                    new NewHold("Paper", null, null, "reason"),
                    new NewHold(null, "p-1", null, "reason"),
                    new NewHold("Paper", "p-1", "person", "reason"),
                    new NewHold("x".repeat(61), "p-1", null, "reason"),
                    new NewHold("Paper", "x".repeat(201), null, "reason"),
                    new NewHold(null, null, "a\u0000b", "reason"))) {
                assertProblem("hold-invalid", () -> retention.place(CLERK, wrong));
            }
            assertProblem("hold-not-found", () -> retention.lift(CLERK, "none"));
            assertProblem("offer-not-found", () -> retention.withdraw(CLERK, "none"));
            assertProblem("offer-not-found", () -> retention.decide(ARCHIVIST, "none", true, null));
            assertProblem("reference-too-long", () -> retention.decide(ARCHIVIST, "none", true, "x".repeat(201)));
            assertProblem("nothing-due", () -> retention.offerDue(CLERK));
            assertThat(database.number("select count(*) from audit_record")).isZero();
        }
    }

    private TestDatabase written(Engine engine) {
        TestDatabase database = TestTrail.database(engine);
        TestTrail.write(database, WRITTEN);
        sealed(database);
        return database;
    }

    private void sealed(TestDatabase database) {
        TestSeal.seal(database, key, data);
        TestIndex.fill(database);
    }

    private static void record(TestDatabase database, AuditEvent event) {
        AuditTrailService trail = TestTrail.on(database);
        database.transactions.call(tx -> {
            trail.record(event);
            return null;
        });
    }

    private static AuditEvent about(String subject, String name) {
        return new AuditEvent(
                CLERK,
                "identity",
                "account.changed",
                "Account",
                "a-" + subject,
                null,
                AuditEvent.Outcome.SUCCESS,
                Map.of(),
                List.of(new PersonalField(subject, "name", name)));
    }

    private RetentionService retention(TestDatabase database, RetentionTimes times) {
        return new RetentionService(
                database.transactions,
                TestTrail.on(database),
                TestTrail.evidence(),
                () -> List.of(LogSigner.of(key)),
                times,
                objections,
                later);
    }

    private ErasuresService erasures(TestDatabase database) throws IOException {
        return TestErasures.on(database, data);
    }

    private void run(TestDatabase database, RetentionTimes times) throws IOException {
        run(database, times, (table, column, keys) -> delete(database, table, column, keys));
    }

    private void run(TestDatabase database, RetentionTimes times, InsertOnlyTables tables) throws IOException {
        removal(database, times, tables, objections, later).run(tx -> {});
    }

    private void run(TestDatabase database, Objections asked, Clock clock) throws IOException {
        removal(database, TEN_YEARS, (table, column, keys) -> 0, asked, clock).run(tx -> {});
    }

    private Removal removal(
            TestDatabase database, RetentionTimes times, InsertOnlyTables tables, Objections asked, Clock clock)
            throws IOException {
        return new Removal(
                database.transactions,
                TestTrail.on(database),
                erasures(database),
                tables,
                TestTrail.evidence(),
                times,
                asked,
                clock,
                System::nanoTime);
    }

    private static int delete(TestDatabase database, String table, String column, Collection<Long> keys) {
        assertThat(database.transactions.current()).isEmpty();
        return database.transactions.call(tx -> {
            try (PreparedStatement delete =
                    tx.connection().prepareStatement("delete from " + table + " where " + column + " = ?")) {
                for (Long each : keys) {
                    delete.setLong(1, each);
                    delete.addBatch();
                }
                return Arrays.stream(delete.executeBatch()).sum();
            }
        });
    }

    private static long records(TestDatabase database) {
        return database.number("select count(*) from audit_record");
    }

    private Map<String, byte[]> copy(TestDatabase database, Caller caller, Offer offer) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        retention(database, TEN_YEARS).writeCopy(caller, offer.id(), out);
        return unzipped(out.toByteArray());
    }

    private static Map<String, byte[]> copy(RetentionService retention, Offer offer) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        retention.writeCopy(ARCHIVIST, offer.id(), out);
        return unzipped(out.toByteArray());
    }

    private static Map<String, byte[]> unzipped(byte[] bytes) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    private static void assertProblem(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problem().code()).isEqualTo(code));
    }

    private static Caller caller(String subject, String... permissions) {
        return new Caller(
                subject,
                "Name of " + subject,
                Arrays.stream(permissions)
                        .map(permission -> new Grant(permission, Grant.ALL))
                        .collect(Collectors.toUnmodifiableSet()),
                "test",
                Instant.EPOCH,
                "request",
                Set.of());
    }
}
