package de.kreiswerk.identity.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.problem.InvalidEntry;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.identity.api.Department;
import de.kreiswerk.identity.api.Departments;
import de.kreiswerk.identity.api.IdentityPermissions;
import de.kreiswerk.identity.api.Token;
import de.kreiswerk.identity.api.Tokens;
import de.kreiswerk.identity.web.Http;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TokensServletTest {

    private static final Grant KEEPS = new Grant(IdentityPermissions.TOKENS, Grant.ALL);
    private static final Grant READS = new Grant(IdentityPermissions.READ, Grant.ALL);
    private static final Instant MADE = Instant.parse("2026-12-01T08:00:00Z");

    private final List<String> calls = new ArrayList<>();
    private ProblemException refusal;

    @Test
    void theListSaysWhatATokenMayAndWhenItWasUsed() throws Exception {
        assertThat(served(Http.get(null).signedIn("s", KEEPS, READS)).page)
                .contains("Abgleich &lt;b&gt;", "Vorlagen lesen; x.gone", "FD 61 Natur", "Anna", "01.12.2026, 10:00")
                .contains("operator.token", "alles", "unbefristet", "noch nie", "keinem Konto")
                .containsSubsequence("gültig", "widerrufen");
    }

    @Test
    void whoMayNotReadDepartmentsMayStillKeepTokens() throws Exception {
        assertThat(served(Http.get(null).signedIn("s", KEEPS)).page).contains("d2");
        assertThat(served(Http.get("/neu").signedIn("s", KEEPS)).page).contains("Überall");
    }

    @Test
    void theSecretIsShownOnceAndTheDayCountsToItsEnd() throws Exception {
        Http http = served(Http.post("/neu")
                .signedIn("s", KEEPS, READS)
                .with("was", "ausstellen")
                .with("name", "Abgleich")
                .with("berechtigung", "proposals.read")
                .with("wo", "d2")
                .with("bis", "2027-01-31"));

        assertThat(calls).containsExactly("add Abgleich [proposals.read] d2 2027-01-31T23:00:00Z");
        assertThat(http.page).contains("kw_secret", "nur dieses eine Mal").doesNotContain("<form");
        assertThat(http.headers).doesNotContainKey("Location");
        assertThat(served(Http.get("/t1").signedIn("s", KEEPS)).status).isEqualTo(303);
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldAndWhatWasTypedStays() throws Exception {
        Http day = served(typed("morgen"));
        assertThat(day.status).isEqualTo(422);
        assertThat(day.page).contains("id=\"bis-fehler\"", "value=\"morgen\"", "value=\"Abgleich\"");
        assertThat(calls).isEmpty();

        refusal = new InvalidEntry(
                Problem.Kind.CONFLICT, "name-taken", Text.same("x"), Map.of("name", Text.same("Heißt schon so")));
        Http taken = served(typed("2027-01-31"));
        assertThat(taken.status).isEqualTo(409);
        assertThat(taken.page)
                .contains("id=\"name-fehler\"", "Heißt schon so", "checked")
                .containsPattern("value=\"d2\" selected");
    }

    @Test
    void aRefusedRevocationIsSaidAtItsTokenAndNotAsSaved() throws Exception {
        refusal = new ProblemException(
                Problem.Kind.FORBIDDEN, "more-rights-than-yours", Text.same("x"), Text.same("Mehr Rechte als Ihre"));

        Http http = served(Http.post("/t1").signedIn("s", KEEPS).with("was", "widerrufen"));

        assertThat(http.status).isEqualTo(403);
        assertThat(http.page)
                .contains("href=\"#widerrufen-t1\"", "id=\"widerrufen-t1-fehler\"", "Mehr Rechte als Ihre", " open")
                .doesNotContain("Gespeichert");
    }

    @Test
    void whoOnlyOpensTheAddressOfATokenIsNotToldThatItIsRevoked() throws Exception {
        assertThat(served(Http.get("/t1").signedIn("s", KEEPS)).headers).containsEntry("Location", "/admin/tokens");
        assertThat(calls).isEmpty();
    }

    @Test
    void revokingLeadsBackToTheList() throws Exception {
        Http http = served(Http.post("/t1").signedIn("s", KEEPS).with("was", "widerrufen"));

        assertThat(calls).containsExactly("revoke t1");
        assertThat(http.status).isEqualTo(303);
        assertThat(http.headers).containsEntry("Location", "/admin/tokens?fertig=1");
    }

    @Test
    void everyFormHoldsTheToken() throws Exception {
        for (String below : new String[] {null, "/neu"}) {
            String page = served(Http.get(below).signedIn("s", KEEPS, READS)).page;
            assertThat(page.split("method=\"post\"", -1).length)
                    .isGreaterThan(1)
                    .isEqualTo(page.split("name=\"csrf\" value=\"token-of-s\"", -1).length);
        }
    }

    private static Http typed(String until) {
        return Http.post("/neu")
                .signedIn("s", KEEPS, READS)
                .with("was", "ausstellen")
                .with("name", "Abgleich")
                .with("berechtigung", "proposals.read")
                .with("wo", "d2")
                .with("bis", until);
    }

    private Http served(Http http) throws Exception {
        new TokensServlet(http.pages(), http.console(), tokens(), departments())
                .service(http.request(), http.response());
        return http;
    }

    private Tokens tokens() {
        Token machine =
                token("t1", "Abgleich <b>", Token.Kind.MACHINE, "d2", Set.of("proposals.read", "x.gone"), false);
        Token revoked = token("t2", "Alt", Token.Kind.MACHINE, null, Set.of("proposals.read"), true);
        Token operator = token("op-1", "Operator, /data", Token.Kind.OPERATOR, null, Set.of("*"), false);
        return Http.proxy(Tokens.class, (method, arguments) -> switch (method) {
            case "list" -> List.of(machine, operator, revoked);
            case "permissions" -> Map.of("proposals.read", Text.same("Vorlagen lesen"));
            case "add" -> {
                Tokens.Entry entry = (Tokens.Entry) arguments[1];
                called("add " + entry.name() + " " + entry.permissions() + " " + entry.departmentId() + " "
                        + entry.expires());
                yield new Tokens.Issued(machine, "kw_secret");
            }
            default -> {
                called(method + " " + arguments[1]);
                yield null;
            }
        });
    }

    private static Token token(
            String id, String name, Token.Kind kind, String department, Set<String> permissions, boolean revoked) {
        boolean operator = kind == Token.Kind.OPERATOR;
        return new Token(
                id,
                name,
                kind,
                operator ? null : "a1",
                operator ? null : "Anna",
                department,
                permissions,
                MADE,
                operator ? null : MADE.plusSeconds(86_400),
                operator ? null : MADE.plusSeconds(3_600),
                revoked ? MADE : null,
                revoked ? Token.State.REVOKED : Token.State.VALID);
    }

    private static Departments departments() {
        return Http.proxy(
                Departments.class,
                (method, arguments) -> List.of(new Department("d2", null, "FD 61", "Natur", null, null, null, 1)));
    }

    private void called(String call) {
        if (refusal != null) {
            throw refusal;
        }
        calls.add(call);
    }
}
