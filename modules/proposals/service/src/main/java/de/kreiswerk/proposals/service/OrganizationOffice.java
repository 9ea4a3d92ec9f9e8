package de.kreiswerk.proposals.service;

import de.kreiswerk.proposals.api.CouncilOffice.OrganizationEntry;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Keeps organizations. What the office keeps is public. Rows are held in the order persons by id, organization, as for members. */
final class OrganizationOffice {

    private final Organizations organizations;
    private final CouncilPublisher council;
    private final MeetingPublisher meetings;

    OrganizationOffice(Publishers publishers) {
        this.organizations = publishers.organizations();
        this.council = publishers.council();
        this.meetings = publishers.meetings();
    }

    OrganizationEntity ensure(PaperStore store, String name, String classification, Instant now) {
        String checked = Entries.mandatory("name", name, 1_000);
        String kind = Entries.optional("classification", classification, 200);
        OrganizationEntity organization = held(store.em(), checked, now);
        if (kind != null && !kind.equals(organization.classification)) {
            organization.classification = kind;
            touch(organization, now);
            republish(store, organization);
        }
        organization.kept = true;
        council.ensurePublic(store.tx(), organization, now);
        return organization;
    }

    OrganizationEntity add(PaperStore store, OrganizationEntry entry, Instant now) {
        OrganizationEntity organization = held(store.em(), Entries.mandatory("name", entry.name(), 1_000), now);
        mustBeTheCouncils(organization);
        OrganizationEntry completed = new OrganizationEntry(
                entry.name(),
                Entries.orKnown(entry.shortName(), organization.shortName),
                Entries.orKnown(entry.classification(), organization.classification),
                Entries.orKnown(entry.organizationType(), organization.organizationType),
                Entries.orKnown(entry.startDate(), organization.startDate),
                Entries.orKnown(entry.endDate(), organization.endDate));
        return fill(store, organization, completed, now);
    }

    /** Finds or makes one by name, and holds it. */
    private OrganizationEntity held(EntityManager em, String name, Instant now) {
        return lock(em, organizations.ensure(em, name, now).id);
    }

    OrganizationEntity change(PaperStore store, String id, OrganizationEntry entry, Long expected, Instant now) {
        if (isAnotherType(store.em(), id, entry)) {
            holdMembers(store.em(), id);
        }
        OrganizationEntity organization = lock(store.em(), id);
        mustBeTheCouncils(organization);
        Entries.mustBe(expected, organization.revision);
        String name = Entries.mandatory("name", entry.name(), 1_000);
        if (!Organizations.key(name).equals(organization.nameKey) && isTaken(store.em(), name)) {
            throw Refusals.organizationNameTaken(name);
        }
        organization.name = name;
        organization.nameKey = Organizations.key(name);
        return fill(store, organization, entry, now);
    }

    /** A department is changed where departments are. */
    private static void mustBeTheCouncils(OrganizationEntity organization) {
        if (organization.departmentId != null) {
            throw Refusals.organizationIsDepartment(organization.name);
        }
    }

    private OrganizationEntity fill(
            PaperStore store, OrganizationEntity organization, OrganizationEntry entry, Instant now) {
        Entries.period(entry.startDate(), entry.endDate());
        String typeBefore = organization.organizationType;
        organization.shortName = Entries.optional("shortName", entry.shortName(), 200);
        organization.classification = Entries.optional("classification", entry.classification(), 200);
        organization.organizationType = type(entry);
        organization.startDate = entry.startDate();
        organization.endDate = entry.endDate();
        touch(organization, now);
        republish(store, organization);
        if (!Objects.equals(typeBefore, organization.organizationType)) {
            showMembers(store, organization, now);
        }
        return organization;
    }

    private static String type(OrganizationEntry entry) {
        String type = Entries.optional("organizationType", entry.organizationType(), 50);
        return type == null ? Organizations.COMMITTEE : type;
    }

    void remove(PaperStore store, String id, Long expected) {
        EntityManager em = store.em();
        OrganizationEntity organization = lock(em, id);
        mustBeTheCouncils(organization);
        Entries.mustBe(expected, organization.revision);
        if (isNamed(em, organization)) {
            throw Refusals.organizationInUse(organization.name);
        }
        em.remove(organization);
        em.flush();
        council.withdrawOrganization(organization.id);
    }

    /** Shows it as it is now; its meetings show its name. */
    private void republish(PaperStore store, OrganizationEntity organization) {
        store.em().flush();
        if (!organization.published) {
            council.begin(organization, organization.modified);
        }
        organization.kept = true;
        council.organization(store.tx(), organization);
        List<String> ids = store.em()
                .createQuery(
                        "select m.id from Meeting m where m.organizationId = :organization and m.withdrawn = false",
                        String.class)
                .setParameter("organization", organization.id)
                .getResultList();
        MeetingPublisher.lock(store.em(), ids).values().forEach(meeting -> meetings.publish(store, meeting));
    }

    /** What an organization is says whether its members hold a public office, and so whether anybody hears on whose behalf. */
    private void showMembers(PaperStore store, OrganizationEntity organization, Instant now) {
        if (CouncilPublisher.isPublicOffice(organization)) {
            senders(store.em(), organization.id).forEach(sender -> council.ensurePublic(store.tx(), sender, now));
        }
        // Those as well who became members before the organization was held.
        holdMembers(store.em(), organization.id).forEach(person -> council.person(store.tx(), person));
        council.withdrawUnnamed(store.tx());
    }

    /** On whose behalf its members are. */
    private static List<OrganizationEntity> senders(EntityManager em, String organizationId) {
        return em.createQuery(
                        "select distinct o from Organization o, Membership m where m.organizationId = :organization"
                                + " and o.id = m.onBehalfOf order by o.id",
                        OrganizationEntity.class)
                .setParameter("organization", organizationId)
                .getResultList();
    }

    private static boolean isAnotherType(EntityManager em, String id, OrganizationEntry entry) {
        return em.createQuery("select o.organizationType from Organization o where o.id = :id", String.class)
                .setParameter("id", id.replace("\0", ""))
                .getResultStream()
                .anyMatch(known -> !known.equals(type(entry)));
    }

    /** Whoever changes one of them meanwhile would show them as holders of what the organization was before. */
    private static List<PersonEntity> holdMembers(EntityManager em, String organizationId) {
        List<String> ids = em.createQuery(
                        "select distinct m.personId from Membership m where m.organizationId = :organization"
                                + " order by m.personId",
                        String.class)
                .setParameter("organization", organizationId)
                .getResultList();
        return ids.stream()
                .map(id -> em.find(PersonEntity.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(Objects::nonNull)
                .toList();
    }

    private static boolean isTaken(EntityManager em, String name) {
        return !em.createQuery("select o.id from Organization o where o.nameKey = :key", String.class)
                .setParameter("key", Organizations.key(name))
                .getResultList()
                .isEmpty();
    }

    private static boolean isNamed(EntityManager em, OrganizationEntity organization) {
        return any(em, "select c.paperId from Consultation c where c.organizationId = :it", organization.id)
                || any(em, "select m.id from Meeting m where m.organizationId = :it", organization.id)
                || any(
                        em,
                        "select m.id from Membership m where m.organizationId = :it or m.onBehalfOf = :it",
                        organization.id)
                || any(em, "select p.id from Paper p where p.underDirectionId = :it", organization.id);
    }

    private static boolean any(EntityManager em, String query, String value) {
        return !em.createQuery(query, String.class)
                .setParameter("it", value)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /**
     * Finds an organization and holds its row, so that changes of what it shows come one after the other. With one that is not public
     * yet nobody begins meanwhile: the lock for that comes before the row, as for whoever publishes a paper.
     */
    static OrganizationEntity lock(EntityManager em, String id) {
        OrganizationEntity found = id == null || id.indexOf('\0') >= 0 ? null : em.find(OrganizationEntity.class, id);
        if (found != null && !found.published) {
            Organizations.lock(em);
        }
        OrganizationEntity organization =
                found == null ? null : em.find(OrganizationEntity.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (organization == null) {
            throw Refusals.organizationNotFound(id == null ? "" : id.replace("\0", ""));
        }
        return organization;
    }

    private static void touch(OrganizationEntity organization, Instant now) {
        organization.revision++;
        organization.modified = now;
    }
}
