package de.kreiswerk.audit.web.retention;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.audit.api.AuditPermissions;
import de.kreiswerk.audit.api.Hold;
import de.kreiswerk.audit.api.NewHold;
import de.kreiswerk.audit.api.Offer;
import de.kreiswerk.audit.api.Offer.Decision;
import de.kreiswerk.audit.api.Retention;
import de.kreiswerk.audit.api.RetentionState;
import de.kreiswerk.core.api.audit.Erasures;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.problem.InvalidEntry;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.WebConstants;
import de.kreiswerk.runtime.testing.Http;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetentionServletTest {

    private static final String BASE = "/admin/aufbewahrung";
    private static final String ID = "11111111-2222-3333-4444-555555555555";
    private static final String HOSTILE = "<script>alert('x')</script>";
    private static final Instant MADE = Instant.parse("2026-11-27T22:30:00Z");
    private static final String[] CLERK = {
        AuditPermissions.READ_RETENTION, AuditPermissions.RETENTION, Erasures.PERMISSION
    };
    private static final String[] ARCHIVIST = {AuditPermissions.READ_RETENTION, AuditPermissions.ARCHIVE};

    private final List<String> done = new ArrayList<>();
    private List<Offer> offers = List.of();
    private List<Hold> holds = List.of();
    private RetentionState state = new RetentionState(Map.of("proposals", 30), 10, null, 256, 768, false);
    private ProblemException refusal;

    @Test
    void timesAreSaidInWordsAndWhatIsDueCanBeOffered() throws Exception {
        assertThat(got(Http.get(BASE).by(CLERK).attribute(WebConstants.CSRF_TOKEN, "the-token"))
                        .html())
                .contains("30 Jahre", "10 Jahre", "Entfernt bis Eintrag</dt><dd>256", "Fällig bis Eintrag</dt><dd>768")
                .contains("action=\"" + BASE + "/faellig\"", "name=\"csrf\" value=\"the-token\"");
        state = new RetentionState(Map.of(), 0, "proposals=x", 0, 0, true);
        assertThat(got(Http.get(BASE).by(CLERK)).html())
                .contains("für immer", "proposals=x", "Ohne die Löschsperren wäre mehr fällig")
                .doesNotContain("/faellig\"");
        state = new RetentionState(Map.of("proposals", 1), 1, null, 0, 0, false);
        assertThat(got(Http.get(BASE).by(CLERK)).html()).contains("<dd>1 Jahr</dd>");
        assertThat(got(Http.get(BASE).by(CLERK).reading(Locale.ENGLISH)).html()).contains("<dd>1 year</dd>");
    }

    @Test
    void whoOnlyLooksSeesNoButton() throws Exception {
        offers = List.of(offer("other", Decision.OPEN));
        holds = List.of(hold());
        assertThat(got(Http.get(BASE).by(AuditPermissions.READ_RETENTION)).html())
                .contains("Einträge 257 – 768", HOSTILE.replace("<", "&lt;").replace(">", "&gt;"))
                .doesNotContain("<form", "<script");
    }

    @Test
    void theArchiveFetchesAndDecidesAndNobodyOnTheirOwnOffer() throws Exception {
        offers = List.of(offer("other", Decision.OPEN));
        assertThat(got(Http.get(BASE).by(ARCHIVIST)).html())
                .contains(BASE + "/angebot/" + ID + "/kopie", BASE + "/angebot/" + ID + "/entscheidung", "required")
                .doesNotContain("/zurueck", "/person", "/sperre\"");
        offers = List.of(offer(Http.caller().subject(), Decision.OPEN));
        assertThat(got(Http.get(BASE).by(ARCHIVIST)).html())
                .contains("entscheidet jemand anderes", "von Ihnen")
                .doesNotContain("/entscheidung");
        offers = List.of(offer("other", Decision.TAKEN));
        assertThat(got(Http.get(BASE).by(ARCHIVIST)).html())
                .contains("Übernommen, wird in Kürze gelöscht")
                .doesNotContain("/entscheidung");
    }

    @Test
    void whatIsDecidedCanBeTakenBackUntilItGoes() throws Exception {
        String back = BASE + "/angebot/" + ID + "/zurueck";
        offers = List.of(offer("other", Decision.TAKEN));
        assertThat(got(Http.get(BASE).by(CLERK)).html()).contains(back);
        offers = List.of(person(Decision.TAKEN, "archivist"));
        assertThat(got(Http.get(BASE).by(CLERK)).html()).contains(back, "seit der Kopie nichts dazukam");
        offers = List.of(person(Decision.WITHDRAWN, "platform-audit"));
        assertThat(got(Http.get(BASE).by(CLERK)).html())
                .contains("darf noch nicht vergessen werden")
                .doesNotContain(back);
        offers = List.of(offer("other", Decision.TAKEN));
        state = new RetentionState(Map.of(), 10, null, 512, 768, false);
        assertThat(got(Http.get(BASE).by(CLERK)).html())
                .as("perhaps somebody else wrote it into the database")
                .contains(back);
    }

    private static Offer person(Decision decision, String by) {
        return new Offer(ID, "p-1", 0, 0, MADE, "other", MADE, decision, null, MADE, by, null);
    }

    @Test
    void whatIsDoneLeadsBackToItsPartOfThePage() throws Exception {
        assertThat(sent("/faellig")).isEqualTo("angebote");
        assertThat(sent("/person", "person", " p-1 ")).isEqualTo("angebote");
        assertThat(sent("/sperre", "grund", "Klage", "objekttyp", "Paper", "objekt", "p-1"))
                .isEqualTo("sperren");
        assertThat(sent("/sperre/" + ID + "/aufheben")).isEqualTo("sperren");
        assertThat(sent("/angebot/" + ID + "/zurueck")).isEqualTo("angebote");
        assertThat(sent(
                        "/angebot/" + ID + "/entscheidung",
                        "entscheidung",
                        "uebernommen",
                        "verstanden-" + ID,
                        "ja",
                        "signatur-" + ID,
                        "Nds. 100"))
                .isEqualTo("angebote");
        assertThat(done)
                .containsExactly(
                        "due",
                        "person p-1",
                        "hold Paper p-1  Klage",
                        "lift " + ID,
                        "withdraw " + ID,
                        "decide " + ID + " true Nds. 100");
    }

    @Test
    void liftingAHoldIsAskedFirst() throws Exception {
        holds = List.of(hold());
        assertThat(got(Http.get(BASE).by(CLERK)).html())
                .containsSubsequence("<details", "/aufheben\"", "Wirklich aufheben?", "</details>");
    }

    @Test
    void nothingIsDecidedByHalf() throws Exception {
        offers = List.of(offer("other", Decision.OPEN));
        Http unconfirmed = got(decision().with("entscheidung", "abgelehnt").with("signatur-" + ID, "typed"));
        assertThat(unconfirmed.status()).isEqualTo(422);
        assertThat(unconfirmed.html())
                .contains("Bestätigen Sie", "href=\"#verstanden-" + ID + "\"", "value=\"typed\"", "aria-invalid");
        assertThat(got(decision().with("verstanden-" + ID, "ja")).status()).isEqualTo(422);
        assertThat(done).isEmpty();
    }

    @Test
    void whatIsRefusedIsSaidWhereItBelongsAndNothingTypedIsLost() throws Exception {
        refusal = new InvalidEntry(
                Problem.Kind.UNPROCESSABLE,
                "hold-invalid",
                Text.same("x"),
                Map.of("objectId", Text.same("Beides, bitte")));
        Http http = got(form("/sperre").with("grund", HOSTILE).with("objekttyp", "Paper"));
        assertThat(http.status()).isEqualTo(422);
        assertThat(http.html())
                .contains("href=\"#objekt\"", "id=\"objekt-fehler\"", "Beides, bitte", "value=\"Paper\"")
                .doesNotContain("<script");

        refusal = new ProblemException(
                Problem.Kind.CONFLICT, "nothing-due", Text.same("x"), Text.same("Zurzeit ist nichts fällig"));
        http = got(form("/faellig"));
        assertThat(http.status()).isEqualTo(409);
        assertThat(http.html()).contains("Zurzeit ist nichts fällig");
    }

    @Test
    void theCopyIsAFile() throws Exception {
        Http http = got(Http.post(BASE).below("/angebot/" + ID + "/kopie").by(ARCHIVIST));
        assertThat(http.html()).isEqualTo("PK");
        assertThat(http.header("Content-Disposition")).isEqualTo("attachment; filename=\"archiv-" + ID + ".zip\"");
        assertThat(http.header("Location")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/x", "/sperre/x/aufheben", "/angebot/" + ID + "/aufheben", "/sperre/" + ID + "/kopie"})
    void whatIsNotThereIsNotFound(String path) throws Exception {
        assertThat(got(form(path)).status()).isEqualTo(404);
    }

    @Test
    void nothingHappensByFollowingALink() throws Exception {
        assertThat(got(Http.get(BASE).below("/faellig").by(CLERK)).status()).isEqualTo(405);
        assertThat(got(Http.post(BASE).by(CLERK)).status()).isEqualTo(405);
        assertThat(done).isEmpty();
    }

    private String sent(String path, String... fields) throws Exception {
        Http http = form(path);
        for (int i = 0; i < fields.length; i += 2) {
            http.with(fields[i], fields[i + 1]);
        }
        assertThat(got(http).status()).isEqualTo(303);
        return http.header("Location").replace(BASE + "#", "");
    }

    private static Http decision() {
        return form("/angebot/" + ID + "/entscheidung").by(ARCHIVIST);
    }

    private static Http form(String path) {
        return Http.post(BASE).below(path).by(CLERK);
    }

    private Http got(Http http) throws Exception {
        new RetentionServlet(http, http, new Fake()).service(http.request(), http.response());
        return http;
    }

    private static Offer offer(String by, Decision decision) {
        return new Offer(ID, null, 257, 768, MADE, by, null, decision, null, null, null, null);
    }

    private static Hold hold() {
        return new Hold(ID, null, null, null, HOSTILE, MADE, "other", null, null);
    }

    /** Notes what it is asked for. */
    private final class Fake implements Retention {

        @Override
        public RetentionState state(Caller caller) {
            return state;
        }

        @Override
        public List<Hold> holds(Caller caller) {
            return holds;
        }

        @Override
        public Hold place(Caller caller, NewHold hold) {
            note("hold " + hold.objectType() + " " + hold.objectId() + " " + hold.subject() + " " + hold.reason());
            return hold();
        }

        @Override
        public void lift(Caller caller, String id) {
            note("lift " + id);
        }

        @Override
        public List<Offer> offers(Caller caller) {
            return offers;
        }

        @Override
        public Offer offerDue(Caller caller) {
            note("due");
            return offer("clerk", Decision.OPEN);
        }

        @Override
        public Offer offerPerson(Caller caller, String subject) {
            note("person " + subject);
            return offer("clerk", Decision.OPEN);
        }

        @Override
        public void withdraw(Caller caller, String id) {
            note("withdraw " + id);
        }

        @Override
        public void writeCopy(Caller caller, String id, OutputStream out) throws IOException {
            out.write("PK".getBytes(StandardCharsets.US_ASCII));
        }

        @Override
        public void decide(Caller caller, String id, boolean taken, String reference) {
            note("decide " + id + " " + taken + " " + reference);
        }

        private void note(String what) {
            if (refusal != null) {
                throw refusal;
            }
            done.add(what);
        }
    }
}
