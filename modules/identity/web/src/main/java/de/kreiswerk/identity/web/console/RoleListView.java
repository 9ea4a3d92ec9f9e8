package de.kreiswerk.identity.web.console;

import de.kreiswerk.identity.api.Role;
import java.util.List;

/**
 * The roles.
 *
 * @param basics what every page shows
 * @param rows the roles
 */
public record RoleListView(PageBasics basics, List<Row> rows) {

    /**
     * A role.
     *
     * @param role the role
     * @param name its name in the reader's language
     * @param permissions what it may, in words
     */
    public record Row(Role role, String name, List<String> permissions) {}
}
