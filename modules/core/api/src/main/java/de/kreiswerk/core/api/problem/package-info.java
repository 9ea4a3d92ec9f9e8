/** What went wrong, as a value that every surface (REST, pages, command line) shows in its own way. */
@Export
@Version("1.1.0")
package de.kreiswerk.core.api.problem;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
