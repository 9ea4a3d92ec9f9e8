/** Archives of departments' components. A plain library: what it is given are bytes, what it gives back are values. */
package de.kreiswerk.deployment.archive;
