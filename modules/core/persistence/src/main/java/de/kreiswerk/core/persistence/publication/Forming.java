package de.kreiswerk.core.persistence.publication;

import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.schedule.Lease;
import de.kreiswerk.core.api.schedule.LeasedWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Brings objects into today's form that were published while another one, or none, was there. */
@Component(property = {LeasedWork.NAME + "=core.public-forms", LeasedWork.INTERVAL_MILLIS + ":Long=2000"})
public final class Forming implements LeasedWork {

    private static final int AT_ONCE = 100;
    /** A run ends early enough for its lease. */
    private static final int ROUNDS = 10;

    private final Transactions transactions;
    private final Forms forms;

    @Activate
    public Forming(@Reference Transactions transactions, @Reference Forms forms) {
        this.transactions = transactions;
        this.forms = forms;
    }

    @Override
    public void run(Lease lease) {
        for (int round = 0; round < ROUNDS; round++) {
            // Without a form nothing is taken away: the one that left may come back.
            if (forms.name().equals(Forms.NONE) || some(lease) < AT_ONCE) {
                return;
            }
        }
    }

    private int some(Lease lease) {
        return transactions.call(tx -> {
            lease.confirm(tx);
            return new FormedTable(tx.connection(), forms).renew(AT_ONCE);
        });
    }
}
