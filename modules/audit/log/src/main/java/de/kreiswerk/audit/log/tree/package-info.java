/** The Merkle tree over the records (RFC 9162, section 2.1), kept in tiles (C2SP tlog-tiles). Knows no database. */
package de.kreiswerk.audit.log.tree;
