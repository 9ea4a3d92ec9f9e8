package de.kreiswerk.core.api.persistence;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;

/** A database transaction, bound to the thread that runs it. Not to be kept after the work ends. */
@ProviderType
public interface Transaction {

    /**
     * The entity manager of the unit that an entity belongs to. It is found by the class's bundle, never by a name: two
     * versions of a bundle may be there for a moment.
     *
     * @param entity an entity class
     * @return the entity manager, the same one throughout the transaction
     * @throws de.kreiswerk.core.api.problem.ProblemException of kind UNAVAILABLE when the class's bundle has no ready
     *     persistence unit: it is being replaced
     */
    EntityManager em(Class<?> entity);

    /**
     * The connection that everything in this transaction shares. Closing, committing and rolling it back do nothing.
     *
     * @return the connection; pending changes of entity managers are not flushed by asking for it
     */
    Connection connection();

    /** Lets the transaction end in a rollback, though the work returns normally. */
    void rollbackOnly();

    /**
     * Runs something as the last step before the commit, after the entity managers were flushed. What it throws rolls
     * back.
     *
     * @param step uses {@link #connection} only
     */
    void beforeCommit(Step step);

    /**
     * Runs something after the commit and before the caller is answered. What it throws is logged and changes nothing.
     *
     * @param step must be short
     */
    void afterCommit(Runnable step);

    /**
     * An object that lives as long as the transaction.
     *
     * @param key identifies it; use a class of your own
     * @param maker makes it when it is not there
     * @param <T> its type
     * @return the object
     */
    <T> T attachment(Class<T> key, java.util.function.Supplier<T> maker);

    /** A step that may fail. */
    @ConsumerType
    @FunctionalInterface
    interface Step {

        /**
         * Does it.
         *
         * @throws Exception to roll back
         */
        void run() throws Exception;
    }
}
