package de.kreiswerk.audit.log;

import de.kreiswerk.core.api.identity.Caller;
import java.time.Instant;
import java.util.Set;

/** The platform itself, where the trail does something by itself. */
public final class Platform {

    /** How the ids of the platform's own parts begin, which are no persons. */
    public static final String PREFIX = "platform-";

    private Platform() {}

    /**
     * As a caller.
     *
     * @param now since when
     * @return may do nothing; is named in records
     */
    public static Caller at(Instant now) {
        return new Caller(PREFIX + "audit", "Kreiswerk", Set.of(), "platform", now, "start");
    }
}
