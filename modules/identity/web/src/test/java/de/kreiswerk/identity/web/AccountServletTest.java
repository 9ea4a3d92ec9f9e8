package de.kreiswerk.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.WebConstants;
import de.kreiswerk.identity.api.Account;
import de.kreiswerk.identity.api.Accounts;
import de.kreiswerk.identity.api.Deputies;
import de.kreiswerk.identity.api.Deputyship;
import de.kreiswerk.identity.api.SecondFactor;
import de.kreiswerk.identity.api.SignIn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccountServletTest {

    private final List<String> calls = new ArrayList<>();
    private ProblemException refusal;
    private boolean mustChange;
    private boolean mustSetUp;
    private boolean active;
    private String method = "password";
    private final List<Deputyship> deputies = new ArrayList<>();
    private SecondFactor.Setup setup;

    @Test
    void thePageShowsAccountAndSessionsAndEveryFormHoldsTheToken() throws Exception {
        Http http = serve(Http.get().signedIn("mine"));

        assertThat(http.page)
                .contains("anna@kreis.example", "Firefox, Linux", "diese Sitzung", "01.12.2026, 09:00")
                .doesNotContain("Eigenes Kennwort wählen");
        assertThat(http.page.split("<form", -1).length)
                .isEqualTo(http.page.split("value=\"token-of-mine\"", -1).length);
        assertThat(http.page).as("the id of the session").doesNotContain("\"mine\"");
    }

    @Test
    void whoMustChooseAPasswordIsToldSo() throws Exception {
        mustChange = true;

        assertThat(serve(Http.get().signedIn("mine")).page).contains("Eigenes Kennwort wählen");
    }

    /** They did not sign in with it, and are kept from nothing by it. */
    @Test
    void whoSignedInAtAProviderIsToldWhatTheResetOfThePasswordMeansForThem() throws Exception {
        mustChange = true;
        mustSetUp = true;
        method = "oidc:amt";

        assertThat(serve(Http.get().signedIn("mine")).page)
                .contains("zurückgesetzt", "value=\"einrichten\"")
                // Of a password that was handed to them nobody sends a link.
                .contains("name=\"bisher\"")
                .doesNotContain("Noch kennt jemand", "weiterarbeiten");
    }

    @Test
    void whoBelongsToNoDepartmentIsLedToDeputiesAsLongAsThereAreSome() throws Exception {
        assertThat(serve(Http.get().signedIn("mine")).page).doesNotContain("/konto/vertretung");

        LocalDate day = LocalDate.of(2026, 12, 1);
        deputies.add(new Deputyship("d1", "anna", "Anna", "ben", "Ben", day, day));
        assertThat(serve(Http.get().signedIn("mine")).page).contains("href=\"/konto/vertretung\"");
    }

    @Test
    void newRecoveryCodesAreShownOnceAsWell() throws Exception {
        active = true;
        assertThat(serve(Http.get().signedIn("mine")).page).contains("name=\"was\" value=\"codes\"");

        Http http = serve(factor("codes"));

        assertThat(calls).containsExactly("renewRecoveryCodes 123456");
        assertThat(http.page).contains("abcd-efgh", "jkmn-pqrs", "Die bisherigen Codes gelten nicht mehr.");
        assertThat(http.headers).doesNotContainKey("Location");
    }

    /** The second of two clicks is answered, and the codes went with the answer to the first. */
    @Test
    void whoConfirmsOnceMoreIsNotToldThatNothingHappened() throws Exception {
        active = true;
        refusal = new ProblemException(
                Problem.Kind.CONFLICT, "second-factor-active", Text.same("x"), Text.same("Schon eingerichtet"));

        Http http = serve(factor("bestaetigen"));

        assertThat(http.status).isEqualTo(409);
        assertThat(http.page).contains("Schon eingerichtet", "Diesmal wurde nichts geändert", "value=\"codes\"");
    }

    @Test
    void aChangedPasswordGivesTheBrowserItsNewSession() throws Exception {
        Http http = serve(change("neues Kennwort 1", "neues Kennwort 1"));

        assertThat(calls).containsExactly("changePassword mine alt neues Kennwort 1");
        assertThat(http.cookie).isEqualTo("new");
        assertThat(http.headers).containsEntry("Location", "/konto?fertig=kennwort");
    }

    @Test
    void twoDifferentNewPasswordsChangeNothing() throws Exception {
        Http http = serve(change("neues Kennwort 1", "neues Kennwort 2"));

        assertThat(http.status).isEqualTo(422);
        assertThat(http.page).contains("nicht gleich", "id=\"wiederholt-fehler\"");
        assertThat(calls).isEmpty();
    }

    @Test
    void whatIsWrongStandsAtItsField() throws Exception {
        refusal = new ProblemException(
                Problem.Kind.UNPROCESSABLE, "current-password-wrong", Text.same("x"), Text.same("Stimmt nicht"));

        Http http = serve(change("neues Kennwort 1", "neues Kennwort 1"));

        assertThat(http.status).isEqualTo(422);
        assertThat(http.page)
                .contains("id=\"bisher-fehler\"", "href=\"#bisher\"")
                .doesNotContain("neues Kennwort 1");
    }

    @Test
    void whoNeedsASecondFactorIsLedToIt() throws Exception {
        mustSetUp = true;
        assertThat(serve(Http.get().signedIn("mine").with("weiter", "/admin")).page)
                .contains("Konten und Rechte anderer verwalten", "value=\"einrichten\"", "value=\"/admin\"");
        assertThat(serve(change("neues Kennwort 1", "neues Kennwort 1").with("weiter", "/admin")).headers)
                .containsEntry("Location", "/konto?weiter=%2Fadmin#zweiter-faktor");
    }

    @Test
    void theKeyIsShownUntilItIsConfirmedAndTheRecoveryCodesOnce() throws Exception {
        setup = new SecondFactor.Setup("ABCDEFGH", "otpauth://totp/Kreiswerk:anna?secret=ABCDEFGH");
        assertThat(serve(Http.get().signedIn("mine")).page)
                .contains("ABCD EFGH", "href=\"otpauth://totp/Kreiswerk:anna?secret=ABCDEFGH\"", "bestaetigen");

        Http confirmed = serve(factor("bestaetigen"));
        assertThat(calls).containsExactly("confirm 123456");
        assertThat(confirmed.page).contains("abcd-efgh", "jkmn-pqrs", "href=\"/konto\"");
        assertThat(confirmed.headers).doesNotContainKey("Location");
    }

    @Test
    void aWrongCodeIsSaidAtItsField() throws Exception {
        active = true;
        refusal = new ProblemException(
                Problem.Kind.UNPROCESSABLE, "code-wrong", Text.same("x"), Text.same("Stimmt nicht"));

        Http http = serve(factor("abschalten"));

        assertThat(http.status).isEqualTo(422);
        assertThat(http.page)
                .contains("id=\"code-fehler\"", "href=\"#code\"", "Übrige Wiederherstellungscodes: 7")
                .contains("Der zweite Faktor wurde nicht geändert");
    }

    private static Http factor(String what) {
        return Http.post("/zweiter-faktor").signedIn("mine").with("was", what).with("code", "123456");
    }

    @Test
    void aSessionIsEndedByItsHandle() throws Exception {
        Http http = serve(Http.post("/sitzungen").signedIn("mine").with("sitzung", "h2"));

        assertThat(calls).containsExactly("endOne h2");
        assertThat(http.headers.get("Location")).startsWith("/konto");
        assertThat(http.cookie).isNull();
    }

    @Test
    void signedOutEverywhereIsSignedOutHere() throws Exception {
        Http http = serve(Http.post("/sitzungen").signedIn("mine").with("sitzung", "alle"));

        assertThat(calls).containsExactly("endAll");
        assertThat(http.cookie).isEmpty();
        assertThat(http.headers).containsEntry("Location", "/anmelden");
    }

    @Test
    void whatIsNoFormIsNotFound() throws Exception {
        assertThat(serve(Http.post("/nichts").signedIn("mine")).status).isEqualTo(404);
    }

    private static Http change(String chosen, String repeated) {
        return Http.post("/kennwort")
                .signedIn("mine")
                .with("bisher", "alt")
                .with("neu", chosen)
                .with("wiederholt", repeated);
    }

    private Http serve(Http http) throws Exception {
        if (http.attributes.get(WebConstants.CALLER) instanceof Caller caller) {
            http.attributes.put(
                    WebConstants.CALLER,
                    new Caller(
                            caller.subject(),
                            caller.name(),
                            caller.grants(),
                            method,
                            caller.since(),
                            caller.requestId()));
        }
        Deputies agreed = Http.proxy(Deputies.class, (name, arguments) -> deputies);
        new AccountServlet(signIn(), accounts(), secondFactor(), agreed, http.cookies(), http.pages())
                .service(http.request(), http.response());
        return http;
    }

    private Accounts accounts() {
        return Http.proxy(
                Accounts.class,
                (method, arguments) -> new Account(
                        "anna",
                        "anna",
                        "Anna Beispiel",
                        "anna@kreis.example",
                        Account.State.ACTIVE,
                        Set.of(),
                        mustChange,
                        Instant.EPOCH,
                        1));
    }

    private SecondFactor secondFactor() {
        return Http.proxy(SecondFactor.class, (method, arguments) -> switch (method) {
            case "state" -> new SecondFactor.State(active, mustSetUp, 7);
            case "pending" -> Optional.ofNullable(setup);
            default -> {
                calls.add(method + " " + arguments[arguments.length - 1]);
                if (refusal != null) {
                    throw refusal;
                }
                yield method.equals("remove") ? null : List.of("abcd-efgh", "jkmn-pqrs");
            }
        });
    }

    private SignIn signIn() {
        Instant time = Instant.parse("2026-12-01T08:00:00Z");
        return Http.proxy(SignIn.class, (method, arguments) -> switch (method) {
            case "sessions" ->
                List.of(
                        new SignIn.OwnSession("h1", "Firefox, Linux", time, time, true),
                        new SignIn.OwnSession("h2", "", time, time, false));
            case "changePassword" -> {
                calls.add(method + " " + arguments[1] + " " + arguments[2] + " " + arguments[3]);
                if (refusal != null) {
                    throw refusal;
                }
                yield new SignIn.Started("new", false, mustSetUp, null);
            }
            case "endOne" -> calls.add("endOne " + arguments[1]);
            case "endAll" -> calls.add("endAll");
            default -> throw new UnsupportedOperationException(method);
        });
    }
}
