package de.kreiswerk.runtime.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.runtime.acceptance.fixture.Client;
import de.kreiswerk.runtime.acceptance.fixture.OnEachDatabase;
import de.kreiswerk.runtime.acceptance.fixture.Platform;
import de.kreiswerk.runtime.acceptance.fixture.Reply;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The way back in for who lost a password: the administration's link. */
class PasswordResetTest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String GOOD = "vier Wörter reichen aus";

    @OnEachDatabase
    void theAdministrationsLinkChoosesAPasswordOnce(Platform platform) {
        String id = platform.operator()
                .post(
                        "/api/identity/v1/accounts",
                        "application/json",
                        "{\"loginName\":\"vergesslich\",\"displayName\":\"Vera Gesslich\"}")
                .is(201)
                .json()
                .path("account")
                .path("id")
                .asText();
        Reply reset = platform.operator()
                .post("/api/identity/v1/accounts/" + id + "/password-reset", "application/json", "")
                .is(200);
        String link = URI.create(reset.field("link")).getPath();
        Client person = platform.stranger();

        assertThat(reset.field("link")).startsWith(platform.url() + "/anmelden/kennwort/");
        assertThat(person.get(link).is(200).text()).contains("vergesslich", "Mindestens 12 Zeichen");
        assertThat(person.get(link).header("Cache-Control")).contains("no-store");
        assertThat(person.post(link, FORM, chosen("kurz", "kurz")).is(422).text())
                .contains("mindestens 12 Zeichen");
        assertThat(person.post(link, FORM, chosen(GOOD, "etwas anderes"))
                        .is(422)
                        .text())
                .contains("nicht gleich");
        Reply done = person.post(link, FORM, chosen(GOOD, GOOD)).is(303);
        assertThat(person.get(done.header("Location")).is(200).text()).contains("Ihr Kennwort ist gewählt.");
        assertThat(signIn(person, "vergesslich", GOOD).is(303).header("Set-Cookie"))
                .contains("session");
        person.get(link).is(410);
        person.post(link, FORM, chosen("ein ganz anderes Kennwort", "ein ganz anderes Kennwort"))
                .is(410);
        person.get("/anmelden/kennwort/").is(410);
        person.get("/anmelden/gibt-es-nicht").is(404);
    }

    private static Reply signIn(Client client, String name, String password) {
        return client.post("/anmelden", FORM, "name=" + encoded(name) + "&kennwort=" + encoded(password));
    }

    private static String chosen(String password, String again) {
        return "neu=" + encoded(password) + "&wiederholt=" + encoded(again);
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
