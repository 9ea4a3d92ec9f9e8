package de.kreiswerk.proposals.api;

import de.kreiswerk.core.api.identity.Caller;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Keeps the council and schedules its meetings (Sitzungsdienst). Each method is one transaction with its record in the
 * trail, joins one that is there, and needs {@link ProposalsPermissions#COUNCIL}. What is public of a change is public with
 * it. {@code expectedRevision} is the revision that the caller has seen; null changes whatever is there.
 *
 * <p>All throw {@link de.kreiswerk.core.api.problem.ProblemException}: of kind NOT_FOUND when something that is named does
 * not exist, UNPROCESSABLE when an entry breaks a rule, PRECONDITION_FAILED when somebody else changed it in between.
 */
@ProviderType
public interface CouncilOffice {

    /** How many items an agenda may have. */
    int MAX_AGENDA_ITEMS = 500;

    /**
     * Makes sure that a committee is there.
     *
     * @param caller needs {@link ProposalsPermissions#COUNCIL}
     * @param name its name as the Beratungsfolge states it
     * @param classification the kind, such as {@code Parlament} for the Kreistag (OParl), null when unknown
     * @return the committee
     */
    Council.Organization ensureOrganization(Caller caller, String name, String classification);

    /**
     * Takes in a committee, a parliamentary group or a department, or completes the one of that name.
     *
     * @param caller needs {@link ProposalsPermissions#COUNCIL}
     * @param entry what is known of it
     * @return the organization
     */
    Council.Organization addOrganization(Caller caller, OrganizationEntry entry);

    /**
     * Changes an organization. One with another name stays the same one: papers that state the old name make a new one.
     *
     * @param caller needs {@link ProposalsPermissions#COUNCIL}
     * @param id the organization
     * @param entry what is known of it
     * @param expectedRevision may be null
     * @return the organization
     * @throws de.kreiswerk.core.api.problem.ProblemException of kind CONFLICT when another one has the name
     */
    Council.Organization changeOrganization(Caller caller, String id, OrganizationEntry entry, Long expectedRevision);

    /**
     * Takes an organization back that was entered by mistake. One that ended gets an end date instead.
     *
     * @param caller needs {@link ProposalsPermissions#COUNCIL}
     * @param id the organization
     * @param expectedRevision may be null
     * @throws de.kreiswerk.core.api.problem.ProblemException of kind CONFLICT when a paper, a meeting or a membership names it
     */
    void removeOrganization(Caller caller, String id, Long expectedRevision);

    /**
     * Takes in a person. The public sees persons who hold a public office, by a membership of anything but a department.
     *
     * @param caller needs {@link ProposalsPermissions#COUNCIL}
     * @param entry the name
     * @return the person
     */
    Council.Person addPerson(Caller caller, PersonEntry entry);

    /**
     * Changes a person's name.
     *
     * @param caller needs {@link ProposalsPermissions#COUNCIL}
     * @param id the person
     * @param entry the name
     * @param expectedRevision may be null
     * @return the person
     */
    Council.Person changePerson(Caller caller, String id, PersonEntry entry, Long expectedRevision);

    /**
     * Removes a person with all memberships.
     *
     * @param caller needs {@link ProposalsPermissions#COUNCIL}
     * @param id the person
     * @param expectedRevision may be null
     */
    void removePerson(Caller caller, String id, Long expectedRevision);

    /**
     * Takes in a membership.
     *
     * @param caller needs {@link ProposalsPermissions#COUNCIL}
     * @param entry what is known of it
     * @return the membership
     */
    Council.Membership addMembership(Caller caller, MembershipEntry entry);

    /**
     * Changes a membership. Person and organization stay.
     *
     * @param caller needs {@link ProposalsPermissions#COUNCIL}
     * @param id the membership
     * @param entry what is known of it
     * @param expectedRevision may be null
     * @return the membership
     */
    Council.Membership changeMembership(Caller caller, String id, MembershipEntry entry, Long expectedRevision);

    /**
     * Removes a membership that was entered by mistake. One that ended gets an end date instead.
     *
     * @param caller needs {@link ProposalsPermissions#COUNCIL}
     * @param id the membership
     * @param expectedRevision may be null
     */
    void removeMembership(Caller caller, String id, Long expectedRevision);

    /**
     * Takes in a legislative term.
     *
     * @param caller needs {@link ProposalsPermissions#COUNCIL}
     * @param entry what is known of it
     * @return the term
     */
    Council.LegislativeTerm addLegislativeTerm(Caller caller, LegislativeTermEntry entry);

    /**
     * Changes a legislative term.
     *
     * @param caller needs {@link ProposalsPermissions#COUNCIL}
     * @param id the term
     * @param entry what is known of it
     * @param expectedRevision may be null
     * @return the term
     */
    Council.LegislativeTerm changeLegislativeTerm(
            Caller caller, String id, LegislativeTermEntry entry, Long expectedRevision);

    /**
     * Removes a legislative term.
     *
     * @param caller needs {@link ProposalsPermissions#COUNCIL}
     * @param id the term
     * @param expectedRevision may be null
     */
    void removeLegislativeTerm(Caller caller, String id, Long expectedRevision);

    /**
     * Takes in a place, or completes the one of that description. Meetings make the places that they name themselves.
     *
     * @param caller needs {@link ProposalsPermissions#COUNCIL}
     * @param entry what is known of it
     * @return the place
     */
    Council.Location addLocation(Caller caller, LocationEntry entry);

    /**
     * Changes a place. Meetings that named it by its description show what it is now.
     *
     * @param caller needs {@link ProposalsPermissions#COUNCIL}
     * @param id the place
     * @param entry what is known of it; the description stays
     * @param expectedRevision may be null
     * @return the place
     */
    Council.Location changeLocation(Caller caller, String id, LocationEntry entry, Long expectedRevision);

    /**
     * Schedules a meeting. A meeting exists from here on only; the dates of a Beratungsfolge are plans. Consultations that
     * were planned for its committee on its day are in this meeting from now on, wherever its date moves.
     *
     * @param caller needs {@link ProposalsPermissions#COUNCIL}
     * @param entry what is known of it
     * @return the meeting
     */
    Council.Meeting schedule(Caller caller, MeetingEntry entry);

    /**
     * Changes a meeting. Its id stays; with another day its page gets a new address, and the old one leads there. The
     * committee stays.
     *
     * @param caller needs {@link ProposalsPermissions#COUNCIL}
     * @param id the meeting
     * @param entry what is known of it
     * @param expectedRevision may be null
     * @return the meeting
     */
    Council.Meeting changeMeeting(Caller caller, String id, MeetingEntry entry, Long expectedRevision);

    /**
     * Takes a meeting back that should never have been there. One that will not take place is cancelled instead.
     *
     * @param caller needs {@link ProposalsPermissions#COUNCIL}
     * @param id the meeting
     * @param expectedRevision may be null
     */
    void withdrawMeeting(Caller caller, String id, Long expectedRevision);

    /**
     * Replaces the agenda of a meeting. An item is the one of before when it has its id, else when it is about the same
     * consultation, paper or name. A consultation that is on an agenda is in that meeting, whatever day was planned.
     *
     * @param caller needs {@link ProposalsPermissions#COUNCIL}
     * @param meetingId the meeting
     * @param items in order, at most {@link #MAX_AGENDA_ITEMS}
     * @param expectedRevision the meeting's, may be null
     * @return the agenda
     */
    Council.Agenda replaceAgenda(Caller caller, String meetingId, List<AgendaItemEntry> items, Long expectedRevision);

    /**
     * An organization as it is entered.
     *
     * @param name mandatory, at most 1,000 characters
     * @param shortName may be null
     * @param classification may be null
     * @param organizationType may be null for {@code Gremium}
     * @param startDate may be null
     * @param endDate may be null
     */
    record OrganizationEntry(
            String name,
            String shortName,
            String classification,
            String organizationType,
            LocalDate startDate,
            LocalDate endDate) {}

    /**
     * A person as entered.
     *
     * @param familyName mandatory
     * @param givenName may be null
     * @param title may be null
     */
    record PersonEntry(String familyName, String givenName, List<String> title) {

        /** Copies the list. */
        public PersonEntry {
            title = title == null
                    ? List.of()
                    : title.stream().filter(java.util.Objects::nonNull).toList();
        }
    }

    /**
     * A membership as it is entered.
     *
     * @param personId mandatory
     * @param organizationId mandatory
     * @param role may be null
     * @param votingRight may be null
     * @param startDate may be null
     * @param endDate may be null
     * @param onBehalfOf an organization, may be null
     */
    record MembershipEntry(
            String personId,
            String organizationId,
            String role,
            Boolean votingRight,
            LocalDate startDate,
            LocalDate endDate,
            String onBehalfOf) {}

    /**
     * A legislative term as it is entered.
     *
     * @param name mandatory
     * @param startDate may be null
     * @param endDate may be null
     */
    record LegislativeTermEntry(String name, LocalDate startDate, LocalDate endDate) {}

    /**
     * A place as it is entered.
     *
     * @param description mandatory
     * @param streetAddress may be null
     * @param room may be null
     * @param postalCode may be null
     * @param locality may be null
     */
    record LocationEntry(String description, String streetAddress, String room, String postalCode, String locality) {}

    /**
     * A meeting as it is entered.
     *
     * @param organizationId the committee; mandatory
     * @param name mandatory
     * @param start mandatory
     * @param end may be null
     * @param place may be null
     * @param visibility mandatory
     * @param state may be null for {@link Council.MeetingState#SCHEDULED}
     * @param cancelled whether it will not take place
     */
    record MeetingEntry(
            String organizationId,
            String name,
            Instant start,
            Instant end,
            String place,
            Visibility visibility,
            Council.MeetingState state,
            boolean cancelled) {}

    /**
     * An item of an agenda as it is entered.
     *
     * @param id the item that it was before, may be null
     * @param number may be null
     * @param name mandatory; public when the item is
     * @param visibility mandatory
     * @param consultationId may be null
     * @param paperId may be null; that of the consultation counts when there is one. A paper alone stands for its consultation
     *     in this meeting, where it has one
     * @param result may be null
     * @param resolutionText may be null
     */
    record AgendaItemEntry(
            String id,
            String number,
            String name,
            Visibility visibility,
            String consultationId,
            String paperId,
            String result,
            String resolutionText) {}
}
