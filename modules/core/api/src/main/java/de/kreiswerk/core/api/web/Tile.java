package de.kreiswerk.core.api.web;

import de.kreiswerk.core.api.text.Text;
import org.osgi.annotation.versioning.ConsumerType;

/** A tile of the citizens' start page: while the service is there, the tile is. */
@ConsumerType
public interface Tile {

    /**
     * What citizens find behind it.
     *
     * @return a few words
     */
    Text title();

    /**
     * What they can do there.
     *
     * @return one sentence
     */
    Text description();

    /**
     * Where it leads.
     *
     * @return a path on this host such as {@code /vorlagen}
     */
    String path();

    /**
     * Its place.
     *
     * @return smaller comes first
     */
    int order();
}
