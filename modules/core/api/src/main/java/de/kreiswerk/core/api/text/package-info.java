/** Texts for people, in German and English. */
@Export
@Version("1.3.0")
package de.kreiswerk.core.api.text;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
