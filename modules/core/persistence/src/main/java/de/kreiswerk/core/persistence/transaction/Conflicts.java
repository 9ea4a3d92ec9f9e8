package de.kreiswerk.core.persistence.transaction;

import java.sql.SQLException;
import java.util.Set;

/** Knows the failures that vanish when the same work is done again: somebody else was faster. */
final class Conflicts {

    /** Serialization failure, deadlock, a unique key taken, and what H2 calls a concurrent update. */
    private static final Set<String> STATES = Set.of("40001", "40P01", "23505", "90131");

    /** Somebody else has been writing for longer than anybody should wait. */
    private static final Set<String> BUSY = Set.of("HYT00");

    /** H2: closed because it could not write, or no space left; PostgreSQL: disk full, input or output failed. */
    private static final Set<String> UNWRITABLE = Set.of("90098", "90028", "90031", "90100", "53100", "58030");

    private Conflicts() {}

    static boolean mayVanish(Throwable failure) {
        return isOneOf(STATES, failure);
    }

    static boolean isBusy(Throwable failure) {
        return isOneOf(BUSY, failure);
    }

    /** The database cannot write any more. */
    static boolean isUnwritable(Throwable failure) {
        return isOneOf(UNWRITABLE, failure);
    }

    private static boolean isOneOf(Set<String> states, Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 20; depth++) {
            if (cause instanceof SQLException sql && states.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
