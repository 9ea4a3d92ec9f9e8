package de.kreiswerk.console.web.settings;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.console.web.view.Http;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.settings.InvalidSettings;
import de.kreiswerk.core.api.settings.Setting;
import de.kreiswerk.core.api.settings.SettingChange;
import de.kreiswerk.core.api.settings.SettingGroup;
import de.kreiswerk.core.api.settings.Settings;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.WebConstants;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsServletTest {

    private static final String PID = "de.kreiswerk.mail";

    private final FakeSettings settings = new FakeSettings();

    @Test
    void allGroupsAreListedTheOwnOnesFirst() throws IOException {
        String html = served(Http.get(SettingsServlet.PATH)).html();

        assertThat(html)
                .containsSubsequence(
                        "Kreiswerk", "/admin/einstellungen/de.kreiswerk.mail", "anderer Hersteller", "Jetty");
        assertThat(html).contains("weicht vom Standard ab");
    }

    @Test
    void aFormShowsWhatHoldsWhereItComesFromAndNoSecret() throws IOException {
        String html = served(group(Http.get(SettingsServlet.PATH))).html();

        assertThat(html)
                .contains("value=\"587\"", "Standard: 25", "Hier gesetzt.", "a.example.de\nb.example.de</textarea>")
                .contains("type=\"password\"", "wird aber nie gezeigt", "name=\"l.password\"")
                .contains("KREISWERK_SETTINGS")
                .doesNotContain("name=\"w.sender\"", "name=\"csrf\"");
    }

    @Test
    void everyFormCarriesTheTokenOfTheSession() throws IOException {
        String html = served(group(Http.get(SettingsServlet.PATH)).attribute(WebConstants.CSRF_TOKEN, "t0ken"))
                .html();

        assertThat(html.split("name=\"csrf\" value=\"t0ken\"", -1)).hasSize(html.split("method=\"post\"", -1).length);
    }

    @Test
    void whatIsSavedIsWhatTheFormHeldAndThenThePageIsShownAnew() throws IOException {
        Http http = served(group(Http.post(SettingsServlet.PATH))
                .with("stand", "3")
                .with("aktion", "sichern")
                .with("w.port", " 465 ")
                .with("w.hosts", "a\r\n\r\n b \n")
                .with("w.password", "")
                .with("w.tls", "false")
                .with("w.sender", "past the environment"));

        assertThat(http.status()).isEqualTo(303);
        assertThat(http.header("Location")).isEqualTo("/admin/einstellungen/de.kreiswerk.mail?erfolg=gesichert");
        assertThat(settings.expected).isEqualTo(3);
        assertThat(settings.changed)
                .isEqualTo(Map.of("port", List.of("465"), "hosts", List.of("a", "b"), "tls", List.of("false")));
    }

    @Test
    void anEmptyNumberFollowsTheDefaultAndASecretIsDeletedOnlyWhenAskedFor() throws IOException {
        served(group(Http.post(SettingsServlet.PATH))
                .with("stand", "3")
                .with("w.port", "")
                .with("w.password", "")
                .with("l.password", "ja"));

        assertThat(settings.changed).isEqualTo(Map.of("port", List.of(), "password", List.of()));
    }

    @Test
    void whatIsWrongIsToldAtItsFieldAndWhatWasEnteredStays() throws IOException {
        settings.failure = new InvalidSettings(Map.of("port", new Text("Bitte eine Zahl.", "A number, please.")));

        Http http =
                served(group(Http.post(SettingsServlet.PATH)).with("stand", "3").with("w.port", "<viel>"));

        assertThat(http.status()).isEqualTo(422);
        assertThat(http.html())
                .contains("href=\"#w.port\"", "id=\"w.port-fehler\"", "aria-invalid=\"true\"", "Bitte eine Zahl.")
                .contains("value=\"&lt;viel");
    }

    @Test
    void theSecondEditorIsToldKeepsTheInputAndSeesWhatHoldsNow() throws IOException {
        settings.failure = new ProblemException(
                Problem.Kind.PRECONDITION_FAILED, "setting-changed", Text.same("changed"), Text.same("changed"));

        Http http =
                served(group(Http.post(SettingsServlet.PATH)).with("stand", "2").with("w.port", "465"));

        assertThat(http.status()).isEqualTo(412);
        assertThat(http.html())
                .contains("Inzwischen geändert", "value=\"465\"", "Jetzt gilt: 587", "name=\"stand\" value=\"3\"");
    }

    @Test
    void aChangeIsTakenBack() throws IOException {
        assertThat(served(group(Http.get(SettingsServlet.PATH))).html())
                .contains("port: Standard: 25 → 587", "password: geändert (nicht gezeigt)");

        Http http = served(group(Http.post(SettingsServlet.PATH))
                .with("stand", "3")
                .with("aktion", "zuruecksetzen")
                .with("aenderung", "2"));

        assertThat(http.status()).isEqualTo(303);
        assertThat(settings.takenBack).isEqualTo(2);
    }

    @Test
    void formsWithoutTheirStandAndUnknownGroupsAreRefused() throws IOException {
        assertThat(served(group(Http.post(SettingsServlet.PATH)).with("w.port", "1"))
                        .problem())
                .isEqualTo("form-malformed");
        assertThat(served(Http.get(SettingsServlet.PATH).below("/nobody")).status())
                .isEqualTo(404);
        assertThat(served(Http.post(SettingsServlet.PATH)).problem()).isEqualTo("settings-not-found");
        assertThat(settings.changed).isNull();
    }

    private static Http group(Http http) {
        return http.below("/" + PID);
    }

    private Http served(Http http) throws IOException {
        http.by(Settings.PERMISSION);
        new SettingsServlet(settings, http, http).service(http.request(), http.response());
        return http;
    }

    private static final class FakeSettings implements Settings {

        private ProblemException failure;
        private long expected;
        private Map<String, List<String>> changed;
        private long takenBack;

        private static SettingGroup mail() {
            return new SettingGroup(
                    PID,
                    "Mail",
                    "Wie E-Mail versandt wird",
                    true,
                    3,
                    List.of(
                            setting("port", Setting.Type.WHOLE_NUMBER, false, false, List.of("25"), List.of("587")),
                            setting(
                                    "hosts",
                                    Setting.Type.TEXT,
                                    true,
                                    false,
                                    List.of(),
                                    List.of("a.example.de", "b.example.de")),
                            setting("password", Setting.Type.TEXT, false, true, List.of(), List.of()),
                            setting("tls", Setting.Type.YES_NO, false, false, List.of("true"), List.of("true")),
                            new Setting(
                                    "sender",
                                    "sender",
                                    "",
                                    Setting.Type.TEXT,
                                    false,
                                    false,
                                    List.of(),
                                    List.of(),
                                    List.of("post@example.de"),
                                    Setting.Source.ENVIRONMENT)));
        }

        private static Setting setting(
                String key,
                Setting.Type type,
                boolean list,
                boolean secret,
                List<String> defaults,
                List<String> values) {
            return new Setting(key, key, "", type, list, secret, List.of(), defaults, values, Setting.Source.DATABASE);
        }

        @Override
        public List<SettingGroup> groups(Caller caller, Locale language) {
            return List.of(mail(), new SettingGroup("org.jetty", "Jetty", "", false, 0, List.of()));
        }

        @Override
        public Optional<SettingGroup> find(Caller caller, String pid, Locale language) {
            return Optional.of(mail()).filter(group -> group.pid().equals(pid));
        }

        @Override
        public List<SettingChange> changes(Caller caller, String pid) {
            return List.of(new SettingChange(
                    2,
                    Instant.EPOCH,
                    List.of(
                            new SettingChange.Difference("port", false, List.of(), List.of("587")),
                            new SettingChange.Difference("password", true, List.of(), List.of()))));
        }

        @Override
        public long change(Caller caller, String pid, long revision, Map<String, List<String>> values) {
            if (failure != null) {
                throw failure;
            }
            expected = revision;
            changed = values;
            return revision + 1;
        }

        @Override
        public long takeBack(Caller caller, String pid, long number, long revision) {
            takenBack = number;
            return revision + 1;
        }
    }
}
