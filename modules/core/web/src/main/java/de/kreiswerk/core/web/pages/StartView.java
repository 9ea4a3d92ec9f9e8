package de.kreiswerk.core.web.pages;

import java.util.List;
import java.util.Locale;

/**
 * What the start page shows.
 *
 * @param language the reader's language
 * @param services where to go
 */
record StartView(Locale language, List<Link> services) {}
