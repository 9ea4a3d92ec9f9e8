package de.kreiswerk.core.web.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ErrorCatchingResponseTest {

    private final Exchange exchange = Exchange.get("/a");
    private final ErrorCatchingResponse response = catching(exchange);

    @Test
    void anErrorIsNotedAndNotSent() throws IOException {
        response.sendError(404, "No such file /srv/kreiswerk/data");

        assertThat(response.error()).isEqualTo(404);
        assertThat(exchange.status).isEqualTo(200);
        assertThat(exchange.body.size()).isZero();
    }

    @Test
    void whatWasWrittenBeforeTheErrorIsTakenBack() throws IOException {
        response.getOutputStream().write("half a page".getBytes(StandardCharsets.UTF_8));

        response.sendError(500);

        assertThat(exchange.text()).isEmpty();
    }

    @Test
    void anErrorAfterTheAnswerBeganIsRefusedAsTheSpecificationSays() throws IOException {
        response.flushBuffer();

        assertThatThrownBy(() -> response.sendError(500)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anAnswerWithoutErrorPassesThrough() throws IOException {
        response.setStatus(201);
        response.getOutputStream().write('x');

        assertThat(response.error()).isZero();
        assertThat(exchange.status).isEqualTo(201);
        assertThat(exchange.text()).isEqualTo("x");
    }

    @Test
    void whoStartsAgainKeepsWhatEveryAnswerCarries() {
        response.setHeader("X-Own", "gone");

        response.reset();

        assertThat(exchange.headers).containsOnlyKeys("X-Standard");
    }

    private static ErrorCatchingResponse catching(Exchange exchange) {
        return new ErrorCatchingResponse(
                exchange.response(), () -> exchange.headers.put("X-Standard", "there"), () -> false);
    }
}
