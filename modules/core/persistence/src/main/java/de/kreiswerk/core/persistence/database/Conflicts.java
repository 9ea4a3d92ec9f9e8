package de.kreiswerk.core.persistence.database;

import de.kreiswerk.core.persistence.h2.ClosedByFailure;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Knows the failures that vanish when the same work is done again: somebody else was faster, or the database was away. */
public final class Conflicts {

    /**
     * Serialization failure, deadlock, a unique key taken, something referred to that was removed meanwhile (PostgreSQL has one state
     * where H2 has two), and what H2 calls a concurrent update.
     */
    private static final Set<String> STATES = Set.of("40001", "40P01", "23505", "23503", "23506", "90131");

    /** Somebody else has been writing for longer than anybody should wait; as H2 and as PostgreSQL say it. */
    private static final Set<String> BUSY = Set.of("HYT00", "55P03");

    /** PostgreSQL: disk full, input or output failed. */
    private static final Set<String> SERVER_UNWRITABLE = Set.of("53100", "58030");

    /** PostgreSQL: shut down by its administrator, crashed, starting; a server that takes over and is not there to write yet. */
    private static final Set<String> AWAY = Set.of("57P01", "57P02", "57P03", "25006");

    /** Connection exceptions of SQL. */
    private static final String CONNECTION = "08";

    private Conflicts() {}

    /**
     * Whether the database went away, or has not come yet.
     *
     * @param failure what somebody was told
     * @return true when the same may work when it is back
     */
    public static boolean isAway(Throwable failure) {
        return first(failure, SQLException.class, Conflicts::saysAway).isPresent();
    }

    private static boolean saysAway(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return AWAY.contains(state)
                || state.startsWith(CONNECTION)
                || failure instanceof SQLTransientConnectionException;
    }

    /**
     * Whether somebody else was faster.
     *
     * @param failure what somebody was told
     * @return true when the same may work at once
     */
    public static boolean mayVanish(Throwable failure) {
        return isOneOf(STATES, failure);
    }

    /**
     * Whether somebody else has been writing for longer than one waits.
     *
     * @param failure what somebody was told
     * @return true when the same may work later
     */
    public static boolean isBusy(Throwable failure) {
        return isOneOf(BUSY, failure);
    }

    /**
     * What the database says when it cannot write any more.
     *
     * @param failure what somebody was told
     * @return empty when it is something else
     */
    public static Optional<SQLException> unwritable(Throwable failure) {
        return first(failure, SQLException.class, Conflicts::saysUnwritable);
    }

    private static boolean isOneOf(Set<String> states, Throwable failure) {
        return first(failure, SQLException.class, sql -> states.contains(String.valueOf(sql.getSQLState())))
                .isPresent();
    }

    private static boolean saysUnwritable(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return ClosedByFailure.UNWRITABLE.contains(state)
                || SERVER_UNWRITABLE.contains(state)
                || state.equals(ClosedByFailure.GENERAL)
                        && first(failure, IOException.class, any -> true).isPresent();
    }

    private static <T extends Throwable> Optional<T> first(Throwable failure, Class<T> type, Predicate<T> which) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 20; depth++) {
            if (type.isInstance(cause) && which.test(type.cast(cause))) {
                return Optional.of(type.cast(cause));
            }
            cause = behind(cause);
        }
        return Optional.empty();
    }

    /** H2 names what stopped a batch as the next failure, not as the cause. */
    private static Throwable behind(Throwable failure) {
        return failure.getCause() == null && failure instanceof SQLException sql
                ? sql.getNextException()
                : failure.getCause();
    }
}
