package de.kreiswerk.runtime.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiswerk.runtime.acceptance.fixture.Reply;
import java.util.ArrayList;
import java.util.List;

/** An answer that must be a problem detail (RFC 9457) as a user can work with it. */
final class Problem {

    private final Reply reply;
    private final JsonNode body;

    private Problem(Reply reply) {
        this.reply = reply;
        this.body = reply.json();
    }

    static Problem of(Reply reply, int status) {
        reply.is(status);
        assertThat(reply.header("Content-Type")).as(reply.request()).startsWith("application/problem+json");
        Problem problem = new Problem(reply);
        problem.checkMembers(status);
        problem.checkNothingOfTheInside();
        return problem;
    }

    private void checkMembers(int status) {
        assertThat(body.path("status").asInt()).as(reply.request()).isEqualTo(status);
        assertThat(body.path("code").asText()).as(reply.request()).matches("[a-z]+(-[a-z0-9]+)*");
        assertThat(body.path("type").asText()).isEqualTo("urn:kreiswerk:problem:" + code());
        assertThat(body.path("title").asText()).as(reply.request()).isNotBlank();
        assertThat(body.path("detail").asText()).as(reply.request()).isNotBlank();
        assertThat(body.path("requestId").asText())
                .as(reply.request())
                .isNotBlank()
                .isEqualTo(reply.header("X-Request-Id"));
    }

    private void checkNothingOfTheInside() {
        assertThat(reply.text())
                .as(reply.request())
                .doesNotContain(
                        "Exception", "\\tat ", "\tat ", "de.kreiswerk", "java.", "org.apache", "jakarta", "SQL");
        assertThat(reply.header("Server")).isEmpty();
        assertThat(reply.header("X-Powered-By")).isEmpty();
    }

    String code() {
        return body.path("code").asText();
    }

    String title() {
        return body.path("title").asText();
    }

    String detail() {
        return body.path("detail").asText();
    }

    Problem saying(String words) {
        assertThat(detail()).contains(words);
        return this;
    }

    Problem coded(String code) {
        assertThat(code()).isEqualTo(code);
        return this;
    }

    /** The lines that it names; each has its reason. */
    List<Integer> lines() {
        List<Integer> lines = new ArrayList<>();
        for (JsonNode place : body.path("places")) {
            assertThat(place.path("reason").asText()).as(reply.request()).isNotBlank();
            lines.add(place.path("line").asInt());
        }
        return lines;
    }
}
