package de.kreiswerk.proposals.service;

import de.kreiswerk.proposals.api.Council.Agenda;
import de.kreiswerk.proposals.api.Council.AgendaItem;
import de.kreiswerk.proposals.api.Council.Consultation;
import de.kreiswerk.proposals.api.Council.LegislativeTerm;
import de.kreiswerk.proposals.api.Council.Location;
import de.kreiswerk.proposals.api.Council.Meeting;
import de.kreiswerk.proposals.api.Council.Membership;
import de.kreiswerk.proposals.api.Council.Organization;
import de.kreiswerk.proposals.api.Council.Person;
import java.util.List;

/** The council's entities as records, in one place. */
final class CouncilRecords {

    private CouncilRecords() {}

    static Organization organization(OrganizationEntity organization) {
        return new Organization(
                organization.id,
                organization.revision,
                organization.name,
                organization.shortName,
                organization.classification,
                organization.organizationType,
                organization.startDate,
                organization.endDate);
    }

    static Person person(PersonEntity person, List<Membership> memberships) {
        return new Person(
                person.id,
                person.revision,
                person.familyName,
                person.givenName,
                person.titles == null ? List.of() : person.titles.lines().toList(),
                memberships);
    }

    static Membership membership(MembershipEntity membership) {
        return new Membership(
                membership.id,
                membership.revision,
                membership.personId,
                membership.organizationId,
                membership.role,
                membership.votingRight,
                membership.startDate,
                membership.endDate,
                membership.onBehalfOf);
    }

    static LegislativeTerm term(LegislativeTermEntity term) {
        return new LegislativeTerm(term.id, term.revision, term.name, term.startDate, term.endDate);
    }

    static Location location(LocationEntity location) {
        return new Location(
                location.id,
                location.revision,
                location.description,
                location.streetAddress,
                location.room,
                location.postalCode,
                location.locality);
    }

    static Meeting meeting(MeetingEntity meeting, OrganizationEntity organization) {
        return new Meeting(
                meeting.id,
                meeting.revision,
                meeting.organizationId,
                organization.name,
                meeting.name,
                meeting.starts,
                MeetingPublisher.end(meeting),
                meeting.place,
                meeting.visibility,
                meeting.state,
                meeting.cancelled,
                meeting.slug);
    }

    static Agenda agenda(MeetingEntity meeting, List<AgendaItemEntity> items) {
        return new Agenda(
                meeting.id,
                meeting.revision,
                items.stream().map(CouncilRecords::item).toList());
    }

    private static AgendaItem item(AgendaItemEntity item) {
        return new AgendaItem(
                item.id,
                item.number,
                item.name,
                item.visibility,
                item.consultationId,
                item.paperId,
                item.result,
                item.resolutionText);
    }

    static Consultation consultation(ConsultationEntity row, String organizationName) {
        return new Consultation(
                Consultations.id(row),
                row.position,
                row.organizationId,
                organizationName,
                row.plannedDate,
                row.visibility,
                row.meetingId);
    }
}
