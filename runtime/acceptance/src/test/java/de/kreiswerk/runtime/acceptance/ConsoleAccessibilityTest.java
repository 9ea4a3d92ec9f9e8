package de.kreiswerk.runtime.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.runtime.acceptance.fixture.People;
import de.kreiswerk.runtime.acceptance.fixture.Person;
import de.kreiswerk.runtime.acceptance.fixture.Platform;
import de.kreiswerk.runtime.acceptance.fixture.Reply;
import de.kreiswerk.runtime.acceptance.fixture.WithCouncil;
import de.kreiswerk.runtime.acceptance.fixture.browser.Chromium;
import de.kreiswerk.runtime.acceptance.fixture.browser.Complaints;
import de.kreiswerk.runtime.acceptance.fixture.browser.InBrowser;
import de.kreiswerk.runtime.acceptance.fixture.browser.Keyboard;
import de.kreiswerk.runtime.acceptance.fixture.browser.Look;
import de.kreiswerk.runtime.acceptance.fixture.browser.Tab;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The console is for everyone who may use it: on a telephone and on a desk, with scripts and without, by keyboard alone. */
@InBrowser
class ConsoleAccessibilityTest {

    private static final String LINES = "#w\\.lines";

    /** Width, scripts and colours at their extremes; with -Pfull any two of them in every combination. */
    static Stream<Look> looks() {
        return Boolean.getBoolean("kreiswerk.full") ? Look.pairs().stream() : waysToUseTheKeyboard();
    }

    static Stream<Look> waysToUseTheKeyboard() {
        return AccessibilityTest.waysToUseTheKeyboard();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void everyPageIsWithoutBarriersAndFits(Look look, Chromium chromium, @WithCouncil Platform platform) {
        Complaints complaints = new Complaints();
        try (Tab tab = chromium.tab(platform, look, ConsolePages.administratorOf(platform))) {
            ConsolePages.each(tab, complaints::look);
        }
        complaints.none();
    }

    @ParameterizedTest
    @MethodSource("waysToUseTheKeyboard")
    void everythingIsReachedByKeyboardInOrderAndSeen(Look look, Chromium chromium, @WithCouncil Platform platform) {
        Complaints complaints = new Complaints();
        try (Tab tab = chromium.tab(platform, look, ConsolePages.administratorOf(platform))) {
            ConsolePages.each(tab, complaints::walk);
        }
        complaints.none();
    }

    @ParameterizedTest
    @MethodSource("waysToUseTheKeyboard")
    void aSettingIsChangedAndSetBackByKeyboard(Look look, Chromium chromium, @WithCouncil Platform platform) {
        Complaints complaints = new Complaints();
        try (Tab tab = chromium.tab(platform, look, ConsolePages.administratorOf(platform))) {
            Keyboard keyboard = new Keyboard(tab);
            tab.open("/admin");
            press(tab, "nav a[href='/admin/einstellungen']");
            press(tab, "a[href$='/de.kreiswerk.console.web.log.RecentLog']");

            overwrite(tab, LINES, "viele");
            tab.follow(() -> keyboard.press("Enter"));
            complaints.look(tab);
            complaints.walk(tab);
            assertThat(tab.page().locator(LINES).getAttribute("aria-invalid")).isEqualTo("true");
            press(tab, "[role=alert] a");
            assertThat(keyboard.where()).as("the summary leads to the field").contains("lines");

            overwrite(tab, LINES, "777");
            press(tab, "main form button[value=sichern]");
            assertThat(tab.page().locator("main [role=status]").textContent()).contains("Gespeichert");
            assertThat(tab.page().locator(LINES).inputValue()).isEqualTo("777");
            complaints.look(tab);
            complaints.walk(tab);

            press(tab, "main form button[value=zuruecksetzen]");
            assertThat(tab.page().locator(LINES).inputValue()).isEqualTo("1000");
        }
        complaints.none();
    }

    /** From the console of the administrator to the first sign-in of somebody new, and what goes wrong on the way. */
    @ParameterizedTest
    @MethodSource("looks")
    void anAccountIsMadeAndItsOwnerSignsInByKeyboard(Look look, Chromium chromium, @WithCouncil Platform platform) {
        Complaints complaints = new Complaints();
        Person administrator = ConsolePages.administratorOf(platform);
        String login = platform.people().freshLogin();
        String password;
        try (Tab tab = chromium.tab(platform, look, administrator)) {
            password = makeAccount(tab, login, complaints);
        }
        try (Tab tab = chromium.tab(platform, look)) {
            signIn(tab, login, password, complaints);
            choosePassword(tab, password, complaints);
            seeOwnPages(tab, complaints);
            tab.open("/konto");
            press(tab, "main form[action='/abmelden'] button");
            tab.open("/konto");
            assertThat(tab.path()).as("signed out").isEqualTo("/anmelden?weiter=%2Fkonto");
        }
        complaints.none();
    }

    @ParameterizedTest
    @MethodSource("waysToUseTheKeyboard")
    void aForgottenPasswordIsChosenAnewByKeyboard(Look look, Chromium chromium, @WithCouncil Platform platform) {
        Complaints complaints = new Complaints();
        String link = platform.people()
                .passwordLink(
                        People.id(platform.people().account(platform.people().freshLogin())));
        try (Tab tab = chromium.tab(platform, look)) {
            Keyboard keyboard = new Keyboard(tab);
            for (String repeated : List.of("vier Wörter reichen nicht", "vier Wörter reichen aus")) {
                assertThat(tab.open(link)).isEqualTo(200);
                complaints.look(tab);
                complaints.walk(tab);
                fill(tab, "#neu", "vier Wörter reichen aus");
                fill(tab, "#wiederholt", repeated);
                tab.follow(() -> keyboard.press("Enter"));
                complaints.look(tab);
                complaints.walk(tab);
            }
            assertThat(tab.path()).startsWith("/anmelden?");
            assertThat(tab.open(link)).as("once").isEqualTo(410);
            complaints.look(tab);
        }
        complaints.none();
    }

    @ParameterizedTest
    @MethodSource("waysToUseTheKeyboard")
    void mistakesAreFoundAtTheirFields(Look look, Chromium chromium, @WithCouncil Platform platform) {
        Complaints complaints = new Complaints();
        try (Tab tab = chromium.tab(platform, look, ConsolePages.administratorOf(platform))) {
            Keyboard keyboard = new Keyboard(tab);
            tab.open("/admin/fachbereiche/neu");
            fill(tab, "#kurz", "fb 8");
            fill(tab, "#name", "Fachbereich Umwelt und Bauen");
            press(tab, "main form button");
            complaints.look(tab);
            complaints.walk(tab);
            assertThat(tab.page().locator("main input[aria-invalid=true]").count())
                    .isEqualTo(2);
            assertThat(tab.page().locator("#name").inputValue()).isEqualTo("Fachbereich Umwelt und Bauen");
            press(tab, "[role=alert] a[href='#name']");
            assertThat(keyboard.where()).as("the summary leads to the field").contains("name");

            tab.open("/admin/vertretungen");
            fill(tab, "#fuer", "aleksandra");
            fill(tab, "#durch", "niemand");
            tab.page().locator("#von").fill("2020-01-01");
            tab.page().locator("#bis").fill("2019-01-01");
            press(tab, "main form:has(#durch) button");
            complaints.look(tab);
            complaints.walk(tab);
            assertThat(tab.page().locator("main input[aria-invalid=true]").count())
                    .isEqualTo(3);
            assertThat(tab.page().locator("#durch").inputValue()).isEqualTo("niemand");
        }
        complaints.none();
    }

    @ParameterizedTest
    @MethodSource("waysToUseTheKeyboard")
    void rightsAreChangedInTheMatrix(Look look, Chromium chromium, @WithCouncil Platform platform) {
        Complaints complaints = new Complaints();
        String role = role(platform, "POST", "", "proposals.read").is(201).field("id");
        String log = "#r-" + role + "-platform\\.log";
        try (Tab tab = chromium.tab(platform, look, ConsolePages.administratorOf(platform))) {
            Keyboard keyboard = new Keyboard(tab);
            tab.open("/admin/rollen");
            keyboard.tabTo(log);
            keyboard.press("Space");
            press(tab, "button[value=pruefen]");
            complaints.look(tab);
            complaints.walk(tab);
            assertThat(tab.page().locator("main").textContent())
                    .containsSubsequence("Matrixpflege", "Kommt dazu", "platform.log")
                    .doesNotContain("Fällt weg");

            role(platform, "PUT", "/" + role, "proposals.read\",\"platform.health")
                    .is(200);
            press(tab, "button[value=sichern]");
            complaints.look(tab);
            complaints.walk(tab);
            assertThat(tab.page().locator("[role=alert]").textContent()).contains("Inzwischen geändert", "Jetzt gilt");
            assertThat(tab.page().locator(log).isChecked()).isTrue();

            press(tab, "button[value=pruefen]");
            press(tab, "button[value=sichern]");
            assertThat(tab.page().locator("main [role=status]").textContent()).contains("Gespeichert");
            assertThat(tab.page()
                            .locator("input[name='recht." + role + "']:checked")
                            .count())
                    .as("what both wanted")
                    .isEqualTo(3);
        } finally {
            role(platform, "DELETE", "/" + role, "").is(204);
        }
        complaints.none();
    }

    private static Reply role(Platform platform, String method, String path, String permissions) {
        String body = "{\"name\":{\"german\":\"Matrixpflege\",\"english\":\"Matrix keeping\"},\"permissions\":[\""
                + permissions + "\"]}";
        return platform.operator()
                .send(
                        method,
                        "/api/identity/v1/roles" + path,
                        BodyPublishers.ofString(body),
                        "Content-Type",
                        "application/json");
    }

    /** The password of the new account. */
    private static String makeAccount(Tab tab, String login, Complaints complaints) {
        Keyboard keyboard = new Keyboard(tab);
        tab.open("/admin");
        press(tab, "nav a[href='/admin/konten']");
        press(tab, "a[href='/admin/konten/neu']");
        fill(tab, "#anmeldename", "ADМIN");
        fill(tab, "#name", "Kyrillisches M");
        tab.follow(() -> keyboard.press("Enter"));
        complaints.look(tab);
        assertThat(tab.page().locator("[role=alert]").textContent()).contains("Anmeldename");

        overwrite(tab, "#anmeldename", login);
        overwrite(tab, "#name", "Jördis Überacker");
        keyboard.tabTo("main input[type=checkbox]");
        keyboard.press("Space");
        press(tab, "main form button");
        complaints.look(tab);
        complaints.walk(tab);
        String password = tab.page().locator("[role=status] .kw-id").textContent();

        fill(tab, "#rolle", "Sitz");
        press(tab, "main form:has(#rolle) button");
        complaints.look(tab);
        assertThat(tab.page().locator("section[aria-labelledby=rollen] ul").textContent())
                .contains("Sitzungsdienst");
        assertThat(tab.page().content()).as("a password is shown once").doesNotContain(password);
        return password;
    }

    private static void signIn(Tab tab, String login, String password, Complaints complaints) {
        Keyboard keyboard = new Keyboard(tab);
        tab.open("/konto");
        assertThat(tab.path()).isEqualTo("/anmelden?weiter=%2Fkonto");
        complaints.look(tab);
        complaints.walk(tab);
        tab.open("/anmelden");
        fill(tab, "#name", login);
        fill(tab, "#kennwort", "das war es nicht");
        tab.follow(() -> keyboard.press("Enter"));
        assertThat(tab.page().locator("[role=alert]").textContent()).contains("Anmeldename oder Kennwort");
        assertThat(tab.page().locator("#name").inputValue()).isEqualTo(login);
        assertThat(tab.page().locator("#kennwort").inputValue()).isEmpty();
        complaints.look(tab);
        complaints.walk(tab);

        tab.open("/anmelden");
        fill(tab, "#name", login);
        fill(tab, "#kennwort", password);
        tab.follow(() -> keyboard.press("Enter"));
    }

    private static void choosePassword(Tab tab, String password, Complaints complaints) {
        Keyboard keyboard = new Keyboard(tab);
        assertThat(tab.page().locator("main").textContent()).contains("Eigenes Kennwort wählen");
        complaints.look(tab);
        complaints.walk(tab);
        for (String refused : List.of("kurz", "vier Wörter reichen nicht")) {
            tab.open("/konto");
            fill(tab, "#bisher", password);
            fill(tab, "#neu", refused);
            fill(tab, "#wiederholt", refused.replace("nicht", "aus"));
            tab.follow(() -> keyboard.press("Enter"));
            complaints.look(tab);
            assertThat(tab.page().locator("main input[aria-invalid=true]").count())
                    .isEqualTo(1);
        }
        tab.open("/konto");
        fill(tab, "#bisher", password);
        fill(tab, "#neu", "vier Wörter reichen aus");
        fill(tab, "#wiederholt", "vier Wörter reichen aus");
        tab.follow(() -> keyboard.press("Enter"));
        assertThat(tab.page().locator("main [role=status]").textContent()).contains("Kennwort ist geändert");
        complaints.look(tab);
        complaints.walk(tab);
    }

    @SuppressWarnings("unchecked")
    private static void seeOwnPages(Tab tab, Complaints complaints) {
        String links = "() => [...new Set([...document.querySelectorAll('main a[href^=\"/konto/\"]')]"
                + ".map(link => link.pathname))]";
        for (String path : (List<String>) tab.page().evaluate(links)) {
            assertThat(tab.open(path)).as(path).isEqualTo(200);
            complaints.look(tab);
            complaints.walk(tab);
        }
    }

    private static void press(Tab tab, String selector) {
        Keyboard keyboard = new Keyboard(tab);
        keyboard.tabTo(selector);
        tab.follow(() -> keyboard.press("Enter"));
    }

    private static void fill(Tab tab, String selector, String words) {
        Keyboard keyboard = new Keyboard(tab);
        keyboard.tabTo(selector);
        keyboard.type(words);
    }

    private static void overwrite(Tab tab, String selector, String words) {
        Keyboard keyboard = new Keyboard(tab);
        keyboard.tabTo(selector);
        keyboard.press("Control+a");
        keyboard.type(words);
    }
}
