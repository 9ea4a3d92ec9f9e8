package de.kreiswerk.proposals.service;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreiswerk.core.api.publication.PublicObject;
import de.kreiswerk.core.api.publication.Publication;
import de.kreiswerk.core.api.publication.Snapshot;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Writes snapshots, children before the parents that show them. */
final class Snapshots {

    private final Publication publication;

    Snapshots(Publication publication) {
        this.publication = publication;
    }

    void publish(Snapshot snapshot) {
        publication.publish(snapshot);
    }

    /** Whether it is public, or was at any time. */
    boolean isKnown(String path) {
        return publication.find(path).isPresent();
    }

    /** To what an object leads that is public; null when it is not, or leads nowhere. */
    String reference(String path, String member, Json json) {
        PublicObject object = publication.find(path).orElse(null);
        return object == null || object.deleted()
                ? null
                : json.parse(object.content()).path(member).textValue();
    }

    void withdraw(String path) {
        publication.withdraw(path);
    }

    /** Publishes parts on their own and writes them out, in order, into a member of the object that shows them. */
    void publishInto(ArrayNode member, Collection<Part> parts) {
        member.addAll(publish(List.copyOf(parts)));
    }

    ObjectNode publish(Part part) {
        return publish(List.of(part)).get(0);
    }

    private List<ObjectNode> publish(List<Part> parts) {
        List<PublicObject> published =
                publication.publishAll(parts.stream().map(Snapshots::alone).toList());
        return IntStream.range(0, parts.size())
                .mapToObj(i -> embedded(parts.get(i), published.get(i)))
                .toList();
    }

    private static Snapshot alone(Part part) {
        ObjectNode content = part.content();
        if (part.parent() != null) {
            content = content.deepCopy().put(part.parent(), part.parentPath());
        }
        return new Snapshot(
                part.path(),
                part.type(),
                null,
                Map.of(part.list(), part.id()),
                part.created(),
                content.toString(),
                null);
    }

    private static ObjectNode embedded(Part part, PublicObject published) {
        ObjectNode node = part.content().objectNode();
        node.put("path", published.path());
        node.put("created", published.created().toString());
        node.put("modified", published.modified().toString());
        node.setAll(part.content());
        return node;
    }
}
