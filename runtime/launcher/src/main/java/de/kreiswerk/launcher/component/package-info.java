/** What a department's developer does with components, without a running platform. */
package de.kreiswerk.launcher.component;
