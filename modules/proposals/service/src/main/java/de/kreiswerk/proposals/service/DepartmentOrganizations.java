package de.kreiswerk.proposals.service;

import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.DepartmentDirectory;
import de.kreiswerk.core.api.identity.DepartmentListener;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.publication.Publication;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A department of the administration and the Organization of type Verwaltungsbereich are one: this is the place that knows it. The
 * department's names and days are the organization's. It becomes public when a public paper names it.
 */
@Component(service = DepartmentListener.class)
public final class DepartmentOrganizations implements DepartmentListener {

    private static final Logger LOG = LoggerFactory.getLogger(DepartmentOrganizations.class);

    private final Transactions transactions;
    private final AuditTrail trail;
    private final Organizations organizations;
    private final CouncilPublisher council;
    private final Clock clock;

    @Activate
    public DepartmentOrganizations(
            @Reference Transactions transactions,
            @Reference(target = "(kreiswerk.schema=de.kreiswerk.proposals.service)") Schema schema,
            @Reference AuditTrail trail,
            @Reference Publication publication) {
        this(transactions, trail, publication, Clock.systemUTC());
    }

    DepartmentOrganizations(Transactions transactions, AuditTrail trail, Publication publication, Clock clock) {
        this.transactions = transactions;
        this.trail = trail;
        Publishers publishers = new Publishers(publication, new Json());
        this.organizations = publishers.organizations();
        this.council = publishers.council();
        this.clock = clock;
    }

    @Override
    public void changed(DepartmentDirectory.Entry department) {
        transactions.call(tx -> {
            follow(tx, department);
            return null;
        });
    }

    private void follow(Transaction tx, DepartmentDirectory.Entry department) {
        EntityManager em = tx.em(OrganizationEntity.class);
        OrganizationEntity organization = of(em, department);
        if (organization != null && isSame(em, organization, department)) {
            return;
        }
        // Whoever makes or renames an organization does it one after the other.
        Organizations.lock(em);
        // Once more behind the lock: another node may have been faster.
        organization = of(em, department);
        if (organization != null) {
            // What was read before the lock stays as it was then.
            em.refresh(organization, LockModeType.PESSIMISTIC_WRITE);
            if (isSame(em, organization, department)) {
                return;
            }
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (organization == null) {
            organization = organizations.department(em, List.of(department.name(), department.shortName()), now);
        }
        if (organization == null) {
            LOG.warn("Department {} is no organization: others have both of its names", department.id());
            return;
        }
        organization.departmentId = department.id();
        if (isFree(em, department.name(), organization)) {
            organization.name = department.name();
            organization.nameKey = Organizations.key(department.name());
        }
        organization.shortName = department.shortName();
        organization.startDate = department.validFrom();
        organization.endDate = department.validUntil();
        organization.revision++;
        organization.modified = now;
        em.flush();
        if (organization.published) {
            council.organization(tx, organization);
        }
        trail.record(
                AuditEvent.success(platform(now), "proposals", "organization.followed", "Organization", organization.id)
                        .with("department", department.id())
                        .with("name", organization.name));
    }

    /** By the department that it was; else by the names under which papers made it. */
    private static OrganizationEntity of(EntityManager em, DepartmentDirectory.Entry department) {
        List<OrganizationEntity> found = em.createQuery(
                        "select o from Organization o where o.departmentId = :id", OrganizationEntity.class)
                .setParameter("id", department.id())
                .getResultList();
        if (found.isEmpty()) {
            found = em.createQuery(
                            "select o from Organization o where o.departmentId is null and o.organizationType = :type"
                                    + " and o.nameKey in :keys order by o.created, o.id",
                            OrganizationEntity.class)
                    .setParameter("type", Organizations.DEPARTMENT)
                    .setParameter(
                            "keys",
                            List.of(Organizations.key(department.name()), Organizations.key(department.shortName())))
                    .getResultList();
        }
        return found.isEmpty() ? null : found.get(0);
    }

    private static boolean isSame(
            EntityManager em, OrganizationEntity organization, DepartmentDirectory.Entry department) {
        return department.id().equals(organization.departmentId)
                && department.shortName().equals(organization.shortName)
                && Objects.equals(department.validFrom(), organization.startDate)
                && Objects.equals(department.validUntil(), organization.endDate)
                && (department.name().equals(organization.name) || !isFree(em, department.name(), organization));
    }

    /** A committee, or what papers named before, may have the name already; two of one name would be one. */
    private static boolean isFree(EntityManager em, String name, OrganizationEntity organization) {
        return em.createQuery("select o.id from Organization o where o.nameKey = :key and o.id <> :id", String.class)
                .setParameter("key", Organizations.key(name))
                .setParameter("id", organization.id)
                .getResultList()
                .isEmpty();
    }

    private static Caller platform(Instant now) {
        return new Caller("platform-departments", "Kreiswerk", Set.of(), "platform", now, "department");
    }
}
