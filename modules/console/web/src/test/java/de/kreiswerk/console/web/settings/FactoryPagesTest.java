package de.kreiswerk.console.web.settings;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.settings.ConfigurationNotes;
import de.kreiswerk.core.api.settings.InvalidSettings;
import de.kreiswerk.core.api.settings.Settings;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.WebConstants;
import de.kreiswerk.runtime.testing.Http;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Constants;

/** What there may be several of: found, made, asked about and deleted. */
class FactoryPagesTest {

    private static final String RELAYS = "/" + FakeSettings.FACTORY;
    private static final String SOUTH = "/" + FakeSettings.SOUTH;
    private static final String NORTH = "/" + FakeSettings.NORTH;

    private static final long OWN = 7;
    private static final long OTHER = 8;

    private final FakeSettings settings = new FakeSettings();
    private final NotesByFactory notes =
            new NotesByFactory((bundle, factory) -> bundle == OWN && factory.equals(FakeSettings.FACTORY));

    FactoryPagesTest() {
        notes.addNotes(new RelayNotes("Rückweg"), of(OWN));
    }

    @Test
    void factoriesAreListedBesideWhatIsThereOnce() throws IOException {
        assertThat(get(null).html())
                .containsSubsequence(
                        "/admin/einstellungen/de.kreiswerk.mail",
                        "/admin/einstellungen/de.kreiswerk.relay\"",
                        "2 eingerichtet",
                        "anderer Hersteller",
                        "Several",
                        "noch keine Konfiguration");
    }

    @Test
    void aFactoryShowsItsConfigurationsWhoDeterminesThemAndWhatWasDeleted() throws IOException {
        Http http = get(RELAYS, WebConstants.CSRF_TOKEN, "t0ken");

        assertThat(http.html())
                .contains(
                        "href=\"/admin/einstellungen/de.kreiswerk.relay/neu\"",
                        "href=\"/admin/einstellungen/de.kreiswerk.relay~sued\"",
                        "settings.properties",
                        "action=\"/admin/einstellungen/de.kreiswerk.relay~west\"",
                        "name=\"aenderung\" value=\"7\"",
                        "name=\"csrf\" value=\"t0ken\"",
                        "href=\"/admin/relais\"");
    }

    @Test
    void theFormForANewOneHasItsSettingsAndWhatHasToBeKnown() throws IOException {
        assertThat(get(RELAYS + "/neu").html())
                .contains(
                        "id=\"name\"",
                        "name=\"w.port\"",
                        "type=\"password\"",
                        "http://localhost/relais/NAME",
                        "Rückweg");
    }

    @Test
    void whatTheFormHeldIsMadeAndThenItsPageIsShown() throws IOException {
        Http http = post(RELAYS + "/neu", "name", " west ", "w.port", "465", "w.password", "");

        assertThat(http.status()).isEqualTo(303);
        assertThat(http.header("Location")).isEqualTo("/admin/einstellungen/de.kreiswerk.relay~west?erfolg=angelegt");
        assertThat(settings.created).isEqualTo("west");
        assertThat(settings.changed).isEqualTo(Map.of("port", List.of("465")));
    }

    @Test
    void whatIsWrongWithNameAndValuesIsToldAtTheirFieldsAndNoSecretComesBack() throws IOException {
        settings.failure = new InvalidSettings(Map.of(
                Settings.NAME,
                new Text("Diesen Namen gibt es schon.", "Taken."),
                "port",
                new Text("Bitte eine Zahl.", "A number, please.")));

        Http http = post(RELAYS + "/neu", "name", "<sued>", "w.port", "viel", "w.password", "geheim");

        assertThat(http.status()).isEqualTo(422);
        assertThat(http.html())
                .contains(
                        "href=\"#name\"",
                        "id=\"name-fehler\"",
                        "value=\"&lt;sued",
                        "href=\"#w.port\"",
                        "value=\"viel\"")
                .doesNotContain("geheim");
    }

    @Test
    void thePageOfOneSaysHowItDoesAndLeadsToItsDeletion() throws IOException {
        assertThat(get(SOUTH).html())
                .contains(
                        "Relais</span>: sued",
                        "Es hört niemand zu.",
                        "kw-state--warning",
                        "href=\"/admin/einstellungen/de.kreiswerk.relay~sued/loeschen\"",
                        "Angelegt")
                // That is undone by deleting it, which asks first.
                .doesNotContain("zuruecksetzen");
    }

    @Test
    void whatAFileDeterminesCannotBeDeleted() throws IOException {
        assertThat(get(NORTH).html()).contains("lässt sich nur dort löschen").doesNotContain("/loeschen");
        assertThat(get(NORTH + "/loeschen").html())
                .contains("lässt sich nur dort löschen")
                .doesNotContain("value=\"loeschen\"");
    }

    @Test
    void itIsAskedBeforeOneIsDeletedAndASecondClickFindsItGone() throws IOException {
        assertThat(get(SOUTH + "/loeschen").html())
                .contains("Wirklich löschen?", "Niemand bekommt mehr Post.", "name=\"stand\" value=\"3\"");
        assertThat(settings.deleted).isNull();

        for (int click = 0; click < 2; click++) {
            Http http = post(SOUTH + "/loeschen", "stand", "3");
            assertThat(http.status()).isEqualTo(303);
            assertThat(http.header("Location")).isEqualTo("/admin/einstellungen/de.kreiswerk.relay?erfolg=geloescht");
        }
        assertThat(settings.deleted).isEqualTo(FakeSettings.SOUTH);
        assertThat(settings.expected).isEqualTo(3);
    }

    @Test
    void whoWantsToDeleteWhatSomebodyElseChangedIsAskedAgain() throws IOException {
        settings.failure = new ProblemException(
                Problem.Kind.PRECONDITION_FAILED, "setting-changed", Text.same("changed"), Text.same("changed"));

        Http http = post(SOUTH + "/loeschen", "stand", "2");

        assertThat(http.status()).isEqualTo(412);
        assertThat(http.html()).contains("Inzwischen geändert", "name=\"stand\" value=\"3\"");
    }

    @Test
    void whatWasDeletedIsBroughtBack() throws IOException {
        Http http = post("/de.kreiswerk.relay~west", "aktion", "wiederherstellen", "aenderung", "7");

        assertThat(http.header("Location"))
                .isEqualTo("/admin/einstellungen/de.kreiswerk.relay~west?erfolg=wiederhergestellt");
        assertThat(settings.takenBack).isEqualTo(7);
    }

    @Test
    void aSecondClickFindsItBroughtBack() throws IOException {
        settings.failure = new ProblemException(
                Problem.Kind.PRECONDITION_FAILED, "setting-changed", Text.same("changed"), Text.same("changed"));

        Http http = post(SOUTH, "aktion", "wiederherstellen", "aenderung", "7");

        assertThat(http.header("Location")).isEqualTo("/admin/einstellungen/de.kreiswerk.relay~sued?erfolg=wiederda");
        assertThat(post("/de.kreiswerk.relay~west", "aktion", "wiederherstellen", "aenderung", "7")
                        .status())
                .as("deleted once more")
                .isEqualTo(412);
    }

    @Test
    void whoSavesWhatSomebodyDeletedIsToldSoAndSeesTheInput() throws IOException {
        Http http = post(
                "/de.kreiswerk.relay~west", "stand", "3", "w.port", "465", "w.password", "geheim", "w.hosts", "a\nb");

        assertThat(http.status()).isEqualTo(404);
        assertThat(http.html())
                .contains("Jemand hat sie gelöscht", "href=\"/admin/einstellungen/de.kreiswerk.relay\"", "465", "a, b")
                .doesNotContain("geheim", "kein Baustein");
        for (String path : List.of("/de.kreiswerk.relay~ost", "/de.kreiswerk.relay~ost/loeschen")) {
            assertThat(get(path).status()).isEqualTo(404);
            assertThat(get(path).html())
                    .contains("Vielleicht wurde sie gelöscht")
                    .doesNotContain("Was Sie eingegeben");
        }
    }

    @Test
    void whoMayNotChangeThemIsOfferedNothingAndToldWhy() throws IOException {
        settings.reserved = new Text("Ändern kann sie nur, wer alle Berechtigungen hat.", "x");

        for (String path : List.of(RELAYS, RELAYS + "/neu", SOUTH, SOUTH + "/loeschen")) {
            assertThat(get(path).html())
                    .as(path)
                    .contains("Ändern kann sie nur, wer alle Berechtigungen hat.")
                    .doesNotContain("<button", "sued/loeschen\"", "relay/neu\"");
        }
    }

    @Test
    void whoMayNotMakeOneKeepsWhatWasEntered() throws IOException {
        settings.failure = new ProblemException(
                Problem.Kind.FORBIDDEN, "permission-missing", Text.same("x"), Text.same("Das darf nur noch Petra."));

        Http http = post(RELAYS + "/neu", "name", "west", "w.port", "465");

        assertThat(http.status()).isEqualTo(403);
        assertThat(http.html())
                .contains("Das darf nur noch Petra.", "value=\"west\"", "value=\"465\"")
                .doesNotContain("<button");
    }

    @Test
    void whatThereIsOnceIsNeitherMadeNorDeleted() throws IOException {
        String mail = "/" + FakeSettings.PID;
        for (String path : List.of(mail + "/neu", mail + "/loeschen", "/nobody/neu", "/nobody~x/loeschen")) {
            assertThat(get(path).status()).as("GET " + path).isEqualTo(404);
            assertThat(post(path, "stand", "3", "name", "x").status())
                    .as("POST " + path)
                    .isEqualTo(404);
        }
        assertThat(post(SOUTH + "/loeschen").problem()).isEqualTo("form-malformed");
        assertThat(settings.deleted).isNull();
        assertThat(settings.created).isNull();
    }

    @Test
    void whoCannotSayWhatItSpeaksForIsLeftOut() throws IOException {
        notes.addNotes(failing(null), of(OTHER));
        notes.addNotes(
                (ConfigurationNotes) Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {ConfigurationNotes.class},
                        (self, call, none) -> null),
                of(OTHER));

        assertThat(get(RELAYS).html()).contains("href=\"/admin/relais\"");
        assertThat(get(SOUTH).html()).contains("Rückweg");
    }

    @Test
    void aFactoryWhoseComponentFailsIsStillSetUp() throws IOException {
        NotesByFactory broken = new NotesByFactory((bundle, factory) -> true);
        broken.addNotes(failing(FakeSettings.FACTORY), of(OWN));

        for (String path : List.of(RELAYS, RELAYS + "/neu", SOUTH, SOUTH + "/loeschen")) {
            Http http = Http.get(SettingsAddress.ALL).below(path).by(Settings.PERMISSION);
            new SettingsServlet(settings, http, http, broken).service(http.request(), http.response());
            assertThat(http.html()).as(path).contains("Relais");
        }
    }

    @Test
    void onlyTheBundleThatDescribesAFactorySpeaksForIt() throws IOException {
        NotesByFactory both = new NotesByFactory((bundle, factory) -> bundle == OWN);
        both.addNotes(new RelayNotes("Untergeschoben"), of(OTHER));
        both.addNotes(new RelayNotes("Rückweg", "javascript:alert(1)"), of(OWN));

        Http http = Http.get(SettingsAddress.ALL).below(SOUTH).by(Settings.PERMISSION);
        new SettingsServlet(settings, http, http, both).service(http.request(), http.response());

        assertThat(http.html()).contains("Rückweg").doesNotContain("Untergeschoben", "javascript:");
    }

    private Http get(String below, String... attribute) throws IOException {
        Http http = Http.get(SettingsAddress.ALL).below(below);
        return served(attribute.length == 0 ? http : http.attribute(attribute[0], attribute[1]));
    }

    private Http post(String below, String... fields) throws IOException {
        Http http = Http.post(SettingsAddress.ALL).below(below);
        for (int i = 0; i < fields.length; i += 2) {
            http.with(fields[i], fields[i + 1]);
        }
        return served(http);
    }

    private Http served(Http http) throws IOException {
        http.by(Settings.PERMISSION);
        new SettingsServlet(settings, http, http, notes).service(http.request(), http.response());
        return http;
    }

    private static Map<String, Object> of(long bundle) {
        return Map.of(Constants.SERVICE_BUNDLEID, bundle);
    }

    /** Fails whatever it is asked but, where that is given, for its factory. */
    private static ConfigurationNotes failing(String factory) {
        return (ConfigurationNotes) Proxy.newProxyInstance(
                FactoryPagesTest.class.getClassLoader(),
                new Class<?>[] {ConfigurationNotes.class},
                (self, call, arguments) -> {
                    if (call.getName().equals("factory") && factory != null) {
                        return factory;
                    }
                    throw new NoClassDefFoundError("broken");
                });
    }

    private record RelayNotes(String label, String page) implements ConfigurationNotes {

        RelayNotes(String label) {
            this(label, "/admin/relais");
        }

        @Override
        public String factory() {
            return FakeSettings.FACTORY;
        }

        @Override
        public Optional<State> state(String name) {
            return Optional.of(new State(Level.DOUBTFUL, new Text("Es hört niemand zu.", "Nobody listens.")));
        }

        @Override
        public List<Fact> facts(String name) {
            return List.of(new Fact(Text.same(label), "http://localhost/relais/" + name));
        }

        @Override
        public Text deletion() {
            return new Text("Niemand bekommt mehr Post.", "Nobody gets mail any more.");
        }
    }
}
