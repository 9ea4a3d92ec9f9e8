package de.kreiswerk.proposals.api;

import org.osgi.annotation.versioning.ProviderType;

/** The names of this area's permissions. */
@ProviderType
public interface ProposalsPermissions {

    /** Read every proposal, drafts and non-public parts included. */
    String READ = "proposals.read";

    /** Take texts and attachments in. What is published is changed with {@link #PUBLISH} besides. */
    String IMPORT = "proposals.import";

    /** Publish and withdraw; with {@link #IMPORT}, change what is published. */
    String PUBLISH = "proposals.publish";

    /** Keep committees and meetings. */
    String COUNCIL = "proposals.council";
}
