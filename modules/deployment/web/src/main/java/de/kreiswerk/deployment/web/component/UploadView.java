package de.kreiswerk.deployment.web.component;

import de.kreiswerk.deployment.web.page.PageBasics;
import java.util.List;

/**
 * The form for an archive.
 *
 * @param basics what every page shows
 * @param wrong why the archive was not taken, a sentence each; empty when none was sent
 * @param largest how large it may be, in bytes
 */
public record UploadView(PageBasics basics, List<String> wrong, long largest) {}
