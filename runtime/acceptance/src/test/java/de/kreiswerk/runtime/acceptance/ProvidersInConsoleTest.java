package de.kreiswerk.runtime.acceptance;

import static de.kreiswerk.runtime.acceptance.fixture.OpenIdProvider.signIn;
import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.runtime.acceptance.fixture.Client;
import de.kreiswerk.runtime.acceptance.fixture.Eventually;
import de.kreiswerk.runtime.acceptance.fixture.OnOneDatabase;
import de.kreiswerk.runtime.acceptance.fixture.OpenIdProvider;
import de.kreiswerk.runtime.acceptance.fixture.People;
import de.kreiswerk.runtime.acceptance.fixture.Person;
import de.kreiswerk.runtime.acceptance.fixture.Platform;
import de.kreiswerk.runtime.acceptance.fixture.Reply;
import de.kreiswerk.runtime.acceptance.fixture.Settings;
import de.kreiswerk.runtime.acceptance.fixture.Starter;
import de.kreiswerk.runtime.acceptance.fixture.Visitor;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Providers are set up in the console: what is saved holds at once, after a restart, and after a kill. */
@Execution(ExecutionMode.CONCURRENT)
class ProvidersInConsoleTest {

    private static final String PID = "de.kreiswerk.identity.oidc.Provider";
    private static final String ALL = "/admin/einstellungen/" + PID;
    private static final String AMT = ALL + "~amt";
    private static final String SECRET = "sehr-geheim-7391";
    private static final Pattern REVISION = Pattern.compile("name=\"stand\" value=\"([0-9]+)\"");
    private static final Pattern NUMBER = Pattern.compile("name=\"aenderung\" value=\"([0-9]+)\"");

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
    void whoeverIsSetUpInTheConsoleSignsPeopleInUntilItIsDeleted(Starter starter) throws Exception {
        Platform platform = starter.start("--no-demo");
        Client operator = platform.operator();
        Visitor anna = new Visitor(platform);
        assertThat(anna.open("/anmelden").is(200).text()).doesNotContain("Dienstkonto");
        assertThat(operator.get("/admin/anmeldedienste").is(200).text()).contains("href=\"" + ALL + "/neu\"");
        assertThat(operator.get(ALL + "/neu").is(200).text())
                .contains(platform.url() + "/anmelden/dienst/NAME/zurueck");

        Reply made = send(operator, ALL + "/neu", entry("amt")).is(303);
        assertThat(answering(operator, made.header("Location")))
                .contains("Angelegt.", platform.url() + "/anmelden/dienst/amt/zurueck")
                .doesNotContain(SECRET);
        assertThat(anna.open("/anmelden").is(200).text()).contains("Dienstkonto", "/anmelden/dienst/amt");
        signsIn(anna, "anna-sub", "pruefen");
        anna.open("/admin/rollen").is(200);

        // The name is taken; somebody else was quicker; a change holds from the next sign-in on.
        assertThat(send(operator, ALL + "/neu", entry("amt")).is(422).text()).contains("gibt es schon", "name-fehler");
        String seen = revision(operator, AMT);
        send(operator, AMT, Map.of("stand", seen, "w.label", "Hauskonto", "w.mapping", "pruefen=approver\r\nx=author"))
                .is(303);
        assertThat(send(operator, AMT, Map.of("stand", seen, "w.label", "Anders"))
                        .is(412)
                        .text())
                .contains("Inzwischen geändert", "Jetzt gilt: Hauskonto");
        assertThat(new Visitor(platform).open("/anmelden").is(200).text())
                .contains("Hauskonto")
                .doesNotContain("Dienstkonto");

        platform.stop();
        platform.start();
        Client again = platform.operator();
        assertThat(answering(again, AMT)).contains("Hauskonto", "wird aber nie gezeigt");
        signsIn(anna, "anna-sub", "pruefen");
        anna.open("/admin/rollen").is(403);

        assertThat(again.get(AMT + "/loeschen").is(200).text()).contains("Wirklich löschen?", "bleibt es, bis die");
        send(again, AMT + "/loeschen", Map.of("stand", seen)).is(412);
        send(again, AMT + "/loeschen", Map.of("stand", revision(again, AMT))).is(303);
        assertThat(new Visitor(platform).open("/anmelden").is(200).text()).doesNotContain("Hauskonto");
        anna.open("/anmelden/dienst/amt").is(404);
        anna.open("/konto").is(200);

        Matcher deleted = NUMBER.matcher(again.get(ALL).is(200).text());
        assertThat(deleted.find()).isTrue();
        Reply back = send(again, AMT, Map.of("aktion", "wiederherstellen", "aenderung", deleted.group(1)))
                .is(303);
        assertThat(again.get(back.header("Location")).is(200).text())
                .contains("Wiederhergestellt", "Nicht gesetzt.", "Hauskonto");
        answering(again, AMT);
        signsIn(anna, "anna-sub", "pruefen");

        platform.stop();
        assertThat(column(platform, "select distinct action from audit_record"))
                .contains("settings.created", "settings.changed", "settings.deleted");
        List<String> kept = new ArrayList<>(column(platform, "select canonical from audit_record"));
        kept.addAll(column(platform, "select properties_before from core_setting_change"));
        kept.addAll(column(platform, "select properties_after from core_setting_change"));
        assertThat(kept).noneMatch(text -> text.contains(SECRET));
        assertThat(platform.log()).noneMatch(line -> line.contains(SECRET));
    }

    @OnOneDatabase
    void whyOneDoesNotWorkIsSaidInASentenceAndWhatAFileDeterminesStays(Starter starter) {
        Platform platform = starter.start(Settings.of("--no-demo")
                .with(Map.of(
                        "KREISWERK_SETTINGS",
                        PID + "~fest/issuer=" + server.issuer("fest") + "\n" + PID + "~fest/clientId=kreiswerk")));
        Client operator = platform.operator();
        String fixed = ALL + "~fest";

        assertThat(operator.get(ALL).is(200).text()).contains("fest", "KREISWERK_SETTINGS");
        assertThat(answering(operator, fixed))
                .contains("KREISWERK_SETTINGS")
                .doesNotContain("name=\"w.issuer\"", "/loeschen");
        send(operator, fixed + "/loeschen", Map.of("stand", "0")).is(409);
        send(operator, ALL + "/neu", entry("fest")).is(422);
        // What the variable does not say may be set.
        send(operator, fixed, Map.of("stand", "0", "w.label", "Festes Konto", "w.issuer", "https://evil.example"))
                .is(303);
        assertThat(operator.get(fixed).is(200).text())
                .contains("Festes Konto", server.issuer("fest"))
                .doesNotContain("evil.example");

        Map<String, String> amt = new TreeMap<>(entry("amt"));
        for (Map.Entry<String, String> wrong : Map.of(
                        "http://sso.example",
                        "keine Adresse mit https://",
                        "http://127.0.0.1:1/amt",
                        "antwortet niemand",
                        server.issuer("amt") + "/",
                        "der Aussteller muss genau so heißen")
                .entrySet()) {
            amt.put("w.issuer", wrong.getKey());
            boolean isThere = operator.get(AMT).status() == 200;
            amt.put("stand", isThere ? revision(operator, AMT) : "");
            send(operator, isThere ? AMT : ALL + "/neu", amt).is(303);
            saying(operator, AMT, wrong.getValue());
            assertThat(operator.get("/admin/anmeldedienste").is(200).text()).contains(wrong.getValue());
        }
        amt.put("w.issuer", server.issuer("amt"));
        amt.put("w.mapping", "pruefen=pruefer");
        amt.put("stand", revision(operator, AMT));
        send(operator, AMT, amt).is(303);
        saying(operator, AMT, "nennt die Rolle „pruefer“, die es nicht gibt");

        // Those who may read only see how it does, and not the way to the settings.
        Person reader = platform.people().somebody("auditor");
        Reply list = reader.get("/admin/anmeldedienste").is(200);
        assertThat(list.text()).contains("nennt die Rolle").doesNotContain("/admin/einstellungen");
        reader.get(AMT).is(403);

        // Who may set everything else up could make themselves anybody with a provider of their own.
        People people = platform.people();
        Person technician =
                people.somebody(people.role("Technik", "platform.console", "platform.settings", "identity.grants"));
        technician.get(AMT).is(200);
        assertThat(technician
                        .post(ALL + "/neu", "name", "meiner", "w.issuer", server.issuer("meiner"))
                        .is(403)
                        .text())
                .contains("alle Berechtigungen");
        technician.post(AMT + "/loeschen", "stand", revision(operator, AMT)).is(403);
        operator.get(ALL + "~meiner").is(404);
    }

    @OnOneDatabase
    void afterAKillWhatWasSavedIsThereAsAWholeOrNotAtAll(Starter starter) throws Exception {
        Platform platform = starter.start("--no-demo");
        Client operator = platform.operator();
        List<String> acknowledged = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch enough = new CountDownLatch(3 + new Random().nextInt(8));
        Thread maker = new Thread(() -> {
            try {
                for (int i = 0; i < 40; i++) {
                    String name = "p" + i;
                    operator.trySend(
                                    "POST",
                                    ALL + "/neu",
                                    BodyPublishers.ofString(form(entry(name))),
                                    "Content-Type",
                                    Person.FORM)
                            .is(303);
                    acknowledged.add(name);
                    enough.countDown();
                }
            } catch (IOException e) {
                // Killed.
            }
        });
        maker.start();
        assertThat(enough.await(60, TimeUnit.SECONDS)).isTrue();
        platform.kill();
        maker.join(60_000);
        platform.start();

        Client again = platform.operator();
        for (int i = 0; i <= acknowledged.size(); i++) {
            Reply page = again.get(ALL + "~p" + i);
            if (i < acknowledged.size() || page.status() != 404) {
                assertThat(page.is(200).text())
                        .contains("value=\"Dienstkonto\"", server.issuer("p" + i), "wird aber nie gezeigt", "Angelegt");
            }
        }
        Eventually.holds(
                "they are offered",
                Duration.ofSeconds(60),
                () -> platform.stranger().get("/anmelden").text().contains("/anmelden/dienst/p0"));
        platform.stop();
        List<String> kept = column(platform, "select pid from core_setting where pid like '%oidc.Provider~%'");
        assertThat(kept).hasSizeGreaterThanOrEqualTo(acknowledged.size());
        assertThat(column(platform, "select object_id from audit_record where action = 'settings.created'"))
                .containsExactlyInAnyOrderElementsOf(kept);
        assertThat(column(platform, "select pid from core_setting_change")).containsExactlyInAnyOrderElementsOf(kept);
    }

    private void signsIn(Visitor visitor, String subject, String group) {
        server.person("amt", subject, Map.of("preferred_username", "anna", "groups", List.of(group)));
        signIn(visitor, "amt", null).is(303);
    }

    private Map<String, String> entry(String name) {
        return Map.of(
                "name",
                name,
                "w.issuer",
                server.issuer(name),
                "w.clientId",
                "kreiswerk",
                "w.clientSecret",
                SECRET,
                "w.label",
                "Dienstkonto",
                "w.mapping",
                "pruefen=auditor");
    }

    private static String answering(Client client, String path) {
        return saying(client, path, "Er antwortet.");
    }

    /**
     * The page of a provider once it says how that one does. On a busy machine not within the seconds that a page waits the first
     * time, and who did not answer in time is asked again after some seconds.
     */
    private static String saying(Client client, String path, String words) {
        AtomicReference<String> page = new AtomicReference<>("");
        Eventually.holds(() -> words + " is not in " + page.get(), Duration.ofSeconds(60), () -> {
            page.set(client.get(path).is(200).text());
            return page.get().contains(words);
        });
        return page.get();
    }

    private static Reply send(Client client, String path, Map<String, String> fields) {
        return client.post(path, Person.FORM, form(fields));
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String revision(Client client, String path) {
        Matcher form = REVISION.matcher(client.get(path).is(200).text());
        assertThat(form.find()).isTrue();
        return form.group(1);
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
