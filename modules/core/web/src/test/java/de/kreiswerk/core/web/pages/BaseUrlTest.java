package de.kreiswerk.core.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseUrlTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "0.0.0.0", "::", "127.0.0.1", "[::1]", "localhost"})
    void serverOfTheWholeMachineIsReachedByTheLocalName(String host) {
        assertThat(new BaseUrl(null, host, Fixture.runtime(41234)).current()).contains("http://localhost:41234");
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3, 8080, http://10.1.2.3:8080",
        "fd00::2, 8080, http://[fd00::2]:8080",
        "[fd00::2], 8080, http://[fd00::2]:8080",
        "intern.kreis.example.de, 80, http://intern.kreis.example.de"
    })
    void serverOfOneAddressIsReachedByIt(String host, String port, String expected) {
        assertThat(new BaseUrl(null, host, Fixture.runtime(port)).current()).contains(expected);
    }

    @Test
    void thereIsNoAddressWhileNothingListens() {
        assertThat(new BaseUrl(null, null, Fixture.runtime(null)).current()).isEmpty();
    }

    @Test
    void statedAddressWinsButTheListeningOneStaysKnown() {
        BaseUrl baseUrl = new BaseUrl("https://politik.example.de", null, Fixture.runtime(8080));

        assertThat(baseUrl.current()).contains("https://politik.example.de");
        assertThat(baseUrl.listening()).contains("http://localhost:8080");
    }

    @ParameterizedTest
    @CsvSource({
        "https://Politik.Example.de/, https://politik.example.de",
        "http://localhost:8080, http://localhost:8080",
        "HTTPS://politik.example.de:443, https://politik.example.de",
        "' ', http://localhost:8080"
    })
    void statedAddressLosesItsSlash(String stated, String expected) {
        assertThat(new BaseUrl(stated, null, Fixture.runtime(8080)).current()).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "politik.example.de",
                "ftp://politik.example.de",
                "https://politik.example.de/kreis",
                "https://politik.example.de/?a=b",
                "https://user@politik.example.de",
                "https://politik.example.de#x",
                "https://",
                "https://a b"
            })
    void anythingElseIsNotUsed(String stated) {
        BaseUrl baseUrl = new BaseUrl(stated, null, Fixture.runtime(8080));

        assertThat(baseUrl.current()).isEqualTo(baseUrl.listening()).isPresent();
    }
}
