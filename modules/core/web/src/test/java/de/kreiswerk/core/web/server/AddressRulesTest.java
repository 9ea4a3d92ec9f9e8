package de.kreiswerk.core.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.web.problem.JsonProblemDetails;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On a server that answers everything which it lets through. */
class AddressRulesTest {

    private static final String ERROR = "{\"type\":\"https://schema.oparl.org/1.1/Error\"";

    private final Server server = new Server();
    private final LocalConnector connector = new LocalConnector(server);
    private final ServerErrors errors = new ServerErrors(new JsonProblemDetails(), new ServerThreads());
    private Connector idle;

    @BeforeEach
    void start() throws Exception {
        server.addConnector(connector);
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                response.setStatus(200);
                callback.succeeded();
                return true;
            }
        });
        idle = errors.createConnector(server);
        server.start();
        idle.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/oparl/v1/paper/2026%2F127",
                "/oparl/v1/..%2f..%2fhealth",
                "/oparl/v1/paper/%ff",
                "/oparl/v1/paper/%c3",
                "/oparl/v1/paper/%u0041",
                "/oparl/v1/paper/a\\b",
                "/oparl/v1/%2e%2e/paper",
                "/oparl/v1/paper/%252e"
            })
    void whatIsWrongWithAnAddressOfOparlIsSaidAsAnErrorOfOparl(String address) throws Exception {
        assertThat(answer(address))
                .startsWith("HTTP/1.1 400")
                .contains("Content-Type: application/json;charset=utf-8", "Access-Control-Allow-Origin: *", ERROR)
                .contains("\"debug\":\"request-malformed\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/vorlagen/2026%2F127",
                "/api/proposals/..%2f..",
                "/health;a=b/..;/live",
                "/vorlagen/%ff",
                "/vorlagen/%u0041",
                "/vorlagen/a\\b",
                "/vorlagen/%2e%2e/%2e%2e/etc/passwd",
                "/vorlagen//1",
                "/vorlagen/%zz",
                "/oparlament/%ff"
            })
    void elsewhereItStaysRefusedAsProblemDetails(String address) throws Exception {
        assertThat(answer(address))
                .startsWith("HTTP/1.1 400")
                .contains("urn:kreiswerk:problem:request-malformed")
                .doesNotContain("Access-Control-Allow-Origin");
    }

    @Test
    void aBrowserGetsAPageThatShowsNothingOfTheRequest() throws Exception {
        String page = answer("/vorlagen//<b>1", "Accept: text/html,*/*;q=0.8\r\nAccept-Language: en\r\n");

        assertThat(page)
                .startsWith("HTTP/1.1 400")
                .contains("Content-Type: text/html;charset=utf-8", "Cache-Control: no-store", "<html lang=\"en\">")
                .contains("<h1>Request malformed</h1>", "href=\"/\"")
                .doesNotContain("urn:kreiswerk", "<b>");
        assertThat(answer("/oparl/v1/paper/%ff", "Accept: text/html\r\n")).contains(ERROR);
    }

    @Test
    void whatFollowsTheRulesPasses() throws Exception {
        assertThat(answer("/oparl/v1/body?limit=%zz")).startsWith("HTTP/1.1 200");
        assertThat(answer("/oparl//v1")).startsWith("HTTP/1.1 200");
        assertThat(answer("/vorlagen/2026-127?suche=//%2F")).startsWith("HTTP/1.1 200");
        assertThat(answer("/vorlagen/stra%C3%9Fe")).startsWith("HTTP/1.1 200");
    }

    @Test
    void whoeverComesAfterThisBundleFindsTheServerAsItWas() throws Exception {
        idle.stop();
        assertThat(answer("/vorlagen/2026%2F127")).startsWith("HTTP/1.1 400").doesNotContain("kreiswerk");
        assertThat(answer("/oparl//v1")).startsWith("HTTP/1.1 400");
        assertThat(answer("/vorlagen/2026-127")).startsWith("HTTP/1.1 200");

        errors.createConnector(server);
        elsewhereItStaysRefusedAsProblemDetails("/vorlagen/2026%2F127");
        whatFollowsTheRulesPasses();
    }

    private String answer(String address) throws Exception {
        return answer(address, "");
    }

    private String answer(String address, String headers) throws Exception {
        return connector.getResponse(
                "GET " + address + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "Connection: close\r\n\r\n");
    }
}
