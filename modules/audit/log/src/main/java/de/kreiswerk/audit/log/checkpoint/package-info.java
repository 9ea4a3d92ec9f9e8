/** What is signed of the tree (C2SP tlog-checkpoint), and with which keys. Knows no database. */
package de.kreiswerk.audit.log.checkpoint;
