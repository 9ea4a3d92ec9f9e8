/** The public read model: what citizens may see, and nothing else. */
@Export
@Version("2.1.0")
package de.kreiswerk.core.api.publication;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
