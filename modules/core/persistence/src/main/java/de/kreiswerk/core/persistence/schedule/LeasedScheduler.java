package de.kreiswerk.core.persistence.schedule;

import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.schedule.LeasedWork;
import de.kreiswerk.core.persistence.database.Database;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Starts a worker for every {@link LeasedWork} and stops it when the service goes. */
@Component(service = LeasedScheduler.class, immediate = true)
public final class LeasedScheduler {

    private static final long LEAST_INTERVAL_MILLIS = 10;

    private final String holder = UUID.randomUUID().toString();
    private final Map<LeasedWork, LeasedWorker> workers = new ConcurrentHashMap<>();
    private final Transactions transactions;

    @Activate
    public LeasedScheduler(@Reference Transactions transactions, @Reference Database database) {
        this.transactions = transactions;
        if (database.exclusive()) {
            // Whoever held a lease is dead: no other process can have this database open.
            transactions.call(tx -> {
                DatabaseLease.releaseAll(tx.connection());
                return null;
            });
        }
    }

    @Deactivate
    void close() {
        workers.values().forEach(LeasedWorker::stop);
        workers.clear();
        transactions.call(tx -> {
            DatabaseLease.release(tx.connection(), holder);
            return null;
        });
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(LeasedWork work, Map<String, Object> properties) {
        String name = String.valueOf(properties.get(LeasedWork.NAME));
        long interval = Long.parseLong(String.valueOf(properties.getOrDefault(LeasedWork.INTERVAL_MILLIS, 1_000)));
        LeasedWorker worker =
                new LeasedWorker(transactions, work, name, holder, Math.max(interval, LEAST_INTERVAL_MILLIS));
        workers.put(work, worker);
        worker.start();
    }

    void remove(LeasedWork work) {
        LeasedWorker worker = workers.remove(work);
        if (worker != null) {
            worker.stop();
        }
    }
}
