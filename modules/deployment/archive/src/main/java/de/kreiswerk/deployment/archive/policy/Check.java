package de.kreiswerk.deployment.archive.policy;

import de.kreiswerk.deployment.archive.refusal.BadArchive;

/** A rule of the policy. */
@FunctionalInterface
interface Check {

    /** Tells what it finds; what cannot be looked at at all is refused by the exception. */
    void check(Case subject, Findings findings) throws BadArchive;
}
