package de.kreiswerk.audit.log.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiswerk.audit.log.TestTrail;
import de.kreiswerk.audit.log.checkpoint.KeyFile;
import de.kreiswerk.audit.log.checkpoint.StateFile;
import de.kreiswerk.audit.log.tree.DamagedLog;
import de.kreiswerk.core.api.health.Findings;
import de.kreiswerk.core.api.persistence.PersistenceFailure;
import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.schedule.LeasedWork;
import de.kreiswerk.core.persistence.database.TestDatabase;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.felix.hc.api.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

class SealingTest {

    @TempDir
    Path data;

    private final BlockingQueue<LeasedWork> registered = new LinkedBlockingQueue<>();
    private final AtomicInteger unregistered = new AtomicInteger();
    private final AtomicBoolean away = new AtomicBoolean();

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatFailsAtTheStartIsTriedAgainWhileNobodyLooks(Engine engine) throws Exception {
        try (TestDatabase database = TestTrail.database(engine)) {
            away.set(true);
            Sealing sealing = sealing(database, Duration.ofMillis(20));
            try {
                assertThat(registered).isEmpty();

                away.set(false);

                assertThat(registered.poll(60, TimeUnit.SECONDS)).isNotNull();
                assertThat(sealing.missing()).isEmpty();
                assertThat(registered).as("once").isEmpty();
            } finally {
                sealing.close();
            }
            assertThat(unregistered).hasValue(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoeverStillLooksAfterTheEndBeginsNothing(Engine engine) throws Exception {
        try (TestDatabase database = TestTrail.database(engine)) {
            away.set(true);
            Sealing sealing = sealing(database, Duration.ofHours(1));
            sealing.close();
            away.set(false);

            sealing.missing();

            assertThat(registered).isEmpty();
            assertThat(database.count("audit_seal_key")).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void theCheckTellsWhatIsDamagedAndWhatIsNotAsItShouldBe(Engine engine) throws Exception {
        try (TestDatabase database = TestTrail.database(engine)) {
            Sealing sealing = sealing(database, Duration.ofHours(1));
            try {
                TestTrail.write(database, 3);
                LeasedWork sealer = registered.remove();
                TestTrail.number(database);
                sealer.run(tx -> {});
                assertCheck(sealing, database, Result.Status.OK, "4 records are sealed");

                Path key = data.resolve("keys/seal.key");
                Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-rw-rw-"));
                assertCheck(sealing, database, Result.Status.WARN, key.toString());
                assertCheck(sealing, database, Result.Status.WARN, "Geben Sie der Datei");
                Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));

                database.execute("update audit_record set canonical = replace(canonical, 'thing-2', 'thing-7')");
                TestTrail.write(database, 1);
                TestTrail.number(database);
                assertThatThrownBy(() -> sealer.run(tx -> {})).isInstanceOf(DamagedLog.class);
                assertCheck(sealing, database, Result.Status.CRITICAL, "record 4");
                assertCheck(
                        sealing, database, Result.Status.CRITICAL, "Der Eintrag 4 ist nicht der, der versiegelt wurde");
                database.execute("update audit_record set canonical = replace(canonical, 'thing-7', 'thing-2')");
                sealer.run(tx -> {});
                assertCheck(sealing, database, Result.Status.OK, "5 records are sealed");

                database.execute("delete from audit_order where seq = 5");
                assertCheck(sealing, database, Result.Status.CRITICAL, "record 5");
            } finally {
                sealing.close();
            }
        }
    }

    @Test
    void aKeyThatIsMissingIsToldInGermanWithWhatToDo() throws Exception {
        try (TestDatabase database = TestTrail.database(Engine.H2)) {
            sealing(database, Duration.ofHours(1)).close();
            Path key = data.resolve("keys/seal.key");
            Files.delete(key);
            Sealing sealing = sealing(database, Duration.ofHours(1));
            try {
                assertThat(sealing.missing().orElseThrow().german())
                        .isEqualTo("Der Schlüssel, der den Prüfpfad signiert, fehlt: " + key
                                + ". Legen Sie ihn zurück; bis dahin wird nichts versiegelt.");
                assertCheck(sealing, database, Result.Status.WARN, "Legen Sie ihn zurück");
            } finally {
                sealing.close();
            }
        }
    }

    @Test
    void whatIsOverdueIsSaidAsPeopleSayIt() {
        assertThat(Findings.words(SealCheck.overdue(1, 12)).german())
                .isEqualTo("Noch nicht versiegelt ist 1 Eintrag, seit 12 s");
        assertThat(Findings.words(SealCheck.overdue(2, 12)).german())
                .isEqualTo("Noch nicht versiegelt sind 2 Einträge, der erste seit 12 s");
    }

    private static void assertCheck(Sealing sealing, TestDatabase database, Result.Status status, String words) {
        Result result = new SealCheck(sealing, database.transactions).execute();
        assertThat(result.getStatus()).as(result.toString()).isEqualTo(status);
        assertThat(result.toString()).contains(words);
    }

    private Sealing sealing(TestDatabase database, Duration again) {
        Transactions transactions = new Transactions() {
            @Override
            public <T> T call(Work<T> work) {
                if (away.get()) {
                    throw new PersistenceFailure("The database is away", null);
                }
                return database.transactions.call(work);
            }

            @Override
            public Optional<Transaction> current() {
                return database.transactions.current();
            }
        };
        SealKeys keys =
                new SealKeys(transactions, TestTrail.on(database), KeyFile.of(Map.of(), data), Clock.systemUTC());
        Memory memory =
                new Memory(StateFile.of(Map.of(), data), transactions, TestTrail.on(database), Clock.systemUTC());
        return new Sealing(context(), transactions, keys, memory, Map.of(), again);
    }

    private BundleContext context() {
        return proxy(BundleContext.class, arguments -> {
            registered.add((LeasedWork) arguments[1]);
            return proxy(ServiceRegistration.class, none -> {
                unregistered.incrementAndGet();
                return null;
            });
        });
    }

    private interface Answer {

        Object to(Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> answer.to(arguments)));
    }
}
