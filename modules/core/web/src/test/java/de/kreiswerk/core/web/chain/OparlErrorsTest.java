package de.kreiswerk.core.web.chain;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.web.WebConstants;
import de.kreiswerk.core.web.problem.JsonProblemDetails;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OparlErrorsTest {

    private final ErrorAnswers answers = new ErrorAnswers(new JsonProblemDetails());

    @Test
    void whateverIsRefusedBelowOparlIsAnErrorOfOparl() throws IOException {
        Exchange exchange = Exchange.get("/oparl/v1/nothing").withAttribute(WebConstants.REQUEST_ID, "abc");

        answers.write(exchange.request(), exchange.response(), Problems.notFound(), null);

        assertThat(exchange.status()).isEqualTo(404);
        assertThat(exchange.header("Content-Type")).startsWith("application/json");
        assertThat(exchange.text())
                .startsWith("{\"type\":\"https://schema.oparl.org/1.1/Error\",\"message\":\"Unter dieser Adresse")
                .endsWith("\"debug\":\"not-found, request abc\"}");
    }

    @Test
    void scriptsOfOtherSitesMayReadWhatIsWrong() throws IOException {
        Exchange exchange = Exchange.get("/oparl/v1");

        answers.write(exchange.request(), exchange.response(), Problems.componentAway(), null);

        assertThat(exchange.status()).isEqualTo(503);
        assertThat(exchange.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(exchange.header("Retry-After")).isNotNull();
    }

    @Test
    void theMessageIsEnglishForThoseWhoAskForIt() throws IOException {
        Exchange exchange = Exchange.of("POST", "/oparl/v1").with("Accept-Language", "en");

        answers.write(exchange.request(), exchange.response(), Problems.of(405), null);

        assertThat(exchange.text()).contains("does not take requests of this kind");
        assertThat(exchange.header("Content-Language")).isEqualTo("en");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/oparlament", "/api/oparl/v1", "/"})
    void otherAddressesKeepProblemDetails(String address) throws IOException {
        Exchange exchange = Exchange.get(address);

        answers.write(exchange.request(), exchange.response(), Problems.notFound(), null);

        assertThat(exchange.text()).contains("urn:kreiswerk:problem:not-found");
        assertThat(exchange.header("Access-Control-Allow-Origin")).isNull();
    }
}
