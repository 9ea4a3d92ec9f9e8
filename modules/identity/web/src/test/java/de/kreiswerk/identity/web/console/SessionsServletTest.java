package de.kreiswerk.identity.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.identity.api.IdentityPermissions;
import de.kreiswerk.identity.api.Session;
import de.kreiswerk.identity.api.Sessions;
import de.kreiswerk.identity.web.Http;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionsServletTest {

    private static final Grant SEES = new Grant(IdentityPermissions.SESSIONS, Grant.ALL);
    private static final Instant STARTED = Instant.parse("2026-12-01T08:00:00Z");

    private final List<String> calls = new ArrayList<>();
    private ProblemException refusal;

    @Test
    void theListSaysWhoSinceWhenAndHow() throws Exception {
        assertThat(served(Http.get(null).signedIn("s", SEES)).page)
                .contains("Anna &lt;b&gt; (anna)", "01.12.2026, 09:00", "01.12.2026, 10:00")
                .contains("Angemeldet mit: Kennwort", "Browser: unbekannt")
                .contains("action=\"/admin/sitzungen/h1\"", "name=\"csrf\" value=\"token-of-s\"");
    }

    @Test
    void endingLeadsBackToTheList() throws Exception {
        Http http = served(Http.post("/h1").signedIn("s", SEES));

        assertThat(calls).containsExactly("end h1");
        assertThat(http.status).isEqualTo(303);
        assertThat(http.headers).containsEntry("Location", "/admin/sitzungen?fertig=1");
    }

    @Test
    void whyASessionStaysStandsAboveTheList() throws Exception {
        refusal = new ProblemException(
                Problem.Kind.FORBIDDEN, "more-rights-than-yours", Text.same("x"), Text.same("Rechte fehlen"));

        Http http = served(Http.post("/h1").signedIn("s", SEES));

        assertThat(http.status).isEqualTo(403);
        assertThat(http.page).contains("role=\"alert\"", "Rechte fehlen", "Anna");
    }

    @Test
    void whoOnlyOpensTheAddressOfASessionIsNotToldThatItEnded() throws Exception {
        assertThat(served(Http.get("/h1").signedIn("s", SEES)).headers).containsEntry("Location", "/admin/sitzungen");
        assertThat(calls).isEmpty();
    }

    @Test
    void aSecondClickFindsTheSessionEndedAsItWasToBe() throws Exception {
        refusal = new ProblemException(
                Problem.Kind.NOT_FOUND, "session-not-found", Text.same("x"), Text.same("Diese Sitzung gibt es nicht."));

        Http http = served(Http.post("/h1").signedIn("s", SEES));

        assertThat(http.status).isEqualTo(303);
        assertThat(http.headers).containsEntry("Location", "/admin/sitzungen?fertig=1");
        assertThat(served(Http.get(null).signedIn("s", SEES).with("fertig", "1")).page)
                .contains("Die Sitzung ist beendet.");
    }

    private Http served(Http http) throws Exception {
        new SessionsServlet(http.pages(), http.console(), sessions()).service(http.request(), http.response());
        return http;
    }

    private Sessions sessions() {
        return Http.proxy(Sessions.class, (method, arguments) -> {
            if (method.equals("list")) {
                return List.of(new Session(
                        "h1", "a1", "anna", "Anna <b>", "password", "", STARTED, STARTED.plusSeconds(3_600)));
            }
            if (refusal != null) {
                throw refusal;
            }
            calls.add(method + " " + arguments[1]);
            return null;
        });
    }
}
