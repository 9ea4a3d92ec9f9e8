package de.kreiswerk.audit.log.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import de.kreiswerk.audit.api.AuditLog;
import de.kreiswerk.audit.api.Checkpoint;
import de.kreiswerk.audit.log.TestTrail;
import de.kreiswerk.core.api.mail.Mail;
import de.kreiswerk.core.api.mail.Outbox;
import de.kreiswerk.core.api.persistence.PersistenceFailure;
import de.kreiswerk.core.persistence.database.TestDatabase;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import de.kreiswerk.runtime.testing.MovingClock;
import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.Result.Status;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CheckpointCopiesTest {

    private final MovingClock clock = new MovingClock(Instant.parse("2026-11-27T08:00:00Z"));
    private final List<Mail> sent = new ArrayList<>();
    private final Map<String, Outbox.Fate> fates = new HashMap<>();
    private Checkpoint newest;

    @TempDir
    Path disk;

    @ParameterizedTest
    @EnumSource(Engine.class)
    void theFileGetsEachHoursNewestState(Engine engine) throws Exception {
        try (TestDatabase database = TestTrail.database(engine)) {
            Files.createFile(disk.resolve("trail"));
            CheckpointCopies copies = copies(database, disk.resolve("trail").toString(), "");
            copies.run(tx -> {});
            assertThat(disk.resolve("trail")).isEmptyFile();

            signed(3);
            copies.run(tx -> {});
            signed(5);
            copies.run(tx -> {});
            clock.pass(Duration.ofMinutes(61));
            copies.run(tx -> {});
            copies.run(tx -> {});
            clock.pass(Duration.ofMinutes(61));
            copies.run(tx -> {});

            assertThat(Files.readString(disk.resolve("trail")))
                    .isEqualTo("# 2026-11-27T08:00:00Z\nlog\n3\nroot\n\n— log sig\n"
                            + "# 2026-11-27T09:01:00Z\nlog\n5\nroot\n\n— log sig\n");
            assertThat(sent).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatACrashCutOffDoesNotSpoilTheNextState(Engine engine) throws Exception {
        try (TestDatabase database = TestTrail.database(engine)) {
            Path file = Files.writeString(disk.resolve("trail"), "# 2026-11-27T07:00:00Z\nlog\n1\nro");
            signed(3);
            copies(database, file.toString(), "").run(tx -> {});

            assertThat(Files.readString(file)).contains("\nro\n# 2026-11-27T08:00:00Z\nlog\n3\n");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void mailGoesOutOnceADay(Engine engine) throws Exception {
        try (TestDatabase database = TestTrail.database(engine)) {
            CheckpointCopies copies = copies(database, "", "pruefung@stadt.example");
            copies.outbox = outbox();
            for (int hour = 0; hour < 49; hour++) {
                signed(hour + 1);
                copies.run(tx -> {});
                clock.pass(Duration.ofHours(1));
            }

            assertThat(sent).hasSize(3).allMatch(mail -> mail.to().equals("pruefung@stadt.example"));
            assertThat(sent.get(1).text()).contains("25 Einträgen", "-----\nlog\n25\nroot\n\n— log sig\n-----");
            assertThat(check(copies).getStatus()).isEqualTo(Status.OK);
        }
    }

    /** An outbox takes a mail at any time; whether a mail server does is another question. */
    @ParameterizedTest
    @EnumSource(Engine.class)
    void mailThatWaitsOrIsGivenUpHasNotLeftTheHouse(Engine engine) throws Exception {
        try (TestDatabase database = TestTrail.database(engine)) {
            CheckpointCopies copies = copies(database, "", "pruefung@stadt.example");
            copies.outbox = outbox();
            fates.put("mail-1", Outbox.Fate.WAITING);
            signed(1);
            copies.run(tx -> {});
            signed(2);
            copies.run(tx -> {});
            assertThat(sent).hasSize(1);
            assertThat(database.count("audit_copy")).isZero();
            assertThat(check(copies).getStatus()).as("it is on its way").isEqualTo(Status.OK);
            copies.outbox = null;
            copies.run(tx -> {});
            assertThat(check(copies).toString()).contains("not set up");
            copies.outbox = outbox();

            fates.put("mail-1", Outbox.Fate.NOT_SENT);
            copies.run(tx -> {});
            assertThat(check(copies).toString())
                    .contains("the outbox says why", "der Postausgang sagt, warum")
                    .doesNotContain("IOException");
            assertThat(sent).as("not again and again").hasSize(1);
            clock.pass(Duration.ofMinutes(61));
            copies.run(tx -> {});
            assertThat(sent).hasSize(2);
            assertThat(sent.get(1).text()).contains("2 Einträgen");
            assertThat(database.count("audit_copy")).isZero();

            copies.run(tx -> {});
            assertThat(database.count("audit_copy")).isOne();
            assertThat(database.count("audit_copy_posted")).isZero();
            assertThat(check(copies).getStatus()).isEqualTo(Status.OK);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void anotherAddressDoesNotWaitForTheMailToTheOneBefore(Engine engine) throws Exception {
        try (TestDatabase database = TestTrail.database(engine)) {
            CheckpointCopies mistyped = copies(database, "", "prufung@stadt.example");
            mistyped.outbox = outbox();
            fates.put("mail-1", Outbox.Fate.WAITING);
            signed(1);
            mistyped.run(tx -> {});

            CheckpointCopies copies = copies(database, "", "pruefung@stadt.example");
            copies.outbox = outbox();
            copies.run(tx -> {});
            copies.run(tx -> {});

            assertThat(sent).extracting(Mail::to).containsExactly("prufung@stadt.example", "pruefung@stadt.example");
            assertThat(database.count("audit_copy")).isOne();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatDoesNotLeaveIsToldAndTriedAgain(Engine engine) throws Exception {
        try (TestDatabase database = TestTrail.database(engine)) {
            Path mount = disk.resolve("mount");
            CheckpointCopies copies = copies(database, mount.resolve("trail").toString(), "pruefung@stadt.example");
            signed(1);
            copies.run(tx -> {});
            assertThat(check(copies).getStatus()).isEqualTo(Status.WARN);
            assertThat(database.count("audit_copy")).isZero();

            Files.createDirectory(mount);
            // A mount point without its disk: the file is not there.
            copies.run(tx -> {});
            assertThat(check(copies).getStatus()).isEqualTo(Status.WARN);
            Path elsewhere = Files.createFile(disk.resolve("elsewhere"));
            Files.createSymbolicLink(mount.resolve("trail"), elsewhere);
            copies.run(tx -> {});
            assertThat(elsewhere).isEmptyFile();
            Files.delete(mount.resolve("trail"));
            Files.createFile(mount.resolve("trail"));
            copies.outbox = outbox();
            copies.run(tx -> {});
            copies.run(tx -> {});

            assertThat(check(copies).getStatus()).isEqualTo(Status.OK);
            assertThat(mount.resolve("trail")).isNotEmptyFile();
            assertThat(sent).hasSize(1);
            clock.pass(Duration.ofHours(3));
            assertThat(check(copies).getStatus()).isEqualTo(Status.OK);
            signed(2);
            assertThat(check(copies).toString()).contains("file");
            assertThat(check(copies).getStatus()).isEqualTo(Status.WARN);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void theWebhookGetsAStateOnceADayAndAgainUntilItTookIt(Engine engine) throws Exception {
        List<String> posted = new CopyOnWriteArrayList<>();
        Deque<Integer> answers = new ConcurrentLinkedDeque<>(List.of(500, 302));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/", exchange -> {
            posted.add(exchange.getRequestMethod() + " "
                    + exchange.getRequestHeaders().getFirst("Content-Type") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            Integer answer = answers.poll();
            exchange.sendResponseHeaders(answer == null ? 200 : answer, -1);
            exchange.close();
        });
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/token-geheim";
        try (TestDatabase database = TestTrail.database(engine)) {
            CheckpointCopies copies = copies(database, "", "", url);
            signed(3);
            runUntilToldOf("127.0.0.1:" + server.getAddress().getPort() + " answers 500", copies);
            assertThat(check(copies).toString()).doesNotContain("geheim");
            runUntilToldOf("answers 302", copies);
            assertThat(database.count("audit_copy")).isZero();
            for (int hour = 0; hour < 49; hour++) {
                copies.run(tx -> {});
                signed(hour + 4);
                clock.pass(Duration.ofHours(1));
            }

            assertThat(posted).hasSize(5);
            assertThat(posted.get(2)).isEqualTo("POST text/plain; charset=utf-8 log\n3\nroot\n\n— log sig\n");
            assertThat(posted.get(3)).contains("log\n27\n");
            assertThat(database.count("audit_copy")).isEqualTo(3);
            assertThat(check(copies).getStatus()).isEqualTo(Status.OK);
            copies.close();
        } finally {
            server.stop(0);
        }
    }

    private void runUntilToldOf(String words, CheckpointCopies copies) throws InterruptedException {
        for (int i = 0; i < 20 && !check(copies).toString().contains(words); i++) {
            copies.run(tx -> {});
        }
        assertThat(check(copies).toString()).contains(words);
    }

    /** Two runs do not send twice, and the end does not wait. */
    @ParameterizedTest
    @EnumSource(Engine.class)
    void aWebhookThatHangsHoldsNobody(Engine engine) throws Exception {
        try (TestDatabase database = TestTrail.database(engine);
                ServerSocket hanging = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
            Files.createFile(disk.resolve("trail"));
            CheckpointCopies copies = copies(
                    database, disk.resolve("trail").toString(), "", "http://127.0.0.1:" + hanging.getLocalPort() + "/");
            signed(1);
            long begin = System.nanoTime();
            copies.run(tx -> {});
            copies.run(tx -> {});
            hanging.accept();
            hanging.setSoTimeout(50);
            assertThatThrownBy(hanging::accept).isInstanceOf(SocketTimeoutException.class);
            copies.close();

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(25));
            assertThat(disk.resolve("trail")).isNotEmptyFile();
            assertNoThread();
        }
    }

    /** One that ends may take a moment. */
    private static void assertNoThread() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("kreiswerk-copies")) {
                thread.join(Duration.ofSeconds(20).toMillis());
                assertThat(thread.isAlive()).isFalse();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatKeptANodeIsForgottenWhenAnotherHasTheWork(Engine engine) throws Exception {
        try (TestDatabase database = TestTrail.database(engine)) {
            CheckpointCopies copies = copies(database, disk.resolve("trail").toString(), "");
            signed(1);
            copies.run(tx -> {});
            assertThat(check(copies).getStatus()).isEqualTo(Status.WARN);

            Files.createFile(disk.resolve("trail"));
            copies(database, disk.resolve("trail").toString(), "").run(tx -> {});
            clock.pass(Duration.ofMinutes(3));

            assertThat(check(copies).getStatus()).isEqualTo(Status.OK);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aNodeThatLostTheWorkHandsOutNothing(Engine engine) throws Exception {
        try (TestDatabase database = TestTrail.database(engine)) {
            Files.createFile(disk.resolve("trail"));
            CheckpointCopies copies = copies(database, disk.resolve("trail").toString(), "");
            signed(1);

            assertThatThrownBy(() -> copies.run(tx -> {
                        throw new PersistenceFailure("another node", null);
                    }))
                    .isInstanceOf(PersistenceFailure.class);

            assertThat(disk.resolve("trail")).isEmptyFile();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whereNothingIsSetUpNothingIsDoneAndTheCheckSaysSo(Engine engine) throws Exception {
        try (TestDatabase database = TestTrail.database(engine)) {
            CheckpointCopies copies = copies(database, " ", "");
            signed(1);
            copies.run(tx -> {});

            assertThat(database.count("audit_copy")).isZero();
            assertThat(check(copies).getStatus()).isEqualTo(Status.OK);
            assertThat(check(copies).toString()).contains("No copies");
        }
    }

    private Result check(CheckpointCopies copies) {
        return new CopiesCheck(copies, clock).execute();
    }

    private void signed(long size) {
        newest = new Checkpoint(size, "root", "log\n" + size + "\nroot\n\n— log sig\n", clock.instant());
    }

    private CheckpointCopies copies(TestDatabase database, String file, String mail) {
        return copies(database, file, mail, "");
    }

    private CheckpointCopies copies(TestDatabase database, String file, String mail, String hook) {
        AuditLog log = (AuditLog) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {AuditLog.class},
                (self, call, arguments) -> Optional.ofNullable(newest));
        CheckpointCopies.Config config = new CheckpointCopies.Config() {
            @Override
            public Class<? extends Annotation> annotationType() {
                return CheckpointCopies.Config.class;
            }

            @Override
            public String file() {
                return file;
            }

            @Override
            public String mail() {
                return mail;
            }

            @Override
            public String hook() {
                return hook;
            }

            @Override
            public String hookAuthorities() {
                return "";
            }
        };
        return new CheckpointCopies(database.transactions, log, config, clock);
    }

    private Outbox outbox() {
        return new Outbox() {
            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public String put(Mail mail) {
                sent.add(mail);
                return "mail-" + sent.size();
            }

            @Override
            public Fate fate(String id) {
                return fates.getOrDefault(id, Fate.SENT);
            }
        };
    }
}
