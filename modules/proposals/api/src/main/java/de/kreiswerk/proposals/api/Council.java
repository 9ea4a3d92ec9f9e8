package de.kreiswerk.proposals.api;

import de.kreiswerk.core.api.identity.Caller;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Reads the council: committees, persons, terms, places, meetings and agendas, non-public ones included. Needs no audit
 * trail, like {@link PaperReader}. {@code revision} counts every change of an object, from 1; what If-Match compares.
 */
@ProviderType
public interface Council {

    /**
     * The committees, parliamentary groups and departments.
     *
     * @param caller needs {@link ProposalsPermissions#READ}
     * @return by name
     */
    List<Organization> organizations(Caller caller);

    /**
     * The persons with their memberships.
     *
     * @param caller needs {@link ProposalsPermissions#READ}
     * @return by name
     */
    List<Person> persons(Caller caller);

    /**
     * The legislative terms.
     *
     * @param caller needs {@link ProposalsPermissions#READ}
     * @return by start
     */
    List<LegislativeTerm> legislativeTerms(Caller caller);

    /**
     * The places where meetings are.
     *
     * @param caller needs {@link ProposalsPermissions#READ}
     * @return by description
     */
    List<Location> locations(Caller caller);

    /**
     * The scheduled meetings.
     *
     * @param caller needs {@link ProposalsPermissions#READ}
     * @return by start
     */
    List<Meeting> meetings(Caller caller);

    /**
     * The agenda of a meeting.
     *
     * @param caller needs {@link ProposalsPermissions#READ}
     * @param meetingId the meeting
     * @return the whole agenda
     * @throws de.kreiswerk.core.api.problem.ProblemException of kind NOT_FOUND when there is no such meeting
     */
    Agenda agenda(Caller caller, String meetingId);

    /**
     * The Beratungsfolge of a paper, as an agenda refers to it.
     *
     * @param caller needs {@link ProposalsPermissions#READ}
     * @param paperId the paper
     * @return in order
     * @throws de.kreiswerk.core.api.problem.ProblemException of kind NOT_FOUND when there is no such paper
     */
    List<Consultation> consultations(Caller caller, String paperId);

    /**
     * A committee, a parliamentary group or a department.
     *
     * @param id its lasting random id
     * @param revision counts its changes
     * @param name its name
     * @param shortName a short name, null when there is none
     * @param classification the kind in words, such as {@code Ausschuss}, null when unknown
     * @param organizationType OParl's word: {@code Gremium}, {@code Fraktion}, {@code Verwaltungsbereich} …
     * @param startDate since when, null when unknown
     * @param endDate until when, null when unknown or not ended
     */
    record Organization(
            String id,
            long revision,
            String name,
            String shortName,
            String classification,
            String organizationType,
            LocalDate startDate,
            LocalDate endDate) {}

    /**
     * A person.
     *
     * @param id the person's lasting random id
     * @param revision counts the changes of the person, not of memberships
     * @param familyName the family name
     * @param givenName the given name, null when unknown
     * @param title titles such as {@code Dr.}
     * @param memberships by start
     */
    record Person(
            String id,
            long revision,
            String familyName,
            String givenName,
            List<String> title,
            List<Membership> memberships) {

        /** Copies the lists. */
        public Person {
            title = List.copyOf(title);
            memberships = List.copyOf(memberships);
        }
    }

    /**
     * A person's membership of an organization.
     *
     * @param id its lasting random id
     * @param revision counts its changes
     * @param personId the person
     * @param organizationId the organization
     * @param role such as {@code Vorsitz}, null when nothing is said
     * @param votingRight null when nothing is said
     * @param startDate since when, null when unknown
     * @param endDate until when, null when unknown or not ended
     * @param onBehalfOf the organization that sent the person, null when none did
     */
    record Membership(
            String id,
            long revision,
            String personId,
            String organizationId,
            String role,
            Boolean votingRight,
            LocalDate startDate,
            LocalDate endDate,
            String onBehalfOf) {}

    /**
     * A legislative term (Wahlperiode).
     *
     * @param id its lasting random id
     * @param revision counts its changes
     * @param name such as {@code Wahlperiode 2026–2031}
     * @param startDate its first day, null when unknown
     * @param endDate its last day, null when unknown
     */
    record LegislativeTerm(String id, long revision, String name, LocalDate startDate, LocalDate endDate) {}

    /**
     * A place. It is found by its description: the place that a meeting names.
     *
     * @param id its lasting random id
     * @param revision counts its changes
     * @param description the place in words
     * @param streetAddress street and number, null when unknown
     * @param room null when unknown
     * @param postalCode null when unknown
     * @param locality null when unknown
     */
    record Location(
            String id,
            long revision,
            String description,
            String streetAddress,
            String room,
            String postalCode,
            String locality) {}

    /**
     * A scheduled meeting.
     *
     * @param id its lasting random id; it stays when the date moves
     * @param revision counts its changes, those of its agenda included
     * @param organizationId the committee
     * @param organizationName the committee's name
     * @param name its name
     * @param start when it begins
     * @param end when it ends, null when nobody said
     * @param place where, null when unknown
     * @param visibility whether the public may attend
     * @param state how far it is
     * @param cancelled whether it will not take place
     * @param slug the last part of its page's address, null while it is not public
     */
    record Meeting(
            String id,
            long revision,
            String organizationId,
            String organizationName,
            String name,
            Instant start,
            Instant end,
            String place,
            Visibility visibility,
            MeetingState state,
            boolean cancelled,
            String slug) {}

    /** How far a meeting is (OParl: terminiert, eingeladen, durchgeführt). */
    enum MeetingState {
        /** It has a date. */
        SCHEDULED,
        /** Its members are invited. */
        INVITED,
        /** It took place. */
        HELD
    }

    /**
     * The agenda of a meeting.
     *
     * @param meetingId the meeting
     * @param revision the meeting's revision
     * @param items in order
     */
    record Agenda(String meetingId, long revision, List<AgendaItem> items) {

        /** Copies the list. */
        public Agenda {
            items = List.copyOf(items);
        }
    }

    /**
     * An item of an agenda (Tagesordnungspunkt).
     *
     * @param id its lasting random id
     * @param number its number in words, such as {@code 7.1} or {@code Ö 3}, null when it has none
     * @param name what it is about
     * @param visibility whether the public may attend
     * @param consultationId the consultation that it is, null when it is none
     * @param paperId the paper, null when there is none
     * @param result such as {@code ungeändert beschlossen}, null until there is one
     * @param resolutionText the resolution where it differs from the paper's, null when it does not
     */
    record AgendaItem(
            String id,
            String number,
            String name,
            Visibility visibility,
            String consultationId,
            String paperId,
            String result,
            String resolutionText) {}

    /**
     * A row of a Beratungsfolge.
     *
     * @param id its lasting id; it stays while a new version of the text keeps the row
     * @param position its place, from 0
     * @param organizationId the committee
     * @param organizationName the committee's name
     * @param plannedDate the day that the text states, null when it states none
     * @param visibility as stated, null when not
     * @param meetingId the meeting, null while none is scheduled
     */
    record Consultation(
            String id,
            int position,
            String organizationId,
            String organizationName,
            LocalDate plannedDate,
            Visibility visibility,
            String meetingId) {}
}
