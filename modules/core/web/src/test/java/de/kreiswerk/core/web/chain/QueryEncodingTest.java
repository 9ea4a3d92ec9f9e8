package de.kreiswerk.core.web.chain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryEncodingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "suche=Radweg",
                "suche=Stra%C3%9Fe",
                "suche=a+b%20c",
                "suche=%f0%9f%9a%b2",
                "a=%00",
                "%25=%3D"
            })
    void whatFormsAndBrowsersSendIsReadable(String query) {
        assertThat(QueryEncoding.isReadable(query)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"suche=%", "suche=%2", "suche=%zz", "suche=%u00e4", "suche=%ff", "suche=%c3%28", "suche=%c3x"})
    void brokenEscapesAndBytesAreNot(String query) {
        assertThat(QueryEncoding.isReadable(query)).isFalse();
    }

    @Test
    void addressWithoutQueryIsReadable() {
        assertThat(QueryEncoding.isReadable(null)).isTrue();
    }
}
