package de.kreiswerk.identity.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import de.kreiswerk.identity.api.Account;
import de.kreiswerk.identity.api.Accounts;
import de.kreiswerk.identity.api.Department;
import de.kreiswerk.identity.api.Deputies;
import de.kreiswerk.identity.api.IdentityPermissions;
import de.kreiswerk.identity.api.Roles;
import de.kreiswerk.identity.api.Token;
import de.kreiswerk.identity.api.Tokens;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {

    private static final String GOOD = "vier Wörter reichen aus";
    private static final Set<String> READ = Set.of("proposals.read");

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aTokenMayWhatItWasGivenThereAndBelowAndNothingElse(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            Department area = identity.department("FB 6", null);
            Department office = identity.department("FD 61", area);
            Department other = identity.department("FB 7", null);

            Tokens.Issued issued = identity.tokens.add(
                    TestIdentity.OPERATOR,
                    entry(identity, "Abgleich", area.id(), "proposals.read", "proposals.import"));
            Caller machine = identity.tokenStore.find(issued.secret(), "req7").orElseThrow();

            assertThat(issued.secret()).matches("kw_[A-Za-z0-9_-]{43}");
            assertThat(machine.may("proposals.import", area.id())).isTrue();
            assertThat(machine.may("proposals.import", office.id())).isTrue();
            assertThat(machine.may("proposals.import", "fachdienst-fd-61")).isTrue();
            assertThat(machine.may("proposals.import", other.id())).isFalse();
            assertThat(machine.mayAnywhere(IdentityPermissions.READ)).isFalse();
            assertThat(machine.mayAnywhere(IdentityPermissions.OWN_ACCOUNT)).isFalse();
            assertThat(machine.method()).isEqualTo("token");
            assertThat(machine.subject()).isEqualTo(issued.token().id());
            assertThat(machine.answerable()).isEqualTo(machine.subject());
            assertThat(machine.name()).isEqualTo("Abgleich");
            assertThat(machine.requestId()).isEqualTo("req7");
            assertThat(identity.actions()).endsWith("token.created");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void theSecretIsNowhere(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            Tokens.Issued issued =
                    identity.tokens.add(TestIdentity.OPERATOR, entry(identity, "Abgleich", null, "proposals.read"));
            String secret = issued.secret().substring(3, 20);

            assertThat(issued.toString() + identity.records + identity.tokens.list(TestIdentity.OPERATOR))
                    .doesNotContain(secret);
            assertThat(identity.database.number(
                            "select count(*) from identity_token where hash like '%" + secret.substring(0, 8) + "%'"))
                    .isZero();
            assertThat(identity.tokenStore.find(Secrets.sha256(issued.secret()), "r"))
                    .as("the hash itself")
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aTokenEndsInTimeAndWhenItIsRevoked(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            Tokens.Issued first = identity.tokens.add(
                    TestIdentity.OPERATOR,
                    new Tokens.Entry(
                            "kurz", READ, null, identity.clock.instant().plus(Duration.ofDays(1))));
            Tokens.Issued second =
                    identity.tokens.add(TestIdentity.OPERATOR, entry(identity, "lang", null, "proposals.read"));

            identity.clock.pass(Duration.ofDays(1));
            assertThat(identity.tokenStore.find(first.secret(), "r")).isEmpty();
            assertThat(identity.tokenStore.find(second.secret(), "r")).isPresent();

            identity.tokens.revoke(TestIdentity.OPERATOR, second.token().id());
            identity.tokens.revoke(TestIdentity.OPERATOR, second.token().id());
            assertThat(identity.tokenStore.find(second.secret(), "r")).isEmpty();
            assertThat(identity.actions().stream().filter("token.revoked"::equals))
                    .as("the second click does nothing")
                    .hasSize(1);
            identity.tokenStore.find(second.secret(), "again and again");
            assertThat(identity.records)
                    .filteredOn(event -> event.action().equals("token.refused"))
                    .extracting(AuditEvent::objectId, event -> event.details().get("reason"))
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(first.token().id(), "token-expired"),
                            org.assertj.core.groups.Tuple.tuple(second.token().id(), "token-revoked"));
            identity.tokenStore.trail = null;
            identity.clock.pass(Duration.ofMinutes(2));
            assertThat(identity.tokenStore.find(second.secret(), "without a trail"))
                    .isEmpty();
            identity.tokenStore.trail = identity.trail;
            assertThat(identity.tokens.list(TestIdentity.OPERATOR))
                    .extracting(Token::name, Token::state)
                    .containsExactlyInAnyOrder(
                            org.assertj.core.groups.Tuple.tuple("kurz", Token.State.EXPIRED),
                            org.assertj.core.groups.Tuple.tuple("lang", Token.State.REVOKED));

            identity.clock.pass(Duration.ofDays(91));
            assertThat(identity.tokens.list(TestIdentity.OPERATOR)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void useIsNotedOnceAMinute(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            String secret = identity.tokens
                    .add(TestIdentity.OPERATOR, entry(identity, "Abgleich", null, "proposals.read"))
                    .secret();
            assertThat(used(identity)).isNull();

            Instant first = identity.clock.instant();
            identity.tokenStore.find(secret, "r");
            identity.clock.pass(Duration.ofSeconds(59));
            identity.tokenStore.find(secret, "r");
            assertThat(used(identity)).isEqualTo(first);

            identity.clock.pass(Duration.ofSeconds(2));
            identity.tokenStore.find(secret, "r");
            assertThat(used(identity)).isEqualTo(identity.clock.instant());
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void nobodyGivesATokenMoreThanTheyHaveThere(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            Department area = identity.department("FB 6", null);
            Department other = identity.department("FB 7", null);
            Caller head = headOf(identity, area, "proposals.read", IdentityPermissions.TOKENS);

            assertThat(identity.tokens
                            .add(head, entry(identity, "eins", area.id(), "proposals.read"))
                            .token()
                            .accountId())
                    .isEqualTo(head.subject());
            assertThat(refusal(identity, head, entry(identity, "zwei", area.id(), "proposals.import")))
                    .isEqualTo("more-rights-than-yours");
            assertThat(refusal(identity, head, entry(identity, "zwei", other.id(), "proposals.read")))
                    .isEqualTo("permission-missing");
            assertThat(refusal(identity, head, entry(identity, "zwei", null, "proposals.read")))
                    .isEqualTo("permission-missing");
            assertThat(identity.tokens.permissions(head))
                    .containsOnlyKeys("proposals.read", IdentityPermissions.TOKENS);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatSomebodyHasAsADeputyIsNotOfferedForATokenThatWouldNeverHaveIt(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            Department area = identity.department("FB 6", null);
            Caller head = headOf(identity, area, "proposals.read", IdentityPermissions.TOKENS);
            identity.accounts.change(
                    TestIdentity.OPERATOR,
                    head.subject(),
                    new Accounts.Entry("anna", "Anna", null, Set.of(area.id())),
                    null);
            String away = identity.accounts
                    .add(TestIdentity.OPERATOR, new Accounts.Entry("away", "Weg", null, Set.of(area.id())))
                    .account()
                    .id();
            identity.roles.grant(TestIdentity.OPERATOR, away, "author", area.id());
            LocalDate today = LocalDate.parse("2026-12-01");
            identity.deputies.appoint(TestIdentity.OPERATOR, away, new Deputies.Entry("anna", today, today));
            Caller deputy = identity.callerOf(identity.signIn
                    .withPassword("anna", GOOD, TestIdentity.OFFICE, "r")
                    .sessionId());
            assertThat(deputy.may("proposals.import", area.id())).isTrue();

            assertThat(identity.tokens.permissions(deputy))
                    .containsOnlyKeys("proposals.read", IdentityPermissions.TOKENS);
            assertThat(refusal(identity, deputy, entry(identity, "eins", area.id(), "proposals.import")))
                    .isEqualTo("more-rights-than-yours");
            assertThat(identity.tokens
                            .add(deputy, entry(identity, "eins", area.id(), "proposals.read"))
                            .secret())
                    .isNotBlank();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aTokenIsCutToWhatItsAccountStillHas(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            Department area = identity.department("FB 6", null);
            Caller head = headOf(identity, area, "proposals.read", "proposals.import", IdentityPermissions.TOKENS);
            String secret = identity.tokens
                    .add(head, entry(identity, "eins", area.id(), "proposals.read", "proposals.import"))
                    .secret();
            assertThat(identity.tokenStore.find(secret, "r").orElseThrow().mayAnywhere("proposals.import"))
                    .isTrue();

            identity.roles.change(
                    TestIdentity.OPERATOR,
                    identity.roles.grants(head, head.subject()).get(0).roleId(),
                    new Roles.Entry(Text.same("Leitung"), Set.of("proposals.read")),
                    null);
            Caller cut = identity.tokenStore.find(secret, "r").orElseThrow();
            assertThat(cut.may("proposals.read", area.id())).isTrue();
            assertThat(cut.mayAnywhere("proposals.import")).isFalse();
            assertThat(cut.answerable()).isEqualTo(head.subject());

            identity.accounts.setState(TestIdentity.OPERATOR, head.subject(), Account.State.LOCKED, null);
            assertThat(identity.tokenStore.find(secret, "r")).isEmpty();
            identity.accounts.setState(TestIdentity.OPERATOR, head.subject(), Account.State.ACTIVE, null);
            assertThat(identity.tokenStore.find(secret, "r")).isPresent();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void theAdministrationMakesItselfNoTokenThatReadsTheTrail(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            identity.declare(() -> Map.of("audit.read", Text.same("Prüfpfad lesen")));

            assertThat(refusal(identity, TestIdentity.OPERATOR, entry(identity, "eins", null, "audit.read")))
                    .isEqualTo("more-rights-than-yours");
            assertThat(identity.tokens
                            .add(
                                    TestIdentity.caller("root", new Grant("*", "*"), new Grant("audit.read", "*")),
                                    entry(identity, "eins", null, "audit.read"))
                            .secret())
                    .isNotBlank();
        }
    }

    @Test
    void whatIsCommonIsNeverMoreThanEither() {
        assertThat(Rights.common(Set.of(new Grant("audit.read", "*")), Set.of(new Grant("*", "*"))))
                .as("who has everything does not read the trail")
                .isEmpty();
        assertThat(Rights.common(
                        Set.of(new Grant("a", "*"), new Grant("b", "d1"), new Grant("c", "d2"), new Grant("e", "*")),
                        Set.of(new Grant("a", "d1"), new Grant("b", "*"), new Grant("*", "d2"))))
                .containsExactlyInAnyOrder(
                        new Grant("a", "d1"),
                        new Grant("a", "d2"),
                        new Grant("b", "d1"),
                        new Grant("c", "d2"),
                        new Grant("e", "d2"));
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aTokenMakesNoTokensButMayRevokeThem(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            Tokens.Issued issued = identity.tokens.add(
                    TestIdentity.OPERATOR, entry(identity, "eins", null, IdentityPermissions.TOKENS));
            Caller machine = identity.tokenStore.find(issued.secret(), "r").orElseThrow();

            assertThat(refusal(identity, machine, entry(identity, "zwei", null, IdentityPermissions.TOKENS)))
                    .isEqualTo("token-makes-no-tokens");
            identity.tokens.revoke(machine, issued.token().id());
            assertThat(identity.tokenStore.find(issued.secret(), "r")).isEmpty();
            assertThat(identity.records)
                    .filteredOn(event -> event.action().equals("token.revoked"))
                    .extracting(
                            event -> event.caller().subject(),
                            event -> event.caller().method())
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(issued.token().id(), "token"));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatBreaksARuleIsRefused(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            Instant now = identity.clock.instant();
            Instant late = now.plus(Duration.ofDays(30));
            identity.tokens.add(TestIdentity.OPERATOR, new Tokens.Entry("Abgleich", READ, null, late));

            for (Tokens.Entry entry : List.of(
                    new Tokens.Entry(null, READ, null, late),
                    new Tokens.Entry(" ", READ, null, late),
                    new Tokens.Entry("a\u202eb", READ, null, late),
                    new Tokens.Entry("x".repeat(101), READ, null, late),
                    new Tokens.Entry("a", null, null, late),
                    new Tokens.Entry("a", Set.of("*"), null, late),
                    new Tokens.Entry("a", Set.of("no.such"), null, late),
                    new Tokens.Entry("a", READ, null, null),
                    new Tokens.Entry("a", READ, null, now),
                    new Tokens.Entry("a", READ, null, now.plus(Duration.ofDays(401))))) {
                assertThat(refusal(identity, TestIdentity.OPERATOR, entry))
                        .as("%s", entry)
                        .isIn("entry-not-valid", "permissions-not-valid", "expiry-not-valid");
            }
            assertThat(refusal(identity, TestIdentity.OPERATOR, new Tokens.Entry("ABGLEICH", READ, null, late)))
                    .isEqualTo("name-taken");
            assertThat(refusal(identity, TestIdentity.OPERATOR, new Tokens.Entry("a", READ, "nowhere", late)))
                    .isEqualTo("department-not-found");
            assertThat(catchThrowableOfType(
                                    ProblemException.class,
                                    () -> identity.tokens.revoke(TestIdentity.OPERATOR, "\u0000"))
                            .problem()
                            .code())
                    .isEqualTo("token-not-found");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void onlyWhoMaySeeToItSeesIt(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            Department area = identity.department("FB 6", null);
            Caller head = headOf(identity, area, "proposals.read", IdentityPermissions.TOKENS);
            identity.tokens.add(head, entry(identity, "eins", area.id(), "proposals.read"));
            Tokens.Issued foreign =
                    identity.tokens.add(TestIdentity.OPERATOR, entry(identity, "zwei", null, "proposals.read"));

            assertThat(identity.tokens.list(head)).extracting(Token::name).containsExactly("eins");
            assertThat(identity.tokens.list(TestIdentity.OPERATOR)).hasSize(2);
            assertThat(catchThrowableOfType(
                            ProblemException.class,
                            () -> identity.tokens.revoke(head, foreign.token().id())))
                    .isNotNull();
            assertThat(catchThrowableOfType(
                            ProblemException.class, () -> identity.tokens.list(TestIdentity.caller("nobody"))))
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatHoldsIsListedHoweverManyEndedAfterwards(Engine engine) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            Department area = identity.department("FB 6", null);
            identity.tokens.add(TestIdentity.OPERATOR, entry(identity, "alt", null, "proposals.read"));
            Tokens.Issued ended =
                    identity.tokens.add(TestIdentity.OPERATOR, entry(identity, "Bereich", area.id(), "proposals.read"));
            identity.clock.pass(Duration.ofMinutes(1));
            identity.tokens.revoke(TestIdentity.OPERATOR, ended.token().id());
            Tokens.Issued many =
                    identity.tokens.add(TestIdentity.OPERATOR, entry(identity, "neu", null, "proposals.read"));
            identity.tokens.revoke(TestIdentity.OPERATOR, many.token().id());
            identity.database.execute("insert into identity_token"
                    + " (id, name, name_key, kind, hash, created, expires, revoked)"
                    + " select n.text, t.name, t.name_key, t.kind, n.text, t.created, t.expires, t.revoked"
                    + " from identity_token t, " + TestIdentity.THOUSAND + " n where t.name = 'neu'");

            List<Token> all = identity.tokens.list(TestIdentity.OPERATOR);
            assertThat(all).hasSize(1_000).last().satisfies(token -> {
                assertThat(token.name()).isEqualTo("alt");
                assertThat(token.permissions()).containsExactly("proposals.read");
            });
            assertThat(identity.tokens.list(
                            TestIdentity.caller("head", new Grant(IdentityPermissions.TOKENS, area.id()))))
                    .extracting(Token::name)
                    .containsExactly("Bereich");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "kw_", "kw_short", "Bearer", "\u0000", "kw_äääääääääääääääääääääääääääääääääääääääääää"})
    void whatCannotBeATokenIsNone(String secret) {
        assertThat(TokenStore.isPossible(secret)).isFalse();
        assertThat(TokenStore.isPossible(secret + "x".repeat(10_000))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void theOperatorsTokenIsOneOfThem(Engine engine, @TempDir Path data) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            Path file = data.resolve("operator.token");
            OperatorToken token = OperatorToken.readOrCreate(file);
            OperatorTokenEntry entry =
                    new OperatorTokenEntry(identity.database.transactions, identity.trail, identity.clock);
            entry.enter(data, token);
            entry.enter(data, token);
            PlatformAuthenticator authenticator = new PlatformAuthenticator(token, identity.clock);
            authenticator.setTokens(identity.tokenStore);
            String secret = Files.readString(file).strip();

            Caller operator = authenticator.bearer(secret, "r").orElseThrow();
            assertThat(operator.method()).isEqualTo("operator-token");
            assertThat(identity.tokens.list(TestIdentity.OPERATOR))
                    .singleElement()
                    .satisfies(shown -> {
                        assertThat(shown.id()).isEqualTo(operator.subject());
                        assertThat(shown.kind()).isEqualTo(Token.Kind.OPERATOR);
                        assertThat(shown.permissions()).containsExactly("*");
                        assertThat(shown.expires()).isNull();
                        assertThat(shown.lastUsed()).isEqualTo(identity.clock.instant());
                    });
            assertThat(identity.tokenStore.find(secret, "r"))
                    .as("only the node that has the file knows it")
                    .isEmpty();

            Caller keeper = TestIdentity.caller("keeper", new Grant(IdentityPermissions.TOKENS, Grant.ALL));
            assertThat(catchThrowableOfType(
                            ProblemException.class, () -> identity.tokens.revoke(keeper, operator.subject())))
                    .as("nobody gets at what is mightier")
                    .isNotNull();
            identity.tokens.revoke(TestIdentity.OPERATOR, operator.subject());
            assertThat(authenticator.bearer(secret, "r")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void anotherFileMeansThatTheOneBeforeEnded(Engine engine, @TempDir Path data) throws Exception {
        try (TestIdentity identity = new TestIdentity(engine)) {
            Path file = data.resolve("operator.token");
            OperatorTokenEntry entry =
                    new OperatorTokenEntry(identity.database.transactions, identity.trail, identity.clock);
            entry.enter(data, OperatorToken.readOrCreate(file));
            Files.delete(file);
            OperatorToken next = OperatorToken.readOrCreate(file);
            entry.enter(data, next);

            assertThat(identity.tokens.list(TestIdentity.OPERATOR))
                    .filteredOn(token -> token.state() == Token.State.VALID)
                    .extracting(Token::id)
                    .containsExactly(next.subject());
            assertThat(identity.actions()).containsExactly("token.created", "token.created", "token.revoked");
            assertThat(identity.records).extracting(AuditEvent::objectType).containsOnly("Token");
        }
    }

    private static Caller headOf(TestIdentity identity, Department area, String... permissions) throws Exception {
        String session = identity.ready("anna", GOOD).sessionId();
        String account = identity.callerOf(session).subject();
        String role = identity.roles
                .add(TestIdentity.OPERATOR, new Roles.Entry(Text.same("Leitung"), Set.of(permissions)))
                .id();
        identity.roles.grant(TestIdentity.OPERATOR, account, role, area.id());
        return identity.callerOf(session);
    }

    private static Tokens.Entry entry(TestIdentity identity, String name, String department, String... permissions) {
        return new Tokens.Entry(
                name, Set.of(permissions), department, identity.clock.instant().plus(Duration.ofDays(90)));
    }

    private static Instant used(TestIdentity identity) {
        return identity.tokens.list(TestIdentity.OPERATOR).get(0).lastUsed();
    }

    private static String refusal(TestIdentity identity, Caller caller, Tokens.Entry entry) {
        return catchThrowableOfType(ProblemException.class, () -> identity.tokens.add(caller, entry))
                .problem()
                .code();
    }
}
