package de.kreiswerk.audit.api;

import java.util.List;

/**
 * What occurs in the trail, each in the order of the alphabet.
 *
 * @param areas the areas
 * @param actions what was done
 * @param objectTypes the types of objects
 * @param departments the ids of departments
 */
public record TrailChoices(
        List<String> areas, List<String> actions, List<String> objectTypes, List<String> departments) {

    /** Copies the lists. */
    public TrailChoices {
        areas = List.copyOf(areas);
        actions = List.copyOf(actions);
        objectTypes = List.copyOf(objectTypes);
        departments = List.copyOf(departments);
    }
}
