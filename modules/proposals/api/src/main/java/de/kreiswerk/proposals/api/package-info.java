/** Council proposals (Vorlagen), in the vocabulary of OParl 1.1 where it has a word. */
@Export
@Version("2.2.0")
package de.kreiswerk.proposals.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
