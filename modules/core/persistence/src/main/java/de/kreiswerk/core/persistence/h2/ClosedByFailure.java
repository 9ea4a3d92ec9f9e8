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

    /** What H2 says when it cannot write: closed, input or output failed, no space left. */
    public static final Set<String> UNWRITABLE = Set.of("90098", "90121", "90028", "90031", "90100");

    /** What H2 says of whatever else went wrong, with its file too. */
    public static final String GENERAL = "HY000";

    private static final String CORRUPTED = "90030";

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
        String state = String.valueOf(failure.getSQLState());
        if (!UNWRITABLE.contains(state) && !state.equals(GENERAL) && !state.equals(CORRUPTED)) {
            return Override.CONTINUE_EVICT;
        }
        others.run();
        return Override.MUST_EVICT;
    }
}
