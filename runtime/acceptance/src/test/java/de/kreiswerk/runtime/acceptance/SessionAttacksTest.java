package de.kreiswerk.runtime.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiswerk.runtime.acceptance.fixture.OnEachDatabase;
import de.kreiswerk.runtime.acceptance.fixture.People;
import de.kreiswerk.runtime.acceptance.fixture.Person;
import de.kreiswerk.runtime.acceptance.fixture.Platform;
import de.kreiswerk.runtime.acceptance.fixture.Reply;
import java.util.ArrayList;
import java.util.List;

/** What somebody tries who wants to act in another's name. */
class SessionAttacksTest {

    private static final String NEW_ACCOUNT = "/admin/konten/neu";
    private static final String DEPARTMENTS = "/api/identity/v1/departments";
    private static final String JSON = "application/json";

    @OnEachDatabase
    void aPlantedIdNeverBecomesASession(Platform platform) {
        String planted = "kreiswerk-session=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
        JsonNode victim = platform.people().account(platform.people().freshLogin());
        Reply signedIn = Person.attempt(
                        platform,
                        victim.path("account").path("loginName").asText(),
                        victim.path("password").asText(),
                        "Cookie",
                        planted)
                .is(303);

        assertThat(Person.cookie(signedIn)).startsWith("kreiswerk-session=").isNotEqualTo(planted);
        assertSignedOut(platform, planted);
    }

    /** The attacker lets the victim's browser hold the attacker's session, and waits for the victim to sign in. */
    @OnEachDatabase
    void aSessionThatSomebodyElseKnowsEndsWhenOneSignsIn(Platform platform) {
        People people = platform.people();
        Person attacker = people.somebody();
        String login = people.freshLogin();
        String password = people.account(login).path("password").asText();

        Person.attempt(platform, login, password, "Cookie", attacker.cookie()).is(403);
        Reply signedIn = Person.attempt(
                        platform, login, password, "Cookie", attacker.cookie(), "X-CSRF-Token", attacker.token())
                .is(303);

        assertThat(Person.cookie(signedIn)).isNotBlank().isNotEqualTo(attacker.cookie());
        assertSignedOut(platform, attacker.cookie());
    }

    @OnEachDatabase
    void theIdChangesWithThePassword(Platform platform) {
        Person person = platform.people().somebody();
        String before = person.cookie();
        String token = person.token();
        String chosen = "Fünf graue Gänse rasten";
        Reply changed = person.post("/konto/kennwort", "bisher", People.PASSWORD, "neu", chosen, "wiederholt", chosen)
                .is(303);

        assertThat(Person.cookie(changed)).isNotEqualTo(before);
        assertSignedOut(platform, before);
        Reply page = platform.stranger()
                .get("/konto", "Cookie", Person.cookie(changed))
                .is(200);
        assertThat(Person.token(page)).as("the token of the forms").isNotEqualTo(token);
    }

    @OnEachDatabase
    void aFormWithoutTheTokenOfItsSessionChangesNothing(Platform platform) {
        Person administrator = platform.people().administrator();
        Person another = platform.people().somebody("administrator");
        String login = platform.people().freshLogin();
        String form = Person.form("was", "speichern", "anmeldename", login, "name", "Untergeschoben");
        List<String> forgeries = new ArrayList<>(List.of(form, form + "&csrf=", form + "&csrf=" + "A".repeat(43)));
        forgeries.add(form + "&" + Person.form("csrf", another.token()));

        for (String forged : forgeries) {
            Reply refused = administrator
                    .send("POST", NEW_ACCOUNT, Person.FORM, forged, "Accept", JSON)
                    .is(403);
            assertThat(refused.field("code")).as(forged).isEqualTo("csrf-token-not-valid");
        }
        administrator.send("POST", NEW_ACCOUNT, "text/plain", form).is(403);
        administrator
                .send("POST", NEW_ACCOUNT, Person.FORM, form, "X-CSRF-Token", another.token())
                .is(403);
        assertThat(loginNames(platform)).doesNotContain(login);
        administrator
                .post(NEW_ACCOUNT, "was", "speichern", "anmeldename", login, "name", "Gewollt")
                .is(200);
        assertThat(loginNames(platform)).contains(login);
    }

    @OnEachDatabase
    void evenAStolenTokenIsOfNoUseToAnotherSite(Platform platform) {
        Person administrator = platform.people().administrator();
        String login = platform.people().freshLogin();
        String form = Person.form(
                "was", "speichern", "anmeldename", login, "name", "Untergeschoben", "csrf", administrator.token());
        String port = String.valueOf(platform.url().getPort());

        for (String[] from : List.of(
                new String[] {"Sec-Fetch-Site", "cross-site"},
                new String[] {"Sec-Fetch-Site", "same-site"},
                new String[] {"Origin", "https://boese.example"},
                new String[] {"Origin", "null"},
                new String[] {"Origin", "http://localhost"},
                new String[] {"Origin", "http://localhost:" + port + ".boese.example"})) {
            Reply refused = administrator
                    .send("POST", NEW_ACCOUNT, Person.FORM, form, from[0], from[1], "Accept", JSON)
                    .is(403);
            assertThat(refused.field("code")).as(String.join(": ", from)).isEqualTo("request-from-elsewhere");
            Reply signIn = Person.attempt(platform, "admin", People.PASSWORD, from);
            assertThat(signIn.status()).as("signing a victim in").isEqualTo(403);
        }
        assertThat(loginNames(platform)).doesNotContain(login);
    }

    @OnEachDatabase
    void overRestASessionNeedsItsTokenToo(Platform platform) {
        Person administrator = platform.people().administrator();
        String body = "{\"shortName\":\"X " + platform.people().freshLogin() + "\",\"name\":\"Fachdienst "
                + platform.people().freshLogin() + "\"}";

        assertThat(administrator.send("POST", DEPARTMENTS, JSON, body).is(403).field("code"))
                .isEqualTo("csrf-token-not-valid");
        // What a form of another site can send without asking first.
        administrator.send("POST", DEPARTMENTS, "text/plain", body).is(403);
        administrator
                .send("POST", DEPARTMENTS, JSON, body, "X-CSRF-Token", administrator.token())
                .is(201);
        administrator
                .send("POST", DEPARTMENTS, "text/plain", body, "X-CSRF-Token", administrator.token())
                .is(415);
    }

    @OnEachDatabase
    void aRoleThatIsTakenAwayIsGoneAtTheNextRequest(Platform platform) {
        People people = platform.people();
        JsonNode issued = people.account(people.freshLogin());
        String grant = people.grant(People.id(issued), "administrator");
        Person person = people.signIn(issued);
        person.get("/admin/konten").is(200);
        person.get(DEPARTMENTS).is(200);
        String open = Person.form("was", "speichern", "anmeldename", people.freshLogin(), "name", "Zu spät");

        people.revoke(People.id(issued), grant);

        person.get("/admin/konten").is(403);
        person.get(DEPARTMENTS).is(403);
        person.send("POST", NEW_ACCOUNT, Person.FORM, open, "X-CSRF-Token", person.token())
                .is(403);
        person.get("/konto").is(200);
    }

    @OnEachDatabase
    void whoIsLockedIsSignedOutAtTheNextRequest(Platform platform) {
        People people = platform.people();
        JsonNode issued = people.account(people.freshLogin());
        Person person = people.signIn(issued);

        platform.operator()
                .put(
                        "/api/identity/v1/accounts/" + People.id(issued) + "/state",
                        JSON,
                        "{\"state\":\"LOCKED\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .is(200);

        assertSignedOut(platform, person.cookie());
    }

    private static void assertSignedOut(Platform platform, String cookie) {
        assertThat(platform.stranger().get("/konto", "Cookie", cookie).is(303).header("Location"))
                .startsWith("/anmelden");
    }

    private static List<String> loginNames(Platform platform) {
        List<String> names = new ArrayList<>();
        platform.operator()
                .get("/api/identity/v1/accounts?limit=1000")
                .is(200)
                .json()
                .path("data")
                .forEach(account -> names.add(account.path("loginName").asText()));
        return names;
    }
}
