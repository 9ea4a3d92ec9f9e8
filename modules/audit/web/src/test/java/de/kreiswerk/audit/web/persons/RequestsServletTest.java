package de.kreiswerk.audit.web.persons;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.audit.api.AuditPermissions;
import de.kreiswerk.audit.api.PersonRequest;
import de.kreiswerk.audit.api.PersonRequest.Decision;
import de.kreiswerk.audit.api.PersonRequests;
import de.kreiswerk.audit.api.TrailPage;
import de.kreiswerk.audit.api.TrailRecord;
import de.kreiswerk.core.api.audit.AuditEvent.Outcome;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.problem.InvalidEntry;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.WebConstants;
import de.kreiswerk.runtime.testing.Http;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestsServletTest {

    private static final String ID = "11111111-2222-3333-4444-555555555555";
    private static final String HOSTILE = "<script>alert('x')</script>";
    private static final Instant MADE = Instant.parse("2026-11-27T22:30:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 27);

    private final List<String> done = new ArrayList<>();
    private List<PersonRequest> listed = List.of();
    private boolean on = true;
    private ProblemException refusal;
    private TrailPage page = new TrailPage(List.of(), null, false);

    @Test
    void oneAsksWithAFormThatARecordLeadsTo() throws Exception {
        String html = asking(get(AskingServlet.BASE)
                        .attribute(WebConstants.CSRF_TOKEN, "the-token")
                        .with("person", "clerk"))
                .html();
        assertThat(html)
                .contains("action=\"/admin/personenanfragen/anfrage\"", "value=\"the-token\"", "value=\"clerk\"")
                .contains("maxlength=\"1000\"", "type=\"date\"");

        Http http = asking(post(AskingServlet.BASE, "/anfrage")
                .with("person", "clerk")
                .with("grund", " Az. 4 K 17/26 ")
                .with("von", "2026-11-01")
                .with("bis", "+12026-11-1"));
        assertThat(http.status()).isEqualTo(303);
        assertThat(http.header("Location")).isEqualTo("/admin/personenanfragen#anfragen");
        assertThat(done).containsExactly("ask clerk Az. 4 K 17/26 2026-11-01 null");
    }

    /** The browser lets through what fits when each end of a line counts once, and sends two characters for it. */
    @Test
    void linesEndAsTheBrowserCountedThem() throws Exception {
        asking(post(AskingServlet.BASE, "/anfrage")
                .with("person", "clerk")
                .with("grund", "Az. 4 K 17/26\r\nBeschwerde"));

        assertThat(done).containsExactly("ask clerk Az. 4 K 17/26\nBeschwerde null null");
    }

    @Test
    void switchedOffItSaysSoAndOffersNothing() throws Exception {
        on = false;
        listed = List.of(request("other", Decision.OPEN));
        assertThat(asking(get(AskingServlet.BASE)).html())
                .contains("sind ausgeschaltet")
                .doesNotContain("<form");
        assertThat(deciding(get(DecidingServlet.BASE)).html())
                .contains("sind ausgeschaltet", "clerk")
                .doesNotContain("<form");
    }

    @Test
    void theSecondPersonDecidesAndNobodyOnTheirOwn() throws Exception {
        listed = List.of(request("other", Decision.OPEN));
        assertThat(deciding(get(DecidingServlet.BASE)).html())
                .contains("/admin/personenfreigaben/anfrage/" + ID + "/entscheidung")
                .contains(HOSTILE.replace("<", "&lt;").replace(">", "&gt;"))
                .doesNotContain("<script", "/personenanfragen/anfrage\"");
        listed = List.of(request(Http.caller().subject(), Decision.OPEN));
        assertThat(deciding(get(DecidingServlet.BASE)).html())
                .contains("Entscheiden muss jemand anderes")
                .doesNotContain("/entscheidung");

        String decision = "/anfrage/" + ID + "/entscheidung";
        assertThat(deciding(post(DecidingServlet.BASE, decision).with("entscheidung", "genehmigt"))
                        .status())
                .isEqualTo(303);
        assertThat(deciding(post(DecidingServlet.BASE, decision).with("entscheidung", "abgelehnt"))
                        .status())
                .isEqualTo(303);
        assertThat(deciding(post(DecidingServlet.BASE, decision).with("entscheidung", "vielleicht"))
                        .status())
                .isEqualTo(422);
        assertThat(asking(post(AskingServlet.BASE, decision).with("entscheidung", "genehmigt"))
                        .status())
                .as("not where one asks")
                .isEqualTo(404);
        assertThat(done).containsExactly("decide " + ID + " true", "decide " + ID + " false");
    }

    @Test
    void whatLapsedOrEndedOffersNothingMore() throws Exception {
        listed = List.of(request("other", Decision.LAPSED));
        assertThat(deciding(get(DecidingServlet.BASE)).html())
                .contains("30 Tage lang hat niemand entschieden")
                .doesNotContain("/entscheidung");
        listed = List.of(request(Http.caller().subject(), Decision.ENDED));
        assertThat(asking(get(AskingServlet.BASE)).html())
                .contains("Genehmigt, einsehbar bis zum")
                .doesNotContain("/personenanfragen/anfrage/" + ID);
    }

    @Test
    void whatIsRefusedIsSaidWhereItBelongsAndNothingTypedIsLost() throws Exception {
        refusal = new InvalidEntry(
                Problem.Kind.UNPROCESSABLE, "request-invalid", Text.same("x"), Map.of("reason", Text.same("Warum?")));
        Http http = asking(post(AskingServlet.BASE, "/anfrage").with("grund", HOSTILE));
        assertThat(http.status()).isEqualTo(422);
        assertThat(http.html())
                .contains("href=\"#grund\"", "id=\"grund-fehler\"", "Warum?", "&lt;script&gt;")
                .doesNotContain("<script");

        refusal = new ProblemException(
                Problem.Kind.CONFLICT, "request-decided", Text.same("x"), Text.same("schon entschieden"));
        http = deciding(
                post(DecidingServlet.BASE, "/anfrage/" + ID + "/entscheidung").with("entscheidung", "genehmigt"));
        assertThat(http.status()).isEqualTo(409);
        assertThat(http.html()).contains("schon entschieden");
    }

    @Test
    void recordsAreShownInPartsAndLinkedForAuditorsOnly() throws Exception {
        listed = List.of(request(Http.caller().subject(), Decision.APPROVED));
        assertThat(asking(get(AskingServlet.BASE)).html())
                .contains("/admin/personenanfragen/anfrage/" + ID, "Genehmigt, einsehbar bis");
        page = new TrailPage(List.of(record()), "17-4", true);
        assertThat(asking(get(AskingServlet.BASE).below("/anfrage/" + ID)).html())
                .contains("paper.published", "/admin/audit/eintrag/4", "?nach=17-4", "Weiter suchen");
        assertThat(deciding(Http.get(DecidingServlet.BASE)
                                .below("/anfrage/" + ID)
                                .by(AuditPermissions.PERSONS_SEARCH)
                                .with("nach", "17-9"))
                        .html())
                .contains("paper.published")
                .doesNotContain("/admin/audit/eintrag");
        assertThat(done).containsExactly("records " + ID + " null", "records " + ID + " 17-9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/x", "/anfrage/x", "/anfrage/" + ID + "/loeschen", "/anfrage/" + ID + "/entscheidung/"})
    void whatIsNotThereIsNotFound(String path) throws Exception {
        assertThat(deciding(post(DecidingServlet.BASE, path)).status()).isEqualTo(404);
    }

    @Test
    void nothingHappensByFollowingALink() throws Exception {
        assertThat(asking(get(AskingServlet.BASE).below("/anfrage")).status()).isEqualTo(405);
        assertThat(deciding(get(DecidingServlet.BASE).below("/anfrage/" + ID + "/entscheidung"))
                        .status())
                .isEqualTo(405);
        assertThat(asking(post(AskingServlet.BASE, "/anfrage/" + ID)).status()).isEqualTo(405);
        assertThat(done).isEmpty();
    }

    private static Http get(String base) {
        return Http.get(base).by(AuditPermissions.READ, AuditPermissions.PERSONS_SEARCH);
    }

    private static Http post(String base, String path) {
        return Http.post(base).below(path).by(AuditPermissions.READ, AuditPermissions.PERSONS_SEARCH);
    }

    private Http asking(Http http) throws Exception {
        new AskingServlet(http, http, new Fake()).service(http.request(), http.response());
        return http;
    }

    private Http deciding(Http http) throws Exception {
        new DecidingServlet(http, http, new Fake()).service(http.request(), http.response());
        return http;
    }

    private static PersonRequest request(String by, Decision decision) {
        boolean open = decision == Decision.OPEN || decision == Decision.LAPSED;
        boolean approved = decision == Decision.APPROVED || decision == Decision.ENDED;
        return new PersonRequest(
                ID,
                "clerk",
                HOSTILE,
                DAY,
                DAY,
                MADE,
                by,
                decision,
                open ? null : MADE,
                open ? null : "second",
                approved ? MADE.plus(Duration.ofDays(7)) : null);
    }

    private static TrailRecord record() {
        return new TrailRecord(
                4,
                "id",
                MADE,
                "proposals",
                "paper.published",
                "Paper",
                "p1",
                null,
                Outcome.SUCCESS,
                "clerk",
                "password",
                "request",
                Map.of(),
                List.of());
    }

    /** Notes what it is asked for. */
    private final class Fake implements PersonRequests {

        @Override
        public boolean isOn() {
            return on;
        }

        @Override
        public List<PersonRequest> own(Caller caller) {
            return listed;
        }

        @Override
        public List<PersonRequest> all(Caller caller) {
            return listed;
        }

        @Override
        public PersonRequest ask(Caller caller, String subject, String reason, LocalDate firstDay, LocalDate lastDay) {
            note("ask " + subject + " " + reason + " " + firstDay + " " + lastDay);
            return request("x", Decision.OPEN);
        }

        @Override
        public void decide(Caller caller, String id, boolean approved) {
            note("decide " + id + " " + approved);
        }

        @Override
        public PersonRequest get(Caller caller, String id) {
            return request("x", Decision.APPROVED);
        }

        @Override
        public TrailPage records(Caller caller, String id, String after, int limit) {
            note("records " + id + " " + after);
            return page;
        }

        private void note(String what) {
            if (refusal != null) {
                throw refusal;
            }
            done.add(what);
        }
    }
}
