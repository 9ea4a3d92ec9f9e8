package de.kreiswerk.deployment.service;

import de.kreiswerk.deployment.api.DeploymentGrant;
import de.kreiswerk.deployment.api.Finding;
import de.kreiswerk.deployment.api.Finding.Severity;
import de.kreiswerk.deployment.service.store.StoredVersion;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What of a version needs an approval, and whether it has one. */
final class Approvals {

    private static final String WANT = "want.";

    private Approvals() {}

    /** All that an approval of these findings covers. */
    static Set<String> all(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.severity() == Severity.NEEDS_APPROVAL)
                .map(finding -> StoredVersion.approvalOf(finding.code(), finding.bundle()))
                .collect(Collectors.toSet());
    }

    /** What needs an approval and has none. */
    static List<Finding> open(StoredVersion version, List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.severity() == Severity.NEEDS_APPROVAL)
                .filter(finding -> !version.isApproved(finding.code(), finding.bundle()))
                .toList();
    }

    /**
     * What the policy said when a version was looked at last, with what its department may since then: what was granted and is not any
     * more needs an approval. Without reading the archive again; that is done before anything comes of it.
     */
    static List<Finding> now(List<Finding> findings, Optional<DeploymentGrant> grant) {
        if (grant.isEmpty()) {
            return findings;
        }
        return findings.stream()
                .map(finding -> finding.severity() == Severity.NOTE && isWithheld(finding, grant.get())
                        ? new Finding(
                                finding.code(),
                                Severity.NEEDS_APPROVAL,
                                finding.sentence(),
                                finding.bundle(),
                                finding.places())
                        : finding)
                .toList();
    }

    private static boolean isWithheld(Finding finding, DeploymentGrant grant) {
        return finding.code().startsWith(WANT)
                && !grant.wants()
                        .contains(finding.code()
                                .substring(WANT.length())
                                .replace('-', '_')
                                .toUpperCase(Locale.ROOT));
    }
}
