package de.kreiswerk.core.persistence.transaction;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Knows the failures that vanish when the same work is done again: somebody else was faster. */
final class Conflicts {

    /** Serialization failure, deadlock, a unique key taken, and what H2 calls a concurrent update. */
    private static final Set<String> STATES = Set.of("40001", "40P01", "23505", "90131");

    /** Somebody else has been writing for longer than anybody should wait. */
    private static final Set<String> BUSY = Set.of("HYT00");

    /** H2: closed because it could not write, or no space left; PostgreSQL: disk full, input or output failed. */
    private static final Set<String> UNWRITABLE = Set.of("90098", "90121", "90028", "90031", "90100", "53100", "58030");

    private static final String GENERAL = "HY000";

    private Conflicts() {}

    static boolean mayVanish(Throwable failure) {
        return isOneOf(STATES, failure);
    }

    static boolean isBusy(Throwable failure) {
        return isOneOf(BUSY, failure);
    }

    /** What the database says when it cannot write any more. */
    static Optional<SQLException> unwritable(Throwable failure) {
        return first(
                failure,
                SQLException.class,
                sql -> UNWRITABLE.contains(String.valueOf(sql.getSQLState()))
                        // H2, of whatever went wrong with its file.
                        || GENERAL.equals(sql.getSQLState())
                                && first(sql, IOException.class, io -> true).isPresent());
    }

    private static boolean isOneOf(Set<String> states, Throwable failure) {
        return first(failure, SQLException.class, sql -> states.contains(String.valueOf(sql.getSQLState())))
                .isPresent();
    }

    private static <T extends Throwable> Optional<T> first(Throwable failure, Class<T> type, Predicate<T> which) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 20; depth++) {
            if (type.isInstance(cause) && which.test(type.cast(cause))) {
                return Optional.of(type.cast(cause));
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }
}
