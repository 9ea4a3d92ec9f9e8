package de.kreiswerk.identity.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.problem.InvalidEntry;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.identity.api.Account;
import de.kreiswerk.identity.api.Accounts;
import de.kreiswerk.identity.api.CouncilMembers;
import de.kreiswerk.identity.api.Department;
import de.kreiswerk.identity.api.Departments;
import de.kreiswerk.identity.api.Deputies;
import de.kreiswerk.identity.api.Deputyship;
import de.kreiswerk.identity.api.Role;
import de.kreiswerk.identity.api.RoleGrant;
import de.kreiswerk.identity.api.Roles;
import de.kreiswerk.identity.api.SecondFactor;
import de.kreiswerk.identity.api.Session;
import de.kreiswerk.identity.api.Sessions;
import de.kreiswerk.identity.api.Token;
import de.kreiswerk.identity.api.Tokens;
import de.kreiswerk.identity.web.FormServlet;
import de.kreiswerk.identity.web.Http;
import de.kreiswerk.identity.web.OwnDeputiesServlet;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the services refuse is said where it belongs: at the field, at the button, or else above the form. */
class FieldErrorsTest {

    private static final Grant EVERYTHING = new Grant(Grant.ALL, Grant.ALL);
    private static final String WORDS = "So geht es <nicht>.";
    private static final String SHOWN = "So geht es &lt;nicht&gt;.";

    private ProblemException refusal;

    /** A form, and where what is wrong with one of its parts is said. */
    record Told(String page, String below, String what, String part, String id) {}

    /** Every part of every entry: a new one that no form shows at its field fails here. */
    static Stream<Told> everyPartOfEveryEntry() {
        List<Told> told = new ArrayList<>();
        parts(told, "departments", "/neu", "", Departments.Entry.class, "unter", "kurz", "name", "email", "ab", "bis");
        parts(told, "departments", "/d1", "", Departments.Entry.class, "unter", "kurz", "name", "email", "ab", "bis");
        for (String below : List.of("/neu", "/a1")) {
            parts(
                    told,
                    "accounts",
                    below,
                    "speichern",
                    Accounts.Entry.class,
                    "anmeldename",
                    "name",
                    "email",
                    "fachbereich");
        }
        for (String below : List.of("/neu", "/own")) {
            parts(told, "roles", below, "speichern", Roles.Entry.class, "", "berechtigung");
            told.removeIf(each -> each.id().isEmpty());
            told.add(new Told("roles", below, "speichern", "name.german", "deutsch"));
            told.add(new Told("roles", below, "speichern", "name.english", "englisch"));
        }
        parts(told, "tokens", "/neu", "ausstellen", Tokens.Entry.class, "name", "berechtigung", "wo", "bis");
        parts(told, "deputies", null, "", Deputies.Entry.class, "durch", "von", "bis");
        parts(told, "own", null, "", Deputies.Entry.class, "durch", "von", "bis");
        told.add(new Told("deputies", null, "", "accountId", "fuer"));
        told.add(new Told("accounts", "/a1", "geben", "roleId", "rolle"));
        told.add(new Told("accounts", "/a1", "geben", "departmentId", "wo"));
        told.add(new Told("accounts", "/a1", "rat", "personId", "person"));
        told.add(new Told("roles", null, "sichern", "own", "rolle-own"));
        told.add(new Told("roles", null, "sichern", "own/proposals.read", "r-own-proposals.read"));
        return told.stream();
    }

    private static void parts(
            List<Told> told, String page, String below, String what, Class<? extends Record> entry, String... ids) {
        List<String> parts = Arrays.stream(entry.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        assertThat(parts).as("the parts of " + entry).hasSameSizeAs(ids);
        for (int i = 0; i < ids.length; i++) {
            told.add(new Told(page, below, what, parts.get(i), ids[i]));
        }
    }

    @ParameterizedTest
    @MethodSource("everyPartOfEveryEntry")
    void aMistakeIsSaidAtItsFieldAndTheSummaryLeadsThere(Told told) throws Exception {
        refusal = new InvalidEntry(
                Problem.Kind.UNPROCESSABLE, "entry-not-valid", Text.same("x"), Map.of(told.part(), Text.same(WORDS)));

        Http http = served(told.page(), filled(told));

        assertThat(http.status).isEqualTo(422);
        assertSaidAt(http, told.id());
    }

    /** Buttons alone: whatever it is, it is said at them. */
    static Stream<Told> buttons() {
        return Stream.of(
                new Told("accounts", "/a1", "entziehen", "last-administrator", "vergabe-g1"),
                new Told("accounts", "/a1", "zustand", "last-administrator", "zustand-aendern"),
                new Told("accounts", "/a1", "zustand", "own-account", "zustand-aendern"),
                new Told("accounts", "/a1", "kennwort", "more-rights-than-yours", "kennwort-neu"),
                new Told("accounts", "/a1", "kennwort-per-mail", "more-rights-than-yours", "kennwort-mail"),
                new Told("accounts", "/a1", "faktor", "more-rights-than-yours", "faktor-neu"),
                new Told("roles", "/own", "loeschen", "role-in-use", "loeschen"),
                new Told("tokens", "/t1", "widerrufen", "more-rights-than-yours", "widerrufen-t1"),
                new Told("sessions", "/h1", "", "more-rights-than-yours", "beenden-h1"),
                new Told("deputies", null, "v1", "permission-missing", "beenden-v1"),
                new Told("own", null, "v1", "permission-missing", "beenden-v1"));
    }

    @ParameterizedTest
    @MethodSource("buttons")
    void whatAButtonCannotDoIsSaidAtTheButton(Told told) throws Exception {
        refusal = new ProblemException(Problem.Kind.FORBIDDEN, told.part(), Text.same("x"), Text.same(WORDS));

        Http http = served(
                told.page(),
                filled(told)
                        .with("vergabe", "g1")
                        .with("vertretung", told.what())
                        .with("zustand", "gesperrt"));

        assertThat(http.status).isEqualTo(403);
        assertSaidAt(http, told.id());
    }

    @ParameterizedTest
    @MethodSource("everyPartOfEveryEntry")
    void whatBelongsToNoFieldIsSaidAboveTheForm(Told told) throws Exception {
        refusal = new ProblemException(Problem.Kind.UNPROCESSABLE, "something-else", Text.same("x"), Text.same(WORDS));

        String page = served(told.page(), filled(told)).page;

        assertThat(page).contains("role=\"alert\"", SHOWN).doesNotContain("-fehler\"", "aria-invalid");

        refusal = new InvalidEntry(
                Problem.Kind.UNPROCESSABLE,
                "entry-not-valid",
                Text.same("x"),
                Map.of("no part of this form", Text.same(WORDS)));
        assertThat(served(told.page(), filled(told)).page).contains("role=\"alert\"", SHOWN);
    }

    @ParameterizedTest
    @MethodSource("everyPartOfEveryEntry")
    void whatWasTypedStays(Told told) throws Exception {
        refusal = new ProblemException(Problem.Kind.UNPROCESSABLE, "something-else", Text.same("x"), Text.same(WORDS));
        Http http = filled(told);
        boolean text =
                !List.of("unter", "fachbereich", "berechtigung", "wo", "rolle").contains(told.id())
                        && !told.page().equals("roles");
        if (text) {
            http.with(told.id(), "getippt");
        }

        // What is no day is refused by the page itself, and stays as well.
        String page = served(told.page(), http).page;
        assertThat(page).contains(text ? "value=\"getippt\"" : "role=\"alert\"");
    }

    private static void assertSaidAt(Http http, String id) {
        assertThat(http.page)
                .containsOnlyOnce("href=\"#" + id + "\"")
                .containsOnlyOnce("id=\"" + id + "\"")
                .containsOnlyOnce("id=\"" + id + "-fehler\"")
                .containsPattern("aria-describedby=\"[^\"]*" + id + "-fehler\"")
                .contains(SHOWN)
                .doesNotContain("Gespeichert");
    }

    /** What the page sends, so that nothing but the service refuses it. */
    private static Http filled(Told told) {
        Http http = Http.post(told.below())
                .signedIn("s", EVERYTHING)
                .with("was", told.what())
                .with("revision", "1")
                .with("fuer", "berta");
        return told.page().equals("roles") && told.below() == null
                ? http.with("rolle", "own")
                        .with("stand.own", "2")
                        .with("vorher.own", "forms.read")
                        .with("recht.own", "forms.read proposals.read")
                : http;
    }

    private Http served(String page, Http http) throws IOException {
        servlet(page, http).service(http.request(), http.response());
        return http;
    }

    private FormServlet servlet(String page, Http http) {
        return switch (page) {
            case "departments" -> new DepartmentsServlet(http.pages(), http.console(), departments());
            case "accounts" ->
                new AccountsServlet(
                        http.pages(), http.console(), accounts(), roles(), departments(), members(), secondFactor());
            case "roles" -> new RolesServlet(http.pages(), http.console(), roles());
            case "tokens" -> new TokensServlet(http.pages(), http.console(), tokens(), departments());
            case "sessions" -> new SessionsServlet(http.pages(), http.console(), sessions());
            case "deputies" -> new DeputiesServlet(http.pages(), http.console(), deputies(), accounts());
            default -> new OwnDeputiesServlet(http.pages(), deputies());
        };
    }

    private Departments departments() {
        Department department = new Department("d1", null, "FB 6", "Umwelt", null, null, null, 3);
        return reading(Departments.class, Map.of("all", List.of(department), "get", department));
    }

    private Accounts accounts() {
        Account berta =
                new Account("a1", "berta", "Berta", null, Account.State.ACTIVE, Set.of("d1"), true, Instant.EPOCH, 7);
        return reading(
                Accounts.class,
                Map.of("list", List.of(berta), "byLogin", Optional.of(berta), "get", berta, "canMailLink", true));
    }

    private Roles roles() {
        Role author = new Role("author", Text.same("Verfasser"), true, Set.of("proposals.read"), 1);
        Role own = new Role("own", Text.same("Eigene"), false, Set.of("forms.read"), 2);
        return reading(
                Roles.class,
                Map.of(
                        "all", List.of(author, own),
                        "permissions", Map.of("proposals.read", Text.same("Vorlagen lesen")),
                        "grants", List.of(new RoleGrant("g1", "a1", "author", null))));
    }

    private CouncilMembers members() {
        return reading(CouncilMembers.class, Map.of("of", Optional.empty()));
    }

    private SecondFactor secondFactor() {
        return reading(SecondFactor.class, Map.of("state", new SecondFactor.State(true, false, 10)));
    }

    private Tokens tokens() {
        Token token = new Token(
                "t1",
                "Abgleich",
                Token.Kind.MACHINE,
                null,
                null,
                null,
                Set.of("proposals.read"),
                Instant.EPOCH,
                null,
                null,
                null,
                Token.State.VALID);
        return reading(
                Tokens.class,
                Map.of(
                        "list", List.of(token),
                        "permissions", Map.of("proposals.read", Text.same("Vorlagen lesen"))));
    }

    private Sessions sessions() {
        Session session =
                new Session("h1", "a1", "berta", "Berta", "password", "Firefox", Instant.EPOCH, Instant.EPOCH);
        return reading(Sessions.class, Map.of("list", List.of(session)));
    }

    private Deputies deputies() {
        LocalDate day = LocalDate.of(2026, 12, 1);
        List<Deputyship> agreed = List.of(new Deputyship("v1", "a1", "Berta", "a2", "Carl", day, day));
        return reading(Deputies.class, Map.of("all", agreed, "of", agreed));
    }

    /** Answers what is asked, and refuses whatever is to be changed. */
    private <T> T reading(Class<T> type, Map<String, Object> answers) {
        return Http.proxy(type, (method, arguments) -> {
            if (answers.containsKey(method)) {
                return answers.get(method);
            }
            throw refusal;
        });
    }
}
