package de.kreiswerk.identity.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.TrailLinks;
import de.kreiswerk.identity.api.Account;
import de.kreiswerk.identity.api.Accounts;
import de.kreiswerk.identity.api.CouncilMembers;
import de.kreiswerk.identity.api.Department;
import de.kreiswerk.identity.api.Departments;
import de.kreiswerk.identity.api.Deputies;
import de.kreiswerk.identity.api.Deputyship;
import de.kreiswerk.identity.api.IdentityPermissions;
import de.kreiswerk.identity.api.Role;
import de.kreiswerk.identity.api.RoleGrant;
import de.kreiswerk.identity.api.Roles;
import de.kreiswerk.identity.api.SecondFactor;
import de.kreiswerk.identity.web.Http;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PeoplePagesTest {

    private static final Grant READ = new Grant(IdentityPermissions.READ, Grant.ALL);
    private static final Grant EVERYTHING = new Grant(Grant.ALL, Grant.ALL);
    private static final Department AREA = new Department("d1", null, "FB 6", "Umwelt", null, null, null, 3);
    private static final Department OFFICE = new Department("d2", "d1", "FD 61", "Natur", null, null, null, 1);

    private final List<String> calls = new ArrayList<>();
    private ProblemException refusal;
    private boolean mail;

    private TrailLinks trail;

    @Test
    void whoMayOnlyReadGetsNoButtons() throws Exception {
        assertThat(accounts(Http.get(null).signedIn("s", READ)).page)
                .contains("Berta &lt;b&gt;", "gesperrt")
                .doesNotContain("Konto anlegen");
        assertThat(accounts(Http.get("/a1").signedIn("s", READ)).page)
                .contains("Verfasser \u2013 FD 61 Natur")
                .doesNotContain("<button", "Entziehen");
    }

    @Test
    void everyFormThatChangesSomethingHoldsTheToken() throws Exception {
        for (Http http : List.of(
                accounts(Http.get("/a1").signedIn("s", EVERYTHING)),
                departments(Http.get("/d1").signedIn("s", EVERYTHING)),
                roles(Http.get("/own").signedIn("s", EVERYTHING)))) {
            assertThat(http.page.split("method=\"post\"", -1).length)
                    .isGreaterThan(1)
                    .isEqualTo(http.page.split("name=\"csrf\" value=\"token-of-s\"", -1).length);
        }
    }

    @Test
    void auditorsAreLedToWhatHappenedToAnAccountWhileTheTrailHasPages() throws Exception {
        assertThat(accounts(Http.get("/a1").signedIn("s", READ)).page).doesNotContain("Verlauf im Prüfpfad");
        trail = (caller, type, id) -> Optional.of("/admin/audit?objekttyp=" + type + "&objekt=" + id);
        assertThat(accounts(Http.get("/a1").signedIn("s", READ)).page)
                .contains("href=\"/admin/audit?objekttyp=Account&amp;objekt=a1\">Verlauf im Prüfpfad");
        trail = (caller, type, id) -> Optional.empty();
        assertThat(accounts(Http.get("/a1").signedIn("s", READ)).page).doesNotContain("Verlauf im Prüfpfad");
        assertThat(accounts(Http.get("/neu").signedIn("s", EVERYTHING)).page).doesNotContain("Verlauf im Prüfpfad");
    }

    @Test
    void anAccountSaysHowTheTrailCallsItsOwner() throws Exception {
        assertThat(accounts(Http.get("/a1").signedIn("s", READ)).page)
                .containsSubsequence("Kennung im Prüfpfad", "<code class=\"kw-id\">a1</code>");
        assertThat(accounts(Http.get("/neu").signedIn("s", EVERYTHING)).page).doesNotContain("Kennung im Prüfpfad");
    }

    @Test
    void whoMayMakeNoneGetsNoFormForANewOne() throws Exception {
        Grant inArea = new Grant(IdentityPermissions.DEPARTMENTS, "d1");
        for (Http http : List.of(
                accounts(Http.get("/neu").signedIn("s", READ)),
                departments(Http.get("/neu").signedIn("s", READ, inArea)),
                roles(Http.get("/neu").signedIn("s", READ)))) {
            assertThat(http.page).isEmpty();
            assertThat(http.problem.code()).isEqualTo("permission-missing");
        }
        assertThat(accounts(Http.get("/neu").signedIn("s", READ, new Grant(IdentityPermissions.ACCOUNTS, "d1"))).page)
                .contains("anmeldename");
    }

    @Test
    void aNewAccountShowsItsPasswordOnce() throws Exception {
        Http http = accounts(Http.post("/neu")
                .signedIn("s", EVERYTHING)
                .with("was", "speichern")
                .with("anmeldename", "berta")
                .with("name", "Berta")
                .with("fachbereich", "d1 d2"));

        assertThat(calls.get(0)).startsWith("add ").contains("berta", "d1", "d2");
        assertThat(http.page).contains("abcd-efgh", "nur dieses eine Mal");
        assertThat(http.headers).doesNotContainKey("Location");
    }

    @Test
    void aSecondFactorIsReset() throws Exception {
        assertThat(accounts(Http.get("/a1").signedIn("s", EVERYTHING)).page).contains("Zweiten Faktor zurücksetzen");

        Http http = accounts(Http.post("/a1").signedIn("s", EVERYTHING).with("was", "faktor"));
        assertThat(calls).containsExactly("reset a1");
        assertThat(http.headers).containsEntry("Location", "/admin/konten/a1?fertig=1");
    }

    @Test
    void aResetShowsTheLinkOnce() throws Exception {
        Http http = accounts(Http.post("/a1").signedIn("s", EVERYTHING).with("was", "kennwort"));

        assertThat(calls).containsExactly("resetPassword a1");
        assertThat(http.page)
                .contains("http://localhost/anmelden/kennwort/secret", "nur dieses eine Mal", "02.01.1970, 01:00");
        assertThat(http.headers).doesNotContainKey("Location");
    }

    @Test
    void aLinkIsSentByMailOnlyWhereThatIsPossible() throws Exception {
        assertThat(accounts(Http.get("/a1").signedIn("s", EVERYTHING)).page).doesNotContain("per E-Mail schicken");
        mail = true;
        assertThat(accounts(Http.get("/a1").signedIn("s", EVERYTHING)).page)
                .contains("Zurücksetzen und Link per E-Mail schicken", "Zurücksetzen und Link anzeigen");

        Http http = accounts(Http.post("/a1").signedIn("s", EVERYTHING).with("was", "kennwort-per-mail"));
        assertThat(calls).containsExactly("mailPasswordLink a1 http://localhost");
        assertThat(http.headers).containsEntry("Location", "/admin/konten/a1?verschickt=1");
        assertThat(accounts(Http.get("/a1").signedIn("s", EVERYTHING).with("verschickt", "1")).page)
                .contains("Der Link wird per E-Mail verschickt");
    }

    @Test
    void aLinkThatCannotBeMailedAnyMoreIsToldAboveTheForm() throws Exception {
        refusal = new ProblemException(
                Problem.Kind.CONFLICT,
                "mail-not-possible",
                Text.same("x"),
                Text.same("Lassen Sie sich den Link zeigen."));
        Http http = accounts(Http.post("/a1").signedIn("s", EVERYTHING).with("was", "kennwort-per-mail"));
        assertThat(http.status).isEqualTo(409);
        assertThat(http.page).contains("Lassen Sie sich den Link zeigen.");
    }

    @Test
    void whatWasTypedStaysWhenItIsRefused() throws Exception {
        refusal = new ProblemException(
                Problem.Kind.PRECONDITION_FAILED, "entry-changed", Text.same("x"), Text.same("Inzwischen geändert"));

        Http http = accounts(Http.post("/a1")
                .signedIn("s", EVERYTHING)
                .with("was", "speichern")
                .with("revision", "1")
                .with("anmeldename", "bertha")
                .with("name", "Bertha"));

        assertThat(http.status).isEqualTo(412);
        assertThat(http.page).contains("Inzwischen geändert", "role=\"alert\"", "value=\"bertha\"");
    }

    @Test
    void lockingAndGrantingLeadBackToTheAccount() throws Exception {
        Http locked = accounts(Http.post("/a1")
                .signedIn("s", EVERYTHING)
                .with("was", "zustand")
                .with("zustand", "geschlossen")
                .with("revision", "7"));
        accounts(Http.post("/a1")
                .signedIn("s", EVERYTHING)
                .with("was", "geben")
                .with("rolle", "author")
                .with("wo", ""));
        accounts(Http.post("/a1")
                .signedIn("s", EVERYTHING)
                .with("was", "entziehen")
                .with("vergabe", "g1"));

        assertThat(calls).containsExactly("setState a1 CLOSED 7", "grant a1 author null", "revoke a1 g1");
        assertThat(locked.status).isEqualTo(303);
        assertThat(locked.headers).containsEntry("Location", "/admin/konten/a1?fertig=1");
    }

    @Test
    void whatIsLockedIsClosedWithoutBeingOpenedFirst() throws Exception {
        Http http = accounts(Http.get("/a1").signedIn("s", EVERYTHING));

        assertThat(http.page)
                .contains("value=\"geschlossen\"", "value=\"aktiv\"")
                .doesNotContain("value=\"gesperrt\"");
    }

    @Test
    void aStateThatDoesNotExistOpensNothing() throws Exception {
        for (String state : List.of("", "offen")) {
            Http http = accounts(Http.post("/a1")
                    .signedIn("s", EVERYTHING)
                    .with("was", "zustand")
                    .with("zustand", state)
                    .with("revision", "7"));

            assertThat(http.status).isEqualTo(400);
        }
        assertThat(calls).isEmpty();
    }

    @Test
    void whatIsTakenAwayTwiceIsGone() throws Exception {
        refusal = missing("grant-not-found");
        Http grant = accounts(Http.post("/a1")
                .signedIn("s", EVERYTHING)
                .with("was", "entziehen")
                .with("vergabe", "g1"));
        refusal = missing("role-not-found");
        Http role = roles(Http.post("/own")
                .signedIn("s", EVERYTHING)
                .with("was", "loeschen")
                .with("revision", "2"));
        refusal = missing("deputyship-not-found");
        Http deputyship = deputies(Http.post(null).signedIn("s", EVERYTHING).with("vertretung", "v1"));

        assertThat(grant.headers).containsEntry("Location", "/admin/konten/a1?fertig=1");
        assertThat(role.headers).containsEntry("Location", "/admin/rollen?fertig=1");
        assertThat(deputyship.headers).containsEntry("Location", "/admin/vertretungen?fertig=1");
    }

    private static ProblemException missing(String code) {
        return new ProblemException(Problem.Kind.NOT_FOUND, code, Text.same("x"), Text.same("Gibt es nicht."));
    }

    @Test
    void whatCannotBeTakenBackIsAskedFirst() throws Exception {
        assertThat(accounts(Http.get("/a1").signedIn("s", EVERYTHING)).page)
                .containsSubsequence("<details", "Wirklich zurücksetzen?", "value=\"faktor\"", "</details>");
        assertThat(roles(Http.get("/own").signedIn("s", EVERYTHING)).page)
                .containsSubsequence("<details", "Wirklich löschen?", "value=\"loeschen\"", "</details>");
    }

    @Test
    void aRoleThatStaysKeepsItsNameInTheForm() throws Exception {
        refusal = new ProblemException(
                Problem.Kind.CONFLICT, "role-in-use", Text.same("x"), Text.same("Jemand hat diese Rolle."));

        Http http = roles(Http.post("/own")
                .signedIn("s", EVERYTHING)
                .with("was", "loeschen")
                .with("revision", "2"));

        assertThat(http.status).isEqualTo(409);
        assertThat(http.page)
                .contains("Jemand hat diese Rolle.", "value=\"Eigene\"", "<details class=\"kw-action\" open");
    }

    @Test
    void whoAnAccountIsInTheCouncilIsSaidByAddressOrId() throws Exception {
        assertThat(accounts(Http.get("/a1").signedIn("s", EVERYTHING)).page)
                .contains("Mitglied im Kreistag", "Dr. Berta &lt;i&gt;", "value=\"p1\"");
        accounts(Http.post("/a1")
                .signedIn("s", EVERYTHING)
                .with("was", "rat")
                .with("person", "https://kreis.example/oparl/v1/person/p2"));
        accounts(Http.post("/a1").signedIn("s", EVERYTHING).with("was", "rat").with("person", " "));

        assertThat(calls).containsExactly("set a1 p2", "set a1 null");
        assertThat(accounts(Http.get("/a1").signedIn("s", READ)).page).doesNotContain("id=\"person\"");
    }

    @Test
    void deputiesAreShownEndedAndAppointed() throws Exception {
        Http shown = deputies(Http.get(null).signedIn("s", EVERYTHING));
        assertThat(shown.page)
                .contains("Carl vertritt Berta &lt;b&gt;", "von 01.12.2026 bis 24.12.2026", "name=\"fuer\"");
        assertThat(deputies(Http.get(null).signedIn("s", READ)).page).doesNotContain("<form");

        Http ended = deputies(Http.post(null).signedIn("s", EVERYTHING).with("vertretung", "v1"));
        deputies(Http.post(null)
                .signedIn("s", EVERYTHING)
                .with("fuer", " Berta ")
                .with("durch", "carl")
                .with("von", "2026-12-01")
                .with("bis", "2026-12-24"));

        assertThat(ended.headers).containsEntry("Location", "/admin/vertretungen?fertig=1");
        assertThat(calls)
                .containsExactly("end v1", "appoint a1 Entry[loginName=carl, firstDay=2026-12-01, lastDay=2026-12-24]");
    }

    @Test
    void aDeputyThatCannotBeLeavesTheFormAsItWas() throws Exception {
        Http unknown = deputies(Http.post(null)
                .signedIn("s", EVERYTHING)
                .with("fuer", "nobody")
                .with("durch", "carl")
                .with("von", "2026-12-01")
                .with("bis", "2026-12-24"));
        Http notADay = deputies(Http.post(null)
                .signedIn("s", EVERYTHING)
                .with("fuer", " Berta ")
                .with("durch", "carl")
                .with("von", "heute"));

        assertThat(unknown.status).isEqualTo(422);
        assertThat(unknown.page)
                .contains("role=\"alert\"", "id=\"fuer-fehler\"", "value=\"nobody\"", "value=\"2026-12-24\"");
        assertThat(notADay.status).isEqualTo(422);
        assertThat(notADay.page).contains("2026-12-14", "id=\"von-fehler\"").doesNotContain("id=\"bis-fehler\"");
        assertThat(calls).isEmpty();
    }

    @Test
    void departmentsAreShownAsATree() throws Exception {
        assertThat(departments(Http.get(null).signedIn("s", READ)).page)
                .containsSubsequence("kw-depth-0", "FB 6 Umwelt", "kw-depth-1", "FD 61 Natur")
                .as("heard, not only seen")
                .contains("FD 61 Natur</a><span class=\"kw-hidden\">, unter FB 6 Umwelt</span>")
                .doesNotContain("FB 6 Umwelt</a><span");
        assertThat(departments(Http.get("/d1").signedIn("s", READ)).page)
                .as("not below itself")
                .doesNotContain("<option value=\"d1\"");
    }

    @Test
    void departmentsAreMadeByWhoMayEverywhere() throws Exception {
        Grant inArea = new Grant(IdentityPermissions.DEPARTMENTS, "d1");

        assertThat(departments(Http.get(null).signedIn("s", READ, inArea)).page)
                .doesNotContain("/admin/fachbereiche/neu");
        assertThat(departments(Http.get("/d1").signedIn("s", READ, inArea)).page)
                .contains("<button");
        assertThat(departments(Http.get(null).signedIn("s", EVERYTHING)).page).contains("/admin/fachbereiche/neu");
    }

    @Test
    void aDayThatIsNoneIsSaid() throws Exception {
        Http http = departments(Http.post("/neu")
                .signedIn("s", EVERYTHING)
                .with("kurz", "FB 7")
                .with("name", "Soziales")
                .with("ab", "morgen")
                .with("bis", "+12345-01-01"));

        assertThat(http.status).isEqualTo(422);
        assertThat(http.page).contains("2026-12-14", "value=\"Soziales\"", "id=\"ab-fehler\"", "id=\"bis-fehler\"");
        assertThat(calls).isEmpty();
    }

    @Test
    void permissionsOfRemovedAreasStayInTheRoleAndAreMarked() throws Exception {
        assertThat(roles(Http.get("/own").signedIn("s", EVERYTHING)).page)
                .contains("Vorlagen lesen", "forms.read (nicht installiert)");

        roles(Http.post("/own")
                .signedIn("s", EVERYTHING)
                .with("was", "speichern")
                .with("revision", "2")
                .with("deutsch", "Eigene")
                .with("englisch", "Own")
                .with("berechtigung", "forms.read proposals.read"));
        assertThat(calls.get(0)).startsWith("change own ").contains("forms.read", "proposals.read");
    }

    @Test
    void theAdministratorsRoleHasNoForm() throws Exception {
        assertThat(roles(Http.get("/administrator").signedIn("s", EVERYTHING)).page)
                .contains("Alle Berechtigungen")
                .doesNotContain("<form");
    }

    @Test
    void anUnknownRoleIsNotFound() throws Exception {
        assertThat(roles(Http.get("/nichts").signedIn("s", READ)).problem.code())
                .isEqualTo("role-not-found");
    }

    private Http accounts(Http http) throws Exception {
        AccountsServlet servlet = new AccountsServlet(
                http.pages(), http.console(), accounts(), roles(), departments(), members(), secondFactor());
        servlet.trail = trail;
        servlet.service(http.request(), http.response());
        return http;
    }

    private Http departments(Http http) throws Exception {
        new DepartmentsServlet(http.pages(), http.console(), departments()).service(http.request(), http.response());
        return http;
    }

    private Http roles(Http http) throws Exception {
        new RolesServlet(http.pages(), http.console(), roles()).service(http.request(), http.response());
        return http;
    }

    private Http deputies(Http http) throws Exception {
        new DeputiesServlet(http.pages(), http.console(), deputies(), accounts())
                .service(http.request(), http.response());
        return http;
    }

    private CouncilMembers members() {
        return Http.proxy(CouncilMembers.class, (method, arguments) -> {
            if (method.equals("of")) {
                return Optional.of(new CouncilMembers.Member("p1", "Dr. Berta <i>", Set.of("kreistag")));
            }
            called(method, arguments);
            return null;
        });
    }

    private Deputies deputies() {
        return Http.proxy(Deputies.class, (method, arguments) -> {
            if (method.equals("all")) {
                return List.of(new Deputyship(
                        "v1", "a1", "Berta <b>", "a2", "Carl", LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 24)));
            }
            called(method, arguments);
            return null;
        });
    }

    private Accounts accounts() {
        Account berta = new Account(
                "a1", "berta", "Berta <b>", null, Account.State.LOCKED, Set.of("d1"), true, Instant.EPOCH, 7);
        return Http.proxy(Accounts.class, (method, arguments) -> switch (method) {
            case "list" -> List.of(berta);
            case "byLogin" -> Optional.of(berta).filter(each -> arguments[1].equals(" Berta "));
            case "get" -> berta;
            case "canMailLink" -> mail;
            case "mailPasswordLink" -> {
                called(method, arguments);
                yield Instant.EPOCH;
            }
            case "add" -> {
                called(method, arguments);
                yield new Accounts.Issued(berta, "abcd-efgh");
            }
            case "resetPassword" -> {
                called(method, arguments);
                yield new Accounts.Reset(berta, "/anmelden/kennwort/secret", Instant.EPOCH.plusSeconds(86_400));
            }
            default -> {
                called(method, arguments);
                yield berta;
            }
        });
    }

    private SecondFactor secondFactor() {
        return Http.proxy(SecondFactor.class, (method, arguments) -> {
            if (method.equals("state")) {
                return new SecondFactor.State(true, false, 10);
            }
            called(method, arguments);
            return null;
        });
    }

    private Departments departments() {
        return Http.proxy(Departments.class, (method, arguments) -> switch (method) {
            case "all" -> List.of(AREA, OFFICE);
            case "get" -> AREA;
            default -> {
                called(method, arguments);
                yield AREA;
            }
        });
    }

    private Roles roles() {
        Role author = new Role("author", Text.same("Verfasser"), true, Set.of("proposals.read"), 1);
        Role own = new Role("own", Text.same("Eigene"), false, Set.of("forms.read"), 2);
        Role all = new Role(Role.ADMINISTRATOR, Text.same("Administration"), true, Set.of("*"), 1);
        return Http.proxy(Roles.class, (method, arguments) -> switch (method) {
            case "all" -> List.of(all, author, own);
            case "permissions" -> Map.of("proposals.read", Text.same("Vorlagen lesen"));
            case "grants" -> List.of(new RoleGrant("g1", "a1", "author", "d2"));
            default -> {
                called(method, arguments);
                yield null;
            }
        });
    }

    private void called(String method, Object... arguments) {
        if (refusal != null) {
            throw refusal;
        }
        calls.add(method + " "
                + String.join(
                        " ",
                        Arrays.stream(arguments).skip(1).map(String::valueOf).toList()));
    }
}
