/** What administrators can set, and what was set. */
@Export
@Version("1.4.0")
package de.kreiswerk.core.api.settings;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
