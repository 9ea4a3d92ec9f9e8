package de.kreiswerk.identity.api;

import org.osgi.annotation.versioning.ProviderType;

/** The names of this area's permissions. */
@ProviderType
public interface IdentityPermissions {

    /** See to one's own account: password and sessions. Everyone who signed in has it, without a role. */
    String OWN_ACCOUNT = "identity.own-account";

    /** Read departments, accounts, roles and grants. */
    String READ = "identity.read";

    /** Change departments. */
    String DEPARTMENTS = "identity.departments";

    /** Make, change, lock and close accounts, and reset their passwords. */
    String ACCOUNTS = "identity.accounts";

    /** Grant and revoke roles. */
    String GRANTS = "identity.grants";

    /** Change what a role may do. */
    String ROLES = "identity.roles";

    /** See who is signed in, and end sessions. */
    String SESSIONS = "identity.sessions";

    /** Make and revoke tokens for machines. */
    String TOKENS = "identity.tokens";
}
