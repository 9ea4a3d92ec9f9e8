package de.kreiswerk.core.web.chain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressesTest {

    private final ClientAddresses clients = new ClientAddresses("127.0.0.1, ::1,10.0.0.2");

    @ParameterizedTest
    @CsvSource({
        "203.0.113.9, 198.51.100.7, 203.0.113.9",
        "127.0.0.1, 198.51.100.7, 198.51.100.7",
        "0:0:0:0:0:0:0:1, 2001:db8::1, 2001:db8::1",
        "127.0.0.1, '1.2.3.4, 198.51.100.7', 198.51.100.7",
        "127.0.0.1, '198.51.100.7, 10.0.0.2', 198.51.100.7",
        "127.0.0.1, '198.51.100.7, unknown', 127.0.0.1",
        "127.0.0.1, '', 127.0.0.1",
        "127.0.0.1, '198.51.100.7:50123', 198.51.100.7",
        "127.0.0.1, '[2001:db8::1]:50123', 2001:db8::1",
        "127.0.0.1, '10.0.0.2', 127.0.0.1"
    })
    void onlyATrustedProxyIsBelievedAndOnlyItsOwnWord(String sender, String forwarded, String client) {
        Exchange exchange = Exchange.of("POST", "/a").from(sender).with("X-Forwarded-For", forwarded);

        assertThat(clients.of(exchange.request())).isEqualTo(client);
    }

    @Test
    void aLineThatTheSenderWroteIsNotTakenForThatOfTheProxy() {
        Exchange exchange =
                Exchange.of("POST", "/a").from("127.0.0.1").with("X-Forwarded-For", "6.6.6.6\n198.51.100.7");

        assertThat(clients.of(exchange.request())).isEqualTo("198.51.100.7");
    }

    @Test
    void withoutAProxyTheSenderIsTheClient() {
        assertThat(clients.of(Exchange.get("/a").from("127.0.0.1").request())).isEqualTo("127.0.0.1");
        assertThat(new ClientAddresses("")
                        .of(Exchange.get("/a")
                                .from("127.0.0.1")
                                .with("X-Forwarded-For", "1.2.3.4")
                                .request()))
                .isEqualTo("127.0.0.1");
    }
}
