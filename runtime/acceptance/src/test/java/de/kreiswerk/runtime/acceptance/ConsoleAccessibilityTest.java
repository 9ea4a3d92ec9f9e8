package de.kreiswerk.runtime.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The console is for everyone who may use it: on a telephone and on a desk, with scripts and without, by keyboard alone. */
@InBrowser
class ConsoleAccessibilityTest {

    private static final String LINES = "#w\\.lines";

    /** Rows of the matrix that have not a cell for each head, as assistive technology counts them. */
    private static final String CELLS_MISSING = """
            () => {
              const heads = document.querySelectorAll('.kw-matrix thead th').length;
              return [...document.querySelectorAll('.kw-matrix__line')]
                  .filter(line => [...line.children].filter(cell => cell.checkVisibility()).length !== heads)
                  .map(line => line.textContent);
            }""";

    private static final String CUT_OFF = """
            () => {
              const matrix = document.querySelector('.kw-matrix');
              const overflow = getComputedStyle(matrix);
              return overflow.overflowX !== 'visible' && matrix.scrollHeight > matrix.clientHeight;
            }""";

    /** Width, scripts and colours at their extremes; with -Pfull any two of them in every combination. */
    static Stream<Look> looks() {
        return Boolean.getBoolean("kreiswerk.full")
                ? Stream.concat(Look.pairs().stream(), walks()).distinct()
                : waysToUseTheKeyboard();
    }

    static Stream<Look> walks() {
        return AccessibilityTest.walks();
    }

    static Stream<Look> waysToUseTheKeyboard() {
        return AccessibilityTest.waysToUseTheKeyboard();
    }

    /** Opened once for both: where somebody walks, they have looked. */
    @ParameterizedTest
    @MethodSource("looks")
    void everyPageIsWithoutBarriersAndFitsAndEverythingIsReachedByKeyboard(
            Look look, Chromium chromium, @WithCouncil Platform platform) {
        Complaints complaints = new Complaints();
        boolean isWalked = walks().anyMatch(look::equals);
        try (Tab tab = chromium.tab(platform, look, ConsolePages.administratorOf(platform))) {
            ConsolePages.each(tab, page -> {
                complaints.look(page);
                if (isWalked) {
                    complaints.walk(page);
                }
            });
        }
        complaints.none();
    }

    @ParameterizedTest
    @MethodSource("walks")
    void aSettingIsChangedAndSetBackByKeyboard(Look look, Chromium chromium, @WithCouncil Platform platform) {
        Complaints complaints = new Complaints();
        try (Tab tab = chromium.tab(platform, look, ConsolePages.administratorOf(platform))) {
            Keyboard keyboard = new Keyboard(tab);
            tab.open("/admin");
            new Keyboard(tab).follow("nav a[href='/admin/einstellungen']");
            new Keyboard(tab).follow("a[href$='/de.kreiswerk.console.web.log.RecentLog']");

            new Keyboard(tab).overwrite(LINES, "viele");
            tab.follow(() -> keyboard.press("Enter"));
            complaints.look(tab);
            complaints.walk(tab);
            assertThat(tab.page().locator(LINES).getAttribute("aria-invalid")).isEqualTo("true");
            new Keyboard(tab).follow("[role=alert] a");
            assertThat(keyboard.where()).as("the summary leads to the field").contains("lines");

            new Keyboard(tab).overwrite(LINES, "777");
            new Keyboard(tab).follow("main form button[value=sichern]");
            assertThat(tab.page().locator("main [role=status]").textContent()).contains("Gespeichert");
            assertThat(tab.page().locator(LINES).inputValue()).isEqualTo("777");
            complaints.look(tab);
            complaints.walk(tab);

            new Keyboard(tab).follow("main form button[value=zuruecksetzen]");
            assertThat(tab.page().locator(LINES).inputValue()).isEqualTo("1000");
        }
        complaints.none();
    }

    /** From the console of the administrator to the first sign-in of somebody new, and what goes wrong on the way. */
    @ParameterizedTest
    @MethodSource("walks")
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
            new Keyboard(tab).follow("main form[action='/abmelden'] button");
            tab.open("/konto");
            assertThat(tab.path()).as("signed out").isEqualTo("/anmelden?weiter=%2Fkonto");
        }
        complaints.none();
    }

    @ParameterizedTest
    @MethodSource("walks")
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
                new Keyboard(tab).fill("#neu", "vier Wörter reichen aus");
                new Keyboard(tab).fill("#wiederholt", repeated);
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
    @MethodSource("walks")
    void mistakesAreFoundAtTheirFields(Look look, Chromium chromium, @WithCouncil Platform platform) {
        Complaints complaints = new Complaints();
        try (Tab tab = chromium.tab(platform, look, ConsolePages.administratorOf(platform))) {
            Keyboard keyboard = new Keyboard(tab);
            tab.open("/admin/fachbereiche/neu");
            new Keyboard(tab).fill("#kurz", "fb 8");
            new Keyboard(tab).fill("#name", "Fachbereich Umwelt und Bauen");
            new Keyboard(tab).follow("main form button");
            complaints.look(tab);
            complaints.walk(tab);
            assertThat(tab.page().locator("main input[aria-invalid=true]").count())
                    .isEqualTo(2);
            assertThat(tab.page().locator("#name").inputValue()).isEqualTo("Fachbereich Umwelt und Bauen");
            new Keyboard(tab).follow("[role=alert] a[href='#name']");
            assertThat(keyboard.where()).as("the summary leads to the field").contains("name");

            tab.open("/admin/vertretungen");
            new Keyboard(tab).fill("#fuer", "aleksandra");
            new Keyboard(tab).fill("#durch", "niemand");
            tab.page().locator("#von").fill("2020-01-01");
            tab.page().locator("#bis").fill("2019-01-01");
            new Keyboard(tab).follow("main form:has(#durch) button");
            complaints.look(tab);
            complaints.walk(tab);
            assertThat(tab.page().locator("main input[aria-invalid=true]").count())
                    .isEqualTo(3);
            assertThat(tab.page().locator("#durch").inputValue()).isEqualTo("niemand");
        }
        complaints.none();
    }

    @ParameterizedTest
    @MethodSource("walks")
    void rightsAreChangedInTheMatrix(Look look, Chromium chromium, @WithCouncil Platform platform) {
        Complaints complaints = new Complaints();
        String role = role(platform, "POST", "", "proposals.read").is(201).field("id");
        String log = "#r-" + role + "-platform\\.log";
        try (Tab tab = chromium.tab(platform, look, ConsolePages.administratorOf(platform))) {
            Keyboard keyboard = new Keyboard(tab);
            tab.open("/admin/rollen");
            keyboard.tabTo(log);
            keyboard.press("Space");
            new Keyboard(tab).follow("button[value=pruefen]");
            complaints.look(tab);
            complaints.walk(tab);
            assertThat(tab.page().locator("main").textContent())
                    .containsSubsequence("Matrixpflege", "Kommt dazu", "platform.log")
                    .doesNotContain("Fällt weg");

            role(platform, "PUT", "/" + role, "proposals.read\",\"platform.health")
                    .is(200);
            new Keyboard(tab).follow("button[value=sichern]");
            complaints.look(tab);
            complaints.walk(tab);
            assertThat(tab.page().locator("[role=alert]").textContent()).contains("Inzwischen geändert", "Jetzt gilt");
            assertThat(tab.page().locator(log).isChecked()).isTrue();

            new Keyboard(tab).follow("button[value=pruefen]");
            new Keyboard(tab).follow("button[value=sichern]");
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

    @Test
    void theMatrixKeepsItsColumnsOnATelephoneAndIsWholeOnPaper(Chromium chromium, @WithCouncil Platform platform) {
        try (Tab tab =
                chromium.tab(platform, new Look(Look.NARROW, true, false), ConsolePages.administratorOf(platform))) {
            tab.open("/admin/rollen");
            assertThat(tab.page().evaluate(CELLS_MISSING))
                    .as("cells without a place")
                    .isEqualTo(List.of());
            assertThat(tab.tooWide()).isEmpty();

            tab.page().setViewportSize(Look.WIDE, 700);
            assertThat(tab.page().evaluate(CUT_OFF)).as("it scrolls").isEqualTo(true);
            tab.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(tab.page().evaluate(CUT_OFF)).as("paper does not").isEqualTo(false);
        }
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
        new Keyboard(tab).follow("nav a[href='/admin/konten']");
        new Keyboard(tab).follow("a[href='/admin/konten/neu']");
        new Keyboard(tab).fill("#anmeldename", "ADМIN");
        new Keyboard(tab).fill("#name", "Kyrillisches M");
        tab.follow(() -> keyboard.press("Enter"));
        complaints.look(tab);
        assertThat(tab.page().locator("[role=alert]").textContent()).contains("Anmeldename");

        new Keyboard(tab).overwrite("#anmeldename", login);
        new Keyboard(tab).overwrite("#name", "Jördis Überacker");
        keyboard.tabTo("main input[type=checkbox]");
        keyboard.press("Space");
        new Keyboard(tab).follow("main form button");
        complaints.look(tab);
        complaints.walk(tab);
        String password = tab.page().locator("[role=status] .kw-id").textContent();

        new Keyboard(tab).fill("#rolle", "Sitz");
        new Keyboard(tab).follow("main form:has(#rolle) button");
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
        new Keyboard(tab).fill("#name", login);
        new Keyboard(tab).fill("#kennwort", "das war es nicht");
        tab.follow(() -> keyboard.press("Enter"));
        assertThat(tab.page().locator("[role=alert]").textContent()).contains("Anmeldename oder Kennwort");
        assertThat(tab.page().locator("#name").inputValue()).isEqualTo(login);
        assertThat(tab.page().locator("#kennwort").inputValue()).isEmpty();
        complaints.look(tab);
        complaints.walk(tab);

        tab.open("/anmelden");
        new Keyboard(tab).fill("#name", login);
        new Keyboard(tab).fill("#kennwort", password);
        tab.follow(() -> keyboard.press("Enter"));
    }

    private static void choosePassword(Tab tab, String password, Complaints complaints) {
        Keyboard keyboard = new Keyboard(tab);
        assertThat(tab.page().locator("main").textContent()).contains("Eigenes Kennwort wählen");
        complaints.look(tab);
        complaints.walk(tab);
        for (String refused : List.of("kurz", "vier Wörter reichen nicht")) {
            tab.open("/konto");
            new Keyboard(tab).fill("#bisher", password);
            new Keyboard(tab).fill("#neu", refused);
            new Keyboard(tab).fill("#wiederholt", refused.replace("nicht", "aus"));
            tab.follow(() -> keyboard.press("Enter"));
            complaints.look(tab);
            assertThat(tab.page().locator("main input[aria-invalid=true]").count())
                    .isEqualTo(1);
        }
        tab.open("/konto");
        new Keyboard(tab).fill("#bisher", password);
        new Keyboard(tab).fill("#neu", "vier Wörter reichen aus");
        new Keyboard(tab).fill("#wiederholt", "vier Wörter reichen aus");
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
}
