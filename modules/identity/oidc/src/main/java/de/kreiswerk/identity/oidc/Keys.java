package de.kreiswerk.identity.oidc;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A provider's keys. A key that is not known yet is asked for, but not again and again: tokens name their key, and anybody can
 * make up names.
 */
final class Keys {

    private static final Duration FRESH = Duration.ofHours(1);
    private static final Duration NOT_AGAIN = Duration.ofSeconds(30);

    private final Fetcher fetcher;
    private final Clock clock;
    private JWKSet known;
    private Instant fetched = Instant.EPOCH;

    Keys(Fetcher fetcher, Clock clock) {
        this.fetcher = fetcher;
        this.clock = clock;
    }

    synchronized List<JWK> select(JWKSelector selector, String address) throws IOException {
        if (known == null || age().compareTo(FRESH) > 0) {
            fetch(address);
        }
        List<JWK> found = selector.select(known);
        if (found.isEmpty() && age().compareTo(NOT_AGAIN) > 0) {
            fetch(address);
            found = selector.select(known);
        }
        return found;
    }

    /** Asks anew, so that a provider whose keys are away is noticed before somebody signs in. */
    synchronized void fetch(String address) throws IOException {
        Fetcher.Answer answer = fetcher.get(address);
        if (answer.status() != 200) {
            throw new IOException("its keys answer " + answer.status());
        }
        try {
            known = JWKSet.parse(answer.body());
            fetched = clock.instant();
        } catch (ParseException e) {
            throw new IOException("its keys are not readable", e);
        }
    }

    private Duration age() {
        return Duration.between(fetched, clock.instant());
    }
}
