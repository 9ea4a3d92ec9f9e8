package de.kreiswerk.core.persistence.schedule;

import de.kreiswerk.core.api.schedule.LeasedWork;
import de.kreiswerk.core.persistence.database.TestDatabase;
import java.util.Map;

/** A node of the platform, as far as leases go. Lies in the package of what it opens. */
public final class TestNode implements AutoCloseable {

    private final LeasedScheduler scheduler;

    public TestNode(TestDatabase database) {
        this.scheduler = new LeasedScheduler(database.transactions, database.database);
    }

    public void add(String name, LeasedWork work) {
        scheduler.add(work, Map.of(LeasedWork.NAME, name, LeasedWork.INTERVAL_MILLIS, 10L));
    }

    @Override
    public void close() {
        scheduler.close();
    }
}
