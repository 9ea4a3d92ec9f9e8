/**
 * Verifies proofs of the trail, without the platform, without a network, and without code of the log. Whoever doubts the
 * administration reads this: it is short on purpose.
 */
package de.kreiswerk.audit.verifier;
