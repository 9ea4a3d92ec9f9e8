package de.kreiswerk.proposals.oparl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages, filters, deleted objects. */
class ListsTest {

    private static final String PAPERS = Oparl.ROOT + Council.BODY + "/paper";
    /** All of the council was last changed at 10:00:00.25 on 1 June in Lüneburg. */
    private static final String NOW = "2026-06-01T10%3A00%3A00%2B02%3A00";

    private final MemoryPublication publication = new MemoryPublication();
    private final Oparl oparl = new Oparl(publication);
    private final Council council = new Council(publication);

    @BeforeEach
    void publish() {
        council.publish();
    }

    private JsonNode page(String query) {
        return oparl.get(PAPERS + query).json();
    }

    private int found(String query) {
        return oparl.all(PAPERS + query).size();
    }

    @Test
    void pagesFollowEachOtherUntilAllAreThereInTheOrderOfTheirIds() {
        council.papers(100, 348);

        JsonNode first = page("");
        assertThat(first.get("data")).hasSize(100);
        assertThat(first.get("pagination").get("elementsPerPage").intValue()).isEqualTo(100);
        List<String> ids = oparl.all(PAPERS).stream()
                .map(paper -> paper.get("id").textValue())
                .toList();
        assertThat(ids).hasSize(250).isSorted().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"paper", "meeting", "organization", "person", "membership", "consultation", "file", "agendaItem"
            })
    void whatIsKeptForListsIsByteForByteWhatIsMadeForThem(String list) {
        council.papers(100, 104);
        publication.withdraw("/paper/" + Council.id(102));
        String address = Oparl.ROOT + Council.BODY + "/" + list + "?modified_since=2020-01-01T00%3A00%3A00%2B01%3A00";
        String kept = oparl.get(address).text();

        publication.formed = false;

        assertThat(kept).contains("\"data\":[{").isEqualTo(oparl.get(address).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u007F", "\uFDD0"})
    void aTextWithTheMarkInItIsShownAsItIs(String mark) {
        council.paper(100, "Weg " + mark + " zum Ziel");

        assertThat(page("").toString()).contains("Weg " + mark + " zum Ziel");
    }

    @Test
    void theLastPageHasNoNextEvenWhenItIsFull() {
        council.papers(100, 198);

        JsonNode page = page("");
        assertThat(page.get("data")).hasSize(100);
        assertThat(page.get("links").has("next")).isFalse();
    }

    @Test
    void whatArrivesWhileSomebodyReadsNeitherHidesNorRepeatsAnything() {
        council.papers(100, 149);
        JsonNode first = page("?limit=20");
        council.papers(50, 60);
        publication.withdraw("/paper/" + Council.id(119));

        JsonNode second = oparl.get(first.get("links").get("next").textValue()).json();
        assertThat(second.get("data").get(0).get("id").textValue()).endsWith(Council.id(120));
    }

    /** Consultations of the first version have such ids, and links lead on from there. */
    @Test
    void aListGoesOnBehindAnIdWithAPlaceInIt() {
        council.papers(100, 104);

        assertThat(found("?after=" + Council.id(101) + "-12")).isEqualTo(3);
    }

    @Test
    void filtersAreKeptInAllLinks() {
        council.papers(100, 104);
        String filters =
                "created_since=2025-01-01T00%3A00%3A00%2B01%3A00&created_until=2027-01-01T00%3A00%3A00%2B01%3A00"
                        + "&limit=2&modified_since=2025-01-01T00%3A00%3A00%2B00%3A00&modified_until=2027-01-01T00%3A00%3A00-05%3A00"
                        + "&omit_internal=true";

        JsonNode links = page("?" + filters).get("links");
        assertThat(links.get("self").textValue()).isEqualTo(PAPERS + "?" + filters);
        assertThat(links.get("first").textValue()).isEqualTo(PAPERS + "?" + filters);
        String next = links.get("next").textValue();
        assertThat(next).isEqualTo(PAPERS + "?after=" + Council.id(100) + "&" + filters);
        JsonNode second = oparl.get(next).json().get("links");
        assertThat(second.get("self").textValue()).isEqualTo(next);
        assertThat(second.get("first").textValue()).isEqualTo(PAPERS + "?" + filters);
        assertThat(found("?" + filters)).isEqualTo(6);
    }

    @Test
    void sinceAndUntilIncludeTheSecondThatIsShown() {
        assertThat(found("?modified_since=" + NOW)).isEqualTo(1);
        assertThat(found("?modified_since=2026-06-01T10%3A00%3A01%2B02%3A00")).isZero();
        assertThat(found("?modified_until=" + NOW)).isEqualTo(1);
        assertThat(found("?modified_until=2026-06-01T09%3A59%3A59%2B02%3A00")).isZero();
        assertThat(found("?created_since=2026-01-02T11%3A00%3A00%2B01%3A00")).isEqualTo(1);
        assertThat(found("?created_since=2026-01-02T11%3A00%3A01%2B01%3A00")).isZero();
        assertThat(found("?created_until=2026-01-02T11%3A00%3A00%2B01%3A00")).isEqualTo(1);
        assertThat(found("?created_until=2026-01-02T10%3A59%3A59%2B01%3A00")).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-06-01T10%3A00%3A00%2B02%3A00",
                "2026-06-01T10:00:00%2B02:00",
                "2026-06-01T10:00:00+02:00",
                "2026-06-01T10%3a00%3a00%2b02%3a00",
                "2026-06-01T08:00:00Z",
                "2026-06-01T08:00:00.000Z",
                "2026-06-01T03:00:00-05:00"
            })
    void aTimeIsUnderstoodHoweverItIsEncoded(String time) {
        assertThat(found("?modified_since=" + time)).isEqualTo(1);
        assertThat(page("?modified_since=" + time).get("links").get("self").textValue())
                .matches(".*\\?modified_since=2026-06-01T\\d\\d%3A00%3A00(%2B|-)\\d\\d%3A00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000-01-01T00:00:00%2B00:00", "9999-12-31T23:59:59-18:00", "2024-02-29T00:00:00Z"})
    void timesAtTheEndsOfTheCalendarAreTimes(String time) {
        assertThat(oparl.get(PAPERS + "?modified_since=" + time).status()).isEqualTo(200);
        assertThat(oparl.get(PAPERS + "?created_until=" + time).status()).isEqualTo(200);
    }

    @Test
    void anEmptyListIsStillAPage() {
        JsonNode page = page("?created_since=2030-01-01T00%3A00%3A00%2B01%3A00");

        assertThat(page.get("data").isArray()).isTrue();
        assertThat(page.get("data")).isEmpty();
        assertThat(page.get("links").get("self")).isNotNull();
        assertThat(page.get("pagination").isObject()).isTrue();
    }

    @Test
    void deletedObjectsAreListedOnlyWithModifiedSince() {
        publication.now = Instant.parse("2026-06-02T08:00:00.900Z");
        publication.withdraw(Council.PAPER);

        assertThat(found("")).isZero();
        assertThat(found("?created_since=" + NOW)).isZero();
        assertThat(found("?modified_until=2030-01-01T00%3A00%3A00%2B01%3A00")).isZero();
        JsonNode deleted = page("?modified_since=" + NOW).get("data").get(0);
        assertThat(deleted).isEqualTo(oparl.json(Council.PAPER));
        assertThat(deleted.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("id", "type", "created", "modified", "deleted");
        assertThat(deleted.get("modified").textValue()).isEqualTo("2026-06-02T10:00:00+02:00");
        assertThat(deleted.get("deleted").booleanValue()).isTrue();
    }

    @Test
    void omitInternalLeavesInternalListsOut() {
        String body = Oparl.ROOT + Council.BODY;
        assertThat(page("?omit_internal=true").get("data").get(0).has("auxiliaryFile"))
                .isFalse();
        assertThat(page("?omit_internal=true").get("data").get(0).get("kreiswerk:attachments"))
                .isEqualTo(page("").get("data").get(0).get("kreiswerk:attachments"));
        assertThat(oparl.all(body + "/person?omit_internal=true").get(0).has("membership"))
                .isFalse();
        assertThat(oparl.all(body + "/meeting?omit_internal=true").get(0).has("agendaItem"))
                .isFalse();
        assertThat(oparl.all(Oparl.ROOT + "/body?omit_internal=true").get(0).has("legislativeTerm"))
                .isFalse();
    }

    @Test
    void aLimitIsAWish() {
        council.papers(100, 230);

        assertThat(page("?limit=7").get("data")).hasSize(7);
        assertThat(page("?limit=7").get("pagination").get("elementsPerPage").intValue())
                .isEqualTo(7);
        assertThat(page("?limit=1").get("data")).hasSize(1);
    }

    @Test
    void theListsOfABodyThatIsNotThereAreNotThere() {
        assertThat(oparl.get("/oparl/v1/body/" + Council.id(99) + "/paper").status())
                .isEqualTo(404);
        assertThat(oparl.get("/oparl/v1/organization/" + Council.id(99) + "/meeting")
                        .status())
                .isEqualTo(404);
    }
}
