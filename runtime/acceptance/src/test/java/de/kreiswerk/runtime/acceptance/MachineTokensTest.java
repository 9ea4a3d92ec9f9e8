package de.kreiswerk.runtime.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiswerk.runtime.acceptance.fixture.Client;
import de.kreiswerk.runtime.acceptance.fixture.OnEachDatabase;
import de.kreiswerk.runtime.acceptance.fixture.PapersClient;
import de.kreiswerk.runtime.acceptance.fixture.Platform;
import de.kreiswerk.runtime.acceptance.fixture.Reply;
import de.kreiswerk.runtime.acceptance.fixture.Vorlage;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Machines come in with tokens, do what these are for, and are shut out at once. */
class MachineTokensTest {

    private static final String TOKENS = "/api/identity/v1/tokens";
    private static final String PAPERS = "/api/proposals/v1/papers";

    @OnEachDatabase
    void aMachineMayWhatItsTokenIsForUntilItIsRevoked(Platform platform) {
        Reply made = make(platform.operator(), "Abgabe", "proposals.import").is(201);
        Client machine = platform.bearer(made.field("secret"));
        String id = made.json().path("token").path("id").asText();

        String text = Vorlage.numbered(platform.freshReference()).text();
        machine.post(PAPERS + "/import", "text/plain", text).is(201);
        assertThat(Problem.of(machine.get(PAPERS), 403).code()).isEqualTo("permission-missing");
        assertThat(Problem.of(make(machine, "Noch einer", "proposals.import"), 403)
                        .code())
                .isEqualTo("permission-missing");
        JsonNode shown = shown(platform, id);
        assertThat(shown.path("state").asText()).isEqualTo("VALID");
        assertThat(Instant.parse(shown.path("lastUsed").asText()))
                .isAfter(Instant.now().minus(10, ChronoUnit.MINUTES));
        assertThat(shown.toString()).doesNotContain(made.field("secret").substring(3));
        assertThat(made.header("Location")).endsWith(TOKENS + "/" + id);

        for (int click = 0; click < 2; click++) {
            platform.operator()
                    .send("DELETE", TOKENS + "/" + id, BodyPublishers.noBody())
                    .is(204);
        }
        assertThat(Problem.of(machine.post(PAPERS + "/import", "text/plain", text), 401)
                        .code())
                .isEqualTo("token-not-valid");
        assertThat(shown(platform, id).path("state").asText()).isEqualTo("REVOKED");
    }

    @OnEachDatabase
    void aMachineThatMayOnlyImportDoesNotChangeWhatIsPublic(Platform platform) {
        Client machine = platform.bearer(make(platform.operator(), "Nur Abgabe", "proposals.import")
                .is(201)
                .field("secret"));
        Vorlage paper = Vorlage.numbered(platform.freshReference()).attaching("Plan", "öffentlich");
        String text = paper.text();
        String id = platform.papers().importAndPublish(text).is(201).field("id");
        String before = platform.papers().get(id).is(200).text();
        byte[] bytes = "Seite 1".getBytes(StandardCharsets.UTF_8);

        for (Reply reply : List.of(
                machine.post(
                        PAPERS + "/import",
                        "text/plain",
                        paper.titled("Etwas anderes").text()),
                machine.post(PAPERS + "/import", "text/plain", paper.nonPublic().text()),
                machine.put(PapersClient.attachment(id, 1, "plan.txt"), "text/plain", bytes),
                machine.put(
                        PAPERS + "/" + id + "/reference",
                        "application/json",
                        ("{\"reference\":\"" + platform.freshReference() + "\"}").getBytes(StandardCharsets.UTF_8)))) {
            assertThat(Problem.of(reply, 403).code()).isEqualTo("permission-missing");
        }
        machine.post(PAPERS + "/import", "text/plain", text).is(200);
        assertThat(platform.papers().get(id).text()).isEqualTo(before);
    }

    @OnEachDatabase
    void whatIsNoTokenIsRefusedEvenWhereNoneIsNeeded(Platform platform) {
        for (String token : List.of(
                "kw_" + "A".repeat(43), "kw_", "x", "x".repeat(4_097), "x".repeat(10_000), "a b", "kw_%00", "%F0%9F")) {
            for (String path : List.of(PAPERS, TOKENS, "/vorlagen")) {
                Reply refused = platform.bearer(token).get(path, "Accept", "application/json");
                assertThat(Problem.of(refused, 401).code())
                        .as("%s with %.20s", path, token)
                        .isEqualTo("token-not-valid");
                assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer");
            }
        }
    }

    @OnEachDatabase
    void whatATokenCannotBeIsSaid(Platform platform) {
        Client operator = platform.operator();
        make(operator, "Doppelt", "proposals.read").is(201);

        assertThat(Problem.of(make(operator, "doppelt", "proposals.read"), 409).code())
                .isEqualTo("name-taken");
        assertThat(Problem.of(make(operator, "Unsinn", "no.such.permission"), 422)
                        .code())
                .isEqualTo("permissions-not-valid");
        assertThat(Problem.of(
                                operator.post(
                                        TOKENS,
                                        "application/json",
                                        "{\"name\":\"Ewig\",\"permissions\":[\"proposals.read\"],\"expires\":\"2999-01-01T00:00:00Z\"}"),
                                422)
                        .code())
                .isEqualTo("expiry-not-valid");
        operator.post(TOKENS, "application/json", "").is(400);
        operator.post(TOKENS, "application/json", "{\"expires\":\"morgen\"}").is(400);
    }

    @OnEachDatabase
    void aMachineComesToTheDeputiesOfOthersByItsPermission(Platform platform) {
        Client reader = platform.bearer(
                make(platform.operator(), "Lesen", "identity.read").is(201).field("secret"));
        Client granter = platform.bearer(
                make(platform.operator(), "Vergeben", "identity.grants").is(201).field("secret"));
        String account = reader.get("/api/identity/v1/accounts?text=admin&limit=1")
                .is(200)
                .json()
                .at("/data/0/id")
                .asText();
        String deputies = "/api/identity/v1/deputyships/of/" + account;

        reader.get(deputies).is(200);
        assertThat(Problem.of(reader.get("/api/identity/v1/council-members/" + account), 404)
                        .code())
                .isEqualTo("council-member-not-found");
        assertThat(Problem.of(reader.post(deputies, "application/json", "{}"), 403)
                        .code())
                .isEqualTo("permission-missing");
        assertThat(Problem.of(granter.post(deputies, "application/json", "{}"), 422)
                        .code())
                .as("what it wants is looked at")
                .isEqualTo("entry-not-valid");
        String person = platform.operator()
                .post(
                        "/api/proposals/v1/persons",
                        "application/json",
                        "{\"familyName\":\"Rat\",\"givenName\":\"Rita\"}")
                .is(201)
                .field("id");
        String member = "/api/identity/v1/council-members/" + account;
        granter.put(member, "application/json", ("{\"personId\":\"" + person + "\"}").getBytes(StandardCharsets.UTF_8))
                .is(204);
        assertThat(reader.get(member).is(200).field("personId")).isEqualTo(person);
        granter.send("DELETE", member, BodyPublishers.noBody()).is(204);
    }

    private static Reply make(Client client, String name, String permission) {
        return client.post(
                TOKENS,
                "application/json",
                "{\"name\":\"" + name + "\",\"permissions\":[\"" + permission + "\"],\"expires\":\""
                        + Instant.now().plus(30, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS) + "\"}");
    }

    private static JsonNode shown(Platform platform, String id) {
        for (JsonNode token : all(platform)) {
            if (token.path("id").asText().equals(id)) {
                return token;
            }
        }
        throw new AssertionError("no token " + id);
    }

    private static List<JsonNode> all(Platform platform) {
        List<JsonNode> all = new java.util.ArrayList<>();
        platform.operator().get(TOKENS).is(200).json().path("data").forEach(all::add);
        return all;
    }
}
