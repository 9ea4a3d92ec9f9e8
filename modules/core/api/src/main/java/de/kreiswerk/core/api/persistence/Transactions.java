package de.kreiswerk.core.api.persistence;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The one way to work with the database. A call inside a call joins the outer transaction; the outermost commits. All
 * persistence units of a transaction share one connection and one commit.
 *
 * <p>A serialization failure, a deadlock, a unique key that another transaction took first or a row that it removed rolls everything
 * back and runs the outermost work once more, so work must have no effect outside the transaction: use
 * {@link Transaction#afterCommit}.
 */
@ProviderType
public interface Transactions {

    /**
     * Runs work in a transaction.
     *
     * @param work what to do
     * @param <T> what the work returns
     * @return what the work returned, after the commit when this call is the outermost
     * @throws de.kreiswerk.core.api.problem.ProblemException as the work threw it; of kind UNAVAILABLE when the database
     *     cannot be reached
     * @throws PersistenceFailure when the database refused the work for another reason, or a call inside this one failed
     *     and the work went on as if it had not
     */
    <T> T call(Work<T> work);

    /**
     * The transaction of this thread.
     *
     * @return empty outside of {@link #call}
     */
    Optional<Transaction> current();

    /**
     * What is done in a transaction.
     *
     * @param <T> what it returns
     */
    @ConsumerType
    @FunctionalInterface
    interface Work<T> {

        /**
         * Does it.
         *
         * @param tx the transaction
         * @return a result
         * @throws Exception to roll back; checked ones arrive wrapped in {@link PersistenceFailure}
         */
        T in(Transaction tx) throws Exception;
    }
}
