package de.kreiswerk.proposals.service;

import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.publication.Publication;
import de.kreiswerk.proposals.api.Paper;
import de.kreiswerk.proposals.api.Visibility;
import jakarta.persistence.EntityManager;
import java.time.Duration;
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
        return transactions.call(tx -> papers(tx.em(PaperEntity.class)).isEmpty()
                && meetings(tx.em(MeetingEntity.class)).isEmpty());
    }

    private void organizations(Transaction tx) {
        tx.em(OrganizationEntity.class)
                .createQuery("select o from Organization o where o.published = true", OrganizationEntity.class)
                .getResultList()
                .forEach(organization -> publishers.council().organization(tx, organization));
    }

    private int some(Transaction tx) {
        PaperStore store = new PaperStore(tx, json);
        List<String> papers = papers(store.em());
        for (String id : papers) {
            PaperEntity paper = store.lock(id);
            if (paper.state == Paper.State.PUBLISHED) {
                publishers.papers().publish(store, paper);
            }
        }
        List<String> meetings = meetings(store.em());
        MeetingPublisher.lock(store.em(), meetings)
                .values()
                .forEach(meeting -> publishers.meetings().publish(store, meeting));
        return papers.size() + meetings.size();
    }

    private static List<String> papers(EntityManager em) {
        return em.createQuery(
                        "select p.id from Paper p where p.snapshotFormat < :format and p.state = :published order by p.id",
                        String.class)
                .setParameter("format", PaperPublisher.FORMAT)
                .setParameter("published", Paper.State.PUBLISHED)
                .setMaxResults(AT_A_TIME)
                .getResultList();
    }

    private static List<String> meetings(EntityManager em) {
        return em.createQuery(
                        "select m.id from Meeting m where m.slug is null and m.visibility = :visibility"
                                + " and m.withdrawn = false order by m.id",
                        String.class)
                .setParameter("visibility", Visibility.PUBLIC)
                .setMaxResults(AT_A_TIME)
                .getResultList();
    }
}
