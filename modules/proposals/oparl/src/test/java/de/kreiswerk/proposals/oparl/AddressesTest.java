package de.kreiswerk.proposals.oparl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One address for each object and list; others lead there, and what means nothing is told. */
class AddressesTest {

    private static final String LIST = "/oparl/v1" + Council.BODY + "/paper";

    private final MemoryPublication publication = new MemoryPublication();
    private final Oparl oparl = new Oparl(publication);

    @BeforeEach
    void publish() {
        new Council(publication).publish();
    }

    @ParameterizedTest
    @CsvSource({
        "/oparl,",
        "/oparl/,",
        "/oparl/v1/,",
        "/oparl/V1,",
        "/oparl//v1,",
        "/oparl/v1?,",
        "/oparl/v1?page=1,",
        "/oparl/v1/body/,/body",
        "/oparl/v1/BODY,/body",
        "/oparl/v1/paper/01920000-0000-7000-8000-000000000010/,/paper/01920000-0000-7000-8000-000000000010",
        "/oparl/v1/Paper/01920000-0000-7000-8000-000000000010,/paper/01920000-0000-7000-8000-000000000010",
        "/oparl/v1//paper//01920000-0000-7000-8000-000000000010,/paper/01920000-0000-7000-8000-000000000010",
        "/oparl/v1/p%61per/01920000-0000-7000-8000-000000000010,/paper/01920000-0000-7000-8000-000000000010",
        "/oparl/v1/paper;a=b/01920000-0000-7000-8000-000000000010,/paper/01920000-0000-7000-8000-000000000010",
        "/oparl/v1/paper/01920000-0000-7000-8000-000000000010?omit_internal=true,/paper/01920000-0000-7000-8000-000000000010",
        "/oparl/v1/legislativeterm/01920000-0000-7000-8000-000000000002,/legislativeTerm/01920000-0000-7000-8000-000000000002",
        "/oparl/v1/file/01920000-0000-7000-8000-00000000000A/DOWNLOAD,/file/01920000-0000-7000-8000-00000000000a/download"
    })
    void anotherWritingLeadsToTheCanonicalOne(String written, String canonical) {
        assertRedirect(written, Oparl.ROOT + (canonical == null ? "" : canonical));
    }

    @ParameterizedTest
    @CsvSource({
        "?limit=100,",
        "?limit=1000,",
        "?limit=99999999999999999999,",
        "?omit_internal=false,",
        "?limit=007,?limit=7",
        "?omit_internal=true&limit=7,?limit=7&omit_internal=true",
        "?limit=7&after=01920000-0000-7000-8000-000000000010,?after=01920000-0000-7000-8000-000000000010&limit=7",
        "?modified_since=2026-01-01T00:00:00Z&created_since=2026-01-01T00:00:00+01:00,"
                + "?created_since=2026-01-01T00%3A00%3A00%2B01%3A00&modified_since=2026-01-01T00%3A00%3A00%2B00%3A00",
        "/?limit=7,?limit=7"
    })
    void parametersHaveOneOrderAndDefaultsAreLeftOut(String written, String canonical) {
        assertRedirect(LIST + written, Oparl.HOST + LIST + (canonical == null ? "" : canonical));
    }

    private void assertRedirect(String written, String canonical) {
        Oparl.Answer answer = oparl.get(written);
        assertThat(answer.status()).isEqualTo(301);
        assertThat(answer.headers())
                .containsEntry("Location", canonical)
                .containsEntry("Access-Control-Allow-Origin", "*");
        assertThat(oparl.get(canonical).status()).isNotEqualTo(301);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/oparl/v2",
                "/oparl/v1/nothing",
                "/oparl/v1/paper",
                "/oparl/v1/system/1",
                "/oparl/v1/paper/01920000-0000-7000-8000-000000000099",
                "/oparl/v1/paper/2026%2F127",
                "/oparl/v1/paper/%00",
                "/oparl/v1/paper/..%2f..",
                "/oparl/v1/paper/01920000-0000-7000-8000-000000000010/access",
                "/oparl/v1/body/01920000-0000-7000-8000-000000000001/body",
                "/oparl/v1/body/01920000-0000-7000-8000-000000000001/nothing",
                "/oparl/v1/organization/01920000-0000-7000-8000-000000000003/paper",
                "/oparl/v1/file/01920000-0000-7000-8000-000000000013/nothing",
                "/oparl/v1/file/01920000-0000-7000-8000-000000000099/access",
                "/oparl/v1/file/01920000-0000-7000-8000-000000000013/access/more",
                "/oparl/v1/meeting/<script>"
            })
    void whatMeansNothingIsNotFound(String address) {
        assertThat(oparl.get(address).status()).isEqualTo(404);
        assertThat(oparl.get(address).message()).isNotBlank();
        assertThat(oparl.get(address).attributes()).isEmpty();
    }

    @Test
    void errorsAreEnglishForThoseWhoReadEnglish() {
        assertThat(oparl.get(LIST + "?limit=0").message()).contains("ganze Zahl");

        oparl.language = Locale.ENGLISH;
        assertThat(oparl.get(LIST + "?limit=0").message()).contains("whole number");
        assertThat(oparl.get(LIST + "?limit=0").headers())
                .containsEntry("Content-Language", "en")
                .containsEntry("Cache-Control", "no-store");
    }

    @ParameterizedTest
    @CsvSource({
        "modified_since=2026-06-01,modified_since",
        "modified_since=2026-06-01T10:00:00,modified_since",
        "modified_since=2026-06-01T10:00%2B02:00,modified_since",
        "modified_until=2026-13-01T10:00:00%2B02:00,modified_until",
        "created_since=2026-02-30T10:00:00%2B02:00,created_since",
        "created_until=0000-00-00T00:00:00%2B00:00,created_until",
        "created_until=2026-06-01T10:00:60%2B02:00,created_until",
        "created_until=2026-06-01T10:00:00%2B99:00,created_until",
        "created_since=gestern,created_since",
        "created_since=,created_since",
        "created_since,created_since",
        "created_since=%00,created_since",
        "limit=abc,limit",
        "limit=-1,limit",
        "limit=0,limit",
        "limit=1e9,limit",
        "limit=1.5,limit",
        "limit=,limit",
        "omit_internal=yes,omit_internal",
        "omit_internal=TRUE,omit_internal",
        "after=2,after",
        "after='%20or%201=1--,after",
        "after=01920000-0000-7000-8000-00000000001G,after",
        "page=2,page",
        "modifed_since=2026-06-01T10:00:00Z,modifed_since",
        "limit=5&limit=6,limit"
    })
    void whatAParameterMayNotBeIsToldWithWhatItShouldBe(String query, String name) {
        Oparl.Answer answer = oparl.get(LIST + "?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).contains(name);
        assertThat(answer.headers()).containsEntry("Access-Control-Allow-Origin", "*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"created_since", "created_until", "modified_since", "modified_until"})
    void everyTimeIsRefusedUnlessItIsOne(String filter) {
        for (String value : List.of(
                "",
                "+",
                "%20",
                "gestern",
                "2026",
                "2026-06-01",
                "2026-06-01T10:00:00",
                "2026-06-01T10:00%2B02:00",
                "2026-06-01%2010:00:00%2B02:00",
                "2026-06-31T10:00:00%2B02:00",
                "2026-02-29T10:00:00%2B02:00",
                "2026-13-01T10:00:00%2B02:00",
                "2026-06-01T24:00:01%2B02:00",
                "2026-06-01T10:00:00%2B0200",
                "2026-06-01T10:00:00%2B19:00",
                "2026-06-01T10:00:00%20%2002:00",
                "2026-06-01T10:00:00z",
                "0000-00-00T00:00:00%2B00:00",
                "99999-06-01T10:00:00%2B02:00",
                "-2026-06-01T10:00:00%2B02:00",
                "1780000000",
                "%D9%A2%D9%A0%D9%A2%D9%A6-06-01T10:00:00%2B02:00",
                "2026-06-01T10:00:00%2B02:00%00",
                "%3Cscript%3Ealert(1)%3C/script%3E",
                "2026-06-01T10:00:00.%2B02:00",
                "x".repeat(10_240))) {
            Oparl.Answer answer = oparl.get(LIST + "?" + filter + "=" + value);
            assertThat(answer.status()).as(value).isEqualTo(400);
            assertThat(answer.message())
                    .as(value)
                    .contains(filter, "2026-06-10T16:00:00+02:00")
                    .doesNotContain("script");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"created_since", "created_until", "modified_since", "modified_until"})
    void everyTimeIsUnderstoodHoweverItsPlusIsWritten(String filter) {
        byte[] expected = oparl.get(LIST + "?" + filter + "=2026-06-01T10%3A00%3A00%2B02%3A00")
                .body();
        for (String plus : List.of("+", "%20", "%2B", "%2b")) {
            Oparl.Answer answer = oparl.get(LIST + "?" + filter + "=2026-06-01T10:00:00" + plus + "02:00");
            assertThat(answer.status()).as(plus).isEqualTo(200);
            assertThat(answer.body()).as(plus).isEqualTo(expected);
        }
    }

    /** Whoever makes up a place in the right form is told what is behind it, which may be nothing. */
    @ParameterizedTest
    @CsvSource({
        "00000000-0000-0000-0000-000000000000, 1",
        "01920000-0000-7000-8000-000000000009, 1",
        "01920000-0000-7000-8000-000000000010, 0",
        "ffffffff-ffff-ffff-ffff-ffffffffffff, 0"
    })
    void aForgedPlaceOfTheRightFormIsAPlace(String after, int found) {
        Oparl.Answer answer = oparl.get(LIST + "?after=" + after);

        assertThat(answer.json().get("data")).hasSize(found);
        assertThat(answer.json().get("links").has("next")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%3Cscript%3Ealert(1)%3C/script%3E=1",
                "suche=%3Cscript%3E",
                "=1",
                "=",
                "%3D=1",
                "after=01920000-0000-7000-8000-000000000010%27",
                "after=..%2f..%2fetc%2fpasswd",
                "limit=%D9%A5",
                "limit=5%2B",
                "limit=0x10",
                "limit=+5",
                "omit_internal=1",
                "omit_internal",
                "LIMIT=5",
                "modified_since[]=2026-06-01T10:00:00Z"
            })
    void whatNobodyCanMeanIsRefused(String query) {
        Oparl.Answer answer = oparl.get(LIST + "?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).isNotBlank();
        assertThat(answer.headers().get("Content-Type")).startsWith("application/json");
    }

    @Test
    void aParameterThatNobodyKnowsIsToldWithThoseThatThereAre() {
        Oparl.Answer answer = oparl.get(LIST + "?" + "x".repeat(10_000) + "%0d%0a=1");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).contains("modified_since").hasSizeLessThan(300);
        assertThat(oparl.get(LIST + "?%0d%0a%1b=1").message()).contains("„???“");
    }

    @Test
    void aQueryThatIsNotEncodedIsTold() {
        assertThat(oparl.get(LIST + "?limit=%zz").status()).isEqualTo(400);
        assertThat(oparl.get(LIST + "?%").status()).isEqualTo(400);
    }

    @Test
    void longValuesAreRefused() {
        for (String name : List.of(
                "after",
                "created_since",
                "created_until",
                "limit",
                "modified_since",
                "modified_until",
                "omit_internal",
                "unknown")) {
            assertThat(oparl.get(LIST + "?" + name + "=" + "9".repeat(10_240)).status())
                    .as(name)
                    .isEqualTo(400);
        }
    }
}
