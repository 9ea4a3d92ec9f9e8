package de.kreiswerk.identity.web.console;

import de.kreiswerk.core.formkit.Field;
import de.kreiswerk.core.formkit.Option;
import de.kreiswerk.identity.api.Department;
import java.util.List;

/**
 * A department, or the form for a new one.
 *
 * @param basics what every page shows
 * @param department the department as it is, null for a new one
 * @param revision the revision that the form is made of
 * @param shortName what stands in the form
 * @param name what stands in the form
 * @param email what stands in the form
 * @param validFrom what stands in the form
 * @param validUntil what stands in the form
 * @param parent what it is below
 * @param parents what it can be below
 */
public record DepartmentEntryView(
        PageBasics basics,
        Department department,
        long revision,
        Field shortName,
        Field name,
        Field email,
        Field validFrom,
        Field validUntil,
        Field parent,
        List<Option> parents) {}
