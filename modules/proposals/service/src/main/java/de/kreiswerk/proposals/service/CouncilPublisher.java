package de.kreiswerk.proposals.service;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreiswerk.core.api.persistence.PersistenceFailure;
import de.kreiswerk.core.api.persistence.Transaction;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Makes the snapshots of the body, its organizations, persons, memberships, terms and places. */
final class CouncilPublisher {

    /**
     * Organizations are few, papers many: each question about papers is answered by an index. Staff of a department name nobody: their
     * memberships are not public.
     */
    static final String UNNAMED = """
            select o.id from organization o
            where o.published and not o.kept and o.department_id is null
            and not exists (select 1 from consultation c join paper p on p.id = c.paper_id
                where c.organization_id = o.id and p.state = 'PUBLISHED')
            and not exists (select 1 from paper p where p.under_direction_id = o.id and p.state = 'PUBLISHED')
            and not exists (select 1 from meeting m
                where m.organization_id = o.id and m.visibility = 'PUBLIC' and not m.withdrawn)
            and (o.organization_type = 'Verwaltungsbereich'
                or not exists (select 1 from membership m where m.organization_id = o.id))
            and not exists (select 1 from membership m join organization office on office.id = m.organization_id
                where m.on_behalf_of = o.id and office.organization_type <> 'Verwaltungsbereich')
            order by o.id""";

    private final Snapshots snapshots;
    private final Bodies bodies;
    private final Json json;

    CouncilPublisher(Snapshots snapshots, Bodies bodies, Json json) {
        this.snapshots = snapshots;
        this.bodies = bodies;
        this.json = json;
    }

    /** The body with its terms. Not public as long as nobody said which county it is. */
    void body(Transaction tx, Instant now) {
        BodyEntity body = bodies.get(tx, now);
        if (body.name == null) {
            return;
        }
        ObjectNode content = json.object();
        put(content, "name", body.name);
        put(content, "ags", body.ags);
        put(content, "rgs", body.rgs);
        put(content, "website", body.website);
        put(content, "license", body.license);
        put(content, "contactEmail", body.contactEmail);
        put(content, "contactName", body.contactName);
        List<LegislativeTermEntity> terms = tx.em(LegislativeTermEntity.class)
                .createQuery("select t from LegislativeTerm t order by t.startDate, t.id", LegislativeTermEntity.class)
                .getResultList();
        snapshots.publishInto(
                content.putArray("legislativeTerm"),
                terms.stream().map(term -> term(term, body)).toList());
        snapshots.publish(new Part("Body", body.id, body.created, content, null, null));
    }

    private Part term(LegislativeTermEntity term, BodyEntity body) {
        ObjectNode content = json.object().put("name", term.name);
        put(content, "startDate", term.startDate);
        put(content, "endDate", term.endDate);
        return new Part("LegislativeTerm", term.id, term.created, content, "body", Paths.body(body.id));
    }

    /**
     * Makes an organization public, once; what changes of it later is published by who changes it.
     *
     * @param since when it becomes public
     */
    void ensurePublic(Transaction tx, OrganizationEntity organization, Instant since) {
        if (organization.published) {
            return;
        }
        EntityManager em = tx.em(OrganizationEntity.class);
        em.flush();
        Organizations.lock(em);
        // Whoever changes it right now is waited for: it is shown as it is then.
        em.refresh(organization, LockModeType.PESSIMISTIC_WRITE);
        if (!organization.published) {
            begin(organization, since);
            organization(tx, organization);
        }
    }

    /** For the public it begins now: that drafts named it before is nobody's business. */
    void begin(OrganizationEntity organization, Instant since) {
        organization.published = true;
        if (!snapshots.isKnown(Paths.organization(organization.id))) {
            organization.created = since;
        }
    }

    /** Takes back the organizations that only papers named which are not public any more. */
    void withdrawUnnamed(Transaction tx) {
        EntityManager em = tx.em(OrganizationEntity.class);
        em.flush();
        if (unnamed(tx).isEmpty()) {
            return;
        }
        // Whoever publishes one waits here, and whoever was faster is seen by the second look.
        Organizations.lock(em);
        for (String id : unnamed(tx)) {
            em.find(OrganizationEntity.class, id, LockModeType.PESSIMISTIC_WRITE).published = false;
            withdrawOrganization(id);
        }
        em.flush();
    }

    private static List<String> unnamed(Transaction tx) {
        try (PreparedStatement select = tx.connection().prepareStatement(UNNAMED);
                ResultSet row = select.executeQuery()) {
            List<String> ids = new ArrayList<>();
            while (row.next()) {
                ids.add(row.getString(1));
            }
            return ids;
        } catch (SQLException e) {
            throw new PersistenceFailure("Organizations cannot be looked through: " + e.getMessage(), e);
        }
    }

    void organization(Transaction tx, OrganizationEntity organization) {
        ObjectNode content = json.object();
        content.put("body", bodies.path(tx, organization.created));
        put(content, "name", organization.name);
        put(content, "shortName", organization.shortName);
        put(content, "classification", organization.classification);
        put(content, "organizationType", organization.organizationType);
        put(content, "startDate", organization.startDate);
        put(content, "endDate", organization.endDate);
        if (isPublicOffice(organization)) {
            ArrayNode members = content.putArray("membership");
            tx.em(MembershipEntity.class)
                    .createQuery(
                            "select m.id from Membership m where m.organizationId = :organization order by m.id",
                            String.class)
                    .setParameter("organization", organization.id)
                    .getResultStream()
                    .forEach(id -> members.add(Paths.membership(id)));
        }
        snapshots.publish(new Part("Organization", organization.id, organization.created, content, null, null));
    }

    /** A person with the memberships that are public offices; without any, the person is nobody's business. */
    void person(Transaction tx, PersonEntity person) {
        List<MembershipEntity> offices = memberships(tx, person, "<>");
        memberships(tx, person, "=").forEach(other -> withdrawMembership(other.id));
        if (offices.isEmpty()) {
            snapshots.withdraw(Paths.person(person.id));
            return;
        }
        ObjectNode content = json.object();
        content.put("body", bodies.path(tx, person.created));
        put(content, "name", name(person));
        put(content, "familyName", person.familyName);
        put(content, "givenName", person.givenName);
        if (person.titles != null) {
            person.titles.lines().forEach(content.putArray("title")::add);
        }
        snapshots.publishInto(
                content.putArray("membership"),
                offices.stream().map(office -> membership(office, person)).toList());
        snapshots.publish(new Part("Person", person.id, person.created, content, null, null));
    }

    /** Those of departments ({@code =}) or those of anything else ({@code <>}). */
    private static List<MembershipEntity> memberships(Transaction tx, PersonEntity person, String comparison) {
        return tx.em(MembershipEntity.class)
                .createQuery(
                        "select m from Membership m, Organization o where m.personId = :person"
                                + " and o.id = m.organizationId and o.organizationType " + comparison
                                + " :department order by m.id",
                        MembershipEntity.class)
                .setParameter("person", person.id)
                .setParameter("department", Organizations.DEPARTMENT)
                .getResultList();
    }

    private Part membership(MembershipEntity membership, PersonEntity person) {
        ObjectNode content = json.object();
        put(content, "organization", Paths.organization(membership.organizationId));
        put(content, "role", membership.role);
        if (membership.votingRight != null) {
            content.put("votingRight", membership.votingRight);
        }
        put(content, "startDate", membership.startDate);
        put(content, "endDate", membership.endDate);
        if (membership.onBehalfOf != null) {
            content.put("onBehalfOf", Paths.organization(membership.onBehalfOf));
        }
        return new Part("Membership", membership.id, membership.created, content, "person", Paths.person(person.id));
    }

    Part location(LocationEntity location) {
        ObjectNode content = json.object();
        put(content, "description", location.description);
        put(content, "streetAddress", location.streetAddress);
        put(content, "room", location.room);
        put(content, "postalCode", location.postalCode);
        put(content, "locality", location.locality);
        return new Part("Location", location.id, location.created, content, null, null);
    }

    void withdrawOrganization(String id) {
        snapshots.withdraw(Paths.organization(id));
    }

    void withdrawMembership(String id) {
        snapshots.withdraw(Paths.membership(id));
    }

    void withdrawTerm(String id) {
        snapshots.withdraw(Paths.legislativeTerm(id));
    }

    /** Staff of a department hold no public office. */
    static boolean isPublicOffice(OrganizationEntity organization) {
        return !Organizations.DEPARTMENT.equals(organization.organizationType);
    }

    static String name(PersonEntity person) {
        Stream<String> titles = person.titles == null ? Stream.of() : person.titles.lines();
        return String.join(
                " ",
                Stream.concat(titles, Stream.of(person.givenName, person.familyName))
                        .filter(part -> part != null)
                        .toList());
    }

    static void put(ObjectNode content, String member, String value) {
        if (value != null && !value.isBlank()) {
            content.put(member, value);
        }
    }

    static void put(ObjectNode content, String member, Temporal value) {
        if (value != null) {
            content.put(member, value.toString());
        }
    }
}
