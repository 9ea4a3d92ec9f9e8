package de.kreiswerk.runtime.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import de.kreiswerk.runtime.acceptance.fixture.OnEachDatabase;
import de.kreiswerk.runtime.acceptance.fixture.OnOneDatabase;
import de.kreiswerk.runtime.acceptance.fixture.People;
import de.kreiswerk.runtime.acceptance.fixture.Person;
import de.kreiswerk.runtime.acceptance.fixture.Platform;
import de.kreiswerk.runtime.acceptance.fixture.Reply;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;

/** What somebody tries who is not signed in, and what the form of signing in is fed with. */
class SignInAttacksTest {

    private static final String ACCOUNTS = "/api/identity/v1/accounts";

    /** Looks like {@code admin}, or is read as it by somebody careless; none of them is. */
    private static final List<String> LOOK_ALIKES = List.of(
            "аdmin", // Cyrillic a
            "αdmin",
            "ad\u043cin",
            "admin\u200b",
            "ad\u00admin",
            "\u202enimda",
            "\ufeffadmin",
            "admin\u0000",
            "ad\nmin",
            "admin\r\nX: y",
            "\u001b[31madmin",
            "admin\u0301\u0327",
            "\uD83D\uDE00",
            "admin' or '1'='1",
            "<b>admin</b>",
            "x".repeat(10_000));

    /** Other ways to write the same letters are the same name, which nobody else can have; the last has a dotless i. */
    private static final List<String> SAME = List.of("ADMIN", "ａｄｍｉｎ", " admin ", "adm\u0131n");

    @OnEachDatabase
    void lookAlikesAndControlsAreRefusedLikeAnyWrongName(Platform platform) {
        platform.people().administrator();
        String wrong = answer(attempt(platform, "niemand", 0));

        for (int i = 0; i < LOOK_ALIKES.size(); i++) {
            Reply reply = attempt(platform, LOOK_ALIKES.get(i), i + 1).is(422);
            assertThat(answer(reply)).as(LOOK_ALIKES.get(i)).isEqualTo(wrong);
            assertThat(reply.header("Set-Cookie")).as(LOOK_ALIKES.get(i)).isEmpty();
        }
        assertThat(platform.logged("nimda")).as("what was typed is not logged").isEmpty();
        for (String same : SAME) {
            assertThat(attempt(platform, same, 100).is(200).text()).as(same).contains("name=\"schritt\"");
        }
    }

    @OnEachDatabase
    void whoGuessesWaitsAndTheOwnerDoesNot(Platform platform) {
        String login = platform.people().freshLogin();
        platform.people().signIn(platform.people().account(login));
        for (int guess = 0; guess < 5; guess++) {
            attempt(platform, login, "geraten " + guess, 200).is(422);
        }

        Reply refused = attempt(platform, login, "noch einmal", 200).is(429);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 300);
        assertThat(refused.text()).contains("Minute");
        assertThat(attempt(platform, login, People.PASSWORD, 200).status())
                .as("even the right one, from there")
                .isEqualTo(429);
        attempt(platform, login, People.PASSWORD, 201).is(303);
    }

    @OnEachDatabase
    void thePasswordOfTheFirstStartIsNotPrintedWhereNobodyWatches(Platform platform) throws IOException {
        String first =
                Files.readString(platform.data().resolve("admin.password")).strip();

        assertThat(platform.logged("The first account is admin", "admin.password"))
                .isPresent();
        assertThat(platform.logged(first)).isEmpty();
    }

    @OnEachDatabase
    void nobodyGetsAnAccountThatLooksLikeAnothers(Platform platform) {
        for (String name : LOOK_ALIKES) {
            assertThat(add(platform, name).status()).as(name).isEqualTo(422);
        }
        for (String same : SAME) {
            assertThat(add(platform, same).is(409).field("code")).as(same).isEqualTo("name-taken");
        }
    }

    @OnEachDatabase
    void aPasswordOfAMebibyteIsNotWorkedOn(Platform platform) {
        String huge = "x".repeat(1024 * 1024);
        String form = Person.form("name", "admin", "kennwort", huge);

        assertThat(Person.attempt(platform, "admin", huge).status()).isEqualTo(413);
        Reply streamed = platform.stranger()
                .send(
                        "POST",
                        "/anmelden",
                        BodyPublishers.ofInputStream(
                                () -> new ByteArrayInputStream(form.getBytes(StandardCharsets.UTF_8))),
                        "Content-Type",
                        Person.FORM);
        assertThat(streamed.status()).isEqualTo(413);
        Person person = platform.people().somebody();
        person.post("/konto/kennwort", "bisher", huge, "neu", huge, "wiederholt", huge)
                .is(413);
        // What fits into the form but into no account is wrong like any other.
        assertThat(attempt(platform, "admin", "x".repeat(10_000), 101).status()).isEqualTo(422);
        person.post(
                        "/konto/kennwort",
                        "bisher",
                        People.PASSWORD,
                        "neu",
                        "x1y2z".repeat(200),
                        "wiederholt",
                        "x1y2z".repeat(200))
                .is(422);
    }

    @OnOneDatabase
    void nobodyIsLedToAnotherHost(Platform platform) {
        String login = platform.people().freshLogin();
        platform.people().signIn(platform.people().account(login));
        for (String next : OpenRedirectTest.SPELLINGS) {
            Reply signedIn = platform.stranger()
                    .post(
                            "/anmelden",
                            Person.FORM,
                            Person.form("name", login, "kennwort", People.PASSWORD, "weiter", next))
                    .is(303);
            assertThat(signedIn.header("Location"))
                    .as(next)
                    .matches("/([!-.0-\\[\\]-~][!-\\[\\]-~]*)?")
                    .doesNotContain("\\", "\t");
        }
    }

    private static Reply attempt(Platform platform, String name, int network) {
        return attempt(platform, name, People.PASSWORD, network);
    }

    /** From a network of its own each time: what is throttled is tested elsewhere. */
    private static Reply attempt(Platform platform, String name, String password, int network) {
        return Person.attempt(platform, name, password, "X-Forwarded-For", "198.51.100." + network);
    }

    /** What the page says, without the name that it shows again. */
    private static String answer(Reply reply) {
        String text = reply.text();
        int begin = text.indexOf("role=\"alert\"");
        return text.substring(begin, text.indexOf("</div>", begin));
    }

    private static Reply add(Platform platform, String name) {
        String entry = JsonNodeFactory.instance
                .objectNode()
                .put("loginName", name)
                .put("displayName", "Jemand anderes")
                .toString();
        return platform.operator().post(ACCOUNTS, "application/json", entry);
    }
}
