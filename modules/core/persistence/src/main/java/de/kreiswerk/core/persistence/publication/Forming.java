package de.kreiswerk.core.persistence.publication;

import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.schedule.Lease;
import de.kreiswerk.core.api.schedule.LeasedWork;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Brings objects into today's form that were published while another one, or none, was there. */
@Component(property = {LeasedWork.NAME + "=core.public-forms", LeasedWork.INTERVAL_MILLIS + ":Long=2000"})
public final class Forming implements LeasedWork {

    private static final int AT_ONCE = 100;
    /** A run ends early enough for its lease. */
    private static final long LONGEST_NANOS = 2_000_000_000L;

    private final Transactions transactions;
    private final Forms forms;

    @Activate
    public Forming(@Reference Transactions transactions, @Reference Forms forms) {
        this.transactions = transactions;
        this.forms = forms;
    }

    @Override
    public void run(Lease lease) {
        long end = System.nanoTime() + LONGEST_NANOS;
        List<String> before = List.of();
        List<String> paths = others();
        // The same again cannot be made now; the next run tries it.
        while (!paths.equals(before) && System.nanoTime() - end < 0) {
            paths.forEach(path -> renew(lease, path));
            before = paths;
            paths = others();
        }
    }

    /** Without a form nothing is taken away: the one that left may come back. */
    private List<String> others() {
        return forms.name().equals(Forms.NONE)
                ? List.of()
                : transactions.call(tx -> new FormedTable(tx.connection(), forms).others(AT_ONCE));
    }

    private void renew(Lease lease, String path) {
        transactions.call(tx -> {
            lease.confirm(tx);
            new FormedTable(tx.connection(), forms).renew(path);
            return null;
        });
    }
}
