package de.kreiswerk.proposals.web.snapshot;

import de.kreiswerk.core.api.publication.PublicObject;
import de.kreiswerk.core.api.publication.PublicQuery;
import de.kreiswerk.core.api.publication.Publication;
import de.kreiswerk.core.api.publication.Snapshot;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** The public read model in memory. */
public final class FakePublication implements Publication {

    public final Map<String, Address> addresses = new HashMap<>();
    public int lookups;

    private final Map<String, PublicObject> objects = new TreeMap<>();
    private final Map<String, Snapshot> snapshots = new TreeMap<>();

    @Override
    public PublicObject publish(Snapshot snapshot) {
        PublicObject old = objects.get(snapshot.path());
        PublicObject object = new PublicObject(
                snapshot.path(),
                snapshot.type(),
                snapshot.address(),
                null,
                old == null ? 1 : old.revision() + 1,
                snapshot.created(),
                snapshot.created().plusSeconds(3_600),
                false,
                snapshot.content());
        objects.put(snapshot.path(), object);
        snapshots.put(snapshot.path(), snapshot);
        if (snapshot.address() != null) {
            addresses.replaceAll((address, leads) ->
                    leads.path().equals(snapshot.path()) ? new Address(snapshot.path(), snapshot.address()) : leads);
            addresses.put(snapshot.address(), new Address(snapshot.path(), snapshot.address()));
        }
        return object;
    }

    /** Publishes with a content in which nothing else is of interest. */
    public void publish(String path, String type, String address, Map<String, String> lists, String content) {
        publish(new Snapshot(path, type, address, lists, Instant.parse("2026-01-02T03:04:05Z"), content, content));
    }

    @Override
    public void withdraw(String path) {
        PublicObject old = objects.get(path);
        objects.put(
                path,
                new PublicObject(
                        path,
                        old.type(),
                        old.address(),
                        null,
                        old.revision() + 1,
                        old.created(),
                        old.modified(),
                        true,
                        null));
    }

    @Override
    public Optional<PublicObject> find(String path) {
        return Optional.ofNullable(objects.get(path));
    }

    @Override
    public Optional<Address> resolve(String address) {
        lookups++;
        return Optional.ofNullable(addresses.get(address));
    }

    @Override
    public List<String> lists(String prefix) {
        return snapshots.values().stream()
                .flatMap(snapshot -> snapshot.lists().keySet().stream())
                .filter(list -> list.startsWith(prefix))
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public List<PublicObject> list(PublicQuery query) {
        Comparator<PublicObject> order = Comparator.comparing(PublicObject::key);
        return snapshots.values().stream()
                .filter(snapshot -> snapshot.lists().containsKey(query.list())
                        && snapshot.lists().keySet().containsAll(query.alsoIn()))
                .filter(snapshot -> contains(snapshot, query.text()))
                .map(snapshot -> keyed(snapshot, query.list()))
                .filter(Objects::nonNull)
                .filter(object -> query.after() == null
                        || (query.descending()
                                ? object.key().compareTo(query.after()) < 0
                                : object.key().compareTo(query.after()) > 0))
                .sorted(query.descending() ? order.reversed() : order)
                .limit(query.limit())
                .toList();
    }

    private static boolean contains(Snapshot snapshot, String words) {
        String text = Objects.toString(snapshot.text(), "").toLowerCase(Locale.GERMAN);
        return words == null
                || List.of(words.toLowerCase(Locale.GERMAN).split(" ")).stream().allMatch(text::contains);
    }

    private PublicObject keyed(Snapshot snapshot, String list) {
        PublicObject object = objects.get(snapshot.path());
        return object.deleted()
                ? null
                : new PublicObject(
                        object.path(),
                        object.type(),
                        object.address(),
                        snapshot.lists().get(list),
                        object.revision(),
                        object.created(),
                        object.modified(),
                        false,
                        object.content());
    }
}
