/** What a component tells the web: permissions of endpoints, navigation, the frame of a page. */
@Export
@Version("1.6.0")
package de.kreiswerk.core.api.web;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
