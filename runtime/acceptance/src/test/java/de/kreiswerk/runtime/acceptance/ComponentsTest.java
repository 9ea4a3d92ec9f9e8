package de.kreiswerk.runtime.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiswerk.runtime.acceptance.fixture.Client;
import de.kreiswerk.runtime.acceptance.fixture.Eventually;
import de.kreiswerk.runtime.acceptance.fixture.OnOneDatabase;
import de.kreiswerk.runtime.acceptance.fixture.Person;
import de.kreiswerk.runtime.acceptance.fixture.Platform;
import de.kreiswerk.runtime.acceptance.fixture.Reply;
import de.kreiswerk.runtime.acceptance.fixture.SampleComponent;
import de.kreiswerk.runtime.acceptance.fixture.SampleComponent.Trait;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** A department's component over REST: uploaded, planned, switched, taken back, removed. */
class ComponentsTest {

    private static final String BASE = "/api/deployment/v1/";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @OnOneDatabase
    void aComponentComesIsSwitchedTakenBackAndGoes(Platform platform) {
        SampleComponent component = SampleComponent.on(platform, "hunde");
        Client operator = platform.operator();

        String first = uploaded(operator, component.archive("1.0.0"));
        assertThat(at(operator, component, "").is(200).header("ETag")).isEqualTo("\"0\"");
        JsonNode plan =
                at(operator, component, "/versions/" + first + "/plan").is(200).json();
        assertThat(plan.path("possible").asBoolean()).isTrue();
        assertThat(plan.path("bundles").path(0).path("kind").asText()).isEqualTo("ADDED");
        platform.stranger().get(component.address()).is(404);

        assertThat(switched(operator, component, first).path("state").asText()).isEqualTo("DONE");
        assertThat(platform.stranger().get(component.address()).is(200).text()).isEqualTo("1.0.0");
        String seen = at(operator, component, "").is(200).header("ETag");

        String second = uploaded(operator, component.archive("1.1.0"));
        assertThat(Problem.of(change(operator, component, "POST", "/versions/" + second + "/switch", "\"0\""), 412)
                        .code())
                .isNotBlank();
        assertThat(ended(operator, change(operator, component, "POST", "/versions/" + second + "/switch", seen))
                        .path("state")
                        .asText())
                .isEqualTo("DONE");
        assertThat(platform.stranger().get(component.address()).is(200).text()).isEqualTo("1.1.0");
        assertThat(at(operator, component, "/map")
                        .is(200)
                        .json()
                        .path("addresses")
                        .path(0)
                        .asText())
                .isEqualTo(component.address());

        JsonNode back = ended(operator, change(operator, component, "POST", "/rollback", null));
        assertThat(back.path("toVersion").asText()).isEqualTo("1.0.0");
        assertThat(platform.stranger().get(component.address()).is(200).text()).isEqualTo("1.0.0");

        assertThat(at(operator, component, "/plan-of-removal")
                        .is(200)
                        .json()
                        .path("possible")
                        .asBoolean())
                .isTrue();
        assertThat(ended(operator, change(operator, component, "DELETE", "", null))
                        .path("state")
                        .asText())
                .isEqualTo("DONE");
        platform.stranger().get(component.address()).is(404);
        JsonNode left = at(operator, component, "").is(200).json();
        assertThat(left.path("state").asText()).isEqualTo("OFF");
        assertThat(left.path("versions")).hasSize(2);
        assertThat(at(operator, component, "/switches").is(200).json().path("data"))
                .hasSize(4);
    }

    @OnOneDatabase
    void aVersionMayClaimMoreOrLessThanTheOneBefore(Platform platform) {
        SampleComponent component = SampleComponent.on(platform, "marder");
        String below = component.address() + "/alle";
        component.deploy(platform, "1.0.0");
        platform.stranger().get(below).is(404);

        component.deploy(platform, "1.1.0", Trait.WIDENS);
        assertThat(platform.stranger().get(component.address()).is(200).text()).isEqualTo("1.1.0");
        assertThat(platform.stranger().get(below).is(200).text()).isEqualTo("1.1.0");

        component.deploy(platform, "1.2.0");
        assertThat(platform.stranger().get(component.address()).is(200).text()).isEqualTo("1.2.0");
        platform.stranger().get(below).is(404);
    }

    @OnOneDatabase
    void withItsDataNothingOfAComponentIsLeftAndItMayComeAnew(Platform platform) {
        SampleComponent component = SampleComponent.on(platform, "ziegen");
        Client operator = platform.operator();
        byte[] archive = component.archive("1.0.0", Trait.REMEMBERS);
        switched(operator, component, uploaded(operator, archive));
        String hash = uploaded(operator, component.archive("1.1.0", Trait.REMEMBERS));
        assertThat(component.rows(platform, "ziegen_owner")).isEqualTo(2);
        assertThat(component.rows(platform, "ziegen_animal")).isEqualTo(1);

        assertThat(ended(operator, change(operator, component, "DELETE", "?data=keep", null))
                        .path("state")
                        .asText())
                .isEqualTo("DONE");
        assertThat(component.rows(platform, "ziegen_owner")).as("data stay").isEqualTo(2);
        switched(operator, component, hash);

        assertThat(Problem.of(change(operator, component, "DELETE", "?data=all", null), 400)
                        .code())
                .isEqualTo("parameter-malformed");
        assertThat(Problem.of(change(operator, component, "DELETE", "?data=delete", "\"0\""), 412)
                        .code())
                .isEqualTo("component-changed");
        assertThat(ended(operator, change(operator, component, "DELETE", "?data=delete", null))
                        .path("state")
                        .asText())
                .isEqualTo("DONE");

        Eventually.holds(
                "nothing of it is there",
                PATIENCE,
                () -> at(operator, component, "").status() == 404);
        platform.stranger().get(component.address()).is(404);
        assertThat(operator.get(BASE + "components").is(200).text()).doesNotContain(component.name());

        switched(operator, component, uploaded(operator, archive));
        assertThat(platform.stranger().get(component.address()).is(200).text()).isEqualTo("1.0.0");
        assertThat(component.rows(platform, "ziegen_owner")).as("made anew").isEqualTo(2);
    }

    /** Expand: the version before runs on the tables of the newer one, and loses nothing. */
    @OnOneDatabase
    void aVersionGoesBackOnTheTablesOfTheNewerOne(Platform platform) {
        SampleComponent component = SampleComponent.on(platform, "pferde");
        Client operator = platform.operator();
        switched(operator, component, uploaded(operator, component.archive("1.0.0", Trait.REMEMBERS)));
        String more = uploaded(operator, component.archive("1.1.0", Trait.REMEMBERS, Trait.GROWS));
        assertThat(switched(operator, component, more).path("state").asText()).isEqualTo("DONE");

        JsonNode back = ended(operator, change(operator, component, "POST", "/rollback", null));

        assertThat(back.path("state").asText()).isEqualTo("DONE");
        assertThat(platform.stranger().get(component.address()).text()).isEqualTo("1.0.0");
        assertThat(component.rows(platform, "pferde_owner")).isEqualTo(2);
        assertThat(switched(operator, component, more).path("state").asText())
                .as("and forward again")
                .isEqualTo("DONE");
    }

    @OnOneDatabase
    void aVersionWhoseTablesCannotBeMadeIsTakenBackAndSaysWhy(Platform platform) {
        platform.expectError("The tables of de.kreis.esel.probe cannot be used");
        SampleComponent component = SampleComponent.on(platform, "esel");
        Client operator = platform.operator();
        switched(operator, component, uploaded(operator, component.archive("1.0.0", Trait.REMEMBERS)));

        JsonNode undone = switched(
                operator, component, uploaded(operator, component.archive("1.1.0", Trait.REMEMBERS, Trait.SPOILS)));

        assertThat(undone.path("state").asText()).isEqualTo("UNDONE");
        assertThat(undone.path("reason").path("german").asText()).contains("Tabellen", "nicht angelegt");
        assertThat(undone.path("details").toString()).contains("V2__twice.sql");
        assertThat(platform.stranger().get(component.address()).text()).isEqualTo("1.0.0");
        assertThat(component.rows(platform, "esel_owner")).isEqualTo(2);
    }

    @OnOneDatabase
    void aCheckThatFailsLaterIsSeenOnItsPage(Platform platform) {
        SampleComponent component = SampleComponent.on(platform, "hasen");
        Client operator = platform.operator();
        String archive = uploaded(operator, component.archive("1.0.0", Trait.AILS));
        assertThat(switched(operator, component, archive).path("state").asText())
                .isEqualTo("DONE");
        assertThat(at(operator, component, "").json().path("state").asText()).isEqualTo("RUNNING");

        platform.stranger().get(component.address() + "?krank=ja").is(200);

        Eventually.holds(
                "it is seen",
                PATIENCE,
                () -> at(operator, component, "")
                        .json()
                        .path("details")
                        .toString()
                        .contains("Puls: kein Puls"));
        JsonNode ill = at(operator, component, "").json();
        assertThat(ill.path("state").asText()).as("it is served").isEqualTo("RUNNING");
        assertThat(ill.path("health").asText()).isEqualTo("CRITICAL");
        assertThat(operator.get("/admin/komponenten/" + component.name())
                        .is(200)
                        .text())
                .contains(
                        "läuft, meldet aber einen Fehler",
                        "Eine Prüfung der Komponente meldet einen Fehler.",
                        "kein Puls")
                .doesNotContain("läuft nicht");
    }

    @OnOneDatabase
    void whatDoesNotStartIsTakenBackAndWhatCannotResolveIsRefused(Platform platform) {
        SampleComponent component = SampleComponent.on(platform, "katzen");
        Client operator = platform.operator();
        switched(operator, component, uploaded(operator, component.archive("1.0.0")));

        JsonNode undone = switched(operator, component, uploaded(operator, component.archive("1.1.0", Trait.FAILS)));

        assertThat(undone.path("state").asText()).isEqualTo("UNDONE");
        assertThat(undone.path("reason").path("german").asText()).isNotBlank();
        assertThat(undone.path("details").toString()).contains("kein guter Anfang");
        assertThat(platform.stranger().get(component.address()).is(200).text()).isEqualTo("1.0.0");
        assertThat(at(operator, component, "")
                        .is(200)
                        .json()
                        .path("versions")
                        .path(0)
                        .path("state")
                        .asText())
                .isEqualTo("QUARANTINED");

        String lacking = uploaded(operator, component.archive("1.2.0", Trait.LACKS));
        JsonNode plan = at(operator, component, "/versions/" + lacking + "/plan")
                .is(200)
                .json();
        assertThat(plan.path("possible").asBoolean()).isFalse();
        assertThat(plan.path("refusals").path(0).path("german").asText()).contains("de.kreiswerk.core.api.text", "99");
    }

    @OnOneDatabase
    void whatIsNoGoodArchiveIsRefusedInASentenceAndLeavesNothing(Platform platform) {
        SampleComponent component = SampleComponent.on(platform, "voegel");
        Client operator = platform.operator();
        byte[] good = component.archive("1.0.0");
        byte[] changed = good.clone();
        changed[good.length / 2] ^= 1;

        for (byte[] bad : new byte[][] {
            {}, "kein ZIP".getBytes(StandardCharsets.UTF_8), Arrays.copyOf(good, good.length / 2), changed
        }) {
            Reply refused = operator.post(BASE + "components", "application/zip", bad);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.json().path("detail").asText()).endsWith(".");
        }
        assertThat(Problem.of(operator.post(BASE + "components", "text/plain", good), 415)
                        .code())
                .isEqualTo("unsupported-media-type");
        at(operator, component, "").is(404);

        assertThat(operator.post(BASE + "components", "application/java-archive", good)
                        .status())
                .isEqualTo(201);
        assertThat(operator.post(BASE + "components", "application/java-archive", good)
                        .status())
                .isEqualTo(200);
    }

    @OnOneDatabase
    void aFormWithAFileNeedsTheTokenBeforeTheFile(Platform platform) {
        Person administrator = platform.people().administrator();
        String token = "--b\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n" + administrator.token() + "\r\n";
        String file = "--b\r\nContent-Disposition: form-data; name=\"datei\"; filename=\"x.kwc\"\r\n\r\nkein ZIP\r\n";

        assertThat(sent(administrator, token + file + "--b--").is(422).text()).contains("kein ZIP-Archiv");
        for (String body :
                List.of(file + token + "--b--", file + "--b--", token.replace("\r\n\r\n", "\r\n\r\nx") + file)) {
            assertThat(sent(administrator, body, "Accept", "application/json")
                            .is(403)
                            .text())
                    .contains("csrf-token-not-valid");
        }
        assertThat(sent(administrator, token + file + "--b--", "Origin", "https://example.org")
                        .is(403)
                        .text())
                .doesNotContain("kein ZIP-Archiv");
        sent(administrator, token, "Accept", "application/json").is(400);
    }

    private static Reply sent(Person person, String body, String... headers) {
        return person.send("POST", "/admin/komponenten/hochladen", "multipart/form-data; boundary=b", body, headers);
    }

    @OnOneDatabase
    void whatNobodyMayKnowOfIsNotThere(Platform platform) {
        SampleComponent component = SampleComponent.on(platform, "fische");
        Client operator = platform.operator();
        String archive = uploaded(operator, component.archive("1.0.0"));
        String role = platform.people().role("Einspielen anderswo", "deployment.read", "deployment.deploy");
        String elsewhere = platform.people().department("FD anderswo", "Fachdienst anderswo", null);
        JsonNode account = platform.people().account(platform.people().freshLogin(), elsewhere);
        operator.post(
                        "/api/identity/v1/accounts/"
                                + account.path("account").path("id").asText() + "/grants",
                        "application/json",
                        "{\"roleId\":\"" + role + "\",\"departmentId\":\"" + elsewhere + "\"}")
                .is(201);
        Person person = platform.people().signIn(account);

        assertThat(person.get(BASE + "components").is(200).json().path("data")).isEmpty();
        person.get(BASE + "components/" + component.name()).is(404);
        person.get(BASE + "components/" + component.name() + "/versions/" + archive + "/plan")
                .is(404);
        assertThat(person.get("/admin/komponenten").is(200).text()).doesNotContain(component.name());
        person.get("/admin/komponenten/" + component.name()).is(404);
        platform.stranger().get(BASE + "components").is(401);
        platform.stranger().get(BASE + "openapi.json").is(401);
        assertThat(operator.get(BASE + "openapi.json")
                        .is(200)
                        .json()
                        .path("openapi")
                        .asText())
                .startsWith("3.0");
    }

    private static String uploaded(Client operator, byte[] archive) {
        Reply reply =
                operator.post(BASE + "components", "application/zip", archive).is(201);
        assertThat(reply.json().path("signature").path("state").asText()).isEqualTo("VALID");
        assertThat(reply.header("Location")).endsWith(reply.field("archive"));
        return reply.field("archive");
    }

    private static JsonNode switched(Client operator, SampleComponent component, String archive) {
        return ended(operator, change(operator, component, "POST", "/versions/" + archive + "/switch", null));
    }

    private static JsonNode ended(Client operator, Reply begun) {
        String id = begun.is(202).field("id");
        assertThat(begun.header("Location")).endsWith(BASE + "switches/" + id);
        return operator.get(BASE + "switches/" + id + "?wait=60").is(200).json();
    }

    private static Reply at(Client operator, SampleComponent component, String below) {
        return operator.get(BASE + "components/" + component.name() + below);
    }

    private static Reply change(
            Client operator, SampleComponent component, String method, String below, String ifMatch) {
        String path = BASE + "components/" + component.name() + below;
        return ifMatch == null
                ? operator.send(method, path, BodyPublishers.noBody())
                : operator.send(method, path, BodyPublishers.noBody(), "If-Match", ifMatch);
    }
}
