/** Who is calling, and what they may do. */
@Export
@Version("1.5.0")
package de.kreiswerk.core.api.identity;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
