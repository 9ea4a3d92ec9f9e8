/** Lets the tree grow by what the sequencer has numbered, signs it, and reads it for others. */
package de.kreiswerk.audit.log.seal;
