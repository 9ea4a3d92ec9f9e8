/**
 * What words of proposals mean to all bundles of this area that come across them. Knows nothing but the JDK.
 */
package de.kreiswerk.proposals.wordkit;
