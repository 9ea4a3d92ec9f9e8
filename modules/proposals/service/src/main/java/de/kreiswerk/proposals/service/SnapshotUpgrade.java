package de.kreiswerk.proposals.service;

import de.kreiswerk.core.api.persistence.PersistenceFailure;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.publication.Publication;
import de.kreiswerk.proposals.api.Paper;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes anew what an earlier version published in another shape, some at a time, beside the work of the day. What is
 * done is not done again, so that several nodes may do it, and a stop in between does no harm.
 */
@Component(service = SnapshotUpgrade.class, immediate = true)
public final class SnapshotUpgrade {

    private static final Logger LOG = LoggerFactory.getLogger(SnapshotUpgrade.class);
    private static final int AT_A_TIME = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    // In the order of their indexes, all columns named: else H2 sorts all that is left to do for each few of it.
    static final String PAPERS = """
            select id from paper where state = 'PUBLISHED' and snapshot_format < ?
            order by state, snapshot_format, id fetch first ? rows only""";
    static final String MEETINGS = """
            select id from meeting where visibility = 'PUBLIC' and withdrawn = false and slug is null
            order by visibility, withdrawn, slug, id fetch first ? rows only""";

    private final Json json = new Json();
    private final Transactions transactions;
    private final Publishers publishers;
    private final Thread thread;
    private volatile boolean stopped;

    @Activate
    public SnapshotUpgrade(
            @Reference Transactions transactions,
            @Reference(target = "(kreiswerk.schema=de.kreiswerk.proposals.service)") Schema schema,
            @Reference Publication publication) {
        this.transactions = transactions;
        this.publishers = new Publishers(publication, json);
        // Not in the activation: there may be a hundred thousand papers.
        this.thread = new Thread(this::run, "kreiswerk-snapshot-upgrade");
        thread.setDaemon(true);
        thread.start();
    }

    @Deactivate
    void close() throws InterruptedException {
        stopped = true;
        thread.join(PATIENCE.toMillis());
    }

    /** Waits until all is done. */
    void await() throws InterruptedException {
        thread.join();
    }

    private void run() {
        try {
            if (isNothingToDo()) {
                return;
            }
            transactions.call(tx -> {
                organizations(tx);
                return null;
            });
            long done = 0;
            for (int some = -1; some != 0 && !stopped; done += some) {
                some = transactions.call(this::some);
            }
            LOG.info("{} papers and meetings were published anew, as this version shows them", done);
        } catch (RuntimeException e) {
            LOG.error("Papers of an earlier version could not be published anew; the next start tries again", e);
        }
    }

    private boolean isNothingToDo() {
        return transactions.call(tx -> papers(tx).isEmpty() && meetings(tx).isEmpty());
    }

    private void organizations(Transaction tx) {
        tx.em(OrganizationEntity.class)
                .createQuery("select o from Organization o where o.published = true", OrganizationEntity.class)
                .getResultList()
                .forEach(organization -> publishers.council().organization(tx, organization));
    }

    private int some(Transaction tx) {
        PaperStore store = new PaperStore(tx, json);
        List<String> papers = papers(tx);
        for (String id : papers) {
            PaperEntity paper = store.lock(id);
            if (paper.state == Paper.State.PUBLISHED) {
                publishers.papers().publish(store, paper);
            }
        }
        store.em().flush();
        List<String> meetings = meetings(tx);
        MeetingPublisher.lock(store.em(), meetings)
                .values()
                .forEach(meeting -> publishers.meetings().publish(store, meeting));
        return papers.size() + meetings.size();
    }

    private static List<String> papers(Transaction tx) {
        return ids(tx, PAPERS, select -> {
            select.setInt(1, PaperPublisher.FORMAT);
            select.setInt(2, AT_A_TIME);
        });
    }

    private static List<String> meetings(Transaction tx) {
        return ids(tx, MEETINGS, select -> select.setInt(1, AT_A_TIME));
    }

    private static List<String> ids(Transaction tx, String sql, Parameters parameters) {
        try (PreparedStatement select = tx.connection().prepareStatement(sql)) {
            parameters.set(select);
            try (ResultSet row = select.executeQuery()) {
                List<String> ids = new ArrayList<>();
                while (row.next()) {
                    ids.add(row.getString(1));
                }
                return ids;
            }
        } catch (SQLException e) {
            throw new PersistenceFailure("What is to be published anew cannot be found: " + e.getMessage(), e);
        }
    }

    /** Fills a statement. */
    private interface Parameters {

        void set(PreparedStatement statement) throws SQLException;
    }
}
