package de.kreiswerk.proposals.service;

import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.publication.Publication;
import de.kreiswerk.proposals.api.Council;
import de.kreiswerk.proposals.api.CouncilOffice;
import de.kreiswerk.proposals.api.ProposalsPermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps the council: one method, one transaction, one record in the trail. */
@Component
public final class CouncilOfficeService implements CouncilOffice {

    private final Json json = new Json();
    private final Transactions transactions;
    private final AuditTrail trail;
    private final OrganizationOffice organizations;
    private final PersonOffice persons;
    private final TermOffice terms;
    private final LocationOffice locations;
    private final MeetingOffice meetings;
    private final AgendaOffice agendas;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public CouncilOfficeService(
            @Reference Transactions transactions,
            @Reference(target = "(kreiswerk.schema=de.kreiswerk.proposals.service)") Schema schema,
            @Reference AuditTrail trail,
            @Reference Publication publication) {
        this.transactions = transactions;
        this.trail = trail;
        Publishers publishers = new Publishers(publication, json);
        this.organizations = new OrganizationOffice(publishers);
        this.persons = new PersonOffice(publishers);
        this.terms = new TermOffice(publishers);
        this.locations = new LocationOffice(publishers);
        this.meetings = new MeetingOffice(publishers);
        this.agendas = new AgendaOffice(publishers);
    }

    @Override
    public Council.Organization ensureOrganization(Caller caller, String name, String classification) {
        return call(caller, (store, now) -> {
            OrganizationEntity organization = organizations.ensure(store, name, classification, now);
            record(caller, "organization.ensured", "Organization", organization.id);
            return CouncilRecords.organization(organization);
        });
    }

    @Override
    public Council.Organization addOrganization(Caller caller, OrganizationEntry entry) {
        return call(caller, (store, now) -> {
            OrganizationEntity organization = organizations.add(store, entry, now);
            record(caller, "organization.added", "Organization", organization.id);
            return CouncilRecords.organization(organization);
        });
    }

    @Override
    public Council.Organization changeOrganization(
            Caller caller, String id, OrganizationEntry entry, Long expectedRevision) {
        return call(caller, (store, now) -> {
            OrganizationEntity organization = organizations.change(store, id, entry, expectedRevision, now);
            record(caller, "organization.changed", "Organization", id);
            return CouncilRecords.organization(organization);
        });
    }

    @Override
    public void removeOrganization(Caller caller, String id, Long expectedRevision) {
        call(caller, (store, now) -> {
            organizations.remove(store, id, expectedRevision);
            return record(caller, "organization.removed", "Organization", id);
        });
    }

    @Override
    public Council.Person addPerson(Caller caller, PersonEntry entry) {
        return call(caller, (store, now) -> {
            PersonEntity person = persons.add(store, entry, now);
            recordPerson(caller, "person.added", person);
            return CouncilRecords.person(person, List.of());
        });
    }

    @Override
    public Council.Person changePerson(Caller caller, String id, PersonEntry entry, Long expectedRevision) {
        return call(caller, (store, now) -> {
            PersonEntity person = persons.change(store, id, entry, expectedRevision);
            recordPerson(caller, "person.changed", person);
            return CouncilRecords.person(
                    person,
                    PersonOffice.memberships(store.em(), id).stream()
                            .map(CouncilRecords::membership)
                            .toList());
        });
    }

    @Override
    public void removePerson(Caller caller, String id, Long expectedRevision) {
        call(caller, (store, now) -> {
            persons.remove(store, id, expectedRevision);
            return record(caller, "person.removed", "Person", id);
        });
    }

    @Override
    public Council.Membership addMembership(Caller caller, MembershipEntry entry) {
        return call(caller, (store, now) -> {
            MembershipEntity membership = persons.addMembership(store, entry, now);
            record(caller, "membership.added", "Membership", membership.id);
            return CouncilRecords.membership(membership);
        });
    }

    @Override
    public Council.Membership changeMembership(Caller caller, String id, MembershipEntry entry, Long expectedRevision) {
        return call(caller, (store, now) -> {
            MembershipEntity membership = persons.changeMembership(store, id, entry, expectedRevision, now);
            record(caller, "membership.changed", "Membership", id);
            return CouncilRecords.membership(membership);
        });
    }

    @Override
    public void removeMembership(Caller caller, String id, Long expectedRevision) {
        call(caller, (store, now) -> {
            persons.removeMembership(store, id, expectedRevision, now);
            return record(caller, "membership.removed", "Membership", id);
        });
    }

    @Override
    public Council.LegislativeTerm addLegislativeTerm(Caller caller, LegislativeTermEntry entry) {
        return call(caller, (store, now) -> {
            LegislativeTermEntity term = terms.add(store, entry, now);
            record(caller, "legislative-term.added", "LegislativeTerm", term.id);
            return CouncilRecords.term(term);
        });
    }

    @Override
    public Council.LegislativeTerm changeLegislativeTerm(
            Caller caller, String id, LegislativeTermEntry entry, Long expectedRevision) {
        return call(caller, (store, now) -> {
            LegislativeTermEntity term = terms.change(store, id, entry, expectedRevision, now);
            record(caller, "legislative-term.changed", "LegislativeTerm", id);
            return CouncilRecords.term(term);
        });
    }

    @Override
    public void removeLegislativeTerm(Caller caller, String id, Long expectedRevision) {
        call(caller, (store, now) -> {
            terms.remove(store, id, expectedRevision, now);
            return record(caller, "legislative-term.removed", "LegislativeTerm", id);
        });
    }

    @Override
    public Council.Location addLocation(Caller caller, LocationEntry entry) {
        return call(caller, (store, now) -> {
            LocationEntity location = locations.add(store, entry, now);
            record(caller, "location.added", "Location", location.id);
            return CouncilRecords.location(location);
        });
    }

    @Override
    public Council.Location changeLocation(Caller caller, String id, LocationEntry entry, Long expectedRevision) {
        return call(caller, (store, now) -> {
            LocationEntity location = locations.change(store, id, entry, expectedRevision);
            record(caller, "location.changed", "Location", id);
            return CouncilRecords.location(location);
        });
    }

    @Override
    public Council.Meeting schedule(Caller caller, MeetingEntry entry) {
        return call(caller, (store, now) -> {
            MeetingEntity meeting = meetings.schedule(store, entry, now);
            recordMeeting(caller, "meeting.scheduled", meeting);
            return meeting(store, meeting);
        });
    }

    @Override
    public Council.Meeting changeMeeting(Caller caller, String id, MeetingEntry entry, Long expectedRevision) {
        return call(caller, (store, now) -> {
            MeetingEntity meeting = meetings.change(store, id, entry, expectedRevision, now);
            recordMeeting(caller, "meeting.changed", meeting);
            return meeting(store, meeting);
        });
    }

    @Override
    public void withdrawMeeting(Caller caller, String id, Long expectedRevision) {
        call(
                caller,
                (store, now) -> recordMeeting(
                        caller, "meeting.withdrawn", meetings.withdraw(store, id, expectedRevision, now)));
    }

    @Override
    public Council.Agenda replaceAgenda(
            Caller caller, String meetingId, List<AgendaItemEntry> items, Long expectedRevision) {
        return call(caller, (store, now) -> {
            MeetingEntity meeting = agendas.replace(store, meetingId, items, expectedRevision, now);
            recordMeeting(caller, "agenda.replaced", meeting);
            return CouncilRecords.agenda(meeting, MeetingPublisher.items(store.em(), meetingId));
        });
    }

    private <T> T call(Caller caller, BiFunction<PaperStore, Instant, T> work) {
        caller.require(ProposalsPermissions.COUNCIL, Grant.ALL);
        return transactions.call(tx -> {
            T result = work.apply(new PaperStore(tx, json), clock.instant().truncatedTo(ChronoUnit.MILLIS));
            tx.em(MeetingEntity.class).flush();
            return result;
        });
    }

    private static Council.Meeting meeting(PaperStore store, MeetingEntity meeting) {
        return CouncilRecords.meeting(
                meeting, Objects.requireNonNull(store.em().find(OrganizationEntity.class, meeting.organizationId)));
    }

    private Void record(Caller caller, String action, String type, String id) {
        trail.record(AuditEvent.success(caller, "proposals", action, type, id));
        return null;
    }

    private Void recordMeeting(Caller caller, String action, MeetingEntity meeting) {
        trail.record(AuditEvent.success(caller, "proposals", action, "Meeting", meeting.id)
                .with("start", meeting.starts.toString())
                .with("revision", String.valueOf(meeting.revision)));
        return null;
    }

    /** The name goes where it is encrypted. */
    private void recordPerson(Caller caller, String action, PersonEntity person) {
        trail.record(AuditEvent.success(caller, "proposals", action, "Person", person.id)
                .withPersonal(person.id, "name", CouncilPublisher.name(person)));
    }
}
