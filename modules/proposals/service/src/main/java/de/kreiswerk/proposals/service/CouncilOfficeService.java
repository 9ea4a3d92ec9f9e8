package de.kreiswerk.proposals.service;

import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.publication.Publication;
import de.kreiswerk.core.api.publication.Snapshot;
import de.kreiswerk.proposals.api.Council;
import de.kreiswerk.proposals.api.CouncilOffice;
import de.kreiswerk.proposals.api.Paper;
import de.kreiswerk.proposals.api.ProposalsPermissions;
import de.kreiswerk.proposals.api.Visibility;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps committees and meetings. A public meeting appears at once in the papers that were planned for it. */
@Component
public final class CouncilOfficeService implements CouncilOffice {

    private static final ZoneId LOCAL = ZoneId.of("Europe/Berlin");

    private final Ids ids = new Ids();
    private final Json json = new Json();
    private final Transactions transactions;
    private final AuditTrail trail;
    private final Publication publication;
    private final PaperPublisher publisher;
    private final Organizations organizations;
    private final Clock clock;

    @Activate
    public CouncilOfficeService(
            @Reference Transactions transactions,
            @Reference(target = "(kreiswerk.schema=de.kreiswerk.proposals.service)") Schema schema,
            @Reference AuditTrail trail,
            @Reference Publication publication) {
        this.transactions = transactions;
        this.trail = trail;
        this.publication = publication;
        this.organizations = new Organizations(publication, json);
        this.publisher = new PaperPublisher(publication, organizations);
        this.clock = Clock.systemUTC();
    }

    @Override
    public Council.Organization ensureOrganization(Caller caller, String name, String classification) {
        caller.require(ProposalsPermissions.COUNCIL, Grant.ALL);
        return transactions.call(tx -> {
            OrganizationEntity organization = organizations.ensure(tx.em(OrganizationEntity.class), name, now());
            organizations.classify(organization, classification, now());
            organizations.publish(tx.em(OrganizationEntity.class), organization);
            trail.record(
                    AuditEvent.success(caller, "proposals", "organization.ensured", "Organization", organization.id));
            return CouncilReader.organization(organization);
        });
    }

    @Override
    public Council.Meeting schedule(
            Caller caller, String organizationId, String name, Instant start, String place, Visibility visibility) {
        caller.require(ProposalsPermissions.COUNCIL, Grant.ALL);
        return transactions.call(tx -> {
            PaperStore store = new PaperStore(tx, json);
            OrganizationEntity organization = store.em().find(OrganizationEntity.class, organizationId);
            if (organization == null) {
                throw Refusals.organizationNotFound(organizationId);
            }
            MeetingEntity meeting = new MeetingEntity();
            Instant now = now();
            meeting.id = ids.next(now.toEpochMilli());
            meeting.organizationId = organizationId;
            meeting.name = name;
            meeting.starts = start;
            meeting.place = place;
            meeting.visibility = visibility;
            meeting.created = now;
            meeting.modified = now;
            store.em().persist(meeting);
            store.em().flush();
            if (visibility == Visibility.PUBLIC) {
                organizations.publish(store.em(), organization);
                publish(meeting, organization);
                republishPlannedPapers(store, meeting);
            }
            trail.record(AuditEvent.success(caller, "proposals", "meeting.scheduled", "Meeting", meeting.id)
                    .with("start", start.toString()));
            return CouncilReader.meeting(meeting, organization);
        });
    }

    private void publish(MeetingEntity meeting, OrganizationEntity organization) {
        var content = json.tree(Map.of(
                "id",
                meeting.id,
                "organization",
                Map.of("id", organization.id, "name", organization.name),
                "name",
                meeting.name,
                "start",
                meeting.starts.toString()));
        if (meeting.place != null) {
            content.put("place", meeting.place);
        }
        publication.publish(new Snapshot(
                "/meeting/" + meeting.id,
                "Meeting",
                null,
                Map.of("meeting", meeting.starts + "|" + meeting.id),
                meeting.created,
                content.toString(),
                null));
    }

    private void republishPlannedPapers(PaperStore store, MeetingEntity meeting) {
        LocalDate day = LocalDate.ofInstant(meeting.starts, LOCAL);
        List<String> ids = store.em()
                .createQuery(
                        "select distinct c.paperId from Consultation c where c.organizationId = :organization"
                                + " and c.plannedDate = :day order by c.paperId",
                        String.class)
                .setParameter("organization", meeting.organizationId)
                .setParameter("day", day)
                .getResultList();
        for (String id : ids) {
            PaperEntity paper = store.lock(id);
            if (paper.state == Paper.State.PUBLISHED) {
                paper.modified = meeting.modified;
                publisher.publish(store, paper);
            }
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
