package de.kreiswerk.proposals.service;

import de.kreiswerk.proposals.api.CouncilOffice.LegislativeTermEntry;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;

/** Keeps the legislative terms. The body shows all of them, so their changes come one after the other. */
final class TermOffice {

    private final Ids ids = new Ids();
    private final CouncilPublisher council;

    TermOffice(Publishers publishers) {
        this.council = publishers.council();
    }

    LegislativeTermEntity add(PaperStore store, LegislativeTermEntry entry, Instant now) {
        Organizations.lock(store.em());
        LegislativeTermEntity term = new LegislativeTermEntity();
        term.id = ids.next(now.toEpochMilli());
        term.created = now;
        term.revision = 1;
        fill(term, entry);
        store.em().persist(term);
        publish(store, now);
        return term;
    }

    LegislativeTermEntity change(PaperStore store, String id, LegislativeTermEntry entry, Long expected, Instant now) {
        Organizations.lock(store.em());
        LegislativeTermEntity term = lock(store.em(), id);
        Entries.mustBe(expected, term.revision);
        fill(term, entry);
        term.revision++;
        publish(store, now);
        return term;
    }

    void remove(PaperStore store, String id, Long expected, Instant now) {
        Organizations.lock(store.em());
        LegislativeTermEntity term = lock(store.em(), id);
        Entries.mustBe(expected, term.revision);
        store.em().remove(term);
        council.withdrawTerm(id);
        publish(store, now);
    }

    private void publish(PaperStore store, Instant now) {
        store.em().flush();
        council.body(store.tx(), now);
    }

    private static void fill(LegislativeTermEntity term, LegislativeTermEntry entry) {
        Entries.period(entry.startDate(), entry.endDate());
        term.name = Entries.mandatory("name", entry.name(), 1_000);
        term.startDate = entry.startDate();
        term.endDate = entry.endDate();
    }

    private static LegislativeTermEntity lock(EntityManager em, String id) {
        LegislativeTermEntity term =
                id.indexOf('\0') >= 0 ? null : em.find(LegislativeTermEntity.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (term == null) {
            throw Refusals.termNotFound(id.replace("\0", ""));
        }
        return term;
    }
}
