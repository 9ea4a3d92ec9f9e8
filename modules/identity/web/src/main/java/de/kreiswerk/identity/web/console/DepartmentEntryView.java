package de.kreiswerk.identity.web.console;

import java.util.List;

/**
 * A department, or the form for a new one.
 *
 * @param basics what every page shows
 * @param id its id, null for a new one
 * @param revision its revision
 * @param shortName what stands in the form
 * @param name what stands in the form
 * @param email what stands in the form
 * @param validFrom what stands in the form
 * @param validUntil what stands in the form
 * @param parents what it can be below
 */
public record DepartmentEntryView(
        PageBasics basics,
        String id,
        long revision,
        String shortName,
        String name,
        String email,
        String validFrom,
        String validUntil,
        List<Option> parents) {}
