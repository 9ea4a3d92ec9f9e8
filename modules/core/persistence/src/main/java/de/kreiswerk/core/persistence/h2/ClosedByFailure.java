package de.kreiswerk.core.persistence.h2;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Set;

/**
 * H2 closes a database whose file it could not write, and goes on saying of the connections that they are good. When one fails in that
 * way, the pool lets all of them go, and the next one opens the file anew: with all that was acknowledged, for readers at once, and for
 * writers as soon as there is space again.
 */
public final class ClosedByFailure implements SQLExceptionOverride {

    /** Closed, input or output failed, file corrupted, no space left, and what H2 calls a general error. */
    private static final Set<String> STATES = Set.of("90098", "90121", "90028", "90031", "90030", "90100", "HY000");

    private volatile Runnable others = () -> {};

    /**
     * Says how the other connections are let go.
     *
     * @param letGo lets them go
     */
    public void others(Runnable letGo) {
        others = letGo;
    }

    /** Called by the pool for each failure of a connection. */
    @java.lang.Override
    public Override adjudicate(SQLException failure) {
        if (!STATES.contains(String.valueOf(failure.getSQLState()))) {
            return Override.CONTINUE_EVICT;
        }
        others.run();
        return Override.MUST_EVICT;
    }
}
