package de.kreiswerk.core.mail.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.mail.smtp.SmtpSettings;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import java.time.Duration;
import org.apache.felix.hc.api.Result;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutboxDeskTest {

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatFailedIsSentAgainByHand(Engine engine) throws Exception {
        try (TestOutbox test = new TestOutbox(engine)) {
            test.stub.answers.put("RCPT TO", "550 no");
            String id = test.put();
            test.untilState(id, MailState.FAILED);
            test.stub.answers.clear();

            test.desk.again(TestOutbox.KEEPER, id);
            // A second click.
            test.desk.again(TestOutbox.KEEPER, id);
            test.untilState(id, MailState.SENT);
            assertThat(test.stub.mails).hasSize(1);
            assertThat(test.actions()).contains("mail.again").endsWith("mail.sent");
            assertCode("mail-not-changeable", () -> test.desk.again(TestOutbox.KEEPER, id));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatWaitsIsSentAtOnceByHand(Engine engine) throws Exception {
        try (TestOutbox test = new TestOutbox(engine)) {
            test.stub.answers.put("MAIL FROM", "450 later");
            String id = test.put();
            test.untilAttempts(id, 1);
            test.stub.answers.clear();

            test.desk.again(TestOutbox.KEEPER, id);
            test.untilState(id, MailState.SENT);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatIsCancelledIsNotSentAndItsTextIsGone(Engine engine) throws Exception {
        try (TestOutbox test = new TestOutbox(engine, false)) {
            String id = test.put();
            test.desk.cancel(TestOutbox.KEEPER, id);
            // A second click.
            test.desk.cancel(TestOutbox.KEEPER, id);
            assertThat(test.state(id)).isEqualTo(MailState.CANCELLED);
            assertThat(test.database.number("select count(*) from mail_outbox where content is not null"))
                    .isZero();
            assertThat(test.actions()).containsExactly("mail.put", "mail.cancelled");

            test.use(test.stub.settings(SmtpSettings.Security.NONE));
            String other = test.put();
            test.untilState(other, MailState.SENT);
            assertThat(test.stub.mails).hasSize(1);
            assertCode("mail-not-changeable", () -> test.desk.again(TestOutbox.KEEPER, id));
            assertCode("mail-not-changeable", () -> test.desk.cancel(TestOutbox.KEEPER, other));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatIsOnItsWayCannotBeCancelledAndOneOfADeadNodeCan(Engine engine) throws Exception {
        try (TestOutbox test = new TestOutbox(engine)) {
            test.stub.silent = true;
            String id = test.put();
            test.until(() -> test.entry(id).sending());
            assertThat(test.entry(id).cancellable()).isFalse();
            assertCode("mail-not-changeable", () -> test.desk.cancel(TestOutbox.KEEPER, id));

            test.dispatch.close();
            test.clock.pass(Duration.ofMinutes(6));
            assertThat(test.entry(id).sending()).isFalse();
            test.desk.cancel(TestOutbox.KEEPER, id);
            assertThat(test.state(id)).isEqualTo(MailState.CANCELLED);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "anna",
                "anna@kreis",
                "a@b.example\r\nBcc: x@y.example",
                "Anna <a@b.example>",
                "a@b.example,c@d.example"
            })
    void aTestGoesToOneAddressOnly(String address) throws Exception {
        try (TestOutbox test = new TestOutbox(Engine.H2)) {
            assertCode("address-not-valid", () -> test.desk.test(TestOutbox.KEEPER, address, "x", "y"));
            assertThat(test.actions()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aTestArrives(Engine engine) throws Exception {
        try (TestOutbox test = new TestOutbox(engine)) {
            test.desk.test(TestOutbox.KEEPER, "ops@kreis.example", "Testnachricht", "Guten Tag");
            test.until(() -> test.stub.mails.size() == 1);
            assertThat(test.records.peek().caller()).isEqualTo(TestOutbox.KEEPER);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoMayNotSeesAndDoesNothing(Engine engine) throws Exception {
        try (TestOutbox test = new TestOutbox(engine, false)) {
            String id = test.put();
            assertCode("permission-missing", () -> test.desk.list(TestOutbox.NOBODY, null, 10));
            assertCode("permission-missing", () -> test.desk.again(TestOutbox.NOBODY, id));
            assertCode("permission-missing", () -> test.desk.cancel(TestOutbox.NOBODY, id));
            assertCode("permission-missing", () -> test.desk.test(TestOutbox.NOBODY, "a@b.example", "x", "y"));
            assertCode("mail-not-found", () -> test.desk.cancel(TestOutbox.KEEPER, "nirgends"));
            assertCode("mail-not-found", () -> test.desk.again(TestOutbox.KEEPER, "\0"));
            assertThat(test.state(id)).isEqualTo(MailState.WAITING);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void theConsoleWarnsWhenMailDoesNotArrive(Engine engine) throws Exception {
        try (TestOutbox test = new TestOutbox(engine, false)) {
            assertThat(check(test)).isEqualTo(Result.Status.OK);
            String id = test.put();
            assertThat(check(test)).as("something waits, and nothing is set up").isEqualTo(Result.Status.WARN);

            test.use(test.stub.settings(SmtpSettings.Security.NONE));
            assertThat(check(test)).isEqualTo(Result.Status.OK);
            test.clock.pass(Duration.ofMinutes(61));
            assertThat(check(test)).as("it waits for long").isEqualTo(Result.Status.WARN);

            test.stub.answers.put("RCPT TO", "550 no");
            test.untilState(id, MailState.FAILED);
            assertThat(check(test)).isEqualTo(Result.Status.WARN);
            assertThat(new MailFigures(test.database.transactions, test.clock).metrics())
                    .extracting(metric -> metric.samples().get(0).value())
                    .containsExactly(0.0, 1.0, 0.0);

            test.desk.cancel(TestOutbox.KEEPER, id);
            assertThat(check(test)).as("somebody has seen it").isEqualTo(Result.Status.OK);
        }
    }

    private static Result.Status check(TestOutbox test) {
        return new MailCheck(test.database.transactions, test.server, test.clock)
                .execute()
                .getStatus();
    }

    private static void assertCode(String code, ThrowingCallable call) {
        assertThat(catchThrowableOfType(ProblemException.class, call).problem().code())
                .isEqualTo(code);
    }
}
