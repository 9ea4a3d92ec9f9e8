package de.kreiswerk.proposals.service;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.proposals.api.Council;
import de.kreiswerk.proposals.api.ProposalsPermissions;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads committees and meetings. */
@Component
public final class CouncilReader implements Council {

    private final Transactions transactions;

    @Activate
    public CouncilReader(
            @Reference Transactions transactions,
            @Reference(target = "(kreiswerk.schema=de.kreiswerk.proposals.service)") Schema schema) {
        this.transactions = transactions;
    }

    @Override
    public List<Organization> organizations(Caller caller) {
        caller.require(ProposalsPermissions.READ, Grant.ALL);
        return transactions.call(tx -> tx.em(OrganizationEntity.class)
                .createQuery("select o from Organization o order by o.name", OrganizationEntity.class)
                .getResultStream()
                .map(CouncilReader::organization)
                .toList());
    }

    @Override
    public List<Meeting> meetings(Caller caller) {
        caller.require(ProposalsPermissions.READ, Grant.ALL);
        return transactions.call(tx -> tx.em(MeetingEntity.class)
                .createQuery(
                        "select m, o from Meeting m, Organization o where o.id = m.organizationId order by m.starts, m.id",
                        Object[].class)
                .getResultStream()
                .map(row -> meeting((MeetingEntity) row[0], (OrganizationEntity) row[1]))
                .toList());
    }

    static Organization organization(OrganizationEntity organization) {
        return new Organization(organization.id, organization.name, organization.classification);
    }

    static Meeting meeting(MeetingEntity meeting, OrganizationEntity organization) {
        return new Meeting(
                meeting.id,
                meeting.organizationId,
                organization.name,
                meeting.name,
                meeting.starts,
                meeting.place,
                meeting.visibility);
    }
}
