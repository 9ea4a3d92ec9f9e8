package de.kreiswerk.identity.web.console;

import de.kreiswerk.core.formkit.Field;
import de.kreiswerk.core.formkit.Option;
import de.kreiswerk.identity.api.Role;
import java.util.List;

/**
 * A role, or the form for a new one.
 *
 * @param basics what every page shows
 * @param role the role as it is, null for a new one
 * @param revision the revision that the form is made of
 * @param german what stands in the form
 * @param english what stands in the form
 * @param permission what is chosen
 * @param permissions what can be chosen, and what the role has of areas that are not there
 */
public record RoleEntryView(
        PageBasics basics,
        Role role,
        long revision,
        Field german,
        Field english,
        Field permission,
        List<Option> permissions) {

    /** Whether it may do everything and stays as it is. */
    public boolean isFixed() {
        return role != null && role.id().equals(Role.ADMINISTRATOR);
    }
}
