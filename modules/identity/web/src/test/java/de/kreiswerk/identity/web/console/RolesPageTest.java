package de.kreiswerk.identity.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.problem.InvalidEntry;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.identity.api.IdentityPermissions;
import de.kreiswerk.identity.api.Role;
import de.kreiswerk.identity.api.Roles;
import de.kreiswerk.identity.web.Http;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The matrix of roles and permissions. */
class RolesPageTest {

    private static final Grant EVERYTHING = new Grant(Grant.ALL, Grant.ALL);
    private static final Grant READ = new Grant(IdentityPermissions.READ, Grant.ALL);

    private final List<String> calls = new ArrayList<>();
    private final List<Role> roles = new ArrayList<>(List.of(
            new Role(Role.ADMINISTRATOR, Text.same("Administration"), true, Set.of("*"), 1),
            new Role("author", Text.same("Verfasser"), true, Set.of("proposals.read"), 4),
            new Role("own", Text.same("Eigene <b>"), false, Set.of("forms.read"), 2)));
    private final Map<String, Text> permissions = new TreeMap<>(Map.of(
            "proposals.read", Text.same("Vorlagen lesen"),
            "proposals.publish", Text.same("Vorlagen veröffentlichen")));
    private ProblemException refusal;

    @Test
    void whoHasWhatIsSeenAndEveryBoxSaysWhatItIs() throws Exception {
        String page = served(Http.get(null).signedIn("s", EVERYTHING)).page;

        assertThat(box(page, "author", "proposals.read")).contains("checked", "name=\"recht.author\"");
        assertThat(box(page, "author", "proposals.publish")).doesNotContain("checked");
        assertThat(page)
                .contains(
                        "Bereich <code>proposals</code>",
                        "href=\"#bereich-proposals\"",
                        "id=\"bereich-proposals\"",
                        "scope=\"rowgroup\"",
                        "scope=\"col\"",
                        "scope=\"row\"")
                .contains("Vorlagen lesen", "<code class=\"kw-stack__note\">proposals.read</code>")
                .contains("Eigene &lt;b&gt;<span class=\"kw-hidden\">: Vorlagen lesen</span>")
                .contains("name=\"stand.author\" value=\"4\"", "name=\"vorher.author\" value=\"proposals.read\"");
    }

    /** Names of components begin with the same words. */
    @Test
    void eachComponentIsAnAreaOfItsOwn() throws Exception {
        permissions.put("de.kreis.ordnung.termine.read", Text.same("Termine lesen"));
        permissions.put("de.kreis.ordnung.termine.write", Text.same("Termine vergeben"));
        permissions.put("de.kreis.bauamt.akten.read", Text.same("Bauakten lesen"));

        String page = served(Http.get(null).signedIn("s", EVERYTHING)).page;

        assertThat(page)
                .containsOnlyOnce("Bereich <code>de.kreis.ordnung.termine</code>")
                .containsOnlyOnce("Bereich <code>de.kreis.bauamt.akten</code>")
                .contains("href=\"#bereich-de.kreis.bauamt.akten\"", "id=\"bereich-de.kreis.bauamt.akten\"")
                .doesNotContain("<code>de</code>");
        assertThat(page.indexOf("id=\"bereich-de.kreis.ordnung.termine\""))
                .as("under its own area")
                .isBetween(page.indexOf("Bauakten lesen"), page.indexOf("Termine lesen"));
    }

    @Test
    void theAdministratorHasAllRightsAndNoBoxes() throws Exception {
        String page = served(Http.get(null).signedIn("s", EVERYTHING)).page;

        assertThat(page)
                .contains("<strong>Administration</strong>: alle Rechte, nur liest sie den Prüfpfad nicht mit")
                .doesNotContain("recht.administrator", "stand.administrator", "/admin/rollen/administrator");
    }

    @Test
    void itIsSeenThatTheAdministratorDoesNotReadTheTrail() throws Exception {
        roles.set(2, new Role("own", Text.same("Prüfung"), false, Set.of("audit.read", "audit.retention"), 2));
        String page = served(Http.get(null).signedIn("s", READ)).page;

        assertThat(row(page, "audit.retention")).contains("Administration: </span>erlaubt");
        assertThat(row(page, "audit.read")).contains("Administration: </span>nicht erlaubt", "Prüfung: </span>erlaubt");
    }

    private static String row(String page, String permission) {
        int begin = page.indexOf(">" + permission + "</code>");
        return page.substring(begin, page.indexOf("</tr>", begin));
    }

    @Test
    void permissionsOfRemovedAreasAreShownWhereTheyStillAreAndNowhereElse() throws Exception {
        String page = served(Http.get(null).signedIn("s", EVERYTHING)).page;

        assertThat(page).contains("nicht installiert");
        assertThat(box(page, "own", "forms.read")).contains("checked");
        assertThat(page).doesNotContain("id=\"r-author-forms.read\"");
    }

    @Test
    void whoMayOnlyReadSeesItWithoutAForm() throws Exception {
        assertThat(served(Http.get(null).signedIn("s", READ)).page)
                .contains("Vorlagen lesen", "erlaubt")
                .doesNotContain("<form", "<input", "<button");
    }

    @Test
    void beforeAnythingIsSavedItIsSaidWhatChanges() throws Exception {
        Http http = served(ticked().with("was", "pruefen"));

        assertThat(http.status).isEqualTo(200);
        assertThat(calls).isEmpty();
        assertThat(http.page)
                .containsSubsequence(
                        "Verfasser", "Kommt dazu", "Vorlagen veröffentlichen", "Fällt weg", "Vorlagen lesen")
                .contains("value=\"sichern\"", "value=\"bearbeiten\"", "name=\"csrf\"")
                .contains("name=\"recht.author\" value=\"proposals.publish\"", "name=\"stand.author\" value=\"4\"")
                .doesNotContain("recht.own");

        assertThat(box(served(ticked().with("was", "bearbeiten")).page, "author", "proposals.publish"))
                .as("what was ticked stays")
                .contains("checked");
    }

    @Test
    void nothingIsCheckedWhenNothingChanges() throws Exception {
        Http http = served(Http.post(null)
                .signedIn("s", EVERYTHING)
                .with("rolle", "author")
                .with("stand.author", "4")
                .with("vorher.author", "proposals.read")
                .with("recht.author", "proposals.read")
                .with("was", "pruefen"));

        assertThat(http.page).contains("Es war nichts zu ändern").doesNotContain("value=\"sichern\"");
    }

    @Test
    void onlyWhatWasChangedIsSaved() throws Exception {
        Http http = served(ticked().with("was", "sichern"));

        assertThat(calls)
                .containsExactly("[PermissionChange[roleId=author, added=[proposals.publish], removed=[proposals.read],"
                        + " expected=4]]");
        assertThat(http.status).isEqualTo(303);
        assertThat(http.headers).containsEntry("Location", "/admin/rollen?fertig=1");
    }

    @Test
    void theSecondEditorKeepsTheTicksAndSeesWhatHoldsNow() throws Exception {
        roles.set(1, new Role("author", Text.same("Verfasser"), true, Set.of("proposals.read", "forms.read"), 5));
        refusal = new InvalidEntry(
                Problem.Kind.PRECONDITION_FAILED,
                "entry-changed",
                Text.same("x"),
                Map.of("author", Text.same("changed")));

        Http http = served(ticked().with("was", "sichern"));

        assertThat(http.status).isEqualTo(412);
        assertThat(http.page)
                .contains("Inzwischen geändert", "role=\"alert\"", "name=\"stand.author\" value=\"5\"")
                .contains("href=\"#r-author-forms.read\"", "Jetzt gilt: erlaubt", "kw-matrix__changed");
        assertThat(box(http.page, "author", "proposals.publish")).contains("checked");
        assertThat(box(http.page, "author", "proposals.read")).doesNotContain("checked");
        assertThat(box(http.page, "author", "forms.read"))
                .as("taken over")
                .contains("checked", "aria-describedby=\"r-author-forms.read-hinweis\"");
    }

    @Test
    void whatMayNotBeHandedOutIsSaidAtItsBoxAndTheTicksStay() throws Exception {
        refusal = new InvalidEntry(
                Problem.Kind.FORBIDDEN,
                "more-rights-than-yours",
                Text.same("x"),
                Map.of("author/proposals.publish", Text.same("Mehr Rechte als Ihre")));

        Http http = served(ticked().with("was", "sichern"));

        assertThat(http.status).isEqualTo(403);
        assertThat(http.page)
                .contains(
                        "href=\"#r-author-proposals.publish\"", "Verfasser: Vorlagen veröffentlichen: Mehr Rechte als");
        assertThat(box(http.page, "author", "proposals.publish"))
                .contains("checked", "aria-invalid=\"true\"", "r-author-proposals.publish-fehler");
    }

    @Test
    void theSecondEditorOfOneRoleSeesWhatHoldsNow() throws Exception {
        refusal = new ProblemException(
                Problem.Kind.PRECONDITION_FAILED, "entry-changed", Text.same("x"), Text.same("changed"));

        Http http = served(Http.post("/own")
                .signedIn("s", EVERYTHING)
                .with("was", "speichern")
                .with("revision", "1")
                .with("deutsch", "Meine")
                .with("englisch", "Eigene <b>")
                .with("berechtigung", "proposals.read"));

        assertThat(http.status).isEqualTo(412);
        assertThat(http.page)
                .contains("Inzwischen geändert", "value=\"Meine\"", "name=\"revision\" value=\"2\"")
                .contains("Jetzt gilt: Eigene &lt;b&gt;", "Jetzt gilt: forms.read (nicht installiert)")
                .containsOnlyOnce("id=\"deutsch-hinweis\"")
                .doesNotContain("id=\"englisch-hinweis\"");
    }

    @Test
    void aMatrixThatDoesNotFitIntoAFormIsOnlyShown() throws Exception {
        IntStream.range(0, 300).forEach(i -> roles.add(new Role("r" + i, Text.same("Rolle " + i), false, Set.of(), 1)));

        assertThat(served(Http.get(null).signedIn("s", EVERYTHING)).page)
                .contains("einzeln", "/admin/rollen/r299")
                .doesNotContain("<form", "<input");
    }

    private static Http ticked() {
        return Http.post(null)
                .signedIn("s", EVERYTHING)
                .with("rolle", "author own")
                .with("stand.author", "4")
                .with("vorher.author", "proposals.read")
                .with("recht.author", "proposals.publish")
                .with("stand.own", "2")
                .with("vorher.own", "forms.read")
                .with("recht.own", "forms.read");
    }

    private static String box(String page, String role, String permission) {
        return Stream.of(page.split("<"))
                .filter(tag -> tag.startsWith("input") && tag.contains("id=\"r-" + role + "-" + permission + "\""))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no box for " + role + " and " + permission));
    }

    private Http served(Http http) throws IOException {
        Roles service = Http.proxy(Roles.class, (method, arguments) -> switch (method) {
            case "all" -> List.copyOf(roles);
            case "permissions" -> Map.copyOf(permissions);
            default -> {
                if (refusal != null) {
                    throw refusal;
                }
                calls.add(String.valueOf(arguments[1]));
                yield List.of();
            }
        });
        new RolesServlet(http.pages(), http.console(), service).service(http.request(), http.response());
        return http;
    }
}
