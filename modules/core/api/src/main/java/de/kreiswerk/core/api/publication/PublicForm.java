package de.kreiswerk.core.api.publication;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A form in which public objects are read in bulk. Registered as a service, it is made when an object is published or
 * withdrawn and kept beside the content, so that reading a list costs no rendering; see {@link Publication#list(PublicQuery,
 * PublicForm)}. One form is kept at a time.
 */
@ConsumerType
public interface PublicForm {

    /**
     * Names the form and its version: equal names, equal bytes for equal objects. Another name lets all objects be made anew.
     *
     * @return such as {@code oparl-1.1/2}; at most 40 characters
     */
    String name();

    /**
     * Makes the form. A pure function of the object, neutral of language and host.
     *
     * @param object published or withdrawn
     * @return the bytes; null when the object cannot be kept in this form
     */
    byte[] of(PublicObject object);
}
