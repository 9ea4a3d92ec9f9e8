/** What the entities of a component are mapped to. */
package de.kreiswerk.deployment.archive.entity;
