package de.kreiswerk.proposals.api;

import de.kreiswerk.core.api.identity.Caller;
import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Reads the committees and their scheduled meetings. Needs no audit trail, like {@link PaperReader}.
 */
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
