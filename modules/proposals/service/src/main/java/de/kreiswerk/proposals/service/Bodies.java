package de.kreiswerk.proposals.service;

import de.kreiswerk.core.api.persistence.Transaction;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;

/** The one body. Its id is made with the first object that refers to it. */
final class Bodies {

    private final Ids ids = new Ids();
    private volatile String known;

    /** Its path, whether or not it is public yet. */
    String path(Transaction tx, Instant now) {
        String id = known;
        return Paths.body(id != null ? id : get(tx, now).id);
    }

    BodyEntity get(Transaction tx, Instant now) {
        EntityManager em = tx.em(BodyEntity.class);
        BodyEntity body = find(em);
        if (body == null) {
            Organizations.lock(em);
            body = find(em);
        }
        if (body == null) {
            body = new BodyEntity();
            body.id = ids.next(now.toEpochMilli());
            body.created = now;
            em.persist(body);
            em.flush();
        }
        // Not before: an id that was rolled back is none.
        String id = body.id;
        tx.afterCommit(() -> known = id);
        return body;
    }

    /** In SQL: the first query in JPQL loads its grammar, for which each start would wait. */
    private static BodyEntity find(EntityManager em) {
        List<?> found =
                em.createNativeQuery("select * from body", BodyEntity.class).getResultList();
        return found.isEmpty() ? null : (BodyEntity) found.get(0);
    }
}
