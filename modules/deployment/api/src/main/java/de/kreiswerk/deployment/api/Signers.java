package de.kreiswerk.deployment.api;

import de.kreiswerk.core.api.identity.Caller;
import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Who may sign the components of which department. Changing needs {@link DeploymentPermissions#ADMINISTER} in the
 * department; every change is in the trail.
 */
@ProviderType
public interface Signers {

    /**
     * The signers of the departments where the caller has {@link DeploymentPermissions#READ}.
     *
     * @param caller who asks
     * @return by department and label, revoked ones as well
     */
    List<Signer> all(Caller caller);

    /**
     * Registers a key.
     *
     * @param caller who does it
     * @param entry the key
     * @return the signer
     * @throws de.kreiswerk.core.api.problem.InvalidEntry when an entry breaks a rule
     */
    Signer register(Caller caller, Entry entry);

    /**
     * Revokes a key for good. What it signed and runs goes on running, and is not started again after the platform was.
     *
     * @param caller who does it
     * @param id the signer
     * @param reason why, 1 to 500 characters
     * @return the signer
     * @throws de.kreiswerk.core.api.problem.InvalidEntry when the reason is missing or too long
     */
    Signer revoke(Caller caller, String id, String reason);

    /**
     * A key to be registered.
     *
     * @param department the department's id
     * @param label whose it is
     * @param key the key as {@code kreiswerk component keygen} prints it
     * @param from from when on it holds, null for now
     * @param until until when, null for no end
     */
    record Entry(String department, String label, String key, Instant from, Instant until) {}
}
