/** Finds records: an index behind the sequencer, and what auditors ask of it. */
package de.kreiswerk.audit.log.search;
