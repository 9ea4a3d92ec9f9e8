/** What SQL scripts of a component reach for, found without a database. */
package de.kreiswerk.deployment.archive.sql;
