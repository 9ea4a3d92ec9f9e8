package de.kreiswerk.core.api.web;

import de.kreiswerk.core.api.text.Text;
import org.osgi.annotation.versioning.ConsumerType;

/** A fact about the platform that the console's overview shows while the service is there, such as the kind of database. */
@ConsumerType
public interface ConsoleFact {

    /**
     * What it is about.
     *
     * @return a word or two
     */
    Text label();

    /**
     * What is the case now. Free of secrets; asked each time the overview is looked at, so it must be quick.
     *
     * @return a few words
     */
    Text value();

    /**
     * Its place.
     *
     * @return smaller comes first
     */
    int order();
}
