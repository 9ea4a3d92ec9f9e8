package de.kreiswerk.core.persistence.database;

import de.kreiswerk.core.api.persistence.PersistenceFailure;
import de.kreiswerk.core.api.persistence.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What only the owner of the tables may do. With an owner's role it happens over a connection of the owner, so in a transaction of its own;
 * without one in the transaction of the caller, or a new one.
 */
final class OwnerWork {

    /** Else somebody who has used the tables in the transaction around would wait for himself for ever. */
    private static final String PATIENCE = "set local lock_timeout = '30s'";

    private final Database database;
    private final Transactions transactions;

    OwnerWork(Database database, Transactions transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    /**
     * Does it.
     *
     * @throws SQLException as the work throws it, with an owner's role
     * @throws RuntimeException as the work throws it; without an owner's role everything, as transactions do
     */
    <T> T call(Work<T> work) throws SQLException {
        return database.hasOwner() ? asOwner(work) : transactions.call(tx -> work.in(tx.connection()));
    }

    private <T> T asOwner(Work<T> work) throws SQLException {
        try (Connection connection = database.owner().getConnection()) {
            boolean committed = false;
            try (Statement statement = connection.createStatement()) {
                statement.execute(PATIENCE);
                T result = work.in(connection);
                connection.commit();
                committed = true;
                return result;
            } finally {
                if (!committed) {
                    connection.rollback();
                }
            }
        }
    }

    static PersistenceFailure failed(String what, SQLException cause) {
        return new PersistenceFailure(what + ": " + cause.getMessage(), cause);
    }

    /** What is to be done. */
    @FunctionalInterface
    interface Work<T> {

        T in(Connection connection) throws SQLException;
    }
}
