package de.kreiswerk.deployment.api;

import de.kreiswerk.core.api.identity.Caller;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** What departments may deploy. Changing needs {@link DeploymentPermissions#ADMINISTER} everywhere; every change is in the trail. */
@ProviderType
public interface DeploymentGrants {

    /**
     * The grants of the departments where the caller has {@link DeploymentPermissions#READ}.
     *
     * @param caller who asks
     * @return by namespace
     */
    List<DeploymentGrant> all(Caller caller);

    /**
     * A department's grant.
     *
     * @param caller who asks; needs {@link DeploymentPermissions#READ} there
     * @param department the department's id
     * @return empty when it may not deploy anything
     */
    Optional<DeploymentGrant> find(Caller caller, String department);

    /**
     * Says what a department may deploy. Namespace and path stay as they are once something was uploaded.
     *
     * @param caller who does it
     * @param department the department's id
     * @param entry what it may
     * @param expected the revision that the caller has seen, 0 when there is none yet, null for whichever it is
     * @return the grant
     * @throws de.kreiswerk.core.api.problem.InvalidEntry when an entry breaks a rule
     */
    DeploymentGrant put(Caller caller, String department, Entry entry, Long expected);

    /**
     * The names of what code can want, which the policy knows.
     *
     * @return such as SOCKETS, each with what it means
     */
    List<Want> wants();

    /**
     * What a department may deploy; see {@link DeploymentGrant}.
     *
     * @param namespace the namespace
     * @param path the segment of addresses
     * @param wants what code may want
     * @param imports further packages
     */
    record Entry(String namespace, String path, Set<String> wants, Set<String> imports) {

        /** Copies the sets. */
        public Entry {
            wants = wants == null ? Set.of() : Set.copyOf(wants);
            imports = imports == null ? Set.of() : Set.copyOf(imports);
        }
    }

    /**
     * Something that code can want.
     *
     * @param name its name
     * @param meaning what it means
     */
    record Want(String name, de.kreiswerk.core.api.text.Text meaning) {}
}
