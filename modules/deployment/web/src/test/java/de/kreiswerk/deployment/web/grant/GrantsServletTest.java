package de.kreiswerk.deployment.web.grant;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.problem.InvalidEntry;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.deployment.api.DeploymentPermissions;
import de.kreiswerk.deployment.web.FakeDeployment;
import de.kreiswerk.deployment.web.FakeGrants;
import de.kreiswerk.runtime.testing.Http;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GrantsServletTest {

    private final FakeGrants grants = new FakeGrants();
    private final FakeDeployment deployment = new FakeDeployment();

    @Test
    void theListSaysWhatEachDepartmentMayAndWhichMayNothing() throws Exception {
        assertThat(get(null).html())
                .containsSubsequence(
                        "FD 32 Ordnung", "de.lueneburg.ordnung", "/ordnung", "Netzverbindungen öffnen", "FD 61 Umwelt");
    }

    @Test
    void whatRunsAndWantsMoreThanIsGrantedByNowIsNamed() throws Exception {
        assertThat(get(null).html())
                .containsSubsequence(
                        "Braucht jetzt eine Freigabe", "/admin/komponenten/" + FakeDeployment.NAME, "Hundesteuer");

        deployment.approver = "somebody else";
        assertThat(get(null).html()).doesNotContain("Braucht jetzt eine Freigabe");
    }

    @Test
    void whatIsTickedAndTypedIsKept() throws Exception {
        Http http = served(typed("4"));

        assertThat(grants.calls).containsExactly("d1 de.lueneburg.ordnung ordnung [FILES] [org.x, org.y.*] 4");
        assertThat(http.header("Location")).isEqualTo("/admin/komponenten/bereiche?erfolg=gespeichert");
    }

    @Test
    void theFirstGrantOfADepartmentHasNoRevisionYet() throws Exception {
        assertThat(get("/d2").html()).contains("FD 61 Umwelt", "name=\"revision\" value=\"0\"");
        assertThat(get("/d1").html())
                .contains("name=\"revision\" value=\"4\"", "value=\"de.lueneburg.ordnung\"")
                .containsPattern("value=\"SOCKETS\" checked");
        assertThat(get("/d9").status()).isEqualTo(404);
    }

    @Test
    void whatIsWrongIsSaidAtItsField() throws Exception {
        grants.refusal = new InvalidEntry(
                Problem.Kind.UNPROCESSABLE,
                "entry-not-valid",
                Text.same("x"),
                Map.of("path", Text.same("Gibt es schon")));
        Http http = served(typed("4"));

        assertThat(http.status()).isEqualTo(422);
        assertThat(http.html())
                .contains("id=\"pfad-fehler\"", "Gibt es schon", "name=\"revision\" value=\"4\"")
                .containsPattern("value=\"FILES\" checked");
    }

    @Test
    void aBoxThatIsSentTwiceIsTickedOnce() throws Exception {
        assertThat(served(typed("4").with("darf", "FILES")).status()).isEqualTo(303);
    }

    @Test
    void whoComesSecondSeesWhatHoldsNow() throws Exception {
        grants.refusal =
                new ProblemException(Problem.Kind.PRECONDITION_FAILED, "grant-changed", Text.same("x"), Text.same("x"));
        Http http = served(typed("3"));

        assertThat(http.status()).isEqualTo(412);
        assertThat(http.html())
                .contains(
                        "Inzwischen geändert", "name=\"revision\" value=\"4\"", "Jetzt gilt: Netzverbindungen öffnen");
    }

    @Test
    void whoDoesNotAdministerEverywhereReadsOnly() throws Exception {
        Http http =
                Http.get("/admin/komponenten/bereiche").below("/d1").byOneIn("d1", DeploymentPermissions.ADMINISTER);
        assertThat(served(http).html()).contains("Ändern darf das nur").doesNotContain("type=\"submit\"");
    }

    private static Http typed(String revision) {
        return Http.post("/admin/komponenten/bereiche")
                .below("/d1")
                .byOneIn(Grant.ALL, DeploymentPermissions.ADMINISTER)
                .with("revision", revision)
                .with("namensraum", "de.lueneburg.ordnung ")
                .with("pfad", "ordnung")
                .with("darf", "FILES")
                .with("pakete", "org.x\r\n\r\n org.y.* \r\n");
    }

    private Http get(String path) throws Exception {
        return served(Http.get("/admin/komponenten/bereiche")
                .below(path)
                .byOneIn(Grant.ALL, DeploymentPermissions.ADMINISTER));
    }

    private Http served(Http http) throws Exception {
        new GrantsServlet(http, http, grants, deployment, deployment).service(http.request(), http.response());
        return http;
    }
}
