package de.kreiswerk.runtime.acceptance;

import static de.kreiswerk.runtime.acceptance.fixture.OpenIdProvider.comeBack;
import static de.kreiswerk.runtime.acceptance.fixture.OpenIdProvider.signIn;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiswerk.runtime.acceptance.fixture.Client;
import de.kreiswerk.runtime.acceptance.fixture.Eventually;
import de.kreiswerk.runtime.acceptance.fixture.OnOneDatabase;
import de.kreiswerk.runtime.acceptance.fixture.OpenIdProvider;
import de.kreiswerk.runtime.acceptance.fixture.Platform;
import de.kreiswerk.runtime.acceptance.fixture.Reply;
import de.kreiswerk.runtime.acceptance.fixture.Settings;
import de.kreiswerk.runtime.acceptance.fixture.Starter;
import de.kreiswerk.runtime.acceptance.fixture.Visitor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** People come back from a provider of OpenID Connect, and the platform knows them, or does not let them in. */
@Execution(ExecutionMode.CONCURRENT)
class OpenIdConnectTest {

    private static final String PID = "de.kreiswerk.identity.oidc.Provider~";
    private static final String ACCOUNTS = "/api/identity/v1/accounts";

    private OpenIdProvider server;

    @BeforeEach
    void startProvider() throws Exception {
        server = new OpenIdProvider();
    }

    @AfterEach
    void stopProvider() {
        server.close();
    }

    @OnOneDatabase
    void whoComesBackInTheirOwnBrowserIsLetInOnceWhenTheyMay(Starter starter) throws Exception {
        Platform platform = answered(starter);
        assertTheyHaveTheRolesOfTheirGroups(platform);
        assertEverySignInIsFinishedOnceAndLeadsNowhereElse(platform);
        assertWhoMayNotSignInDoesNot(platform);

        platform.stop();
        List<String> records = records(platform);
        assertThat(records)
                .contains(
                        "account.created",
                        "account.linked",
                        "role.granted",
                        "role.revoked",
                        "signed-in",
                        "sign-in.failed");
        assertThat(canonical(platform)).doesNotContain("anna-sub", "Anna Beispiel", "geheim");
    }

    private void assertTheyHaveTheRolesOfTheirGroups(Platform platform) {
        Visitor anna = new Visitor(platform);
        assertThat(anna.open("/anmelden?weiter=%2Fadmin%2Frollen").is(200).text())
                .contains("Dienstkonto", "href=\"/anmelden/dienst/amt?weiter=%2Fadmin%2Frollen\"");

        server.person(
                "amt",
                "anna-sub",
                Map.of("preferred_username", "anna", "name", "Anna Beispiel", "groups", List.of("pruefen")));
        Reply back = signIn(anna, "amt", "/admin/rollen");
        assertThat(back.header("Location")).isEqualTo("/admin/rollen");
        anna.open("/admin/rollen").is(200);
        assertThat(anna.open("/konto").is(200).text()).contains("Anna Beispiel", "anna");
        String account = account(platform, "anna");
        assertThat(roles(platform, account)).containsExactly("auditor");

        assertThat(platform.operator().get("/admin/anmeldedienste").is(200).text())
                .contains("Dienstkonto", ">erreichbar<", platform.url() + "/anmelden/dienst/amt/zurueck")
                .doesNotContain("geheim");

        // What an administrator granted stays, what the group gave goes with it; what is not mapped gives nothing.
        platform.operator()
                .post(ACCOUNTS + "/" + account + "/grants", "application/json", "{\"roleId\":\"author\"}")
                .is(201);
        server.person(
                "amt",
                "anna-sub",
                Map.of("preferred_username", "renamed", "groups", List.of("freigeben", "administrator")));
        signIn(anna, "amt", null).is(303);
        assertThat(roles(platform, account)).containsExactly("approver", "author");
        anna.open("/admin/rollen").is(403);

        // Another person whose provider calls them the same is another account.
        server.person("amt", "other-sub", Map.of("preferred_username", "anna", "groups", "freigeben"));
        signIn(new Visitor(platform), "amt", null).is(303);
        assertThat(account(platform, "anna@amt")).isNotEqualTo(account);

        // Nobody signs in to such an account by name.
        new Visitor(platform)
                .send("/anmelden", "name=anna&kennwort=ein-langes-kennwort")
                .is(422);
    }

    private void assertEverySignInIsFinishedOnceAndLeadsNowhereElse(Platform platform) {
        Visitor berta = new Visitor(platform);
        server.person("amt", "berta-sub", Map.of("preferred_username", "berta"));

        String first = comeBack(berta, "amt", "https://evil.example/");
        Visitor stranger = new Visitor(platform);
        assertThat(stranger.open(first).is(400).text()).contains("Melden Sie sich", "noch einmal an");
        assertThat(stranger.cookies()).isEmpty();
        berta.open(first).is(400);

        String second = comeBack(berta, "amt", "https://evil.example/");
        Reply in = berta.open(second).is(303);
        assertThat(in.header("Location")).isEqualTo("/konto");
        String session = berta.cookies().get("kreiswerk-session");
        berta.open(second).is(400);
        berta.open("/anmelden/dienst/amt/zurueck?state=" + "x".repeat(43) + "&code=x")
                .is(400);
        berta.open("/anmelden/dienst/amt/zurueck").is(400);
        berta.open("/anmelden/dienst/gibtesnicht").is(404);
        berta.send("/anmelden/dienst/amt", "").is(403);
        assertThat(berta.open("/konto").status()).isEqualTo(200);

        // Signing in again gives another session, and the one of before is over: whoever planted it has nothing of it.
        server.person("amt", "berta-sub", Map.of("preferred_username", "berta"));
        signIn(berta, "amt", null).is(303);
        assertThat(berta.cookies().get("kreiswerk-session")).isNotEqualTo(session);
        Visitor thief = new Visitor(platform);
        thief.cookies().put("kreiswerk-session", session);
        thief.open("/konto").is(303);

        // Giving up at the provider, and a token for another client, which the code's holder cannot help.
        String begun = berta.open("/anmelden/dienst/amt").is(303).header("Location");
        String state = begun.replaceFirst(".*[?&]state=([^&]+).*", "$1");
        berta.open("/anmelden/dienst/amt/zurueck?error=access_denied&state=" + state)
                .is(403);
        server.person("amt", "berta-sub", Map.of("aud", "another", "nonce", "another"));
        assertThat(signIn(new Visitor(platform), "amt", null).is(422).text()).contains("nicht zu trauen");
    }

    private void assertWhoMayNotSignInDoesNot(Platform platform) {
        server.person("amt", "carla-sub", Map.of("preferred_username", "carla"));
        Visitor carla = new Visitor(platform);
        signIn(carla, "amt", null).is(303);
        platform.operator()
                .put(
                        ACCOUNTS + "/" + account(platform, "carla") + "/state",
                        "application/json",
                        "{\"state\":\"LOCKED\"}".getBytes(StandardCharsets.UTF_8))
                .is(200);
        carla.open("/konto").is(303);
        server.person("amt", "carla-sub", Map.of("preferred_username", "carla"));
        assertThat(signIn(carla, "amt", null).is(403).text()).contains("gesperrt");

        // The second provider makes no accounts, the third asks for a level of trust.
        server.person("zu", "new-sub", Map.of());
        assertThat(signIn(new Visitor(platform), "zu", null).is(403).text()).contains("kein Konto");
        server.person("bund", "citizen-sub", Map.of("acr", "STORK-QAA-Level-1", "groups", List.of("pruefen")));
        assertThat(signIn(new Visitor(platform), "bund", null).is(403).text()).contains("Vertrauensniveau");
        server.person("bund", "citizen-sub", Map.of("groups", List.of("pruefen")));
        signIn(new Visitor(platform), "bund", null).is(403);
        server.person(
                "bund",
                "citizen-sub",
                Map.of("acr", "STORK-QAA-Level-3", "preferred_username", "buerger", "groups", List.of("pruefen")));
        signIn(new Visitor(platform), "bund", null).is(303);
        assertThat(roles(platform, account(platform, "buerger@bund"))).containsExactly("citizen");
    }

    @OnOneDatabase
    void aProviderThatIsAwayKeepsNobodyFromSigningInLocally(Starter starter) throws Exception {
        server.close();
        Platform platform = start(starter);
        Client operator = platform.operator();
        Eventually.holds(
                "the provider was asked",
                Duration.ofSeconds(60),
                () -> operator.get("/admin/anmeldedienste").is(200).text().contains(">nicht erreichbar<"));

        Visitor visitor = new Visitor(platform);
        Reply away = visitor.open("/anmelden/dienst/amt?weiter=/konto").is(503);
        assertThat(away.header("Retry-After")).isNotEmpty();
        assertThat(away.text()).contains("href=\"/anmelden?weiter=%2Fkonto\"");
        assertThat(visitor.open("/anmelden").is(200).text())
                .contains("antwortet gerade nicht")
                .doesNotContain("class=\"kern-btn kern-btn--secondary\" href=\"/anmelden/dienst/amt\"");
        String password =
                Files.readString(platform.data().resolve("admin.password")).strip();
        assertThat(visitor.send("/anmelden", "name=admin&kennwort=" + password)
                        .is(303)
                        .header("Location"))
                .isEqualTo("/konto");
        platform.stranger().get("/health/ready").is(200);
    }

    /** Whoever comes while it asks for the first keys is not kept waiting for long, and told to come back. */
    private Platform answered(Starter starter) {
        Platform platform = start(starter);
        Eventually.holds(
                "all three providers have answered",
                Duration.ofSeconds(60),
                () -> platform.operator()
                                .get("/admin/anmeldedienste")
                                .is(200)
                                .text()
                                .split(">erreichbar<")
                                .length
                        == 4);
        return platform;
    }

    private Platform start(Starter starter) {
        Map<String, String> settings = new TreeMap<>();
        provider(
                settings,
                "amt",
                Map.of(
                        "label", "Dienstkonto",
                        "clientSecret", "geheim",
                        "mapping", "pruefen=auditor|freigeben=approver"));
        provider(settings, "zu", Map.of("label", "Ohne Konten", "createAccounts", "false"));
        provider(
                settings,
                "bund",
                Map.of(
                        "label",
                        "BundID",
                        "audience",
                        "citizens",
                        "trustClaim",
                        "acr",
                        "trustMinimum",
                        "STORK-QAA-Level-3"));
        List<String> lines = new ArrayList<>();
        settings.forEach((key, value) -> lines.add(key + "=" + value));
        return starter.start(Settings.of("--no-demo").with(Map.of("KREISWERK_SETTINGS", String.join("\n", lines))));
    }

    private void provider(Map<String, String> settings, String name, Map<String, String> given) {
        String prefix = PID + name + "/";
        settings.put(prefix + "issuer", server.issuer(name));
        settings.put(prefix + "clientId", "kreiswerk");
        given.forEach((key, value) -> settings.put(prefix + key, value));
    }

    private static String account(Platform platform, String login) {
        JsonNode found = platform.operator()
                .get(ACCOUNTS + "?text=" + URLEncoder.encode(login, StandardCharsets.UTF_8))
                .is(200)
                .json();
        for (JsonNode account : found.path("data")) {
            if (account.path("loginName").asText().equals(login)) {
                return UUID.fromString(account.path("id").asText()).toString();
            }
        }
        throw new AssertionError("There is no account " + login + ": " + found);
    }

    private static TreeSet<String> roles(Platform platform, String account) {
        TreeSet<String> roles = new TreeSet<>();
        platform.operator()
                .get(ACCOUNTS + "/" + account + "/grants")
                .is(200)
                .json()
                .path("data")
                .forEach(grant -> roles.add(grant.path("roleId").asText()));
        return roles;
    }

    private static List<String> records(Platform platform) throws Exception {
        return column(platform, "select distinct action from audit_record");
    }

    private static String canonical(Platform platform) throws Exception {
        return String.join("\n", column(platform, "select canonical from audit_record"));
    }

    private static List<String> column(Platform platform, String query) throws Exception {
        try (Connection connection = platform.database().connect(platform.data());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (row.next()) {
                found.add(row.getString(1));
            }
            return found;
        }
    }
}
