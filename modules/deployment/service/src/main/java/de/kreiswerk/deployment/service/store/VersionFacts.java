package de.kreiswerk.deployment.service.store;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.deployment.api.ComponentVersion.BundleStatement;
import de.kreiswerk.deployment.api.Finding;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is known of a version without reading its archive again.
 *
 * @param title its title
 * @param description what it does
 * @param signer the id of the signer whose signature counted when it was uploaded
 * @param bundles what it consists of
 * @param findings what the policy said
 * @param wants what its code wants
 * @param configurations what it configures, as {@link TypedValues} writes it
 */
public record VersionFacts(
        Text title,
        Text description,
        String signer,
        List<BundleStatement> bundles,
        List<Finding> findings,
        Set<String> wants,
        String configurations) {

    /** Copies the collections. */
    public VersionFacts {
        bundles = List.copyOf(bundles);
        findings = List.copyOf(findings);
        wants = Set.copyOf(wants);
    }

    /**
     * What it configures.
     *
     * @return PID to values
     */
    public Map<String, Map<String, Object>> configured() {
        return configurations == null ? Map.of() : TypedValues.read(configurations);
    }

    /**
     * The same with other findings.
     *
     * @param found what the policy says now
     * @return new facts
     */
    public VersionFacts with(List<Finding> found) {
        return new VersionFacts(title, description, signer, bundles, found, wants, configurations);
    }
}
