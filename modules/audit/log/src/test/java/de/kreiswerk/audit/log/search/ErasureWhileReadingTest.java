package de.kreiswerk.audit.log.search;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.audit.api.AuditPermissions;
import de.kreiswerk.audit.api.AuditSearch;
import de.kreiswerk.audit.api.TrailRecord.Personal;
import de.kreiswerk.audit.log.AuditTrailService;
import de.kreiswerk.audit.log.Platform;
import de.kreiswerk.audit.log.TestTrail;
import de.kreiswerk.audit.log.erasure.ErasuresService;
import de.kreiswerk.audit.log.erasure.TestErasures;
import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.persistence.database.TestDatabase;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErasureWhileReadingTest {

    private static final int PERSONS = 5;
    private static final int READERS = 3;
    private static final int READS = 10;
    private static final Caller AUDITOR = new Caller(
            "auditor",
            "Auditor",
            Set.of(new Grant(AuditPermissions.READ, Grant.ALL), new Grant(AuditPermissions.READ_PERSONS, Grant.ALL)),
            "test",
            Instant.EPOCH,
            "request");

    @TempDir
    Path data;

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoReadsSeesWhatIsSaidOfAPersonOrThatTheyWereErasedAndNothingElse(Engine engine) throws Exception {
        ExecutorService readers = Executors.newFixedThreadPool(READERS);
        try (TestDatabase database = TestTrail.database(engine)) {
            AuditSearch search = TestIndex.search(database);
            ErasuresService erasures = TestErasures.on(database, data);
            // In between are the records of the erasures.
            for (int number = 1; number < 2 * PERSONS; number += 2) {
                String subject = "p-" + number;
                write(database, subject);
                Queue<Personal> seen = whileErased(database, search, erasures, readers, subject, number);

                assertThat(seen).as("before and after").hasSizeGreaterThanOrEqualTo(2 * READERS * READS);
                assertThat(seen)
                        .allMatch(each -> each.erased() == null ? "Erika".equals(each.value()) : each.value() == null);
                assertThat(seen).anyMatch(each -> each.erased() == null).anyMatch(each -> each.erased() != null);
            }
        } finally {
            readers.shutdownNow();
        }
    }

    private static Queue<Personal> whileErased(
            TestDatabase database,
            AuditSearch search,
            ErasuresService erasures,
            ExecutorService readers,
            String subject,
            long number)
            throws Exception {
        Queue<Personal> seen = new ConcurrentLinkedQueue<>();
        CountDownLatch before = new CountDownLatch(READERS * READS);
        AtomicBoolean erased = new AtomicBoolean();
        List<Future<?>> reading = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            reading.add(readers.submit(() -> {
                for (int left = READS; left > 0; ) {
                    boolean isAfter = erased.get();
                    search.record(AUDITOR, number).personal().stream()
                            .filter(each -> each.subject().equals(subject))
                            .forEach(seen::add);
                    before.countDown();
                    left -= isAfter ? 1 : 0;
                }
            }));
        }
        assertThat(before.await(60, TimeUnit.SECONDS)).isTrue();
        database.transactions.call(tx -> {
            erasures.erase(tx, Platform.at(Instant.now()), subject, "offer");
            return null;
        });
        erased.set(true);
        for (Future<?> each : reading) {
            each.get(60, TimeUnit.SECONDS);
        }
        return seen;
    }

    private static void write(TestDatabase database, String subject) {
        AuditTrailService trail = TestTrail.on(database);
        database.transactions.call(tx -> {
            trail.record(AuditEvent.success(AUDITOR, "test", "written", "Thing", "thing")
                    .withPersonal(subject, "name", "Erika"));
            return null;
        });
        TestTrail.number(database);
    }
}
