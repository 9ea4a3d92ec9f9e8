package de.kreiswerk.audit.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.audit.api.AuditPermissions;
import de.kreiswerk.audit.api.PersonRequests;
import de.kreiswerk.audit.api.TrailRecord.Personal;
import de.kreiswerk.audit.web.VerifierProgram;
import de.kreiswerk.core.api.audit.AuditEvent.Outcome;
import de.kreiswerk.core.api.identity.DepartmentDirectory;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.runtime.testing.Http;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditServletTest {

    @TempDir
    Path home;

    private static final String HOSTILE = "<script>alert('x')</script>";

    private final FakeTrail trail = new FakeTrail();
    private boolean personSearch;
    private final Departments departments = new Departments();

    AuditServletTest() {
        departments.directory = () -> List.of(new DepartmentDirectory.Entry("d1", "FD 61", "Umwelt", null, null));
    }

    @Test
    void recordsStandUnderTheirDayWithTheirOutcomeInWords() throws Exception {
        trail.records = List.of(
                FakeTrail.record(9, "2026-11-27T08:15:30Z", Outcome.DENIED),
                FakeTrail.record(8, "2026-11-26T23:30:00Z", Outcome.FAILED),
                FakeTrail.record(7, "2026-11-26T22:30:00Z", Outcome.SUCCESS));
        assertThat(got(search()).html())
                .containsSubsequence(
                        "Freitag, 27. November 2026",
                        "/admin/audit/eintrag/9",
                        "09:15:30",
                        "paper.published",
                        "abgelehnt",
                        "FD 61 Umwelt",
                        "00:30:00",
                        "gescheitert",
                        "Donnerstag, 26. November 2026",
                        "23:30:00",
                        "erfolgreich")
                .contains("NPersVG §\u00a067");
    }

    @Test
    void beneathThePackageIsTheProgramThatChecksIt() throws Exception {
        trail.records = List.of(FakeTrail.record(7, "2026-11-26T22:30:00Z", Outcome.SUCCESS));
        assertThat(got(search()).html()).doesNotContain("kreiswerk-verify.jar");
        Files.createDirectories(home.resolve("verify"));
        Files.writeString(home.resolve("verify/kreiswerk-verify.jar"), "abc");

        assertThat(got(search()).html()).contains("href=\"/transparenz/kreiswerk-verify.jar\"", "SHA-256", "ba7816bf");
    }

    @Test
    void departmentsAreNamedAndWhatNobodyKnowsKeepsItsId() throws Exception {
        assertThat(got(search().with("fachbereich", "d9")).html())
                .contains("<option value=\"d1\">FD 61 Umwelt", "<option value=\"d2\">d2")
                .containsPattern("value=\"d9\" selected");
        departments.directory = null;
        assertThat(got(search()).html()).contains("<option value=\"d1\">d1");
    }

    @Test
    void whatIsTypedIsAskedForFiftyAtOnceAndKeptInTheForm() throws Exception {
        trail.records = List.of(FakeTrail.record(7, "2026-11-26T22:30:00Z", Outcome.SUCCESS));
        trail.next = "12.7";
        String html =
                got(search().with("objekttyp", "Paper").with("text", HOSTILE)).html();

        assertThat(trail.asked.get(0).limit()).isEqualTo(50);
        assertThat(trail.asked.get(0).objectType()).isEqualTo("Paper");
        assertThat(html)
                .contains("Ältere Einträge", "nach=12.7", "name=\"objekttyp\" value=\"Paper\"")
                .doesNotContain("<script>");
    }

    @Test
    void aSearchThatEndedEarlySaysSo() throws Exception {
        trail.next = "12.7";
        trail.unfinished = true;
        assertThat(got(search().with("text", "seldom")).html())
                .contains("nur ein Teil", "Weiter suchen", "nach=12.7")
                .doesNotContain("Dazu gibt es keinen Eintrag");
    }

    @Test
    void behindThePageWithTheLastRecordsTheListEnds() throws Exception {
        assertThat(got(search().with("text", "paper").with("nach", "12.7")).html())
                .contains("Hier endet die Liste", "href=\"/admin/audit?text=paper\"");
    }

    @Test
    void whatFindsNothingSaysWhatToDo() throws Exception {
        assertThat(got(search().with("text", "seldom")).html())
                .contains("Dazu gibt es keinen Eintrag")
                .doesNotContain("Prüfpaket herunterladen");
    }

    @Test
    void whatIsWrongIsSaidAboveAndAtTheFieldAndTheRestIsKept() throws Exception {
        Http http = got(search().with("von", "gestern").with("objekt", "p1"));

        assertThat(http.status()).isEqualTo(400);
        assertThat(http.html()).contains("href=\"#von\"", "id=\"von-fehler\"", "value=\"p1\"", "aria-invalid=\"true\"");
        assertThat(trail.asked).isEmpty();
    }

    @Test
    void aPositionThatNoPageNamedIsSaid() throws Exception {
        Http http = got(search().with("nach", "forged").with("objekt", "p1"));
        assertThat(http.status()).isEqualTo(400);
        assertThat(http.html()).contains("Beginnen Sie bei den neuesten Einträgen", "value=\"p1\"");
    }

    @Test
    void everythingAboutAnObjectIsCalledSo() throws Exception {
        trail.records = List.of(FakeTrail.record(7, "2026-11-26T22:30:00Z", Outcome.SUCCESS));
        assertThat(got(search().with("objekttyp", "Paper").with("objekt", "p 1"))
                        .html())
                .contains("<h1 class=\"kern-heading-large\">Alles zu diesem Objekt", "Prüfpaket herunterladen");
        assertThat(got(record()).html()).contains("href=\"/admin/audit?objekttyp=Paper&amp;objekt=p+1\"");
    }

    @Test
    void theHistoryOfAnAccountSaysWhatIsLeftOutAndHowToGetIt() throws Exception {
        String words = "Was diese Person mit dem eigenen Konto tat";
        String asking = "href=\"/admin/personenanfragen";
        personSearch = true;
        assertThat(got(search().with("objekttyp", "Account").with("objekt", "a 1"))
                        .html())
                .contains(words, "href=\"/admin/personenanfragen?person=a+1#neu\"");
        assertThat(got(search().with("objekt", "a 1")).html())
                .as("it may be the id of anything")
                .contains("Ist das die Kennung eines Kontos")
                .doesNotContain(words, asking);
        assertThat(got(search().with("objekttyp", "Paper").with("objekt", "p 1"))
                        .html())
                .doesNotContain(words);
        assertThat(got(search()).html()).doesNotContain(words);

        personSearch = false;
        assertThat(got(search().with("objekttyp", "Account").with("objekt", "a 1"))
                        .html())
                .as("nobody can ask")
                .contains(words)
                .doesNotContain(asking, "eine zweite Person entscheidet");
    }

    @Test
    void aRecordIsProvenWhileOneLooks() throws Exception {
        assertThat(got(record()).html())
                .contains(
                        "Bewiesen: Dieser Eintrag ist Nummer 7 von 1.234",
                        "27.11.2026, 09:00:00 Uhr",
                        "/audit/log/records/7/proof.tlog-proof",
                        "/admin/audit/eintrag/6",
                        "/admin/audit/eintrag/8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"record-not-sealed", "checkpoint-not-found"})
    void aRecordThatIsNotSealedYetSaysSo(String code) throws Exception {
        trail.proofRefusal = FakeTrail.problem(Problem.Kind.NOT_FOUND, code, "x");
        assertThat(got(record()).html()).contains("Noch nicht versiegelt").doesNotContain("proof.tlog-proof");
    }

    @Test
    void damageIsAnAlarm() throws Exception {
        trail.proofRefusal = FakeTrail.problem(Problem.Kind.FAILED, "log-damaged", "x");
        assertThat(got(record()).html())
                .contains("role=\"alert\"", "Der Prüfpfad ist beschädigt", "Verständigen Sie sofort")
                .doesNotContain("proof.tlog-proof");
    }

    @Test
    void anotherRecordThanTheProvenOneIsDamage() throws Exception {
        trail.provenId = "another";
        assertThat(got(record()).html()).contains("Der Prüfpfad ist beschädigt");
    }

    @Test
    void whatIsKnownIsSaidInWordsAndTheRestAsItIs() throws Exception {
        trail.records = List.of(FakeTrail.record(
                7,
                "2026-11-26T22:30:00Z",
                Outcome.SUCCESS,
                Map.of("role", "auditor", "method", "oidc-amt", "reason", "moon-full", "dog", "true", "again", "false"),
                List.of()));
        assertThat(got(record()).html())
                .contains(
                        "<dt>Angemeldet mit</dt><dd>Kennwort <span class=\"kw-id\">password</span>",
                        "<dt>Rolle <span class=\"kw-id\">role</span></dt><dd>Revision <span class=\"kw-id\">auditor</span>",
                        "<dd>Anmeldedienst amt <span class=\"kw-id\">oidc-amt</span>",
                        "<dt>Grund <span class=\"kw-id\">reason</span></dt><dd>moon-full</dd>",
                        "<dt><span class=\"kw-id\">dog</span></dt><dd>true</dd>",
                        "<dd>nein <span class=\"kw-id\">false</span>");
    }

    @Test
    void hostileValuesAreText() throws Exception {
        trail.records = List.of(FakeTrail.record(
                7,
                "2026-11-26T22:30:00Z",
                Outcome.SUCCESS,
                Map.of(HOSTILE, HOSTILE),
                List.of(new Personal(HOSTILE, HOSTILE, HOSTILE, null))));
        assertThat(got(record()).html()).contains("&lt;script&gt;").doesNotContain("<script");
    }

    @Test
    void whatItSaysOfPersonsIsReadOrSaidWhyNot() throws Exception {
        trail.records = List.of(FakeTrail.record(
                7,
                "2026-11-26T22:30:00Z",
                Outcome.SUCCESS,
                Map.of(),
                List.of(
                        new Personal("actor", "name", "Petra Beispiel", null),
                        new Personal("s2", "name", null, Instant.parse("2026-11-27T10:00:00Z")),
                        new Personal("s3", "name", null, null))));
        assertThat(got(record()).html())
                .containsSubsequence(
                        "Handelnde Person: ",
                        "Petra Beispiel",
                        "Person s2",
                        "gelöscht am 27.11.2026, 11:00:00 Uhr",
                        "Person s3",
                        "dazu fehlt Ihnen die Berechtigung");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/eintrag/8", "/eintrag/0", "/eintrag/x", "/eintrag/7/8", "/eintrag/9999999999999999999", "/x"})
    void whatIsNotThereIsNotFound(String path) throws Exception {
        assertThat(got(auditor(Http.get("/admin/audit")).below(path)).status()).isEqualTo(404);
    }

    @Test
    void aPackageIsAFileOfTheDayInTheCounty() throws Exception {
        Http http = got(packages().with("objekttyp", "Paper"));

        assertThat(http.html()).isEqualTo("PK");
        assertThat(http.header("Content-Type")).isEqualTo("application/zip");
        assertThat(http.header("Content-Disposition")).isEqualTo("attachment; filename=\"pruefpaket-2026-11-28.zip\"");
        assertThat(trail.asked.get(0).objectType()).isEqualTo("Paper");
    }

    @Test
    void theFormForAPackageHoldsTheToken() throws Exception {
        trail.records = List.of(FakeTrail.record(7, "2026-11-26T22:30:00Z", Outcome.SUCCESS));
        assertThat(got(search()).html())
                .contains("action=\"/admin/audit/pruefpaket\" method=\"post\"", "name=\"csrf\" value=\"the-token\"");
    }

    @Test
    void aPackageThatThereIsNotBecomesAPage() throws Exception {
        trail.refusal = FakeTrail.problem(Problem.Kind.UNPROCESSABLE, "package-too-large", "Zu viele Einträge");
        Http http = got(packages().with("objekttyp", "Paper"));

        assertThat(http.status()).isEqualTo(422);
        assertThat(http.header("Content-Disposition")).isNull();
        assertThat(http.html())
                .contains("Es gibt kein Prüfpaket", "Zu viele Einträge")
                .containsPattern("value=\"Paper\" selected");
    }

    @Test
    void aPackageOfAWrongQuestionIsNotAskedFor() throws Exception {
        assertThat(got(packages().with("von", "x")).status()).isEqualTo(400);
        assertThat(trail.asked).isEmpty();
    }

    @Test
    void whoMayReadInOneDepartmentOnlyReadsNothing() throws Exception {
        Http http = Http.get("/admin/audit").byOneIn("d1", AuditPermissions.READ);
        assertThat(got(http).status()).isEqualTo(403);
    }

    @Test
    void aPackageIsNotHandedOutByFollowingALink() throws Exception {
        assertThat(got(auditor(Http.get("/admin/audit")).below("/pruefpaket")).status())
                .isEqualTo(405);
        assertThat(got(auditor(Http.post("/admin/audit"))).status()).isEqualTo(405);
    }

    private Http record() {
        if (trail.records.isEmpty()) {
            trail.records = List.of(FakeTrail.record(7, "2026-11-26T22:30:00Z", Outcome.SUCCESS));
        }
        return auditor(Http.get("/admin/audit")).below("/eintrag/7");
    }

    private static Http search() {
        return auditor(Http.get("/admin/audit"));
    }

    private static Http packages() {
        return auditor(Http.post("/admin/audit")).below("/pruefpaket");
    }

    private static Http auditor(Http http) {
        return http.byOneIn(Grant.ALL, AuditPermissions.READ);
    }

    private Http got(Http http) throws Exception {
        // Past midnight in the county, not yet in Greenwich.
        Clock clock = Clock.fixed(Instant.parse("2026-11-27T23:30:00Z"), ZoneOffset.UTC);
        AuditServlet servlet =
                new AuditServlet(http, http, trail, trail, departments, new VerifierProgram(home), clock);
        servlet.requests = requests();
        servlet.service(http.request(), http.response());
        return http;
    }

    /** Says whether it is on, and is asked for nothing else. */
    private PersonRequests requests() {
        return (PersonRequests) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {PersonRequests.class}, (self, call, none) -> personSearch);
    }
}
