package de.kreiswerk.deployment.api;

import org.osgi.annotation.versioning.ProviderType;

/** The names of this area's permissions. */
@ProviderType
public interface DeploymentPermissions {

    /** See the components of a department. */
    String READ = "deployment.read";

    /** Upload, switch, take back and remove the components of a department. */
    String DEPLOY = "deployment.deploy";

    /** Approve what exceeds a department's grant, of what somebody else uploaded. */
    String APPROVE = "deployment.approve";

    /** Register and revoke signers, and say what a department may deploy. */
    String ADMINISTER = "deployment.administer";
}
