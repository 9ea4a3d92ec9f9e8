package de.kreiswerk.core.persistence.schedule;

import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.schedule.Lease;
import java.util.Optional;

/** Real leases for whom no scheduler hands them out. Lies in the package of what it opens. */
public final class TestLeases {

    private TestLeases() {}

    public static Optional<Lease> tryToAcquire(Transactions transactions, String name, String holder) {
        return Optional.ofNullable(transactions.call(tx -> DatabaseLease.acquire(tx.connection(), name, holder)));
    }
}
