/** What an archive says of the component in it: values only. */
package de.kreiswerk.deployment.archive.component;
