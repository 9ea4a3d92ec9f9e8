/** Work that one node of a platform does at a time. */
@Export
@Version("1.0.0")
package de.kreiswerk.core.api.schedule;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
