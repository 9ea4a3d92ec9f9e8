/** What a department's developer does with components: without a running platform, and on one over REST. */
package de.kreiswerk.launcher.component;
