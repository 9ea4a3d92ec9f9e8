package de.kreiswerk.proposals.oparl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What clients had to repair in the answers of other servers, in the order of the list that they keep. */
class DefectsTest {

    private static final String PAPERS = Oparl.ROOT + Council.BODY + "/paper";

    private final MemoryPublication publication = new MemoryPublication();
    private final Oparl oparl = new Oparl(publication);
    private final Council council = new Council(publication);

    /** One object of each type, and the list that it is in. */
    private static final Map<String, String> TYPES = Map.of(
            Council.TERM, "legislativeTerm",
            Council.COMMITTEE, "organization",
            Council.PERSON, "person",
            Council.MEMBERSHIP, "membership",
            Council.LOCATION, "location",
            Council.MEETING, "meeting",
            Council.ITEM, "agendaItem",
            Council.PAPER, "paper",
            Council.DECISION, "consultation",
            Council.FILE, "file");

    @BeforeEach
    void publish() {
        council.publish();
    }

    @Test
    void defect1EmptyListsAreNeitherMissingNorBareArrays() {
        JsonNode page = oparl.get(PAPERS + "?modified_since=2040-01-01T00:00:00%2B01:00")
                .json();

        assertThat(page.fieldNames()).toIterable().containsExactlyInAnyOrder("data", "pagination", "links");
        assertThat(page.get("data").isArray()).isTrue();
    }

    @Test
    void defect1NoListOfAnyTypeIsEverMissing() {
        for (String list : Set.copyOf(TYPES.values())) {
            JsonNode page = oparl.json(Council.BODY + "/" + list + "?created_since=2040-01-01T00:00:00%2B01:00");
            assertThat(page.get("data")).as(list).isEmpty();
            assertThat(page.get("pagination").isObject()).as(list).isTrue();
            assertThat(page.get("links").isObject()).as(list).isTrue();
        }
    }

    @Test
    void defect2DeletedObjectsHaveATypeAndStayOutOfUnfilteredLists() {
        publication.withdraw(Council.PAPER);

        assertThat(oparl.all(PAPERS)).isEmpty();
        assertThat(oparl.json(Council.PAPER).get("type").textValue()).isEqualTo("https://schema.oparl.org/1.1/Paper");
    }

    @Test
    void defect2WhateverIsDeletedKeepsItsTypeAndIsListedForCopiesOnly() {
        TYPES.forEach((path, list) -> {
            publication.withdraw(path);
            String type = oparl.json(path).get("type").textValue();

            assertThat(type).isEqualToIgnoringCase("https://schema.oparl.org/1.1/" + list);
            assertThat(ids(oparl.all(Oparl.ROOT + Council.BODY + "/" + list))).doesNotContain(Oparl.ROOT + path);
            JsonNode changed = oparl.json(Council.BODY + "/" + list + "?modified_since=2026-01-01T00:00:00%2B01:00");
            assertThat(changed.get("data"))
                    .filteredOn(object -> object.get("id").textValue().equals(Oparl.ROOT + path))
                    .singleElement()
                    .satisfies(object -> {
                        assertThat(object.get("type").textValue()).isEqualTo(type);
                        assertThat(object.get("deleted").booleanValue()).isTrue();
                    });
        });
    }

    @Test
    void defect3AListIsAListAndAnObjectAnObject() {
        assertThat(oparl.json("/body").get("data").isArray()).isTrue();
        assertThat(oparl.json(Council.MEMBERSHIP).has("data")).isFalse();
        assertThat(oparl.json(Council.MEMBERSHIP).get("id").textValue()).isEqualTo(Oparl.ROOT + Council.MEMBERSHIP);
        TYPES.forEach((path, list) -> {
            assertThat(oparl.json(path).has("data")).as(path).isFalse();
            assertThat(oparl.json(path).isObject()).as(path).isTrue();
            assertThat(oparl.json(Council.BODY + "/" + list).get("data").isArray())
                    .as(list)
                    .isTrue();
        });
    }

    @Test
    void defect4EmbeddedObjectsHaveATypeAndReferencesAreAddresses() {
        JsonNode meeting = oparl.json(Council.MEETING);

        assertThat(meeting.get("location").get("type").textValue()).endsWith("/Location");
        assertThat(oparl.json(Council.PERSON).has("location")).isFalse();
        assertThat(meeting.get("organization").get(0).isTextual()).isTrue();
    }

    @Test
    void defect5FilesAreAListWithRealMediaTypesAndSizes() {
        assertThat(oparl.json(Council.PAPER).get("auxiliaryFile").isArray()).isTrue();
        JsonNode file = oparl.json(Council.PAPER).get("auxiliaryFile").get(0);
        assertThat(file.get("mimeType").textValue()).isEqualTo("application/pdf");
        assertThat(file.get("size").intValue()).isEqualTo(12345);
        assertThat(file.get("downloadUrl").textValue()).startsWith(Oparl.ROOT);

        council.one(Council.FILE, "File", null, "{\"name\":\" \",\"mediaType\":\"pdf\",\"fileName\":\"\"}");
        assertThat(oparl.json(Council.FILE).fieldNames())
                .toIterable()
                .doesNotContain("name", "mimeType", "size", "fileName")
                .contains("accessUrl");
    }

    @Test
    void defect6ControlCharactersAreEscaped() {
        String name = "Zeile 1\r\nZeile 2\t\u0000\u0001\u001b\u007f\u2028 \ud83d\ude80 \ud83d allein";
        council.paper(name);

        Oparl.Answer answer = oparl.get("/oparl/v1" + Council.PAPER);
        assertThat(answer.json().get("name").textValue()).isEqualTo(name);
        assertThat(answer.text().chars().noneMatch(c -> c < ' ')).isTrue();
    }

    @Test
    void defect8EncodedFiltersAreUnderstood() {
        assertThat(oparl.all(PAPERS + "?modified_since=2026-06-01T10%3A00%3A00%2B02%3A00"))
                .hasSize(1);
        assertThat(oparl.all(PAPERS + "?modified_since=2026-06-01T10:00:00+02:00"))
                .hasSize(1);
    }

    /** An answer is the same each time that it is asked for; none fails only to be right the next time. */
    @Test
    void defect7NothingFailsNowAndThen() {
        TYPES.forEach((path, list) -> {
            for (String address : List.of(path, Council.BODY + "/" + list)) {
                byte[] first = oparl.get(Oparl.ROOT + address).body();
                for (int again = 0; again < 20; again++) {
                    Oparl.Answer answer = oparl.get(Oparl.ROOT + address);
                    assertThat(answer.status()).as(address).isEqualTo(200);
                    assertThat(answer.body()).as(address).isEqualTo(first);
                }
            }
        });
    }

    /** 7 and 9: a crawl of everything that is named anywhere meets no error and nothing that is missing. */
    @Test
    void defect9WhatIsNamedIsThereUnderTheIdThatItHas() {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(Oparl.ROOT));
        while (!open.isEmpty()) {
            String address = open.pop();
            if (!seen.add(address)) {
                continue;
            }
            Oparl.Answer answer = oparl.get(address);
            assertThat(answer.status()).as(address).isEqualTo(200);
            if (!address.endsWith("/access") && !address.endsWith("/download")) {
                JsonNode json = answer.json();
                String own = json.has("id")
                        ? json.get("id").textValue()
                        : json.get("links").get("self").textValue();
                assertThat(own).isEqualTo(address);
                addresses(json, open);
            }
        }
        assertThat(seen).hasSizeGreaterThan(25);
    }

    private static List<String> ids(List<JsonNode> objects) {
        return objects.stream().map(object -> object.get("id").textValue()).toList();
    }

    private static void addresses(JsonNode node, Deque<String> open) {
        if (node.isTextual() && node.textValue().startsWith(Oparl.ROOT)) {
            open.push(node.textValue());
        }
        node.forEach(child -> addresses(child, open));
    }

    @Test
    void defect10IdsAreTheAddressesTheyAreReadFrom() {
        for (JsonNode paper : oparl.all(PAPERS)) {
            assertThat(oparl.get(paper.get("id").textValue()).json()).isEqualTo(paper);
        }
        TYPES.forEach((path, list) -> {
            String object = oparl.get(Oparl.ROOT + path).text();
            assertThat(oparl.json(path).get("id").textValue()).isEqualTo(Oparl.ROOT + path);
            assertThat(object.replace("https://", "")).as(path).doesNotContain("//");
        });
    }

    /** Addresses of files have no ending that could be the wrong one; the name that they are saved under has it. */
    @Test
    void defect10FilesAreWhatTheySay() {
        JsonNode file = oparl.json(Council.FILE);

        assertThat(file.get("accessUrl").textValue()).isEqualTo(Oparl.ROOT + Council.FILE + "/access");
        assertThat(file.get("downloadUrl").textValue()).isEqualTo(Oparl.ROOT + Council.FILE + "/download");
        assertThat(file.get("fileName").textValue()).endsWith(".pdf");
        assertThat(file.get("mimeType").textValue()).isEqualTo("application/pdf");
        assertThat(file.get("sha256Checksum")).isNull();
        assertThat(file.get("kreiswerk:sha256Checksum").textValue()).isEqualTo("ab".repeat(32));
    }

    @Test
    void defect11FiltersWorkAndMisspeltOnesAreNotIgnored() {
        assertThat(oparl.all(PAPERS + "?modified_since=2026-06-01T10:00:01%2B02:00"))
                .isEmpty();
        assertThat(oparl.get(PAPERS + "?modifiedSince=2026-06-01T10:00:01%2B02:00")
                        .status())
                .isEqualTo(400);
        assertThat(oparl.json(Council.TERM).get("startDate").textValue()).isEqualTo("2021-11-01");
        for (String filter : List.of("created_since", "modified_since")) {
            for (String list : TYPES.values()) {
                assertThat(oparl.all(
                                Oparl.ROOT + Council.BODY + "/" + list + "?" + filter + "=2026-06-01T10:00:01%2B02:00"))
                        .as(list + " " + filter)
                        .isEmpty();
            }
        }
    }

    @Test
    void defect12NextWorksToTheEndOfALongList() {
        council.papers(100, 1_500);

        assertThat(oparl.all(PAPERS + "?limit=13")).hasSize(1_402);
    }

    @Test
    void defect13KeysAndDatesAreWholeOrAbsent() {
        assertThat(oparl.json(Council.BODY).get("ags").textValue()).isEqualTo("03355000");
        assertThat(oparl.json(Council.BODY).get("legislativeTerm")).hasSize(1);

        council.body("3355000", "https://www.govdata.de/dl-de/by-2-0");
        council.one(Council.TERM, "LegislativeTerm", null, "{\"startDate\":\"0000-00-00\",\"endDate\":\"2026\"}");
        assertThat(oparl.json(Council.BODY).has("ags")).isFalse();
        assertThat(oparl.json(Council.TERM).has("startDate")).isFalse();
        assertThat(oparl.json(Council.TERM).has("endDate")).isFalse();
    }

    @Test
    void defect14ALicenceIsAnAddressOrAbsent() {
        council.body("03355000", "Nutzung nur nach Genehmigung.");

        assertThat(oparl.json(Council.BODY).has("license")).isFalse();
        assertThat(oparl.json("").has("license")).isFalse();
    }
}
