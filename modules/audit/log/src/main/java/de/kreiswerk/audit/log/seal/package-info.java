/** Lets the tree grow by what the sequencer has numbered, and signs it. */
package de.kreiswerk.audit.log.seal;
