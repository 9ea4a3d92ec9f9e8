package de.kreiswerk.audit.log.kept;

import de.kreiswerk.audit.api.Offer;
import de.kreiswerk.audit.api.Offer.Decision;
import de.kreiswerk.core.api.persistence.Transactions;
import java.util.function.BooleanSupplier;

/** Whether the archive has all of a person that would go with their key. */
public final class CopyAge {

    private final Transactions transactions;
    private final Evidence evidence;

    /**
     * Looks.
     *
     * @param transactions the database; within a transaction all is of that one
     * @param evidence tells what the platform wrote
     */
    public CopyAge(Transactions transactions, Evidence evidence) {
        this.transactions = transactions;
        this.evidence = evidence;
    }

    /** Whether something came since the copy, which would go without having been offered. */
    public boolean isOutdated(Offer offer) {
        return look(offer, 0, () -> true).isFound();
    }

    /** The same, for as long as there is time, behind what an earlier look at the same copy has looked at. */
    public Mentions.Look look(Offer offer, long looked, BooleanSupplier hasTime) {
        long copied = transactions.call(tx -> new OfferTable(tx, evidence).copied(offer.id()));
        // Nobody noted how far a copy went that was fetched before that counted: to look through all would take too
        // long here.
        return copied == 0
                ? new Mentions.Look(0, true)
                : new Mentions(transactions).lookBehind(offer.subject(), Math.max(copied, looked), hasTime);
    }

    /** Whether the archive took less than what would go. What it does not want it need not have seen. */
    public boolean isTakenOutdated(Offer offer) {
        return offer.decision() == Decision.TAKEN && isOutdated(offer);
    }
}
