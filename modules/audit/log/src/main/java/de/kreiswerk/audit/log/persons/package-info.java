/** Everything that a person did: asked for with a reason, allowed by a second person, for a while. */
package de.kreiswerk.audit.log.persons;
