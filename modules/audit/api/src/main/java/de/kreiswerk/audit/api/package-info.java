/** The sealed trail: what was signed, and proofs of what is in it. */
@Export
@Version("1.4.0")
package de.kreiswerk.audit.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
