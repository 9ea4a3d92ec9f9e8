/** An OParl server for papers as a Spring developer writes it: the peer of the public face. */
package de.kreiswerk.runtime.bench.peer;
