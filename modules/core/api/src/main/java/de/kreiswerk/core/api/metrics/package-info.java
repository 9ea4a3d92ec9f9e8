/** Figures about the running platform, for those who watch it. */
@Export
@Version("1.0.0")
package de.kreiswerk.core.api.metrics;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
