package de.kreiswerk.audit.stream.syslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiswerk.audit.sendkit.Receiver;
import de.kreiswerk.audit.sendkit.Trust;
import de.kreiswerk.audit.stream.Driven;
import de.kreiswerk.audit.stream.Receiving;
import de.kreiswerk.audit.stream.Stream;
import de.kreiswerk.audit.stream.TestTrail;
import de.kreiswerk.core.api.audit.AuditRecord;
import de.kreiswerk.core.api.health.Findings;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import de.kreiswerk.runtime.testing.Certificate;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.apache.felix.hc.api.Result.Status;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(120)
class SyslogTest {

    /** The machine may be busy. */
    private static final Duration PATIENT = Duration.ofSeconds(20);

    @TempDir
    static Path folder;

    private static Certificate certificate;

    @BeforeAll
    static void makeACertificate() throws Exception {
        certificate = new Certificate(folder, "localhost");
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aThousandStrangeRecordsAreValidMessages(Engine engine) throws Exception {
        try (Driven driven = new Driven(engine);
                SyslogServer server = new SyslogServer(0, certificate.server(), false)) {
            writeStrangeThings(driven.trail, 1_000);
            driven.begin(receiving(), carrier(server));
            driven.until("all arrive", Duration.ofMillis(1), () -> server.total() == 1_000);

            assertThat(server.numbers(0)).isEqualTo(numbers(1, 1_000));
            for (int i = 0; i < 1_000; i++) {
                Rfc5424 message = new Rfc5424(server.connections.get(0).get(i));
                AuditRecord record = driven.trail.record(i + 1L);
                assertThat(message.message).isEqualTo(record.canonical());
                assertThat(message.priority).isIn(13 * 8 + 3, 13 * 8 + 4, 13 * 8 + 5);
                assertThat(message.time).isEqualTo(TestTrail.BEGIN.truncatedTo(java.time.temporal.ChronoUnit.MILLIS));
                assertThat(message.hostName).isEqualTo("platform.example");
                assertThat(message.appName).isEqualTo("kreiswerk");
                assertThat(message.processId).isEqualTo("-");
                assertThat(message.structuredId).isEqualTo("kreiswerk@32473");
                assertThat(message.parameters)
                        .containsEntry("area", "proposals")
                        .containsEntry("object", "Paper/" + record.objectId().replaceAll("\\p{Cntrl}", "\uFFFD"));
            }
        }
    }

    @Test
    void aMessageSaysWhatHappened() throws Exception {
        try (Driven driven = new Driven(Engine.H2);
                SyslogServer server = new SyslogServer(0, certificate.server(), false)) {
            driven.trail.add("sign-in", "a\"b\\c]d", "{\"outcome\":\"denied\"}");
            driven.trail.add("a b", "x", "no json at all");
            driven.trail.write("paper.published", "p", "failed");
            driven.begin(receiving(), carrier(server));
            driven.until("all arrive", Duration.ofMillis(1), () -> server.total() == 3);

            Rfc5424 denied = new Rfc5424(server.connections.get(0).get(0));
            assertThat(denied.priority).isEqualTo(13 * 8 + 4);
            assertThat(denied.messageId).isEqualTo("sign-in");
            assertThat(denied.parameters)
                    .containsExactly(
                            java.util.Map.entry("seq", "1"),
                            java.util.Map.entry("area", "proposals"),
                            java.util.Map.entry("object", "Paper/a\"b\\c]d"),
                            java.util.Map.entry("outcome", "denied"));
            assertThat(new Rfc5424(server.connections.get(0).get(1)).messageId).isEqualTo("a_b");
            Rfc5424 failed = new Rfc5424(server.connections.get(0).get(2));
            assertThat(failed.priority).isEqualTo(13 * 8 + 3);
            assertThat(failed.parameters)
                    .containsEntry("department", "planning")
                    .containsEntry("outcome", "failed")
                    .containsEntry("request", "req-1");
        }
    }

    private static void writeStrangeThings(TestTrail trail, int count) throws Exception {
        Random random = new Random(4711);
        String strange = "ab\"\\]['=\n\t\r\0\u001b\u007fäß€ \uFEFF\u202e😀";
        int[] points = strange.codePoints().toArray();
        var json = new com.fasterxml.jackson.databind.ObjectMapper();
        for (int i = 0; i < count; i++) {
            StringBuilder text = new StringBuilder();
            int length = i % 100 == 0 ? 15_000 : random.nextInt(80);
            for (int j = 0; j < length; j++) {
                text.appendCodePoint(points[random.nextInt(points.length)]);
            }
            String words = text.toString();
            trail.add(
                    words,
                    words,
                    json.writeValueAsString(java.util.Map.of(
                            "outcome",
                            List.of("success", "denied", "failed", words).get(i % 4),
                            "department",
                            words,
                            "request",
                            words)));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatTheReceiverClosesInTheMiddleIsSentAgainFromBefore(Engine engine) throws Exception {
        try (Driven driven = new Driven(engine);
                SyslogServer server = new SyslogServer(0, certificate.server(), false)) {
            server.closesAfter = 250;
            driven.trail.write(600);
            driven.begin(receiving(), carrier(server));
            driven.until("it is cut off", Duration.ofMillis(10), () -> server.total() >= 250);
            driven.until("it begins anew", Duration.ofMillis(100), () -> server.connections.size() > 1);
            server.closesAfter = Integer.MAX_VALUE;
            driven.until("all arrive", Duration.ofMillis(100), () -> all(server).size() == 600);

            for (int i = 0; i < server.connections.size(); i++) {
                List<Long> numbers = server.numbers(i);
                if (!numbers.isEmpty()) {
                    assertThat(numbers).isEqualTo(numbers(1, numbers.size()));
                }
            }
        }
    }

    /** The connection broke, and what was on its way in it is lost, though sending it worked. */
    @Test
    void aNewConnectionGoesBackAndWhatIsSettledIsNotSentAgain() throws Exception {
        try (Driven driven = new Driven(Engine.H2)) {
            SyslogServer first = new SyslogServer(0, certificate.server(), false);
            int port = first.port();
            driven.trail.write(100);
            driven.begin(receiving(), carrier(first));
            driven.until("it arrives", Duration.ofMillis(1), () -> first.total() == 100);
            driven.until("it is noted", Duration.ofMillis(1), () -> driven.position() == 100);
            assertThat(driven.settled()).isZero();
            driven.clock.pass(Duration.ofSeconds(61));
            driven.until("it is settled", Duration.ofMillis(1), () -> driven.settled() == 100);
            driven.trail.write(50);
            driven.until("more arrives", Duration.ofMillis(1), () -> driven.position() == 150);
            first.close();

            try (SyslogServer second = new SyslogServer(port, certificate.server(), false)) {
                // Nothing new has to come for that. In small steps: it must not count as settled before it is read
                // there.
                driven.until("it goes back", Duration.ofMillis(25), () -> second.total() == 50);
                driven.trail.write(10);
                driven.until("the rest arrives", Duration.ofMillis(1), () -> second.total() == 60);
                assertThat(second.numbers(0)).isEqualTo(numbers(101, 160));

                driven.until("it is noted", Duration.ofMillis(1), () -> driven.position() == 160);
                // As after a crash.
                driven.begin(receiving(), carrier(second));
                driven.until(
                        "it goes back",
                        Duration.ofMillis(1),
                        () -> second.connections.size() == 2
                                && second.numbers(1).size() == 60);
                assertThat(second.numbers(1)).isEqualTo(numbers(101, 160));
                assertThat(driven.check().getStatus()).isEqualTo(Status.OK);
            }
        }
    }

    /** As receivers do, and proxies, that close what is idle. */
    @Test
    void whoClosesInGoodOrderGetsTheSameOnceMoreAndNotForEver() throws Exception {
        try (Driven driven = new Driven(Engine.H2);
                SyslogServer server = new SyslogServer(0, certificate.server(), false)) {
            driven.trail.write(100);
            SyslogCarrier carrier = carrierThatSendsAgain(server, Duration.ofSeconds(400));
            driven.begin(receiving(), carrier);
            driven.until("it arrives", Duration.ofMillis(1), () -> server.total() == 100 && driven.position() == 100);
            for (int i = 0; i < 5; i++) {
                driven.clock.pass(Duration.ofSeconds(50));
                server.hangUp();
                driven.waitUntil("it is heard", () -> !carrier.goesOn());
                Instant end = driven.clock.instant().plusMillis(200);
                driven.until(
                        "the work runs",
                        Duration.ofMillis(10),
                        () -> driven.clock.instant().isAfter(end));
                driven.waitUntil("it came once more", () -> server.total() >= 200);
            }
            assertThat(server.total()).isEqualTo(200);
            assertThat(server.numbers(1)).isEqualTo(numbers(1, 100));
            assertThat(driven.trouble()).isEmpty();

            driven.trail.write(1);
            driven.until("what is new arrives", Duration.ofMillis(1), () -> driven.position() == 101);
            driven.waitUntil("with what may be missing", () -> server.total() == 301);
            assertThat(server.numbers(2)).isEqualTo(numbers(1, 101));

            // It is as old as when it was sent first.
            driven.clock.pass(Duration.ofSeconds(150));
            driven.until("that is settled", Duration.ofMillis(1), () -> driven.settled() == 100);
            server.hangUp();
            driven.waitUntil("it is heard", () -> !carrier.goesOn());
            driven.until("the rest comes again", Duration.ofMillis(1), () -> server.connections.size() == 4);
            driven.waitUntil("all of it", () -> server.total() == 302);
            assertThat(server.numbers(3)).isEqualTo(numbers(101, 101));
        }
    }

    /** As a proxy does whose server is away: it takes everything, and nobody has it. */
    @Test
    void whoSoonClosesInGoodOrderGetsItUntilAConnectionLasts() throws Exception {
        try (Driven driven = new Driven(Engine.H2);
                SyslogServer server = new SyslogServer(0, certificate.server(), false)) {
            driven.trail.write(1);
            SyslogCarrier carrier = carrier(server);
            driven.begin(receiving(), carrier);
            for (int i = 1; i <= 4; i++) {
                int connections = i;
                driven.until("it comes again", Duration.ofMillis(1), () -> server.total() == connections);
                driven.until("that is noted", Duration.ofMillis(1), () -> driven.position() == 1);
                driven.clock.pass(Duration.ofSeconds(20));
                server.hangUp();
                driven.waitUntil("it is heard", () -> !carrier.goesOn());
            }

            assertThat(driven.settled()).isZero();
            driven.until("also the fifth time", Duration.ofMillis(1), () -> server.total() == 5);
        }
    }

    @Test
    void aReceiverThatIsAwayGetsEverythingWhenItIsBack() throws Exception {
        try (Driven driven = new Driven(Engine.H2)) {
            SyslogServer away = new SyslogServer(0, certificate.server(), false);
            int port = away.port();
            away.close();
            driven.trail.write(1_500);
            driven.begin(receiving(), carrier("localhost", port, PATIENT));
            driven.until("it is missed", () -> driven.trouble().contains("cannot be reached"));
            driven.clock.pass(Duration.ofMinutes(2));
            assertThat(driven.check().getStatus()).isEqualTo(Status.WARN);
            assertThat(driven.check().toString()).contains("syslog-test: 1500 records wait");

            try (SyslogServer back = new SyslogServer(port, certificate.server(), false)) {
                driven.until("all arrive", () -> all(back).size() == 1_500);
                driven.until("that is believed", () -> driven.trouble().isEmpty());
                assertThat(driven.check().getStatus()).isEqualTo(Status.OK);
            }
        }
    }

    /** Its connection is still there, and knows nothing of what another node sent over its own. */
    @ParameterizedTest
    @EnumSource(Engine.class)
    void aNodeThatHasTheWorkAgainGoesOnBehindTheOther(Engine engine) throws Exception {
        try (Driven driven = new Driven(engine);
                SyslogServer server = new SyslogServer(0, certificate.server(), false)) {
            driven.trail.write(10);
            driven.begin(receiving(), carrier(server));
            settle(driven, 10);
            Stream first = driven.takeOver(receiving(), carrier(server));
            driven.trail.write(20);
            settle(driven, 30);
            driven.giveBack(first);
            driven.trail.write(5);
            driven.until("the rest arrives", Duration.ofMillis(1), () -> driven.position() == 35);

            driven.until("it is read", Duration.ofMillis(1), () -> server.total() >= 35);
            assertThat(server.connections).hasSize(3);
            assertThat(server.numbers(0)).isEqualTo(numbers(1, 10));
            assertThat(server.numbers(1)).isEqualTo(numbers(11, 30));
            assertThat(server.numbers(2)).isEqualTo(numbers(31, 35));
            assertThat(driven.settled()).isEqualTo(30);
        }
    }

    private static void settle(Driven driven, long position) throws InterruptedException {
        driven.until("it is noted", Duration.ofMillis(1), () -> driven.position() == position);
        driven.clock.pass(Duration.ofSeconds(61));
        driven.until("it is settled", Duration.ofMillis(1), () -> driven.settled() == position);
    }

    @Test
    void whatKeptANodeFromSendingIsForgottenWhenAnotherSent() throws Exception {
        try (Driven driven = new Driven(Engine.H2);
                SyslogServer server = new SyslogServer(0, certificate.server(), false)) {
            SyslogServer away = new SyslogServer(0, certificate.server(), false);
            int port = away.port();
            away.close();
            driven.trail.write(3);
            driven.begin(receiving(), carrier("localhost", port, PATIENT));
            driven.until("it is missed", () -> driven.trouble().contains("cannot be reached"));
            Stream first = driven.takeOver(receiving(), carrier(server));
            driven.until("all arrive", () -> driven.position() == 3);
            driven.giveBack(first);
            driven.clock.pass(Duration.ofMinutes(6));

            assertThat(driven.check().getStatus()).as("it has no work").isEqualTo(Status.OK);
            first.run(Driven.HELD);
            assertThat(driven.check().getStatus()).as("it has it again").isEqualTo(Status.OK);
        }
    }

    @Test
    void workThatFailsBeforeAnythingIsSentIsTold() throws Exception {
        try (Driven driven = new Driven(Engine.H2);
                SyslogServer server = new SyslogServer(0, certificate.server(), false)) {
            Stream stream = driven.begin(receiving(), carrier(server));
            for (int minute = 0; minute < 7; minute++) {
                driven.clock.pass(Duration.ofMinutes(1).minusMillis(1));
                assertThatThrownBy(() -> stream.run(tx -> {
                            throw new IllegalStateException("no such column");
                        }))
                        .isInstanceOf(IllegalStateException.class);
            }

            assertThat(driven.check().getStatus()).isEqualTo(Status.WARN);
            assertThat(Findings.words(driven.check()).german())
                    .contains("syslog-test", "auf diesem Knoten", "no such column")
                    .doesNotContain("anderer Knoten");
            stream.run(Driven.HELD);
            assertThat(driven.check().getStatus()).isEqualTo(Status.OK);
        }
    }

    @Test
    void aNameThatCannotBeKeptIsToldAtOnce() throws Exception {
        try (Driven driven = new Driven(Engine.H2);
                SyslogServer server = new SyslogServer(0, certificate.server(), false)) {
            String name = "syslog-" + "x".repeat(53);
            driven.begin(new Receiving(name, 1, true, null), carrier(server));
            assertThat(driven.check().getStatus()).isEqualTo(Status.OK);

            driven.begin(new Receiving(name + "x", 1, true, null), carrier(server));
            assertThat(driven.check().getStatus()).isEqualTo(Status.WARN);
            assertThat(Findings.words(driven.check()).german()).contains("Der Name ist zu lang", "60", "61");
        }
    }

    @Test
    void somebodyElseGetsNothingAndIsNamed() throws Exception {
        try (Driven driven = new Driven(Engine.H2);
                SyslogServer server = new SyslogServer(0, new Certificate(folder, "other.example").server(), false)) {
            driven.trail.write(3);
            driven.begin(receiving(), carrier(server));
            driven.until("it is refused", () -> !driven.trouble().isEmpty());
            assertThat(driven.trouble()).contains("The certificate of localhost:" + server.port(), "is not accepted");

            // One that is trusted, and is for another host.
            Trust trust = new Trust(folder.resolve("other.example.pem").toString(), "", "");
            driven.begin(receiving(), carrier("localhost", server.port(), PATIENT, trust));
            driven.until("it is refused", () -> !driven.trouble().isEmpty());
            assertThat(driven.trouble()).contains("is not accepted", "localhost");

            Trust missing = new Trust(folder.resolve("missing.pem").toString(), "", "");
            driven.begin(receiving(), carrier("localhost", server.port(), PATIENT, missing));
            driven.until("it is told", () -> !driven.trouble().isEmpty());
            assertThat(driven.trouble()).contains("missing.pem cannot be read");
            assertThat(server.total()).isZero();
            assertThat(driven.position()).isZero();
        }
    }

    @Test
    void aReceiverThatWantsToKnowWhoWeAreIsToldOrMissed() throws Exception {
        Certificate own = new Certificate(folder, "kreiswerk.example");
        try (Driven driven = new Driven(Engine.H2);
                SyslogServer server = new SyslogServer(0, certificate.server(own), true)) {
            driven.trail.write(3);
            driven.begin(receiving(), carrier(server));
            driven.until(
                    "it is refused",
                    Duration.ofMillis(20),
                    () -> !driven.trouble().isEmpty());
            // Slower: on a busy machine the refusal comes so late that the connection would count as one that lived.
            driven.until(
                    "it stays so",
                    Duration.ofMillis(250),
                    () -> driven.clock.instant().isAfter(TestTrail.BEGIN.plus(Duration.ofMinutes(6))));
            assertThat(server.total()).isZero();
            assertThat(driven.settled()).isZero();
            assertThat(driven.check().getStatus()).isEqualTo(Status.WARN);

            Trust trust = new Trust(certificate.pem().toString(), own.file().toString(), Certificate.PASSWORD);
            driven.begin(receiving(), carrier("localhost", server.port(), PATIENT, trust));
            driven.until("all arrive", () -> server.total() == 3);

            Trust wrong = new Trust(certificate.pem().toString(), own.file().toString(), "falsch");
            driven.trail.write(1);
            driven.begin(receiving(), carrier("localhost", server.port(), PATIENT, wrong));
            driven.until("it is told", () -> driven.trouble().contains("its password is another one"));
            assertThat(driven.trouble()).doesNotContain("falsch");
        }
    }

    @Test
    void theEndDoesNotWaitForAReceiverThatReadsNothing() throws Exception {
        try (Driven driven = new Driven(Engine.H2);
                SyslogServer server = new SyslogServer(0, certificate.server(), false)) {
            server.reads = false;
            for (int i = 0; i < 400; i++) {
                driven.trail.add("long", "x", "{\"text\":\"" + "x".repeat(60_000) + "\"}");
            }
            Stream stream = driven.begin(receiving(), carrier("localhost", server.port(), Duration.ofSeconds(60)));
            driven.until("it hangs", Duration.ofMillis(1), () -> isWriting());
            long begin = System.nanoTime();
            stream.close();

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(30));
            Driven.assertNoThreads();
        }
    }

    @Test
    void whenNothingHangsTheEndLeavesNoThread() throws Exception {
        try (Driven driven = new Driven(Engine.H2);
                SyslogServer server = new SyslogServer(0, certificate.server(), false)) {
            driven.trail.write(3);
            Stream stream = driven.begin(receiving(), carrier(server));
            driven.until("all arrive", Duration.ofMillis(1), () -> driven.position() == 3);
            stream.close();
            Driven.assertNoThreads();
            assertThat(all(server)).hasSize(3);
        }
    }

    /** Whether the courier stands in a write that does not end. */
    private static boolean isWriting() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getName().equals("kreiswerk-stream-syslog-test"))
                .map(thread -> java.util.Arrays.toString(thread.getValue()))
                .anyMatch(frames -> frames.contains("implWrite") && frames.contains("Net.poll"));
    }

    private static Set<Long> all(SyslogServer server) {
        Set<Long> all = new HashSet<>();
        for (int i = 0; i < server.connections.size(); i++) {
            all.addAll(new ArrayList<>(server.numbers(i)));
        }
        return all;
    }

    private static SyslogCarrier carrier(SyslogServer server) {
        return carrier("localhost", server.port(), PATIENT);
    }

    private static SyslogCarrier carrier(String host, int port, Duration patience) {
        return carrier(host, port, patience, trust());
    }

    private static SyslogCarrier carrierThatSendsAgain(SyslogServer server, Duration what) {
        return carrier(new Receiver("localhost", server.port(), trust(), PATIENT), what);
    }

    private static SyslogCarrier carrier(String host, int port, Duration patience, Trust trust) {
        return carrier(new Receiver(host, port, trust, patience), Duration.ofSeconds(60));
    }

    private static SyslogCarrier carrier(Receiver receiver, Duration again) {
        return new SyslogCarrier(
                new SyslogSettings(receiving(), receiver, 13, "kreiswerk", "platform.example", 32_473, again));
    }

    private static Trust trust() {
        return new Trust(certificate.pem().toString(), "", "");
    }

    private static Receiving receiving() {
        return new Receiving("syslog-test", 100, true, null);
    }

    private static List<Long> numbers(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }
}
