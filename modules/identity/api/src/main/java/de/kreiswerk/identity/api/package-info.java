/** Who there is, what they may do, and how they sign in. */
@Export
@Version("2.1.0")
package de.kreiswerk.identity.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
