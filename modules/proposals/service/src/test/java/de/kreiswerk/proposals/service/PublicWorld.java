package de.kreiswerk.proposals.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreiswerk.core.api.publication.PublicObject;
import de.kreiswerk.core.api.publication.PublicQuery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Everything that is public, and what must be true of it whatever happened before. */
final class PublicWorld {

    private static final List<String> LISTS = List.of(
            "body",
            "legislativeTerm",
            "organization",
            "person",
            "membership",
            "location",
            "meeting",
            "agendaItem",
            "paper",
            "consultation",
            "file");
    private static final Pattern PATH = Pattern.compile("/(" + String.join("|", LISTS) + ")/[0-9a-f-]+");
    private static final Set<String> BACK = Set.of("body", "person", "meeting", "paper");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Map<String, PublicObject> objects = new TreeMap<>();

    static PublicWorld of(TestPlatform platform) {
        PublicWorld world = new PublicWorld();
        for (String list : LISTS) {
            platform.publication
                    .list(PublicQuery.of(list, 1_000))
                    .forEach(object -> world.objects.put(object.path(), object));
        }
        return world;
    }

    /** Paths that are named are public, what is embedded is what stands on its own, nothing is null or empty. */
    PublicWorld mustBeWhole() {
        objects.values().forEach(object -> check(object, json(object), true));
        return this;
    }

    PublicWorld mustNotHold(String... canaries) {
        for (String canary : canaries) {
            objects.values()
                    .forEach(object ->
                            assertThat(object.content()).as(object.path()).doesNotContain(canary));
        }
        return this;
    }

    Map<String, PublicObject> objects() {
        return objects;
    }

    List<JsonNode> all(String type) {
        return objects.values().stream()
                .filter(object -> object.type().equals(type))
                .map(PublicWorld::json)
                .toList();
    }

    private void check(PublicObject holder, JsonNode node, boolean top) {
        if (!top && node.isObject() && node.has("path") && node.has("modified")) {
            checkEmbedded(holder, (ObjectNode) node);
        }
        if (node.isTextual()) {
            assertThat(node.textValue()).as("in %s", holder.path()).isNotBlank();
            // The county is another test's business.
            if (PATH.matcher(node.textValue()).matches() && !node.textValue().startsWith("/body/")) {
                assertThat(objects).as("named by %s", holder.path()).containsKey(node.textValue());
            }
        }
        assertThat(node.isNull()).as("null in %s", holder.path()).isFalse();
        node.forEach(child -> check(holder, child, false));
    }

    private void checkEmbedded(PublicObject holder, ObjectNode embedded) {
        String path = embedded.get("path").textValue();
        PublicObject alone = objects.get(path);
        assertThat(alone).as("%s is embedded in %s", path, holder.path()).isNotNull();
        ObjectNode expected = (ObjectNode) json(alone);
        expected.properties()
                .removeIf(member -> BACK.contains(member.getKey())
                        && member.getValue().isTextual()
                        && member.getValue().textValue().equals(holder.path()));
        expected.put("path", path);
        expected.put("created", alone.created().toString());
        expected.put("modified", alone.modified().toString());
        assertThat((JsonNode) embedded).as("%s in %s", path, holder.path()).isEqualTo(expected);
    }

    private static JsonNode json(PublicObject object) {
        try {
            return MAPPER.readTree(object.content());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
