package de.kreiswerk.runtime.acceptance;

import static de.kreiswerk.runtime.acceptance.fixture.oparl.OParlClient.SCHEMA;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiswerk.runtime.acceptance.fixture.OnEachDatabase;
import de.kreiswerk.runtime.acceptance.fixture.Platform;
import de.kreiswerk.runtime.acceptance.fixture.WithCouncil;
import de.kreiswerk.runtime.acceptance.fixture.oparl.OParlClient;
import de.kreiswerk.runtime.acceptance.fixture.oparl.OParlGraph;
import de.kreiswerk.runtime.acceptance.fixture.oparl.OParlSchemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** Somebody reads all of OParl, beginning with the one address that he knows, and believes nothing that he did not fetch. */
class OParlCrawlTest {

    private static final Set<String> TYPES = Set.of(
            "System",
            "Body",
            "LegislativeTerm",
            "Organization",
            "Person",
            "Membership",
            "Meeting",
            "AgendaItem",
            "Paper",
            "Consultation",
            "File",
            "Location");
    private static final String DATE_TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[+-]\\d\\d:\\d\\d";

    @OnEachDatabase
    void everythingIsThereAndValidAndInItsLists(@WithCouncil Platform platform) {
        Sitting.on(platform, "Rundgang" + platform.freshReference().replace("/", "X"));
        OParlGraph graph = OParlGraph.crawl(platform);

        everyTypeIsThere(graph);
        everyIdIsItsAddress(graph);
        everyObjectHasItsTimes(graph);
        whatStandsElsewhereIsTheObjectItself(graph);
        everyObjectIsInTheListOfItsType(platform, graph);
        nothingIsEmpty(graph);
        everyLinkToAPageLeadsToOne(platform, graph);
        everyFileIsThere(platform, graph);
    }

    @OnEachDatabase
    void everyObjectIsValidAgainstTheSchemasOfOParl(@WithCouncil Platform platform) {
        OParlSchemas schemas = new OParlSchemas();
        Sitting.on(platform, "Prüfung" + platform.freshReference().replace("/", "X"));
        OParlGraph graph = OParlGraph.crawl(platform);
        List<String> faults = new ArrayList<>();
        graph.objects().values().forEach(object -> faults.addAll(schemas.faults(object)));
        graph.occurrences().forEach(occurrence -> faults.addAll(schemas.faults(occurrence.object())));

        assertThat(faults).isEmpty();
    }

    @OnEachDatabase
    void listsAreTheSameWhenReadAgainWhateverTheSizeOfTheirPages(@WithCouncil Platform platform) {
        OParlClient client = new OParlClient(platform);
        for (String type : OParlClient.LISTS.keySet()) {
            String list = client.listOf(type);
            List<String> ids = List.copyOf(client.list(list).keySet());

            assertThat(List.copyOf(client.list(list).keySet())).as(type).isEqualTo(ids);
            assertThat(List.copyOf(client.list(list + "?limit=3").keySet()))
                    .as(type)
                    .isEqualTo(ids);
        }
    }

    private static void everyTypeIsThere(OParlGraph graph) {
        Set<String> found = new TreeSet<>();
        graph.objects().values().forEach(object -> found.add(object.path("type").asText()));
        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(
                        TYPES.stream().map(SCHEMA::concat).toList());
    }

    private static void everyIdIsItsAddress(OParlGraph graph) {
        graph.objects().forEach((url, object) -> {
            assertThat(object.path("id").asText()).isEqualTo(url);
            assertThat(url.substring("https://".length())).doesNotContain("//");
        });
    }

    private static void everyObjectHasItsTimes(OParlGraph graph) {
        BiConsumer<String, JsonNode> check = (where, object) -> {
            for (String time : List.of("created", "modified")) {
                assertThat(object.path(time).asText())
                        .as(time + " of " + object.path("id") + " at " + where)
                        .matches(DATE_TIME);
            }
        };
        graph.objects().forEach(check);
        graph.occurrences().forEach(occurrence -> check.accept(occurrence.where(), occurrence.object()));
    }

    /** In a list it is the same; within another object it lacks the way back, and nothing else. */
    private static void whatStandsElsewhereIsTheObjectItself(OParlGraph graph) {
        assertThat(graph.occurrences()).isNotEmpty();
        for (OParlGraph.Occurrence occurrence : graph.occurrences()) {
            JsonNode found = occurrence.object();
            String id = found.path("id").asText();
            JsonNode itself = graph.objects().get(id);
            String as = id + " at " + occurrence.where();
            assertThat(found.path("deleted").asBoolean()).as(as).isFalse();
            if (occurrence.listed()) {
                assertThat(found).as(as).isEqualTo(itself);
            } else {
                found.fields()
                        .forEachRemaining(member ->
                                assertThat(itself.path(member.getKey())).as(as).isEqualTo(member.getValue()));
                itself.fields().forEachRemaining(member -> {
                    if (!found.has(member.getKey())) {
                        assertThat(member.getValue().toString())
                                .as(as + " lacks " + member.getKey() + ", which is not the way back")
                                .contains('"' + occurrence.where() + '"');
                    }
                });
            }
        }
    }

    private static void everyObjectIsInTheListOfItsType(Platform platform, OParlGraph graph) {
        JsonNode body = new OParlClient(platform).body();
        OParlClient.LISTS.forEach((type, member) -> {
            Map<String, JsonNode> list = graph.lists().get(body.path(member).asText());
            assertThat(list).as(member + " of the Body").isNotNull();
            assertThat(list.keySet())
                    .as(type)
                    .containsExactlyInAnyOrderElementsOf(graph.objects(type).keySet());
            list.values()
                    .forEach(object -> assertThat(object.path("type").asText()).isEqualTo(SCHEMA + type));
        });
    }

    private static void nothingIsEmpty(OParlGraph graph) {
        graph.objects()
                .forEach((url, object) -> object.fields()
                        .forEachRemaining(
                                member -> nothingIsEmpty(url, member.getKey(), member.getKey(), member.getValue())));
    }

    private static void nothingIsEmpty(String url, String within, String name, JsonNode value) {
        String as = name + " of " + url;
        assertThat(value.isNull()).as(as).isFalse();
        if (value.isTextual()) {
            assertThat(value.asText().strip()).as(as).isNotIn("", "N/A", "null", "0000-00-00");
            assertThat(value.asText()
                            .chars()
                            .noneMatch(one -> Character.isISOControl(one) && one != '\n' && one != '\t'))
                    .as(as)
                    .isTrue();
        }
        // OParl demands the list of terms, and what Kreiswerk adds has its own shape.
        if (value.isArray() && !name.equals("legislativeTerm") && !within.startsWith("kreiswerk:")) {
            assertThat(value).as(as).isNotEmpty();
        }
        if (value.isArray()) {
            value.forEach(element -> nothingIsEmpty(url, within, name, element));
        }
        if (value.isObject()) {
            value.fields().forEachRemaining(member -> nothingIsEmpty(url, within, member.getKey(), member.getValue()));
        }
    }

    private static void everyLinkToAPageLeadsToOne(Platform platform, OParlGraph graph) {
        OParlClient client = new OParlClient(platform);
        assertThat(graph.pages()).isNotEmpty();
        for (String page : graph.pages()) {
            int fragment = page.indexOf('#');
            assertThat(client.get(fragment < 0 ? page : page.substring(0, fragment))
                            .is(200)
                            .header("Content-Type"))
                    .as(page)
                    .startsWith("text/html");
        }
    }

    private static void everyFileIsThere(Platform platform, OParlGraph graph) {
        OParlClient client = new OParlClient(platform);
        assertThat(graph.files()).isNotEmpty();
        graph.objects("File").values().forEach(file -> {
            assertThat(graph.files())
                    .contains(
                            file.path("accessUrl").asText(),
                            file.path("downloadUrl").asText());
            for (String url : List.of("accessUrl", "downloadUrl")) {
                byte[] bytes = client.get(file.path(url).asText()).is(200).body();
                assertThat(bytes.length)
                        .as(file.path("id").asText())
                        .isPositive()
                        .isEqualTo(file.path("size").asInt());
            }
            assertThat(file.path("mimeType").asText())
                    .matches("[a-z]+/[a-z0-9.+-]+")
                    .isNotEqualTo("application/octetstream");
            assertThat(file.path("fileName").asText()).isNotBlank();
        });
    }
}
