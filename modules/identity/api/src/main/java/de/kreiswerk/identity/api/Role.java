package de.kreiswerk.identity.api;

import de.kreiswerk.core.api.text.Text;
import java.util.Objects;
import java.util.Set;

/**
 * A named set of permissions.
 *
 * @param id its lasting id: a short name in kebab case for those that are built in, else a UUID
 * @param name what people call it
 * @param builtIn whether it came with the platform; such a role stays
 * @param permissions the names of permissions, those of removed areas included; {@code *} stands for all
 * @param revision counts its changes, from 1
 */
public record Role(String id, Text name, boolean builtIn, Set<String> permissions, long revision) {

    /** The id of the role that may do everything, and cannot be changed. */
    public static final String ADMINISTRATOR = "administrator";

    /** Copies the permissions. */
    public Role {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        permissions = Set.copyOf(permissions);
    }
}
