package de.kreiswerk.identity.oidc;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import de.kreiswerk.core.api.text.Text;
import java.io.IOException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A provider's keys. A key that is not known yet is asked for, but not again and again: tokens name their key, and anybody can
 * make up names. Whoever has a key that is known waits for nobody: a provider whose keys are slow must not collect the
 * server's threads.
 */
final class Keys {

    private static final Duration FRESH = Duration.ofHours(1);
    private static final Duration NOT_AGAIN = Duration.ofSeconds(30);
    /** Longer, and a key that the provider has withdrawn would be good for as long as its list is kept away from us. */
    private static final Duration USABLE = Duration.ofDays(1);

    private final Fetcher fetcher;
    private final Clock clock;
    private final Duration patience;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile Known known = new Known(new JWKSet(), Instant.EPOCH);
    private volatile Failed failed;

    private record Known(JWKSet keys, Instant when) {}

    private record Failed(Text words, Instant when) {}

    Keys(Fetcher fetcher, Clock clock) {
        this(fetcher, clock, Duration.ofSeconds(1));
    }

    /**
     * Keys that nobody knows yet.
     *
     * @param patience how long whoever has no key waits for another one who asks already
     */
    Keys(Fetcher fetcher, Clock clock, Duration patience) {
        this.fetcher = fetcher;
        this.clock = clock;
        this.patience = patience;
    }

    /** Those that fit. Old ones do while newer ones cannot be had. */
    List<JWK> select(JWKSelector selector, String address) throws IOException {
        Known at = known;
        List<JWK> found = isOlder(at, USABLE) ? List.of() : selector.select(at.keys());
        if (found.isEmpty()) {
            return isOlder(at, NOT_AGAIN) ? selector.select(asked(at, address).keys()) : found;
        }
        if (isOlder(at, FRESH) && !isRecent(failed) && asking.tryLock()) {
            try {
                found = selector.select(fetched(at, address).keys());
            } catch (IOException e) {
                // Noted; the check tells it. What is known goes on being good.
                return found;
            } finally {
                asking.unlock();
            }
        }
        return found;
    }

    /** Asks anew, so that a provider whose keys are away is noticed before somebody signs in. */
    void fetch(String address) throws IOException {
        Known at = known;
        asking.lock();
        try {
            fetched(at, address);
        } finally {
            asking.unlock();
        }
    }

    /** Whether they could not be had when they were asked for last. */
    boolean areAway() {
        return failed != null;
    }

    private Known asked(Known at, String address) throws IOException {
        mustNotHaveJustFailed();
        if (!isMyTurn()) {
            throw new Fault(
                    "Seine Schlüssel lassen auf sich warten.",
                    "its keys take long, somebody else waits for them already");
        }
        try {
            mustNotHaveJustFailed();
            return fetched(at, address);
        } finally {
            asking.unlock();
        }
    }

    private boolean isMyTurn() throws IOException {
        try {
            return asking.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /**
     * With the lock.
     *
     * @param at what was known before waiting for the lock: who finds something newer need not ask
     */
    private Known fetched(Known at, String address) throws IOException {
        Known now = known;
        if (now != at) {
            return now;
        }
        try {
            Known next = new Known(parsed(fetcher.get(address)), clock.instant());
            known = next;
            failed = null;
            return next;
        } catch (IOException e) {
            failed = new Failed(Fault.words(e), clock.instant());
            throw e;
        }
    }

    private static JWKSet parsed(Fetcher.Answer answer) throws IOException {
        if (answer.status() != 200) {
            throw new Fault(
                    "Seine Schlüssel (jwks_uri) antworten mit " + answer.status() + ".",
                    "its keys answer " + answer.status());
        }
        try {
            return JWKSet.parse(answer.body());
        } catch (ParseException | RuntimeException e) {
            throw new Fault("Seine Schlüssel (jwks_uri) sind nicht lesbar.", "its keys are not readable");
        }
    }

    private void mustNotHaveJustFailed() throws IOException {
        Failed last = failed;
        if (isRecent(last)) {
            throw new Fault(last.words());
        }
    }

    private boolean isRecent(Failed failure) {
        return failure != null && failure.when().plus(NOT_AGAIN).isAfter(clock.instant());
    }

    private boolean isOlder(Known what, Duration age) {
        return Duration.between(what.when(), clock.instant()).compareTo(age) > 0;
    }
}
