package de.kreiswerk.deployment.archive.policy;

/** What follows from a finding; the worst comes first. */
public enum Severity {
    /** The archive cannot be installed. */
    REFUSED,
    /** Only an administrator of the platform may go on. */
    NEEDS_ADMINISTRATOR,
    /** An administrator who did not upload it must approve. */
    NEEDS_APPROVAL,
    /** Nothing; somebody should know. */
    NOTE
}
