package de.kreiswerk.core.mail.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.mail.Mail;
import de.kreiswerk.core.api.mail.Outbox;
import de.kreiswerk.core.api.persistence.PersistenceFailure;
import de.kreiswerk.core.mail.smtp.Fault;
import de.kreiswerk.core.mail.smtp.SmtpSettings;
import de.kreiswerk.core.mail.smtp.StubServer;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import de.kreiswerk.core.persistence.schedule.TestNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DispatchTest {

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatWasCommittedIsSentAndForgotten(Engine engine) throws Exception {
        try (TestOutbox test = new TestOutbox(engine)) {
            String id = test.put();
            test.untilState(id, MailState.SENT);

            assertThat(test.stub.mails).hasSize(1);
            assertThat(test.stub.mails.get(0)).contains("Message-ID: <" + id + "@landkreis.example>");
            assertThat(test.database.number("select count(*) from mail_outbox where content is not null"))
                    .isZero();
            assertThat(test.actions()).containsExactly("mail.put", "mail.sent");
            assertThat(test.records)
                    .allMatch(record -> record.details().get("about").equals("account-1")
                            && record.details().get("kind").equals("identity.password-link")
                            && !record.toString().contains("anna"));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatWasRolledBackIsNotSent(Engine engine) throws Exception {
        try (TestOutbox test = new TestOutbox(engine)) {
            assertThatThrownBy(() -> test.database.transactions.call(tx -> {
                        test.put();
                        throw new IllegalStateException("no");
                    }))
                    .isInstanceOf(IllegalStateException.class);
            String other = test.put();
            test.untilState(other, MailState.SENT);

            assertThat(test.stub.mails).hasSize(1);
            assertThat(test.actions()).containsExactly("mail.put", "mail.sent");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void theTableDoesNotGiveAwayToWhomItGoesOrWhatItSays(Engine engine) throws Exception {
        try (TestOutbox test = new TestOutbox(engine)) {
            test.put();
            assertThat(test.database.number("select count(*) from mail_outbox where recipient like '%anna%'"
                            + " or subject like '%Kennwort%' or content like '%geheim%'"))
                    .isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aServerThatIsAwayIsAskedAgainAndTheMailArrivesWhenItIsBack(Engine engine) throws Exception {
        try (TestOutbox test = new TestOutbox(engine)) {
            int port = test.stub.port();
            test.stub.close();
            String id = test.put();
            test.untilAttempts(id, 1);
            MailEntry waiting = test.entry(id);
            assertThat(waiting.state()).isEqualTo(MailState.WAITING);
            assertThat(waiting.fault()).isEqualTo(Fault.UNREACHABLE);
            assertThat(waiting.nextAttempt()).isEqualTo(test.clock.instant().plus(Duration.ofMinutes(1)));

            test.clock.pass(Duration.ofMinutes(2));
            test.untilAttempts(id, 2);
            assertThat(test.entry(id).nextAttempt())
                    .isEqualTo(test.clock.instant().plus(Duration.ofMinutes(5)));

            test.stub = new StubServer(port);
            test.clock.pass(Duration.ofMinutes(6));
            test.untilState(id, MailState.SENT);
            assertThat(test.stub.mails).hasSize(1);
            assertThat(test.entry(id).fault()).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aServerThatIsAwayIsNotAskedForEachMailThatWaits(Engine engine) throws Exception {
        try (TestOutbox test = new TestOutbox(engine)) {
            int port = test.stub.port();
            test.stub.close();
            List<String> ids = List.of(test.put(), test.put(), test.put());
            test.until(() -> ids.stream().anyMatch(id -> test.hasEnded(id, 1)));
            for (int i = 0; i < 50; i++) {
                test.dispatch.run(TestOutbox.ALONE);
            }
            assertThat(ids).filteredOn(id -> test.entry(id).attempts() == 1).hasSize(1);

            test.stub = new StubServer(port);
            test.clock.pass(Duration.ofMinutes(2));
            test.until(() -> test.stub.mails.size() == 3);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aRefusedRecipientIsGivenUpAtOnceAndHoldsUpNobody(Engine engine) throws Exception {
        try (TestOutbox test = new TestOutbox(engine)) {
            test.stub.answers.put("RCPT TO:<anna", "550 5.1.1 <anna@kreis.example> unknown");
            String refused = test.put();
            String other = test.outbox.put(test.mail("berta@kreis.example"));
            test.untilState(refused, MailState.FAILED);
            test.untilState(other, MailState.SENT);

            assertThat(test.outbox.fate(refused)).isEqualTo(Outbox.Fate.NOT_SENT);
            assertThat(test.outbox.fate(other)).isEqualTo(Outbox.Fate.SENT);
            MailEntry entry = test.entry(refused);
            assertThat(entry.attempts()).isEqualTo(1);
            assertThat(entry.fault()).isEqualTo(Fault.RECIPIENT);
            assertThat(entry.reply()).isEqualTo("550 5.1.1 <…@kreis.example> unknown");
            assertThat(entry.recipient()).isEqualTo("a…@kreis.example");
            AuditEvent record = test.records.stream()
                    .filter(each -> each.action().equals("mail.failed"))
                    .findFirst()
                    .orElseThrow();
            assertThat(record.details()).containsEntry("reason", "RECIPIENT");
            assertThat(record.outcome()).isEqualTo(AuditEvent.Outcome.FAILED);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatFailsForTooLongIsGivenUp(Engine engine) throws Exception {
        try (TestOutbox test = new TestOutbox(engine)) {
            test.stub.answers.put("RCPT TO", "450 greylisted for ever");
            Mail lasting = new Mail(
                    "anna@kreis.example",
                    "x",
                    "y",
                    "a.b",
                    null,
                    test.clock.instant().plus(Duration.ofDays(30)));
            String id = test.outbox.put(lasting);
            for (int attempt = 1; attempt < 12; attempt++) {
                test.untilAttempts(id, attempt);
                assertThat(test.state(id)).isEqualTo(MailState.WAITING);
                test.clock.pass(Duration.ofHours(7));
            }
            test.untilState(id, MailState.FAILED);
            assertThat(test.entry(id).attempts()).isEqualTo(12);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatIsOfNoUseAnyMoreIsNotSent(Engine engine) throws Exception {
        try (TestOutbox test = new TestOutbox(engine, false)) {
            String id = test.put();
            test.clock.pass(Duration.ofDays(3));
            test.use(test.stub.settings(SmtpSettings.Security.NONE));
            test.untilState(id, MailState.EXPIRED);

            assertThat(test.stub.heard).isEmpty();
            assertThat(test.database.number("select count(*) from mail_outbox where content is not null"))
                    .isZero();
            assertThat(test.actions()).containsExactly("mail.put", "mail.expired");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void withoutAServerMailWaitsUntilThereIsOne(Engine engine) throws Exception {
        try (TestOutbox test = new TestOutbox(engine, false)) {
            String id = test.put();
            for (int i = 0; i < 20; i++) {
                test.dispatch.run(TestOutbox.ALONE);
            }
            assertThat(test.outbox.isReady()).isFalse();
            assertThat(test.outbox.fate(id)).isEqualTo(Outbox.Fate.WAITING);
            assertThat(test.entry(id).attempts()).isZero();

            test.use(test.stub.settings(SmtpSettings.Security.NONE));
            assertThat(test.outbox.isReady()).isTrue();
            test.untilState(id, MailState.SENT);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aCrashBetweenSendingAndNotingSendsTheSameAgainAndLosesNothing(Engine engine) throws Exception {
        try (TestOutbox test = new TestOutbox(engine)) {
            String id = test.put();
            // Handed to the courier, and this node never gets to note what came of it.
            test.dispatch.run(TestOutbox.ALONE);
            await(() -> test.stub.mails.size() == 1);
            assertThat(test.state(id)).isEqualTo(MailState.WAITING);
            Dispatch after = test.dispatch();
            TestOutbox.until(after, () -> test.state(id) == MailState.SENT);
            after.close();

            assertThat(test.stub.mails).hasSize(2);
            assertThat(test.stub.mails.get(0)).isEqualTo(test.stub.mails.get(1));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aNodeThatLostTheLeaseNotesNothing(Engine engine) throws Exception {
        try (TestOutbox test = new TestOutbox(engine)) {
            String id = test.put();
            assertThatThrownBy(() -> test.until(() -> {
                        test.dispatch.run(tx -> {
                            throw new PersistenceFailure("Another node has taken over", null);
                        });
                        return false;
                    }))
                    .isInstanceOf(PersistenceFailure.class);
            assertThat(test.state(id)).isEqualTo(MailState.WAITING);
            assertThat(test.stub.mails).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void twoNodesSendEachMailOnce(Engine engine) throws Exception {
        try (TestOutbox test = new TestOutbox(engine)) {
            List<String> ids = List.of(test.put(), test.put(), test.put(), test.put(), test.put());
            Dispatch other = test.dispatch();
            try (TestNode one = new TestNode(test.database);
                    TestNode two = new TestNode(test.database)) {
                one.add("core.mail.dispatch", test.dispatch);
                two.add("core.mail.dispatch", other);
                await(() -> ids.stream().allMatch(id -> test.state(id) == MailState.SENT));
            }
            other.close();
            assertThat(test.stub.mails).hasSize(5).doesNotHaveDuplicates();
        }
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it comes true").isLessThan(end);
            LockSupport.parkNanos(5_000_000);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aServerThatHangsHoldsUpNeitherTheWorkNorTheStop(Engine engine) throws Exception {
        try (TestOutbox test = new TestOutbox(engine)) {
            test.stub.silent = true;
            test.use(TestOutbox.settings("localhost", test.stub.port()));
            String id = test.put();
            test.until(() -> test.entry(id).sending());
            for (int i = 0; i < 100; i++) {
                // Comes back at once; else this would take minutes.
                test.dispatch.run(TestOutbox.ALONE);
            }
            long begun = System.nanoTime();
            test.dispatch.close();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
            assertThat(test.state(id)).isEqualTo(MailState.WAITING);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatWasSealedWithAnotherMasterKeyIsGivenUp(Engine engine) throws Exception {
        try (TestOutbox test = new TestOutbox(engine)) {
            String id = test.put();
            test.database.execute("update mail_outbox set content = 'nonsense'");
            test.untilState(id, MailState.FAILED);

            assertThat(test.entry(id).fault()).isEqualTo(Fault.SEALED);
            assertThat(test.stub.heard).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatIsDoneWithIsForgottenAfterAWhileAndAFailedTextWhenItIsOfNoUse(Engine engine) throws Exception {
        try (TestOutbox test = new TestOutbox(engine)) {
            test.stub.answers.put("RCPT TO:<berta", "550 no");
            String sent = test.put();
            String failed = test.outbox.put(test.mail("berta@kreis.example"));
            test.untilState(sent, MailState.SENT);
            test.untilState(failed, MailState.FAILED);
            assertThat(test.entry(failed).again()).isTrue();

            test.clock.pass(Duration.ofDays(4));
            test.until(() -> test.database.number("select count(*) from mail_outbox where content is not null") == 0);
            assertThat(test.entry(failed).again()).isFalse();

            test.clock.pass(Duration.ofDays(27));
            test.until(() -> test.database.number("select count(*) from mail_outbox") == 0);
            assertThat(test.outbox.fate(sent)).as("forgotten").isEqualTo(Outbox.Fate.NOT_SENT);
        }
    }
}
