/** What the county calls itself. */
@Export
@Version("1.0.0")
package de.kreiswerk.core.api.county;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
