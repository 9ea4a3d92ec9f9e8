/** What is kept in the database and must not be readable there. */
@Export
@Version("1.0.0")
package de.kreiswerk.core.api.secret;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
