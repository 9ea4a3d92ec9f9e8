/** The pages on which somebody asks for everything that a person did, and somebody else decides. */
package de.kreiswerk.audit.web.persons;
