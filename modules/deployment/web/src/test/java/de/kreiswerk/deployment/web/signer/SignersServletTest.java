package de.kreiswerk.deployment.web.signer;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.problem.InvalidEntry;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.deployment.api.DeploymentPermissions;
import de.kreiswerk.deployment.api.Signer;
import de.kreiswerk.deployment.api.Signers;
import de.kreiswerk.deployment.web.FakeDeployment;
import de.kreiswerk.runtime.testing.Http;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignersServletTest {

    private final List<String> calls = new ArrayList<>();
    private ProblemException refusal;
    private Instant revoked;

    @Test
    void theListSaysWhichKeysHold() throws Exception {
        assertThat(get(null).html())
                .containsSubsequence(
                        "Frau &lt;Beispiel&gt;", "gilt", "FD 32 Ordnung", "ohne Ende", "ordnung+12345678+AbC", "k1");

        revoked = Instant.parse("2026-12-01T08:00:00Z");
        assertThat(get(null).html())
                .contains("widerrufen", "Laptop verloren", "Läuft noch bis zum Neustart", "Hundesteuer 1.2.0")
                .doesNotContain("/unterschriften/k1");
    }

    @Test
    void daysCountFromTheirBeginningToTheirEnd() throws Exception {
        Http http = served(typed("2027-01-01", "2027-12-31"));

        assertThat(calls).containsExactly("d1 Frau Beispiel vkey 2026-12-31T23:00:00Z 2027-12-31T23:00:00Z");
        assertThat(http.header("Location")).isEqualTo("/admin/komponenten/unterschriften?erfolg=eingetragen");
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldAndWhatWasTypedStays() throws Exception {
        Http noDay = served(typed("morgen", ""));
        assertThat(noDay.status()).isEqualTo(422);
        assertThat(noDay.html()).contains("id=\"ab-fehler\"", "value=\"morgen\"", "value=\" Frau Beispiel\"");
        assertThat(calls).isEmpty();

        refusal = new InvalidEntry(
                Problem.Kind.UNPROCESSABLE,
                "entry-not-valid",
                Text.same("x"),
                Map.of("key", Text.same("Kein Schlüssel")));
        Http noKey = served(typed("", ""));
        assertThat(noKey.html())
                .contains("id=\"schluessel-fehler\"", "Kein Schlüssel")
                .containsPattern("\"d1\" selected");
    }

    @Test
    void revokingIsAskedAboutAndNeedsAReason() throws Exception {
        assertThat(get("/k1").html())
                .contains("Frau &lt;Beispiel&gt;", "lässt sich nicht zurücknehmen", "id=\"grund\"")
                .containsSubsequence(
                        "starten nach einem Neustart der Plattform aber nicht mehr",
                        "/admin/komponenten/de.lueneburg.hunde",
                        "Hundesteuer 1.2.0");

        refusal = new InvalidEntry(
                Problem.Kind.UNPROCESSABLE, "entry-not-valid", Text.same("x"), Map.of("reason", Text.same("Warum?")));
        Http refused = served(post("/k1").with("grund", " "));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html()).contains("id=\"grund-fehler\"", "Warum?");

        refusal = null;
        assertThat(served(post("/k1").with("grund", "Laptop weg")).header("Location"))
                .contains("erfolg=widerrufen");
        assertThat(calls).containsExactly("revoke k1 ", "revoke k1 Laptop weg");
    }

    @Test
    void whoDoesNotAdministerReadsOnly() throws Exception {
        Http http = Http.get("/admin/komponenten/unterschriften")
                .byOneIn(FakeDeployment.DEPARTMENT, DeploymentPermissions.READ);
        assertThat(served(http).html()).doesNotContain("/neu", "/unterschriften/k1");
    }

    @Test
    void anUnknownKeyIsNotFound() throws Exception {
        assertThat(get("/k2").status()).isEqualTo(404);
    }

    private static Http typed(String from, String until) {
        return post("/neu")
                .with("fachbereich", "d1")
                .with("wessen", " Frau Beispiel")
                .with("schluessel", "vkey\n")
                .with("ab", from)
                .with("bis", until);
    }

    private static Http post(String path) {
        return Http.post("/admin/komponenten/unterschriften")
                .below(path)
                .byOneIn(FakeDeployment.DEPARTMENT, DeploymentPermissions.READ, DeploymentPermissions.ADMINISTER);
    }

    private Http get(String path) throws Exception {
        return served(Http.get("/admin/komponenten/unterschriften")
                .below(path)
                .byOneIn(FakeDeployment.DEPARTMENT, DeploymentPermissions.READ, DeploymentPermissions.ADMINISTER));
    }

    private Http served(Http http) throws Exception {
        Signers signers = new Signers() {
            @Override
            public List<Signer> all(Caller caller) {
                return List.of(signer());
            }

            @Override
            public List<Concerned> concerned(Caller caller, String id) {
                return List.of(new Concerned("de.lueneburg.hunde", Text.same("Hundesteuer"), "1.2.0"));
            }

            @Override
            public Signer register(Caller caller, Entry entry) {
                if (refusal != null) {
                    throw refusal;
                }
                calls.add(entry.department() + " " + entry.label() + " " + entry.key() + " " + entry.from() + " "
                        + entry.until());
                return signer();
            }

            @Override
            public Signer revoke(Caller caller, String id, String reason) {
                calls.add("revoke " + id + " " + reason);
                if (refusal != null) {
                    throw refusal;
                }
                return signer();
            }
        };
        new SignersServlet(http, http, signers, new FakeDeployment()).service(http.request(), http.response());
        return http;
    }

    private Signer signer() {
        return new Signer(
                "k1",
                FakeDeployment.DEPARTMENT,
                "Frau <Beispiel>",
                "ordnung+12345678+AbC",
                Instant.parse("2020-01-01T00:00:00Z"),
                null,
                revoked,
                revoked == null ? null : "Laptop verloren");
    }
}
