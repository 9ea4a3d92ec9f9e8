/** What every command needs: words in two languages, options, the data directory. */
package de.kreiswerk.launcher.cli;
