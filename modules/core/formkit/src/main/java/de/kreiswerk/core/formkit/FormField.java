package de.kreiswerk.core.formkit;

import de.kreiswerk.core.api.text.Text;

/**
 * A field of a form.
 *
 * @param name what the service calls it; {@link #ALL} stands for everything that no other field of the form is about
 * @param id what it is called in the page
 * @param label what people call it
 */
public record FormField(String name, String id, Text label) {

    /** Where a form is a button alone, whatever is wrong is told at it. */
    public static final String ALL = "*";
}
