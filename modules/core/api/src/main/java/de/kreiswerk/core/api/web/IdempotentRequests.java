package de.kreiswerk.core.api.web;

import de.kreiswerk.core.api.identity.Caller;
import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Carries out a creating request once, however often it is sent with the same Idempotency-Key (IETF draft
 * idempotency-key-header). The answer is kept in the transaction of the work itself, so that a crash cannot part the two.
 */
@ProviderType
public interface IdempotentRequests {

    /**
     * Runs work, or returns the answer that it gave before.
     *
     * @param caller who asks; keys of different callers never meet
     * @param key the header's value, at most 255 characters; null or blank runs the work without keeping anything
     * @param fingerprint tells different requests apart, at most 128 characters
     * @param work does it, in a transaction that it joins
     * @return the answer
     * @throws de.kreiswerk.core.api.problem.ProblemException of kind UNPROCESSABLE when the key was used for another
     *     request
     */
    Answer once(Caller caller, String key, String fingerprint, Supplier<Answer> work);

    /**
     * An answer that can be given again.
     *
     * @param status the HTTP status
     * @param body the body as JSON
     * @param location the Location header, null when there is none
     * @param etag the entity tag without quotes, null when there is none
     */
    record Answer(int status, String body, String location, String etag) {}
}
