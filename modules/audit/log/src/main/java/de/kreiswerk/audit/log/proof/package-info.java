/** Proofs that something is in the tree, and that one tree continues another (RFC 9162, sections 2.1.3 and 2.1.4). */
package de.kreiswerk.audit.log.proof;
