package de.kreiswerk.core.mail.outbox;

import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.audit.AuditRecord;
import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.mail.Mail;
import de.kreiswerk.core.api.schedule.Lease;
import de.kreiswerk.core.api.secret.SecretBox;
import de.kreiswerk.core.mail.smtp.SmtpServer;
import de.kreiswerk.core.mail.smtp.SmtpSettings;
import de.kreiswerk.core.mail.smtp.StubServer;
import de.kreiswerk.core.persistence.database.TestDatabase;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import de.kreiswerk.runtime.testing.MovingClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLSocketFactory;

/** The outbox on a real database, with a mail server that can go wrong and a clock that the tests move. */
final class TestOutbox implements AutoCloseable {

    static final Caller KEEPER = new Caller(
            "keeper", "Name", Set.of(new Grant(MailPermission.NAME, Grant.ALL)), "test", Instant.EPOCH, "request");
    static final Caller NOBODY = new Caller("nobody", "Name", Set.of(), "test", Instant.EPOCH, "request");
    static final Lease ALONE = tx -> {};

    private static final SmtpSettings NONE = settings("", 25);

    final TestDatabase database;
    final MovingClock clock = new MovingClock();
    final Queue<AuditEvent> records = new ConcurrentLinkedQueue<>();
    final AuditTrail trail = new Trail();
    final SecretBox box = new Box();
    final Bell bell = new Bell();
    StubServer stub;
    SmtpServer server;
    OutboxService outbox;
    OutboxDesk desk;
    Dispatch dispatch;

    /** With a mail server. */
    TestOutbox(Engine engine) throws Exception {
        this(engine, true);
    }

    TestOutbox(Engine engine, boolean ready) throws Exception {
        this.database = new TestDatabase(engine, "flyway_core_mail", "/db/migration/V1__mail.sql");
        this.stub = new StubServer();
        use(ready ? stub.settings(SmtpSettings.Security.NONE) : NONE);
    }

    /** As if the settings had been changed. */
    void use(SmtpSettings settings) {
        if (dispatch != null) {
            dispatch.close();
        }
        server = new SmtpServer(settings);
        outbox = new OutboxService(database.transactions, trail, box, server, bell, clock);
        desk = new OutboxDesk(database.transactions, trail, box, server, bell, clock);
        dispatch = dispatch();
    }

    /** Of another node, or of this one after a crash. */
    Dispatch dispatch() {
        return new Dispatch(
                database.transactions,
                trail,
                box,
                server,
                bell,
                () -> (SSLSocketFactory) SSLSocketFactory.getDefault(),
                clock);
    }

    static SmtpSettings settings(String host, int port) {
        return new SmtpSettings(
                host,
                port,
                SmtpSettings.Security.NONE,
                "",
                "",
                "kreiswerk@landkreis.example",
                "",
                Duration.ofSeconds(60),
                12,
                Duration.ofDays(30));
    }

    Mail mail(String to) {
        return new Mail(
                to,
                "Neues Kennwort",
                "Der Link: https://kreis.example/geheim",
                "identity.password-link",
                "account-1",
                clock.instant().plus(Duration.ofDays(3)));
    }

    String put() {
        return outbox.put(mail("anna@kreis.example"));
    }

    /** Works until something is so. */
    void until(BooleanSupplier condition) {
        until(dispatch, condition);
    }

    static void until(Dispatch dispatch, BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("It never came true");
            }
            dispatch.run(ALONE);
            LockSupport.parkNanos(1_000_000);
        }
    }

    MailEntry entry(String id) {
        return desk.list(KEEPER, null, 1_000).stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    MailState state(String id) {
        return entry(id).state();
    }

    void untilState(String id, MailState state) {
        until(() -> state(id) == state);
    }

    void untilAttempts(String id, int attempts) {
        until(() -> hasEnded(id, attempts));
    }

    /** An attempt is counted when it begins; how it went is known, and the clock may go on, when it has ended. */
    boolean hasEnded(String id, int attempts) {
        MailEntry entry = entry(id);
        return entry.attempts() == attempts && entry.fault() != null && !entry.sending();
    }

    List<String> actions() {
        return records.stream().map(AuditEvent::action).toList();
    }

    @Override
    public void close() throws Exception {
        dispatch.close();
        stub.close();
        database.close();
    }

    /** Not a safe one, but what it gives does not look like what went in. */
    static final class Box implements SecretBox {

        @Override
        public String seal(String purpose, String owner, byte[] secret) {
            return encoded((purpose + owner).getBytes(StandardCharsets.UTF_8)) + "." + encoded(secret);
        }

        @Override
        public Optional<byte[]> open(String purpose, String owner, String sealed) {
            String lead = encoded((purpose + owner).getBytes(StandardCharsets.UTF_8)) + ".";
            return sealed.startsWith(lead)
                    ? Optional.of(Base64.getDecoder().decode(sealed.substring(lead.length())))
                    : Optional.empty();
        }

        private static String encoded(byte[] bytes) {
            return Base64.getEncoder().encodeToString(bytes);
        }
    }

    private final class Trail implements AuditTrail {

        @Override
        public void record(AuditEvent event) {
            database.transactions.current().orElseThrow().afterCommit(() -> records.add(event));
        }

        @Override
        public List<AuditRecord> read(long afterSequence, int limit) {
            throw new UnsupportedOperationException();
        }
    }
}
