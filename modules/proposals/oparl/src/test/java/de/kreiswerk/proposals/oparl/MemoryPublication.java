package de.kreiswerk.proposals.oparl;

import de.kreiswerk.core.api.publication.PublicForm;
import de.kreiswerk.core.api.publication.PublicObject;
import de.kreiswerk.core.api.publication.PublicQuery;
import de.kreiswerk.core.api.publication.Publication;
import de.kreiswerk.core.api.publication.Snapshot;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The public read model in memory, with a clock that the test sets. */
final class MemoryPublication implements Publication {

    Instant now = Instant.parse("2026-06-01T08:00:00.250Z");

    /** Whether everything is kept in the form of lists, as it is when that was there from the beginning. */
    boolean formed = true;

    private final Map<String, PublicObject> objects = new HashMap<>();
    private final Map<String, Map<String, String>> memberships = new HashMap<>();
    private final Map<String, TreeMap<String, String>> lists = new TreeMap<>();

    @Override
    public PublicObject publish(Snapshot snapshot) {
        PublicObject before = objects.get(snapshot.path());
        if (before != null && !before.deleted() && snapshot.content().equals(before.content())) {
            return before;
        }
        PublicObject object = new PublicObject(
                snapshot.path(),
                snapshot.type(),
                snapshot.address(),
                null,
                before == null ? 1 : before.revision() + 1,
                snapshot.created().truncatedTo(ChronoUnit.MILLIS),
                now,
                false,
                snapshot.content());
        objects.put(snapshot.path(), object);
        memberships
                .getOrDefault(snapshot.path(), Map.of())
                .forEach((list, key) -> lists.get(list).remove(key));
        memberships.put(snapshot.path(), snapshot.lists());
        snapshot.lists()
                .forEach((list, key) ->
                        lists.computeIfAbsent(list, name -> new TreeMap<>()).put(key, snapshot.path()));
        return object;
    }

    @Override
    public void withdraw(String path) {
        objects.computeIfPresent(
                path,
                (same, before) -> before.deleted()
                        ? before
                        : new PublicObject(
                                path,
                                before.type(),
                                before.address(),
                                null,
                                before.revision() + 1,
                                before.created(),
                                now,
                                true,
                                null));
    }

    @Override
    public Optional<PublicObject> find(String path) {
        return Optional.ofNullable(objects.get(path));
    }

    @Override
    public Optional<Address> resolve(String address) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<PublicObject> list(PublicQuery query) {
        List<PublicObject> found = new ArrayList<>();
        TreeMap<String, String> list = lists.getOrDefault(query.list(), new TreeMap<>());
        (query.after() == null ? list : list.tailMap(query.after(), false)).forEach((key, path) -> {
            PublicObject object = objects.get(path);
            if (found.size() < query.limit() && matches(object, query)) {
                found.add(new PublicObject(
                        path,
                        object.type(),
                        object.address(),
                        key,
                        object.revision(),
                        object.created(),
                        object.modified(),
                        object.deleted(),
                        object.content()));
            }
        });
        return found;
    }

    @Override
    public List<Formed> list(PublicQuery query, PublicForm form) {
        List<Formed> kept = list(query).stream()
                .map(object -> new Formed(object.key(), form.of(object), null))
                .toList();
        return formed && kept.stream().allMatch(one -> one.bytes() != null)
                ? kept
                : Publication.super.list(query, form);
    }

    private static boolean matches(PublicObject object, PublicQuery query) {
        return (query.deleted() || !object.deleted())
                && notBefore(object.created(), query.createdSince())
                && before(object.created(), query.createdBefore())
                && notBefore(object.modified(), query.modifiedSince())
                && before(object.modified(), query.modifiedBefore());
    }

    private static boolean notBefore(Instant time, Instant bound) {
        return bound == null || !time.isBefore(bound);
    }

    private static boolean before(Instant time, Instant bound) {
        return bound == null || time.isBefore(bound);
    }

    @Override
    public List<String> lists(String prefix) {
        return lists.keySet().stream().filter(name -> name.startsWith(prefix)).toList();
    }
}
