/** Judges an archive by what its department may deploy: one class a rule. */
package de.kreiswerk.deployment.archive.policy;
