/** The commands that talk to a running platform over REST. */
package de.kreiswerk.launcher.client;
