package de.kreiswerk.deployment.api;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.text.Text;
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
     * The versions that run or are to run and count by a key's signature, and by no other one's that they carry as well. When it is
     * revoked, they go on running, and are not started again after the platform was, unless another version takes their place.
     *
     * @param caller who asks; needs {@link DeploymentPermissions#READ} in the signer's department
     * @param id the signer
     * @return by component
     */
    List<Concerned> concerned(Caller caller, String id);

    /**
     * Registers a key. The same key is registered once, for one department and under one name.
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
     * An active version whose signature is a key's.
     *
     * @param component the component's name
     * @param title its title
     * @param version its version
     */
    record Concerned(String component, Text title, String version) {}

    /**
     * A key to be registered.
     *
     * @param department the department's id
     * @param label whose it is
     * @param key the key as {@code kreiswerk component keygen} prints it
     * @param from from when on it holds, null for now; in the years 1900 to 9999
     * @param until until when, null for no end; in the years 1900 to 9999
     */
    record Entry(String department, String label, String key, Instant from, Instant until) {}
}
