package de.kreiswerk.console.web.settings;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.settings.InvalidSettings;
import de.kreiswerk.core.api.settings.Settings;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.WebConstants;
import de.kreiswerk.runtime.testing.Http;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsServletTest {

    private static final String PID = FakeSettings.PID;

    private final FakeSettings settings = new FakeSettings();

    @Test
    void allGroupsAreListedTheOwnOnesFirst() throws IOException {
        String html = served(Http.get(SettingsAddress.ALL)).html();

        assertThat(html)
                .containsSubsequence(
                        "Kreiswerk", "/admin/einstellungen/de.kreiswerk.mail", "anderer Hersteller", "Jetty");
        assertThat(html).contains("weicht vom Standard ab");
    }

    @Test
    void aFormShowsWhatHoldsWhereItComesFromAndNoSecret() throws IOException {
        String html = served(group(Http.get(SettingsAddress.ALL))).html();

        assertThat(html)
                .contains("value=\"587\"", "Standard: 25", "Hier gesetzt.", "a.example.de\nb.example.de</textarea>")
                .contains("type=\"password\"", "wird aber nie gezeigt", "name=\"l.password\"")
                .contains("KREISWERK_SETTINGS")
                .doesNotContain("name=\"w.sender\"", "name=\"csrf\"");
    }

    @Test
    void everyFormCarriesTheTokenOfTheSession() throws IOException {
        String html = served(group(Http.get(SettingsAddress.ALL)).attribute(WebConstants.CSRF_TOKEN, "t0ken"))
                .html();

        assertThat(html.split("name=\"csrf\" value=\"t0ken\"", -1)).hasSize(html.split("method=\"post\"", -1).length);
    }

    @Test
    void whatIsSavedIsWhatTheFormHeldAndThenThePageIsShownAnew() throws IOException {
        Http http = served(group(Http.post(SettingsAddress.ALL))
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
        served(group(Http.post(SettingsAddress.ALL))
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
                served(group(Http.post(SettingsAddress.ALL)).with("stand", "3").with("w.port", "<viel>"));

        assertThat(http.status()).isEqualTo(422);
        assertThat(http.html())
                .contains("href=\"#w.port\"", "id=\"w.port-fehler\"", "aria-invalid=\"true\"", "Bitte eine Zahl.")
                .contains("value=\"&lt;viel");
    }

    @Test
    void aSecretThatWasToBeDeletedStillIsWhenTheFormComesBack() throws IOException {
        String ticked = "name=\"l.password\" value=\"ja\" checked";
        settings.failure = new InvalidSettings(Map.of("port", new Text("Bitte eine Zahl.", "A number, please.")));

        Http asked = served(group(Http.post(SettingsAddress.ALL))
                .with("stand", "3")
                .with("w.port", "viel")
                .with("w.password", "")
                .with("l.password", "ja"));
        Http notAsked = served(group(Http.post(SettingsAddress.ALL))
                .with("stand", "3")
                .with("w.port", "viel")
                .with("w.password", ""));

        assertThat(asked.html()).contains(ticked);
        assertThat(notAsked.html()).doesNotContain(ticked);
    }

    @Test
    void whatComponentsSayIsMarkedAsGermanWhereverItStands() throws IOException {
        settings.failure = new InvalidSettings(Map.of("port", Text.same("x")));

        String html = served(
                        group(Http.post(SettingsAddress.ALL)).with("stand", "3").with("w.port", "viel"))
                .html();

        assertThat(html)
                .contains(
                        "<li aria-current=\"page\" lang=\"de\">Mail",
                        "<a class=\"kern-link\" href=\"#w.port\"><span lang=\"de\">port</span>: x",
                        "<option value=\"sofort\" lang=\"de\"",
                        "<li><span lang=\"de\">port</span>: ");
    }

    @Test
    void theSecondEditorIsToldKeepsTheInputAndSeesWhatHoldsNow() throws IOException {
        settings.failure = new ProblemException(
                Problem.Kind.PRECONDITION_FAILED, "setting-changed", Text.same("changed"), Text.same("changed"));

        Http http =
                served(group(Http.post(SettingsAddress.ALL)).with("stand", "2").with("w.port", "465"));

        assertThat(http.status()).isEqualTo(412);
        assertThat(http.html())
                .contains("Inzwischen geändert", "value=\"465\"", "Jetzt gilt: 587", "name=\"stand\" value=\"3\"");
    }

    @Test
    void whoMayNotChangeThemReadsThemAndIsToldWhy() throws IOException {
        settings.reserved = new Text("Ändern kann sie nur, wer alle Berechtigungen hat.", "x");

        assertThat(served(group(Http.get(SettingsAddress.ALL))).html())
                .contains("Ändern kann sie nur, wer alle Berechtigungen hat.", "587")
                .doesNotContain("name=\"w.port\"", "value=\"sichern\"", "value=\"zuruecksetzen\"");
    }

    @Test
    void whoLostThePermissionMeanwhileKeepsWhatWasEntered() throws IOException {
        settings.failure = new ProblemException(
                Problem.Kind.FORBIDDEN, "permission-missing", Text.same("x"), Text.same("Das darf nur noch Petra."));

        Http http =
                served(group(Http.post(SettingsAddress.ALL)).with("stand", "3").with("w.port", "465"));

        assertThat(http.status()).isEqualTo(403);
        assertThat(http.html())
                .contains("role=\"alert\"", "Das darf nur noch Petra.", "value=\"465\"")
                .doesNotContain("value=\"sichern\"");
    }

    @Test
    void aChangeIsTakenBack() throws IOException {
        assertThat(served(group(Http.get(SettingsAddress.ALL))).html())
                .contains("port</span>: Standard: 25 → 587", "password</span>: geändert (nicht gezeigt)");

        Http http = served(group(Http.post(SettingsAddress.ALL))
                .with("stand", "3")
                .with("aktion", "zuruecksetzen")
                .with("aenderung", "2"));

        assertThat(http.status()).isEqualTo(303);
        assertThat(settings.takenBack).isEqualTo(2);
    }

    @Test
    void formsWithoutTheirStandAndUnknownGroupsAreRefused() throws IOException {
        assertThat(served(group(Http.post(SettingsAddress.ALL)).with("w.port", "1"))
                        .problem())
                .isEqualTo("form-malformed");
        assertThat(served(Http.get(SettingsAddress.ALL).below("/nobody")).status())
                .isEqualTo(404);
        assertThat(served(Http.post(SettingsAddress.ALL)).problem()).isEqualTo("settings-not-found");
        assertThat(settings.changed).isNull();
    }

    private static Http group(Http http) {
        return http.below("/" + PID);
    }

    private Http served(Http http) throws IOException {
        http.by(Settings.PERMISSION);
        new SettingsServlet(settings, http, http, new NotesByFactory((bundle, factory) -> false))
                .service(http.request(), http.response());
        return http;
    }
}
