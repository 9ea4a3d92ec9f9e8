package de.kreiswerk.deployment.service.store;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.deployment.api.ComponentVersion.State;
import de.kreiswerk.deployment.archive.component.ComponentVersion;
import de.kreiswerk.deployment.archive.policy.ActiveVersion;
import de.kreiswerk.deployment.archive.policy.Finding;
import de.kreiswerk.deployment.archive.policy.Severity;
import java.time.Instant;
import java.util.Set;

/**
 * A row of {@code deployment_version}.
 *
 * @param component the component's name
 * @param archive the archive
 * @param version its version
 * @param state what became of it
 * @param bytes its size
 * @param uploaded when
 * @param uploadedBy who
 * @param approvedBy who, may be null
 * @param approved what they approved, as {@link #approvalOf} names it; null when that was not written down
 * @param lastActive when it was last switched, may be null
 * @param facts what is known of it
 * @param signers the ids of those whose signatures it carries; null when that was not written down
 * @param configuration its configurations when it was last switched away from, may be null
 * @param quarantine why it is in quarantine, null when it is not
 */
public record StoredVersion(
        String component,
        String archive,
        String version,
        State state,
        long bytes,
        Instant uploaded,
        String uploadedBy,
        String approvedBy,
        Set<String> approved,
        Instant lastActive,
        VersionFacts facts,
        Set<String> signers,
        String configuration,
        Text quarantine) {

    /**
     * What an approval is of.
     *
     * @param code the finding's code
     * @param bundle the bundle that it is about, null or empty when the whole is meant
     * @return what names it for good
     */
    public static String approvalOf(String code, String bundle) {
        return bundle == null || bundle.isEmpty() ? code : code + " " + bundle;
    }

    /**
     * Whether somebody approved something of it. An approval covers what its giver saw, and nothing that a rule finds later.
     *
     * @param code the finding's code
     * @param bundle the bundle that it is about, null or empty when the whole is meant
     */
    public boolean isApproved(String code, String bundle) {
        return approvedBy != null && (approved == null || approved.contains(approvalOf(code, bundle)));
    }

    /** The ids of those whose signatures it carries, as far as they are known. */
    public Set<String> signedBy() {
        if (signers != null) {
            return signers;
        }
        return facts.signer() == null ? Set.of() : Set.of(facts.signer());
    }

    /** Whether something that the policy finds keeps it from being switched to. */
    public boolean isHeldUpBy(Finding finding) {
        return finding.severity() == Severity.REFUSED
                || finding.severity() == Severity.NEEDS_APPROVAL && !isApproved(finding.code(), finding.bundle());
    }

    /** As the policy compares another version with it. */
    public ActiveVersion asActive() {
        return new ActiveVersion(ComponentVersion.parse(version), archive);
    }
}
