package de.kreiswerk.core.api.web;

import de.kreiswerk.core.api.text.Text;
import org.osgi.annotation.versioning.ConsumerType;

/** An entry of the public navigation: while the service is there, the entry is. */
@ConsumerType
public interface NavigationEntry {

    /**
     * What the entry says.
     *
     * @return the label
     */
    Text label();

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
