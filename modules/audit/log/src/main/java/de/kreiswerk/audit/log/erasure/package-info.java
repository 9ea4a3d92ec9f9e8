/** Forgetting persons, in the database and in the list beside it. */
package de.kreiswerk.audit.log.erasure;
