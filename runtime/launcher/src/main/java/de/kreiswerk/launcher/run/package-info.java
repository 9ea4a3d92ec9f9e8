/** The command {@code run}: the framework, its bundles, and a clean end. */
package de.kreiswerk.launcher.run;
