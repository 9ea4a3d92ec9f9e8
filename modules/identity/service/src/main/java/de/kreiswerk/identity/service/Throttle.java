package de.kreiswerk.identity.service;

import de.kreiswerk.identity.api.ClientNetwork;
import de.kreiswerk.identity.api.TooManyAttempts;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * Slows down who tries passwords: by account and network, and more widely by network alone. Never by account alone: then a
 * stranger could lock anybody out. A success gives back what it took.
 */
@Component(service = Throttle.class)
@Designate(ocd = Throttle.Config.class)
public final class Throttle {

    private static final int REMEMBERED = 10_000;
    private static final int MOST_PER_ACCOUNT = 1_000;
    private static final int MOST_PER_NETWORK = 1_000_000;
    private static final int LONGEST_MINUTES = 1_440;

    private final int perAccount;
    private final int perNetwork;
    private final Duration period;
    private final TimeMeter time;
    private final Map<String, Bucket> byAccount = leastRecentlyUsed();
    private final Map<String, Bucket> byNetwork = leastRecentlyUsed();

    /** How often somebody may try. */
    @ObjectClassDefinition(
            name = "Anmeldeversuche",
            description =
                    "Wie oft von einer Netzadresse aus versucht werden darf, sich anzumelden. Gelungene Anmeldungen zählen nicht.")
    @interface Config {

        @AttributeDefinition(
                name = "Je Konto und Adresse",
                description = "Versuche im Zeitraum",
                min = "1",
                max = "1000")
        int perAccount() default 5;

        @AttributeDefinition(
                name = "Je Adresse",
                description = "Versuche im Zeitraum, für alle Konten zusammen",
                min = "1",
                max = "1000000")
        int perNetwork() default 100;

        @AttributeDefinition(name = "Zeitraum", description = "In Minuten", min = "1", max = "1440")
        int minutes() default 5;
    }

    @Activate
    public Throttle(Config config) {
        this(
                Math.min(config.perAccount(), MOST_PER_ACCOUNT),
                Math.min(config.perNetwork(), MOST_PER_NETWORK),
                Duration.ofMinutes(Math.max(1, Math.min(config.minutes(), LONGEST_MINUTES))),
                Clock.systemUTC());
    }

    Throttle(int perAccount, int perNetwork, Duration period, Clock clock) {
        this.perAccount = Math.max(1, perAccount);
        this.perNetwork = Math.max(1, perNetwork);
        this.period = period;
        this.time = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return TimeUnit.MILLISECONDS.toNanos(clock.millis());
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }

    /** What an attempt took. */
    record Attempt(Bucket account, Bucket network) {

        /** It was right, so it does not count. */
        void succeeded() {
            account.reset();
            network.addTokens(1);
        }

        /**
         * What the comparison says. One that says nothing does not count: the hasher was busy, the database away.
         */
        <T> T verdict(Supplier<T> comparison) {
            boolean reached = false;
            try {
                T verdict = comparison.get();
                reached = true;
                return verdict;
            } finally {
                if (!reached) {
                    account.addTokens(1);
                    network.addTokens(1);
                }
            }
        }
    }

    /** Lets an attempt through, or refuses it. */
    Attempt attempt(String accountKey, String address) {
        String network = ClientNetwork.of(address).key();
        Bucket wide = bucket(byNetwork, network, perNetwork);
        take(wide);
        // Only now: a network that has to wait shall neither use up an account's attempts, nor make others forgotten.
        Bucket narrow = bucket(byAccount, network + " " + accountKey, perAccount);
        try {
            take(narrow);
        } catch (TooManyAttempts refused) {
            wide.addTokens(1);
            throw refused;
        }
        return new Attempt(narrow, wide);
    }

    /**
     * The same for codes of a second factor, by account alone: who gets so far has shown the password, and six digits would be
     * found by trying from many addresses.
     */
    Attempt secondFactor(String accountId) {
        return attempt("second-factor", "account " + accountId);
    }

    private static void take(Bucket bucket) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new TooManyAttempts(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    private Bucket bucket(Map<String, Bucket> buckets, String key, int attempts) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(
                    key,
                    any -> Bucket.builder()
                            .addLimit(limit -> limit.capacity(attempts).refillGreedy(attempts, period))
                            .withCustomTimePrecision(time)
                            .build());
        }
    }

    private static Map<String, Bucket> leastRecentlyUsed() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                return size() > REMEMBERED;
            }
        };
    }
}
