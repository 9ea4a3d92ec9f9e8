package de.kreiswerk.core.web.chain;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.web.WebConstants;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnlyThroughTheChainTest {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nobodyIsServedWithoutTheChain(boolean passed) throws IOException, ServletException {
        Exchange exchange = passed
                ? Exchange.get("/metrics").withAttribute(WebConstants.REQUEST_ID, "1")
                : Exchange.get("/metrics");
        AtomicBoolean served = new AtomicBoolean();

        new OnlyThroughTheChain()
                .doFilter(exchange.request(), exchange.response(), (request, response) -> served.set(true));

        assertThat(served.get()).isEqualTo(passed);
        assertThat(exchange.status).isEqualTo(passed ? 200 : 503);
    }
}
