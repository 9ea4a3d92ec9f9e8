package de.kreiswerk.core.api.web;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Holds requests back while the bundles that answer them are exchanged, so that whoever asks gets a slower answer and no error.
 * A bundle is known by its symbolic name: what the old version claims and what the new one will claim are the same.
 */
@ProviderType
public interface RequestGate {

    /**
     * From now on requests to the addresses that the bundles claim, claimed before, or will claim, wait. How many may wait and for how long is
     * limited by configuration; beyond that the answer is 503 with Retry-After.
     *
     * @param bundles symbolic names; none of them may be held already
     * @return lets them in when it is closed
     * @throws IllegalStateException when one of them is held already
     */
    Hold hold(Set<String> bundles);

    /**
     * How long a request waits at most before it is answered with 503: who holds for longer holds in vain.
     *
     * @return what the configuration says at this moment
     */
    Duration longestWait();

    /**
     * The addresses that bundles serve at this moment.
     *
     * @param bundles symbolic names
     * @return what they claim, such as {@code /ordnung/hundesteuer} and {@code /api/ordnung/v1}, in order
     */
    List<String> addresses(Set<String> bundles);

    /**
     * Forgets the addresses that bundles claimed and do not claim any more: they were given up for good, and what was theirs is
     * 404 instead of 503, or whoever's claim is wider.
     *
     * @param bundles symbolic names
     */
    void forget(Set<String> bundles);

    /** Requests that wait. */
    @ProviderType
    interface Hold extends AutoCloseable {

        /**
         * Waits until the requests that came in before are answered.
         *
         * @param most how long to wait at most
         * @return whether none is left
         * @throws InterruptedException when the thread is interrupted
         */
        boolean drain(Duration most) throws InterruptedException;

        /**
         * How many requests are let in and not answered yet.
         *
         * @return from 0; one that is about to wait may be in it for a moment
         */
        int inside();

        /**
         * Asks for an address past the gate, as somebody who is not signed in. Whose it is, only what is claimed at this moment
         * decides, not what was claimed before.
         *
         * @param path a path on this host that begins with a slash
         * @param most how long to wait for the answer at most
         * @return its status
         * @throws IOException when there is none
         */
        int probe(String path, Duration most) throws IOException;

        /**
         * How many have had to wait so far.
         *
         * @return from 0
         */
        int held();

        /** Lets everybody in. */
        @Override
        void close();
    }
}
