/** Departments' components: deployed, switched, taken back. */
@Export
@Version("1.4.0")
package de.kreiswerk.deployment.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
