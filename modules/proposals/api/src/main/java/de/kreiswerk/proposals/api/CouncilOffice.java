package de.kreiswerk.proposals.api;

import de.kreiswerk.core.api.identity.Caller;
import java.time.Instant;
import org.osgi.annotation.versioning.ProviderType;

/** Keeps the committees and schedules their meetings (Sitzungsdienst). */
@ProviderType
public interface CouncilOffice {

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
    Council.Meeting schedule(
            Caller caller, String organizationId, String name, Instant start, String place, Visibility visibility);
}
