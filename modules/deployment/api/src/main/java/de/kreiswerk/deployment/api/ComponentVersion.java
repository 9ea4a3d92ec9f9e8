package de.kreiswerk.deployment.api;

import de.kreiswerk.core.api.text.Text;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A version of a component, as it was uploaded.
 *
 * @param component the component's name
 * @param archive SHA-256 of the archive, 64 lower-case hexadecimal digits; what identifies it
 * @param version such as {@code 1.2.0}, as OSGi compares it
 * @param state what became of it
 * @param signature what its signature is worth now; of several the best one counts
 * @param findings what the policy has to say of it, with what its department may now
 * @param wants what its code was seen to want, such as {@code SOCKETS}
 * @param bundles what it consists of
 * @param bytes the size of the archive
 * @param uploaded when
 * @param uploadedBy the id of who uploaded it, of the account behind a token
 * @param approvedBy the subject of who approved what exceeds the grant; null when nobody did, or not all that exceeds it by now
 * @param quarantine why it is not tried again by itself, null when it is not in quarantine
 */
public record ComponentVersion(
        String component,
        String archive,
        String version,
        State state,
        SignatureStatement signature,
        List<Finding> findings,
        Set<String> wants,
        List<BundleStatement> bundles,
        long bytes,
        Instant uploaded,
        String uploadedBy,
        String approvedBy,
        Text quarantine) {

    /** Copies the collections. */
    public ComponentVersion {
        findings = List.copyOf(findings);
        wants = Set.copyOf(wants);
        bundles = List.copyOf(bundles);
    }

    /** What became of a version. */
    public enum State {
        /** Something exceeds the department's grant, and nobody has approved it yet. */
        WAITING,
        /** It may be switched to. */
        READY,
        /** It is the one that runs, or is to run. */
        ACTIVE,
        /** It was active and may be again. */
        KEPT,
        /** It failed, or ended the platform; only an administrator tries it again. */
        QUARANTINED
    }

    /**
     * A bundle of it.
     *
     * @param symbolicName its symbolic name
     * @param version its version
     */
    public record BundleStatement(String symbolicName, String version) {}

    /**
     * What a signature is worth.
     *
     * @param state one of VALID, UNSIGNED, UNKNOWN_SIGNER, MODIFIED, EXPIRED, REVOKED
     * @param signer the labels of those whose signatures are worth that, with commas between them; null when none is known
     * @param sentence what that means, with all who have signed
     */
    public record SignatureStatement(String state, String signer, Text sentence) {}
}
