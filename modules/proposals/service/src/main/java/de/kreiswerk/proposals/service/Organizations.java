package de.kreiswerk.proposals.service;

import de.kreiswerk.core.api.publication.Publication;
import de.kreiswerk.core.api.publication.Snapshot;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/** Finds committees by name, and makes them when a Beratungsfolge names one for the first time. */
final class Organizations {

    private final Ids ids = new Ids();
    private final Json json = new Json();
    private final Publication publication;

    Organizations(Publication publication) {
        this.publication = publication;
    }

    /** Finds or makes a committee, for the inside only: a draft may name one that nobody outside should hear of. */
    OrganizationEntity ensure(EntityManager em, String name, Instant now) {
        return em
                .createQuery("select o from Organization o where o.nameKey = :key", OrganizationEntity.class)
                .setParameter("key", key(name))
                .getResultStream()
                .findFirst()
                .orElseGet(() -> create(em, name, now));
    }

    void classify(OrganizationEntity organization, String classification, Instant now) {
        if (classification != null && !classification.equals(organization.classification)) {
            organization.classification = classification;
            organization.modified = now;
            organization.published = false;
        }
    }

    /** Makes a committee public, once. */
    void publish(OrganizationEntity organization) {
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
                organization.modified,
                content.toString()));
    }

    static String key(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.GERMAN);
    }
}
