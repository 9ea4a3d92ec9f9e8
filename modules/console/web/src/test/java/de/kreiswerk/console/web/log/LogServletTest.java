package de.kreiswerk.console.web.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import de.kreiswerk.runtime.testing.Http;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogServletTest {

    private final LoggerContext logback = RecentLogs.logback();
    private final RecentLog log = new RecentLog(1_000, logback);

    @BeforeEach
    void logSomething() {
        logback.getLogger("de.kreiswerk.core.web.Chain").error("A request <b>failed</b>");
        logback.getLogger("de.kreiswerk.core.persistence.Pool").warn("The pool is small");
        logback.getLogger("org.eclipse.jetty.Server").info("Started");
    }

    @AfterEach
    void stop() {
        log.close();
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', '', 3",
        "WARN, '', '', 2",
        "ERROR, '', '', 1",
        "'', de.kreiswerk.core, '', 2",
        "'', '', POOL, 1",
        "ERROR, de.kreiswerk, pool, 0"
    })
    void linesAreFoundByLevelAreaAndText(String level, String area, String text, int found) throws IOException {
        Http http = page(Http.get(LogServlet.PATH)
                .with("stufe", level)
                .with("bereich", area)
                .with("text", text));

        assertThat(http.status()).isEqualTo(200);
        assertThat(http.html().split("<li data-number", -1)).hasSize(found + 1);
    }

    @Test
    void aLineIsFoundByTheRequestThatCausedIt() throws IOException {
        logback.getMDCAdapter().put("requestId", "abcd1234");
        logback.getLogger("a").info("with request");
        logback.getMDCAdapter().remove("requestId");

        assertThat(page(Http.get(LogServlet.PATH).with("text", "abcd1234")).html())
                .contains("with request")
                .doesNotContain("Started");
    }

    @Test
    void whatWasLoggedCannotBecomeMarkup() throws IOException {
        assertThat(page(Http.get(LogServlet.PATH)).html())
                .contains("&lt;b&gt;failed")
                .doesNotContain("<b>failed");
    }

    @ParameterizedTest
    @CsvSource({"stufe, FATAL", "bereich, LONG", "text, LONG"})
    void aFilterThatCannotBeRightIsToldAtItsField(String field, String value) throws IOException {
        Http http = page(Http.get(LogServlet.PATH).with(field, value.equals("LONG") ? "x".repeat(201) : value));

        assertThat(http.status()).isEqualTo(400);
        assertThat(http.html()).contains("href=\"#" + field + "\"", "id=\"" + field + "-fehler\"");
    }

    @Test
    void whoFollowsGetsWhatIsNewAndNothingTwice() throws IOException {
        List<LogLine> lines = log.newest(any -> true, 3);
        Http first = page(Http.get(LogServlet.NEW).with("nach", number(lines.get(1))));
        assertThat(first.html()).contains("Started").doesNotContain("The pool is small");
        assertThat(first.header("Cache-Control")).isEqualTo("no-store");

        assertThat(page(Http.get(LogServlet.NEW).with("nach", number(lines.get(0))))
                        .status())
                .isEqualTo(204);
    }

    @Test
    void whoFollowsGetsAThousandAtOnceAndIsToldThatMoreAreMissing() throws IOException {
        RecentLog wide = new RecentLog(5_000, logback);
        try {
            write(1);
            String nach = number(wide.newest(any -> true, 1).get(0));
            write(1_000);
            String all = page(wide, Http.get(LogServlet.NEW).with("nach", nach)).html();
            assertThat(all.split("<li data-number", -1)).hasSize(1_000 + 1);
            assertThat(all).doesNotContain("Hier fehlen Einträge");

            write(1);
            String most =
                    page(wide, Http.get(LogServlet.NEW).with("nach", nach)).html();
            // The script keeps a thousand entries, and this is the last of them.
            assertThat(most.split("<li data-number", -1)).hasSize(999 + 1);
            assertThat(most.substring(most.lastIndexOf("<li"))).contains("Hier fehlen Einträge");
        } finally {
            wide.close();
        }
    }

    @Test
    void whoFollowsIsToldWhatWentBeforeItWasShown() throws IOException {
        String nach = number(log.newest(any -> true, 1).get(0));
        write(1_000);
        assertThat(page(Http.get(LogServlet.NEW).with("nach", nach)).html()).doesNotContain("Hier fehlen Einträge");

        write(1);
        assertThat(page(Http.get(LogServlet.NEW).with("nach", nach)).html()).contains("Hier fehlen Einträge");
        assertThat(page(Http.get(LogServlet.NEW).with("nach", nach).with("text", "line"))
                        .html())
                .as("nobody knows whether what went would have been shown")
                .doesNotContain("Hier fehlen Einträge");
    }

    private void write(int lines) {
        for (int i = 0; i < lines; i++) {
            logback.getLogger("a").info("line");
        }
    }

    private static String number(LogLine line) {
        return String.valueOf(line.number());
    }

    @ParameterizedTest
    @CsvSource({"-1", "drei", "99999999999999999999"})
    void aPositionThatIsNoneIsRefused(String position) throws IOException {
        Http http = page(Http.get(LogServlet.NEW).with("nach", position));

        assertThat(http.status()).isEqualTo(400);
        assertThat(http.problem()).isEqualTo("log-position-malformed");
    }

    @Test
    void theScriptIsThere() throws IOException {
        assertThat(page(Http.get(LogServlet.SCRIPT)).html()).contains("addEventListener");
    }

    @Test
    void itCannotBeChanged() throws IOException {
        Http http = page(Http.post(LogServlet.PATH));

        assertThat(http.status()).isEqualTo(405);
        assertThat(http.header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
    }

    private Http page(Http http) throws IOException {
        return page(log, http);
    }

    private static Http page(RecentLog log, Http http) throws IOException {
        new LogServlet(log, http, http).service(http.request(), http.response());
        return http;
    }
}
