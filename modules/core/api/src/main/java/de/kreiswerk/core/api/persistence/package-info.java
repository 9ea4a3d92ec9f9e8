/** Transactions, and the store for large bytes. */
@Export
@Version("1.1.0")
package de.kreiswerk.core.api.persistence;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
