package de.kreiswerk.deployment.web.grant;

import de.kreiswerk.core.formkit.Field;
import de.kreiswerk.core.formkit.Option;
import de.kreiswerk.deployment.web.page.PageBasics;
import java.util.List;

/**
 * What a department may deploy.
 *
 * @param basics what every page shows
 * @param id the department's id
 * @param department what it is called
 * @param mayChange whether the reader may change it
 * @param revision the revision that the form is made of, 0 when there is nothing yet
 * @param namespace what stands in the form
 * @param path what stands in the form
 * @param want the field with the boxes
 * @param wants what code can want
 * @param imports what stands in the form
 */
public record GrantEntryView(
        PageBasics basics,
        String id,
        String department,
        boolean mayChange,
        long revision,
        Field namespace,
        Field path,
        Field want,
        List<Option> wants,
        Field imports) {}
