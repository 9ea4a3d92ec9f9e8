/** The audit trail: every write leaves a record, or does not happen. */
@Export
@Version("1.3.0")
package de.kreiswerk.core.api.audit;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
