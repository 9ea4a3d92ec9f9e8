package de.kreiswerk.identity.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import de.kreiswerk.identity.api.Account;
import de.kreiswerk.identity.api.SignIn;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * How long a refusal takes tells nothing about the account: once by counting what costs the time, and once by the clock. The
 * clock compares distributions (how often one kind takes longer than another), so that a busy machine slows all kinds alike.
 */
class SignInTimeTest {

    private static final String GOOD = "vier Wörter reichen aus";
    private static final int ATTEMPTS = 40;
    /** A hash of this takes ten times as long as everything else; that all take the same one is counted. */
    private static final int MEMORY_KIB = Boolean.getBoolean("kreiswerk.full") ? 19 * 1024 : 4 * 1024;
    /** 0.5 is none; of a hash too few, which is what to find, come 0 or 1. Chance alone gets here once in 500 rounds. */
    private static final double MOST_DIFFERENT = 0.2;
    /** What is systematic shows in each of them. */
    private static final int ROUNDS = 3;

    private enum Kind {
        UNKNOWN("berta", GOOD),
        NO_NAME("an\u200bna", GOOD),
        WRONG("anna", "ganz andere Wörter hier"),
        LOCKED("gesperrt", GOOD),
        CLOSED("geschlossen", GOOD);

        private final String login;
        private final String password;

        Kind(String login, String password) {
            this.login = login;
            this.password = password;
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void everyRefusalCostsOneHashOfTheSameStrength(Engine engine) throws Exception {
        List<String> strengths = new ArrayList<>();
        PasswordHasher counting = new PasswordHasher(1, 4, new Argon2() {
            @Override
            boolean matches(String password, String written) {
                strengths.add(written.replaceFirst("\\$[^$]*\\$[^$]*$", ""));
                return super.matches(password, written);
            }
        });
        try (TestIdentity identity = new TestIdentity(engine, false, new Argon2())) {
            SignIn signIn = signIn(identity, counting);
            for (Kind kind : Kind.values()) {
                strengths.clear();
                refuse(signIn, kind.login, kind.password);
                assertThat(strengths).as(kind.name()).containsExactly("$argon2id$v=19$m=19456,t=2,p=1");
            }
            strengths.clear();
            refuse(signIn, Kind.UNKNOWN.login, "x".repeat(1_000));
            refuse(signIn, Kind.WRONG.login, "x".repeat(1_000));
            assertThat(strengths).as("too long for any account").isEmpty();
        } finally {
            counting.close();
        }
    }

    @Test
    void noKindOfRefusalIsKnownByItsTime() throws Exception {
        try (TestIdentity identity = new TestIdentity(Engine.H2, false, new Argon2(MEMORY_KIB))) {
            SignIn signIn = signIn(identity, identity.hasher);
            measure(signIn, 5);
            List<String> seen = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                List<String> different = different(measure(signIn, ATTEMPTS));
                if (different.isEmpty()) {
                    return;
                }
                seen.addAll(different);
            }
            assertThat(seen).as("in each of " + ROUNDS + " rounds").isEmpty();
        }
    }

    /** Accounts for each kind, and attempts without end. */
    private static SignIn signIn(TestIdentity identity, PasswordHasher hasher) {
        identity.ready("anna", GOOD);
        for (Kind kind : List.of(Kind.LOCKED, Kind.CLOSED)) {
            Account account = identity.accountOf(identity.ready(kind.login, GOOD));
            identity.accounts.setState(TestIdentity.OPERATOR, account.id(), Account.State.valueOf(kind.name()), null);
        }
        Throttle patient = new Throttle(100_000, 100_000, Duration.ofMinutes(5), Clock.systemUTC());
        return new SignInService(
                identity.database.transactions,
                identity.trail,
                hasher,
                identity.sessions,
                patient,
                identity.box,
                identity.rule,
                identity.letters,
                Clock.systemUTC());
    }

    private static void refuse(SignIn signIn, String login, String password) {
        assertThatThrownBy(() -> signIn.withPassword(login, password, TestIdentity.STRANGER, "request"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("credentials-wrong");
    }

    /** Nanoseconds of each attempt; the kinds take turns in an order of chance. */
    private static Map<Kind, List<Long>> measure(SignIn signIn, int attempts) {
        Map<Kind, List<Long>> times = new EnumMap<>(Kind.class);
        List<Kind> order = new ArrayList<>(List.of(Kind.values()));
        Random random = new Random(4);
        for (int i = 0; i < attempts; i++) {
            Collections.shuffle(order, random);
            for (Kind kind : order) {
                long start = System.nanoTime();
                refuse(signIn, kind.login, kind.password);
                times.computeIfAbsent(kind, any -> new ArrayList<>()).add(System.nanoTime() - start);
            }
        }
        return times;
    }

    private static List<String> different(Map<Kind, List<Long>> times) {
        List<String> different = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            double longer = shareOfLonger(times.get(kind), times.get(Kind.WRONG));
            if (kind != Kind.WRONG && Math.abs(longer - 0.5) > MOST_DIFFERENT) {
                different.add(kind + " takes longer than WRONG in " + Math.round(longer * 100) + " of 100 pairs");
            }
        }
        return different;
    }

    /** The statistic of Mann and Whitney as a share: how often one of these takes longer than one of those. */
    private static double shareOfLonger(List<Long> these, List<Long> those) {
        long longer = these.stream()
                .mapToLong(one -> those.stream().filter(other -> one > other).count())
                .sum();
        return (double) longer / these.size() / those.size();
    }
}
