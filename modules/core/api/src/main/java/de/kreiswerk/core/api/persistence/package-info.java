/** Transactions, the store for large bytes, and tables into which rows are only inserted. */
@Export
@Version("1.5.0")
package de.kreiswerk.core.api.persistence;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
