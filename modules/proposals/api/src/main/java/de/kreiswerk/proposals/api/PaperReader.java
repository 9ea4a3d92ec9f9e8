package de.kreiswerk.proposals.api;

import de.kreiswerk.core.api.identity.Caller;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Reads proposals for the administration. Needs no audit trail: reading goes on when writing cannot. */
@ProviderType
public interface PaperReader {

    /**
     * Reads one.
     *
     * @param caller needs {@link ProposalsPermissions#READ}
     * @param id the paper's id
     * @return the paper
     * @throws de.kreiswerk.core.api.problem.ProblemException of kind NOT_FOUND when there is none
     */
    Paper get(Caller caller, String id);

    /**
     * Reads one by its Vorlagennummer.
     *
     * @param caller needs {@link ProposalsPermissions#READ}
     * @param reference the Vorlagennummer of today
     * @return the paper
     * @throws de.kreiswerk.core.api.problem.ProblemException of kind NOT_FOUND when there is none
     */
    Paper getByReference(Caller caller, String reference);

    /**
     * Lists some of those that the caller may read, by key.
     *
     * @param caller needs {@link ProposalsPermissions#READ} somewhere; papers of other departments are left out
     * @param query which
     * @return in the order of their ids, which is the order in which they came in
     */
    List<PaperSummary> list(Caller caller, PaperQuery query);
}
