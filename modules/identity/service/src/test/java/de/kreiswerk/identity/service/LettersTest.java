package de.kreiswerk.identity.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.kreiswerk.core.api.mail.Mail;
import de.kreiswerk.core.api.mail.Outbox;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import de.kreiswerk.identity.api.Account;
import de.kreiswerk.identity.api.Accounts;
import de.kreiswerk.identity.api.SignIn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LettersTest {

    private static final String BASE = "https://kreis.example";
    private static final String GOOD = "vier Wörter reichen aus";
    private static final String OTHER = "ganz andere vier Wörter";

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aMailedLinkChoosesAPasswordAndIsOfNoUseWhenItEnds(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            Post post = new Post(identity);
            Account anna = identity.accountOf(identity.ready("anna", GOOD));
            post.mails.clear();

            Instant expires = identity.accounts.mailPasswordLink(TestIdentity.OPERATOR, anna.id(), BASE);

            assertThat(expires).isEqualTo(identity.clock.instant().plus(Duration.ofHours(24)));
            assertThat(post.mails).hasSize(1);
            Mail mail = post.mails.element();
            assertThat(mail.to()).isEqualTo("anna@kreis.example");
            assertThat(mail.about()).isEqualTo(anna.id());
            assertThat(mail.notAfter()).isEqualTo(expires);
            assertThat(mail.text())
                    .contains("Guten Tag Anna Beispiel", "02.12.2026, 09:00 Uhr", "öffnen Sie den Link nicht");
            assertThat(mail.subject()).doesNotContain("kennwort/");
            String link = mail.text()
                    .lines()
                    .filter(line -> line.startsWith(BASE))
                    .findFirst()
                    .orElseThrow();
            String secret = link.substring((BASE + SignIn.CHOOSE_PASSWORD).length());
            assertThat(identity.records.toString()).doesNotContain(secret);

            identity.signIn.choosePassword(secret, OTHER, "r");
            assertThat(post.kinds()).containsExactly("identity.password-link", "identity.security-notice");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoHasNoAddressOrNoOutboxIsNotPromisedALinkAndKeepsThePassword(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            Account anna = identity.accountOf(identity.ready("anna", GOOD));
            assertThat(identity.accounts.canMailLink(anna)).as("no outbox").isFalse();
            assertRefused(identity, anna);

            Post post = new Post(identity);
            post.ready = false;
            assertThat(identity.accounts.canMailLink(anna)).as("not set up").isFalse();
            assertRefused(identity, anna);

            post.ready = true;
            assertThat(identity.accounts.canMailLink(anna)).isTrue();
            Account without = identity.accounts.change(
                    TestIdentity.OPERATOR,
                    anna.id(),
                    new Accounts.Entry("anna", "Anna Beispiel", null, Set.of()),
                    null);
            assertThat(identity.accounts.canMailLink(without)).as("no address").isFalse();
            assertRefused(identity, without);
            assertThat(post.subjects()).containsExactly("Ihre E-Mail-Adresse wurde geändert – Kreiswerk");
            assertThat(post.mails.element().to()).as("where it was before").isEqualTo("anna@kreis.example");
            assertThat(identity.signIn
                            .withPassword("anna", GOOD, TestIdentity.OFFICE, "r")
                            .sessionId())
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatChangesAtAnAccountIsToldToItsOwnerWithoutSecrets(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            Post post = new Post(identity);
            SignIn.Started started = identity.ready("anna", GOOD);
            String id = identity.accountOf(started).id();
            Accounts.Reset reset = identity.accounts.resetPassword(TestIdentity.OPERATOR, id);

            assertThat(post.subjects())
                    .containsExactly(
                            "Ihr Kennwort wurde geändert – Kreiswerk", "Ihr Kennwort wurde zurückgesetzt – Kreiswerk");
            assertThat(post.mails)
                    .allMatch(mail -> !mail.text().contains(GOOD)
                            && !mail.text().contains(reset.path())
                            && mail.text().contains("wenden Sie sich bitte gleich an die Administration"));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void anOutboxThatFailsLetsNothingHappen(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            Account anna = identity.accountOf(identity.ready("anna", GOOD));
            new Post(identity).failing = true;
            assertThat(catchThrowableOfType(
                            RuntimeException.class,
                            () -> identity.accounts.mailPasswordLink(TestIdentity.OPERATOR, anna.id(), BASE)))
                    .isNotNull();
            assertThat(identity.signIn
                            .withPassword("anna", GOOD, TestIdentity.OFFICE, "r")
                            .sessionId())
                    .isNotNull();
        }
    }

    private static void assertRefused(TestIdentity identity, Account account) {
        ProblemException refused = catchThrowableOfType(
                ProblemException.class,
                () -> identity.accounts.mailPasswordLink(TestIdentity.OPERATOR, account.id(), BASE));
        assertThat(refused.problem().code()).isEqualTo("mail-not-possible");
    }

    /** Keeps what was committed. */
    private static final class Post implements Outbox {

        private final TestIdentity identity;
        private final Queue<Mail> mails = new ConcurrentLinkedQueue<>();
        private boolean ready = true;
        private boolean failing;

        Post(TestIdentity identity) {
            this.identity = identity;
            identity.letters.outbox = this;
        }

        @Override
        public Fate fate(String id) {
            return Fate.WAITING;
        }

        @Override
        public boolean isReady() {
            return ready;
        }

        @Override
        public String put(Mail mail) {
            if (failing) {
                throw new IllegalStateException("the outbox fails");
            }
            identity.database.transactions.current().orElseThrow().afterCommit(() -> mails.add(mail));
            return "id";
        }

        private List<String> kinds() {
            return mails.stream().map(Mail::kind).toList();
        }

        private List<String> subjects() {
            return mails.stream().map(Mail::subject).toList();
        }
    }
}
