/** What health checks say to people. */
@Export
@Version("1.0.0")
package de.kreiswerk.core.api.health;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
