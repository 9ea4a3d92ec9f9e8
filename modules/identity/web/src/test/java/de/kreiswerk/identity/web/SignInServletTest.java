package de.kreiswerk.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.identity.api.SignIn;
import de.kreiswerk.identity.api.TooManyAttempts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInServletTest {

    private final List<String> calls = new ArrayList<>();
    private ProblemException refusal;
    private boolean mustChange;
    private String step;

    @Test
    void whoSignsInComesToThePageThatWasAskedFor() throws Exception {
        Http http = serve(attempt().with("weiter", "/admin/konten?seite=2&x=%C3%A4"));

        assertThat(http.status).isEqualTo(303);
        assertThat(http.headers).containsEntry("Location", "/admin/konten?seite=2&x=%C3%A4");
        assertThat(http.cookie).isEqualTo("new");
        assertThat(calls).containsExactly("withPassword anna geheim");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org",
                "//example.org",
                "/\\example.org",
                "\\\\example.org",
                "/\t/example.org",
                "/\n/example.org",
                "javascript:alert(1)",
                "admin",
                "",
                "/anmelden?weiter=/anmelden",
                "/abmelden"
            })
    void nobodyIsLedToAnotherHost(String next) throws Exception {
        assertThat(serve(attempt().with("weiter", next)).headers).containsEntry("Location", "/konto");
        Http form = Http.get().with("weiter", next);
        servlet(form).service(form.request(), form.response());
        assertThat(form.page).doesNotContain("name=\"weiter\"");
    }

    @Test
    void whoMustChooseAPasswordDoesThatFirst() throws Exception {
        mustChange = true;

        assertThat(serve(attempt().with("weiter", "/admin")).headers)
                .containsEntry("Location", "/konto?weiter=%2Fadmin");
    }

    @Test
    void theSessionOfBeforeEnds() throws Exception {
        serve(attempt().signedIn("old"));

        assertThat(calls).containsExactly("withPassword anna geheim", "end anna old");
    }

    @Test
    void whatWasWrongIsSaidAndTheNameStaysButNotThePassword() throws Exception {
        refusal = refused(Problem.Kind.UNAUTHENTICATED);

        Http http = serve(attempt().with("name", "<b>anna").with("weiter", "/admin"));

        assertThat(http.status).isEqualTo(422);
        assertThat(http.cookie).isNull();
        assertThat(http.page)
                .contains("role=\"alert\"", "So nicht", "&lt;b>anna", "value=\"/admin\"")
                .doesNotContain("geheim", "<b>anna");
    }

    @Test
    void tooManyAttemptsSayHowLongToWait() throws Exception {
        refusal = new TooManyAttempts(Duration.ofSeconds(58));

        Http http = serve(attempt());

        assertThat(http.status).isEqualTo(429);
        assertThat(http.headers).containsEntry("Retry-After", "59");
        assertThat(http.page).contains("1 Minute");
    }

    @Test
    void otherRefusalsAreProblemsNotFaults() throws Exception {
        refusal = refused(Problem.Kind.UNAVAILABLE);

        assertThat(serve(attempt()).problem.kind()).isEqualTo(Problem.Kind.UNAVAILABLE);
    }

    @Test
    void aHugePasswordIsNotEvenRead() throws Exception {
        Http http = serve(attempt().large());

        assertThat(http.status).isEqualTo(413);
        assertThat(calls).isEmpty();
    }

    @Test
    void whoIsSignedInNeedNotDoItAgain() throws Exception {
        Http http = Http.get().with("weiter", "/admin").signedIn("there");
        servlet(http).service(http.request(), http.response());

        assertThat(http.headers).containsEntry("Location", "/admin");
    }

    @Test
    void signingOutEndsTheSessionAndTakesTheCookieAway() throws Exception {
        Http http = Http.post(null).signedIn("mine");
        new SignOutServlet(signIn(), http.cookies(), http.pages()).service(http.request(), http.response());

        assertThat(calls).containsExactly("end anna mine");
        assertThat(http.cookie).isEmpty();
        assertThat(http.headers).containsEntry("Location", "/");
    }

    @Test
    void aLinkAloneSignsNobodyOut() throws Exception {
        Http http = Http.get().signedIn("mine");
        new SignOutServlet(signIn(), http.cookies(), http.pages()).service(http.request(), http.response());

        assertThat(calls).isEmpty();
    }

    @Test
    void whoHasASecondFactorIsAskedForTheCodeBeforeASessionBegins() throws Exception {
        step = "half";
        Http asked = serve(attempt().with("weiter", "/admin"));
        assertThat(asked.cookie).isNull();
        assertThat(asked.page)
                .contains("action=\"/anmelden/code\"", "value=\"half\"", "value=\"/admin\"", "one-time-code")
                .doesNotContain("geheim");

        Http done = serve(code().with("weiter", "/admin"));
        assertThat(done.cookie).isEqualTo("new");
        assertThat(done.headers).containsEntry("Location", "/admin");
        assertThat(calls).contains("withCode half 123456");
    }

    @Test
    void aWrongCodeIsSaidAtItsFieldAndAskedForAgain() throws Exception {
        refusal = new ProblemException(
                Problem.Kind.UNPROCESSABLE, "code-wrong", Text.same("x"), Text.same("Code falsch"));
        Http wrong = serve(code());
        assertThat(wrong.status).isEqualTo(422);
        assertThat(wrong.cookie).isNull();
        assertThat(wrong.page).contains("id=\"code-fehler\"", "Code falsch", "value=\"half\"");

        refusal = new TooManyAttempts(Duration.ofSeconds(58));
        Http many = serve(code());
        assertThat(many.status).isEqualTo(429);
        assertThat(many.headers).containsEntry("Retry-After", "59");
        assertThat(serve(Http.get("/code")).headers).containsEntry("Location", "/anmelden");
    }

    private static Http code() {
        return Http.post("/code").with("schritt", "half").with("code", "123456");
    }

    @Test
    void aLinkLeadsToAFormThatLookingAtDoesNotUseUp() throws Exception {
        Http http = serve(Http.get("/kennwort/abc"));

        assertThat(http.page)
                .contains("action=\"/anmelden/kennwort/abc\"", "anna", "Mindestens 12 Zeichen")
                .doesNotContain("role=\"alert\"");
        assertThat(calls).isEmpty();
        assertThat(serve(Http.get("/kennwort/abc").signedIn("there")).page).contains("token-of-there");
    }

    @Test
    void whoeverChoseAPasswordSignsInWithIt() throws Exception {
        Http http = serve(chosen("neu und lang genug", "neu und lang genug"));

        assertThat(calls).containsExactly("choosePassword abc neu und lang genug");
        assertThat(http.cookie).isNull();
        assertThat(http.headers).containsEntry("Location", "/anmelden?fertig=kennwort");
        assertThat(serve(Http.get().with("fertig", "kennwort")).page).contains("Ihr Kennwort ist gewählt.");
    }

    @Test
    void whatIsWrongWithAChosenPasswordIsSaidAtItsField() throws Exception {
        assertThat(serve(chosen("eins", "zwei")).page).contains("id=\"wiederholt-fehler\"", "nicht gleich");
        assertThat(calls).isEmpty();

        refusal = new ProblemException(
                Problem.Kind.UNPROCESSABLE, "password-not-valid", Text.same("x"), Text.same("Zu kurz"));
        Http http = serve(chosen("eins", "eins"));
        assertThat(http.status).isEqualTo(422);
        assertThat(http.page).contains("id=\"neu-fehler\"", "Zu kurz").doesNotContain("value=\"eins\"");
    }

    @Test
    void aLinkThatDoesNotWorkIsAProblem() throws Exception {
        refusal = refused(Problem.Kind.GONE);

        assertThat(serve(Http.get("/kennwort/")).status).isEqualTo(410);
        assertThat(serve(chosen("eins", "eins")).status).isEqualTo(410);
        assertThat(serve(Http.get("/irgendwo")).status).isEqualTo(404);
        assertThat(serve(Http.post("/irgendwo")).status).isEqualTo(404);
    }

    private static Http chosen(String password, String again) {
        return Http.post("/kennwort/abc").with("neu", password).with("wiederholt", again);
    }

    private Http serve(Http http) throws Exception {
        servlet(http).service(http.request(), http.response());
        return http;
    }

    private static Http attempt() {
        return Http.post(null).with("name", "anna").with("kennwort", "geheim");
    }

    private SignInServlet servlet(Http http) {
        return new SignInServlet(signIn(), http.cookies(), http.pages());
    }

    private SignIn signIn() {
        return Http.proxy(SignIn.class, (method, arguments) -> switch (method) {
            case "withPassword" -> {
                calls.add(method + " " + arguments[0] + " " + arguments[1]);
                if (refusal != null) {
                    throw refusal;
                }
                yield step == null
                        ? new SignIn.Started("new", mustChange, false, null)
                        : new SignIn.Started(null, mustChange, false, step);
            }
            case "withCode" -> {
                calls.add(method + " " + arguments[0] + " " + arguments[1]);
                if (refusal != null) {
                    throw refusal;
                }
                yield new SignIn.Started("new", mustChange, false, null);
            }
            case "whoChooses" -> {
                if (refusal != null && refusal.problem().kind() == Problem.Kind.GONE) {
                    throw refusal;
                }
                yield "anna";
            }
            case "choosePassword" -> {
                calls.add(method + " " + arguments[0] + " " + arguments[1]);
                if (refusal != null) {
                    throw refusal;
                }
                yield null;
            }
            case "end" ->
                calls.add(method + " " + ((de.kreiswerk.core.api.identity.Caller) arguments[0]).subject() + " "
                        + arguments[1]);
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private static ProblemException refused(Problem.Kind kind) {
        return new ProblemException(kind, "code", Text.same("Titel"), Text.same("So nicht"));
    }
}
