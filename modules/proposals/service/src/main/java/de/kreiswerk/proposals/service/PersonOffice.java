package de.kreiswerk.proposals.service;

import de.kreiswerk.proposals.api.CouncilOffice.MembershipEntry;
import de.kreiswerk.proposals.api.CouncilOffice.PersonEntry;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;

/** Keeps persons and their memberships. Rows are held in the order person, organizations by id. */
final class PersonOffice {

    private final Ids ids = new Ids();
    private final CouncilPublisher council;

    PersonOffice(Publishers publishers) {
        this.council = publishers.council();
    }

    PersonEntity add(PaperStore store, PersonEntry entry, Instant now) {
        PersonEntity person = new PersonEntity();
        person.id = ids.next(now.toEpochMilli());
        person.created = now;
        person.revision = 1;
        fill(person, entry);
        store.em().persist(person);
        return person;
    }

    PersonEntity change(PaperStore store, String id, PersonEntry entry, Long expected) {
        PersonEntity person = lock(store.em(), id);
        Entries.mustBe(expected, person.revision);
        fill(person, entry);
        person.revision++;
        council.person(store.tx(), person);
        return person;
    }

    private static void fill(PersonEntity person, PersonEntry entry) {
        person.familyName = Entries.mandatory("familyName", entry.familyName(), 200);
        person.givenName = Entries.optional("givenName", entry.givenName(), 200);
        List<String> titles = entry.title().stream()
                .map(title -> Entries.optional("title", title, 50))
                .filter(title -> title != null)
                .toList();
        if (titles.size() > 5) {
            throw Refusals.entryNotValid(
                    "Das Feld „title“ darf höchstens 5 Titel haben.", "The field 'title' may have 5 titles at most.");
        }
        person.titles = titles.isEmpty() ? null : String.join("\n", titles);
    }

    void remove(PaperStore store, String id, Long expected) {
        EntityManager em = store.em();
        PersonEntity person = lock(em, id);
        Entries.mustBe(expected, person.revision);
        List<MembershipEntity> memberships = memberships(em, id);
        TreeSet<String> organizations = new TreeSet<>();
        memberships.forEach(membership -> organizations.add(membership.organizationId));
        List<OrganizationEntity> locked = organizations.stream()
                .map(other -> OrganizationOffice.lock(em, other))
                .toList();
        memberships.forEach(em::remove);
        em.flush();
        memberships.forEach(membership -> council.withdrawMembership(membership.id));
        council.person(store.tx(), person);
        locked.forEach(organization -> republish(store, organization));
        em.remove(person);
        council.withdrawUnnamed(store.tx());
    }

    MembershipEntity addMembership(PaperStore store, MembershipEntry entry, Instant now) {
        EntityManager em = store.em();
        PersonEntity person = lock(em, Entries.mandatory("personId", entry.personId(), 36));
        OrganizationEntity organization =
                OrganizationOffice.lock(em, Entries.mandatory("organizationId", entry.organizationId(), 36));
        MembershipEntity membership = new MembershipEntity();
        membership.id = ids.next(now.toEpochMilli());
        membership.created = now;
        membership.revision = 1;
        membership.personId = person.id;
        membership.organizationId = organization.id;
        fill(store, membership, organization, entry, now);
        em.persist(membership);
        em.flush();
        publish(store, person, organization, now);
        return membership;
    }

    MembershipEntity changeMembership(PaperStore store, String id, MembershipEntry entry, Long expected, Instant now) {
        EntityManager em = store.em();
        MembershipEntity found = find(em, id);
        PersonEntity person = lock(em, found.personId);
        OrganizationEntity organization = OrganizationOffice.lock(em, found.organizationId);
        MembershipEntity membership = held(em, id);
        Entries.mustBe(expected, membership.revision);
        if (differs(entry.personId(), membership.personId)
                || differs(entry.organizationId(), membership.organizationId)) {
            throw Refusals.entryNotValid(
                    "Person und Organisation einer Mitgliedschaft bleiben. Beenden Sie sie mit „endDate“ und legen Sie eine neue an.",
                    "Person and organization of a membership stay. End it with 'endDate' and enter a new one.");
        }
        fill(store, membership, organization, entry, now);
        membership.revision++;
        em.flush();
        council.person(store.tx(), person);
        // It may have been on behalf of somebody whom nobody else names.
        council.withdrawUnnamed(store.tx());
        return membership;
    }

    void removeMembership(PaperStore store, String id, Long expected, Instant now) {
        EntityManager em = store.em();
        MembershipEntity found = find(em, id);
        PersonEntity person = lock(em, found.personId);
        OrganizationEntity organization = OrganizationOffice.lock(em, found.organizationId);
        MembershipEntity membership = held(em, id);
        Entries.mustBe(expected, membership.revision);
        em.remove(membership);
        em.flush();
        council.withdrawMembership(id);
        publish(store, person, organization, now);
        council.withdrawUnnamed(store.tx());
    }

    private void fill(
            PaperStore store,
            MembershipEntity membership,
            OrganizationEntity organization,
            MembershipEntry entry,
            Instant now) {
        Entries.period(entry.startDate(), entry.endDate());
        membership.role = Entries.optional("role", entry.role(), 200);
        membership.votingRight = entry.votingRight();
        membership.startDate = entry.startDate();
        membership.endDate = entry.endDate();
        membership.onBehalfOf = Entries.optional("onBehalfOf", entry.onBehalfOf(), 36);
        if (membership.onBehalfOf != null) {
            OrganizationEntity sender = store.em().find(OrganizationEntity.class, membership.onBehalfOf);
            if (sender == null) {
                throw Refusals.organizationNotFound(membership.onBehalfOf);
            }
            if (CouncilPublisher.isPublicOffice(organization)) {
                council.ensurePublic(store.tx(), sender, now);
            }
        }
    }

    private void publish(PaperStore store, PersonEntity person, OrganizationEntity organization, Instant now) {
        if (CouncilPublisher.isPublicOffice(organization)) {
            council.ensurePublic(store.tx(), organization, now);
        }
        council.person(store.tx(), person);
        republish(store, organization);
    }

    private void republish(PaperStore store, OrganizationEntity organization) {
        if (organization.published) {
            council.organization(store.tx(), organization);
        }
    }

    static List<MembershipEntity> memberships(EntityManager em, String personId) {
        return em.createQuery(
                        "select m from Membership m where m.personId = :person order by m.startDate, m.id",
                        MembershipEntity.class)
                .setParameter("person", personId)
                .getResultList();
    }

    private static boolean differs(String entered, String kept) {
        return entered != null && !entered.isBlank() && !entered.strip().equals(kept);
    }

    private static PersonEntity lock(EntityManager em, String id) {
        PersonEntity person =
                id.indexOf('\0') >= 0 ? null : em.find(PersonEntity.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (person == null) {
            throw Refusals.personNotFound(id.replace("\0", ""));
        }
        return person;
    }

    /** Whoever held the person meanwhile may have removed it. */
    private static MembershipEntity held(EntityManager em, String id) {
        MembershipEntity membership = em.find(MembershipEntity.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (membership == null) {
            throw Refusals.membershipNotFound(id);
        }
        return membership;
    }

    private static MembershipEntity find(EntityManager em, String id) {
        MembershipEntity membership = id.indexOf('\0') >= 0 ? null : em.find(MembershipEntity.class, id);
        if (membership == null) {
            throw Refusals.membershipNotFound(id.replace("\0", ""));
        }
        return membership;
    }
}
