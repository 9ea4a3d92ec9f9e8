package de.kreiswerk.proposals.service;

import de.kreiswerk.core.api.publication.Publication;
import de.kreiswerk.core.api.publication.Snapshot;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds committees by name, and makes them when a Beratungsfolge names one for the first time. */
final class Organizations {

    private final Ids ids = new Ids();
    private final Publication publication;
    private final Json json;

    Organizations(Publication publication, Json json) {
        this.publication = publication;
        this.json = json;
    }

    /** Finds or makes a committee, for the inside only: a draft may name one that nobody outside should hear of. */
    OrganizationEntity ensure(EntityManager em, String name, Instant now) {
        return find(em, name)
                .or(() -> {
                    lock(em);
                    return find(em, name);
                })
                .orElseGet(() -> create(em, name, now));
    }

    private static Optional<OrganizationEntity> find(EntityManager em, String name) {
        return em.createQuery("select o from Organization o where o.nameKey = :key", OrganizationEntity.class)
                .setParameter("key", key(name))
                .getResultStream()
                .findFirst();
    }

    /** Until the end of the transaction. Rare: most papers name committees that are known. */
    private static void lock(EntityManager em) {
        em.createNativeQuery("select id from organization_lock where id = 1 for update")
                .getResultList();
    }

    void classify(OrganizationEntity organization, String classification, Instant now) {
        if (classification != null && !classification.equals(organization.classification)) {
            organization.classification = classification;
            organization.modified = now;
            organization.published = false;
        }
    }

    /** Makes a committee public, once. */
    void publish(EntityManager em, OrganizationEntity organization) {
        if (organization.published) {
            return;
        }
        em.flush();
        lock(em);
        em.refresh(organization);
        if (!organization.published) {
            organization.published = true;
            publishSnapshot(organization);
        }
    }

    private OrganizationEntity create(EntityManager em, String name, Instant now) {
        OrganizationEntity organization = new OrganizationEntity();
        organization.id = ids.next(now.toEpochMilli());
        organization.name = name;
        organization.nameKey = key(name);
        organization.created = now;
        organization.modified = now;
        em.persist(organization);
        // Rows that refer to it come after it: EclipseLink knows ids only, no relation.
        em.flush();
        return organization;
    }

    private void publishSnapshot(OrganizationEntity organization) {
        var content = json.tree(Map.of("id", organization.id, "name", organization.name));
        if (organization.classification != null) {
            content.put("classification", organization.classification);
        }
        publication.publish(new Snapshot(
                "/organization/" + organization.id,
                "Organization",
                null,
                Map.of("organization", organization.id),
                organization.created,
                content.toString(),
                null));
    }

    static String key(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.GERMAN);
    }
}
