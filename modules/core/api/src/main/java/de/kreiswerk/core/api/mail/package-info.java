/** E-mail to people, sent if and only if the transaction commits that causes it. */
@Export
@Version("1.1.0")
package de.kreiswerk.core.api.mail;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
