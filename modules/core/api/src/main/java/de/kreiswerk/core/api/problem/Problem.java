package de.kreiswerk.core.api.problem;

import de.kreiswerk.core.api.text.Text;
import java.util.List;
import java.util.Objects;

/**
 * What went wrong and what to do about it, in words for the person who caused it. REST shows it as RFC 9457 problem
 * details. It never holds a secret, a stack trace or another person's data.
 *
 * @param kind what sort of failure it is; decides the HTTP status
 * @param code a lasting short name in kebab case for programs, such as {@code paper-not-found}
 * @param title the failure in a few words, the same for every occurrence of the code
 * @param detail this occurrence: what is wrong and what to do
 * @param places where in the input it is wrong, empty when that has no place
 */
public record Problem(Kind kind, String code, Text title, Text detail, List<Place> places) {

    /** Copies the places. */
    public Problem {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(detail, "detail");
        places = List.copyOf(places);
    }

    /**
     * A place in the input.
     *
     * @param line the line, from 1; 0 when the whole input is meant
     * @param reason what is wrong there
     */
    public record Place(int line, Text reason) {}

    /** The sorts of failure, each with its HTTP status (RFC 9110, RFC 6585). */
    public enum Kind {
        /** The request cannot be understood at all. */
        MALFORMED(400),
        /** Nobody is signed in, or the credentials are not valid. */
        UNAUTHENTICATED(401),
        /** The caller is known but may not do this. */
        FORBIDDEN(403),
        /** There is no such thing, or the caller may not know of it. */
        NOT_FOUND(404),
        /** The address does not know the method. */
        METHOD_NOT_ALLOWED(405),
        /** Not available in the format that was asked for. */
        NOT_ACCEPTABLE(406),
        /** The state does not allow it, or somebody else does it just now. */
        CONFLICT(409),
        /** It was there and was withdrawn or deleted. */
        GONE(410),
        /** Somebody else changed it in between (If-Match). */
        PRECONDITION_FAILED(412),
        /** Larger than the limit that the detail names. */
        TOO_LARGE(413),
        /** The address is longer than the limit. */
        ADDRESS_TOO_LONG(414),
        /** A media type that is not accepted here. */
        UNSUPPORTED_TYPE(415),
        /** Of what was asked for, there is no such part; {@code Content-Range} says how much there is. */
        NO_SUCH_PART(416),
        /** Understood, but the content breaks a rule. */
        UNPROCESSABLE(422),
        /** A change without If-Match where it is asked for. */
        PRECONDITION_REQUIRED(428),
        /** Too many in too short a time; {@code Retry-After} says when to try again. */
        TOO_MANY(429),
        /** Headers larger than the limit. */
        HEADERS_TOO_LARGE(431),
        /** A part of the platform is away for the moment; try again. */
        UNAVAILABLE(503),
        /** A version of HTTP that the server does not speak. */
        VERSION_NOT_SUPPORTED(505),
        /** A fault of the platform itself. */
        FAILED(500);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        /**
         * The HTTP status.
         *
         * @return 400 to 503
         */
        public int status() {
            return status;
        }
    }
}
