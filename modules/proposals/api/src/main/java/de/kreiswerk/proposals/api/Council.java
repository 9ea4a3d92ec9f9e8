package de.kreiswerk.proposals.api;

import de.kreiswerk.core.api.identity.Caller;
import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The committees and their scheduled meetings. */
@ProviderType
public interface Council {

    /**
     * The committees.
     *
     * @param caller needs {@link ProposalsPermissions#READ}
     * @return by name
     */
    List<Organization> organizations(Caller caller);

    /**
     * The scheduled meetings.
     *
     * @param caller needs {@link ProposalsPermissions#READ}
     * @return by start
     */
    List<Meeting> meetings(Caller caller);

    /**
     * Makes sure that a committee is there.
     *
     * @param caller needs {@link ProposalsPermissions#COUNCIL}
     * @param name its name as the Beratungsfolge states it
     * @param classification the kind, such as {@code Parlament} for the Kreistag (OParl), null when unknown
     * @return the committee
     */
    Organization ensureOrganization(Caller caller, String name, String classification);

    /**
     * Schedules a meeting. A meeting exists from here on only; the dates of a Beratungsfolge are plans.
     *
     * @param caller needs {@link ProposalsPermissions#COUNCIL}
     * @param organizationId the committee
     * @param name the meeting's name
     * @param start when it begins
     * @param place where, null when unknown
     * @param visibility whether the public may attend
     * @return the meeting
     */
    Meeting schedule(
            Caller caller, String organizationId, String name, Instant start, String place, Visibility visibility);

    /**
     * A committee.
     *
     * @param id its lasting random id
     * @param name its name
     * @param classification the kind, null when unknown
     */
    record Organization(String id, String name, String classification) {}

    /**
     * A scheduled meeting.
     *
     * @param id its lasting random id; it stays when the date moves
     * @param organizationId the committee
     * @param organizationName the committee's name
     * @param name its name
     * @param start when it begins
     * @param place where, null when unknown
     * @param visibility whether the public may attend
     */
    record Meeting(
            String id,
            String organizationId,
            String organizationName,
            String name,
            Instant start,
            String place,
            Visibility visibility) {}
}
