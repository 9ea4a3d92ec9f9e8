/** Copies of everything that must survive. */
@Export
@Version("1.0.0")
package de.kreiswerk.core.api.backup;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
