package de.kreiswerk.core.web.pages;

import java.util.List;
import java.util.Locale;

/**
 * What the start page shows.
 *
 * @param language the reader's language
 * @param tiles what there is
 */
record StartView(Locale language, List<Tiles.View> tiles) {}
