package de.kreiswerk.core.api.publication;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The public read model. A service publishes and withdraws snapshots in the transaction of the change that causes it;
 * public surfaces read nothing else. Non-public content cannot leak from here, because it is not here.
 */
@ProviderType
public interface Publication {

    /**
     * Publishes an object, or replaces what was published of it. Part of the current transaction. When nothing of it differs
     * from what is public already, nothing happens: neither its revision nor the time of its change moves.
     *
     * @param snapshot what the public may see
     * @return the object as it is public now, with the time at which its public content last changed
     */
    PublicObject publish(Snapshot snapshot);

    /**
     * Publishes several objects like {@link #publish}, with few questions to the database.
     *
     * @param snapshots what the public may see, each object once
     * @return the objects as they are public now, in the same order
     */
    default List<PublicObject> publishAll(List<Snapshot> snapshots) {
        return snapshots.stream().map(this::publish).toList();
    }

    /**
     * Takes an object back. Its path keeps answering, as deleted, without content. Part of the current transaction. Nothing
     * happens when it is not public.
     *
     * @param path the object's path
     */
    void withdraw(String path);

    /**
     * Finds an object, deleted ones included.
     *
     * @param path the object's path, such as {@code /paper/0192…}
     * @return the object
     */
    Optional<PublicObject> find(String path);

    /**
     * Finds the path behind a page address, old addresses included.
     *
     * @param address such as {@code /vorlagen/2026-127}
     * @return where it leads
     */
    Optional<Address> resolve(String address);

    /**
     * Reads a list by key, never by offset.
     *
     * @param query which
     * @return the objects in the order of their keys
     */
    List<PublicObject> list(PublicQuery query);

    /**
     * Reads a list like {@link #list(PublicQuery)}, each object in the form in which it is kept.
     *
     * @param query which
     * @param form the form
     * @return the objects in the order of their keys: all of them in the form, or all of them with their content when it is not
     *     kept of each
     */
    default List<Formed> list(PublicQuery query, PublicForm form) {
        return list(query).stream()
                .map(object -> new Formed(object.key(), null, object))
                .toList();
    }

    /**
     * Which lists there are.
     *
     * @param prefix what their names begin with, such as {@code paper/year/}
     * @return their names in order, at most 500; a list may hold withdrawn objects only
     */
    List<String> lists(String prefix);

    /**
     * An object in a form.
     *
     * @param key its key in the list that it was read from
     * @param bytes the form, or null
     * @param object the object with its content when there is no form, else null
     */
    record Formed(String key, byte[] bytes, PublicObject object) {}

    /**
     * Where a page address leads.
     *
     * @param path the object's path
     * @param current the object's address of today; differs from the one asked for when that is an old one
     */
    record Address(String path, String current) {}
}
