package de.kreiswerk.runtime.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import de.kreiswerk.runtime.acceptance.fixture.Platform;
import de.kreiswerk.runtime.acceptance.fixture.browser.Chromium;
import de.kreiswerk.runtime.acceptance.fixture.browser.InBrowser;
import de.kreiswerk.runtime.acceptance.fixture.browser.Keyboard;
import de.kreiswerk.runtime.acceptance.fixture.browser.Look;
import de.kreiswerk.runtime.acceptance.fixture.browser.Tab;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The scripts of the components' pages, when somebody else answers than the page that they know. */
@InBrowser
class ComponentScriptsInBrowserTest {

    private static final String UPLOAD = "/admin/komponenten/hochladen";
    private static final String PROGRESS = "/admin/komponenten/de.x.weg/vorgang/s1";

    /** As the page of a switch is made, with what its script looks for. */
    private static final String RUNNING = """
            <!doctype html><html lang="de"><title>Entfernen</title><main>
            <p id="vorgang-satz"></p><p id="vorgang-hinweis"></p>
            <div id="vorgang" data-part="%s?teil=stand" data-interrupted="Keine Verbindung" data-refused="Abgemeldet"></div>
            </main><script src="/admin/komponenten/vorgang.js" defer></script></html>""".formatted(PROGRESS);

    private static final String DROPPED = """
            (place, names) => {
              const dataTransfer = new DataTransfer();
              names.forEach((name) => dataTransfer.items.add(new File(["bytes"], name)));
              place.dispatchEvent(new DragEvent("drop", {dataTransfer, bubbles: true, cancelable: true}));
            }""";

    @Test
    void whenAProxyAnswersAnUploadItCanBeSentAgain(Chromium chromium, Platform platform) {
        try (Tab tab = chromium.tab(
                platform, new Look(Look.WIDE, true, false), platform.people().administrator())) {
            upload(tab, route -> answer(route, 502, "<html><body><h1>502 Bad Gateway</h1></body></html>"));

            Locator error = tab.page().locator("#datei-fehler");
            error.waitFor();
            assertThat(error.textContent()).contains("Das Hochladen brach ab.");
            assertThat(tab.page().locator("main form button").isEnabled()).isTrue();
            assertThat(tab.page().locator("#fortschritt-stand").textContent()).isEmpty();
        }
    }

    @Test
    void whoWatchesASwitchThatIsGoneIsShownThePageThatSaysSo(Chromium chromium, Platform platform) {
        AtomicInteger pages = new AtomicInteger();
        AtomicInteger looks = new AtomicInteger();
        try (Tab tab = chromium.tab(
                platform, new Look(Look.WIDE, true, false), platform.people().administrator())) {
            tab.page().route(url -> url.contains(PROGRESS), route -> {
                if (route.request().url().contains("teil=")) {
                    // A proxy that has no platform to ask is no reason to go anywhere.
                    boolean ours = looks.incrementAndGet() > 1;
                    route.fulfill(new Route.FulfillOptions()
                            .setStatus(404)
                            .setHeaders(ours ? Map.of("X-Request-Id", "1") : Map.of())
                            .setBody("<html><body>Nicht gefunden</body></html>"));
                } else if (pages.incrementAndGet() == 1) {
                    answer(route, 200, RUNNING);
                } else {
                    answer(route, 404, "<!doctype html><html lang=\"de\"><title>x</title><p id=\"weg\">Weg</p></html>");
                }
            });
            tab.open(PROGRESS);

            tab.page().locator("#weg").waitFor();
            assertThat(looks).hasValue(2);
        }
    }

    @Test
    void whatFollowsASwitchLeavesThePageAloneUntilSomethingIsNew(Chromium chromium, Platform platform) {
        AtomicInteger looks = new AtomicInteger();
        try (Tab tab = chromium.tab(
                platform, new Look(Look.WIDE, true, false), platform.people().administrator())) {
            tab.page().route(url -> url.contains(PROGRESS), route -> {
                if (!route.request().url().contains("teil=")) {
                    answer(route, 200, RUNNING);
                    return;
                }
                switch (looks.incrementAndGet()) {
                    case 1, 2 -> answer(route, 200, part("Die Version wird gestartet"));
                    case 3 -> answer(route, 200, "<html><body><h1>Anmeldung am Netz</h1></body></html>");
                    case 4 -> answer(route, 200, part("Die Version wird gestartet"));
                    default -> answer(route, 200, part("Fertig").replace("=\"true\"", "=\"false\""));
                }
            });
            tab.open(PROGRESS);
            Locator part = tab.page().locator("#vorgang");
            part.locator("#abbrechen").evaluate("button => button.dataset.seen = 'ja'");

            tab.page()
                    .locator("#vorgang-hinweis")
                    .filter(new Locator.FilterOptions().setHasText("Keine Verbindung"))
                    .waitFor();
            assertThat(part.textContent()).contains("wird gestartet").doesNotContain("Anmeldung");
            assertThat(part.locator("#abbrechen").getAttribute("data-seen"))
                    .as("the same button")
                    .isEqualTo("ja");
            part.locator("[data-running=false]").waitFor();
            assertThat(looks).hasValue(5);
        }
    }

    private static String part(String sentence) {
        return "<p data-running=\"true\">" + sentence + "</p><button id=\"abbrechen\">Abbrechen</button>"
                + "<a id=\"weiter\" href=\"#\">Weiter</a>";
    }

    @Test
    void aPageThatAnswersAnUploadWithoutTheFormIsAnnounced(Chromium chromium, Platform platform) {
        try (Tab tab = chromium.tab(
                platform, new Look(Look.WIDE, true, false), platform.people().administrator())) {
            upload(
                    tab,
                    route -> route.fulfill(new Route.FulfillOptions()
                            .setStatus(401)
                            .setHeaders(Map.of("X-Request-Id", "1", "Content-Type", "text/html; charset=utf-8"))
                            .setBody("<!doctype html><html lang=\"de\"><title>Nicht angemeldet</title>"
                                    + "<main><h1>Nicht angemeldet</h1></main></html>")));

            tab.page().locator("h1:focus").waitFor();
            assertThat(tab.page().locator("h1").textContent()).isEqualTo("Nicht angemeldet");
            assertThat(tab.page().title()).isEqualTo("Nicht angemeldet");
        }
    }

    @Test
    void whatIsDroppedAndIsNotOneFileIsRefusedInWords(Chromium chromium, Platform platform) {
        try (Tab tab = chromium.tab(
                platform, new Look(Look.WIDE, true, false), platform.people().administrator())) {
            tab.open(UPLOAD);
            Locator field = tab.page().locator("#datei");
            Locator error = tab.page().locator("#datei-fehler");

            tab.page().locator("#ablage").evaluate(DROPPED, List.of("a.kwc", "b.kwc"));
            assertThat(error.textContent()).contains("mehrere Dateien");
            assertThat(field.getAttribute("aria-describedby")).contains("datei-fehler");
            assertThat(field.inputValue()).isEmpty();

            tab.page().locator("#ablage").evaluate(DROPPED, List.of("a.kwc"));
            assertThat(error.isVisible()).isFalse();
            assertThat(field.getAttribute("aria-invalid")).isNull();
            assertThat(field.getAttribute("aria-describedby")).isEqualTo("datei-hinweis");
            assertThat(field.inputValue()).endsWith("a.kwc");

            tab.page().evaluate("() => DataTransferItem.prototype.webkitGetAsEntry = () => ({isDirectory: true})");
            tab.page().locator("#ablage").evaluate(DROPPED, List.of("ordner"));
            assertThat(error.textContent()).contains("Das ist ein Ordner");
        }
    }

    /** Sends a file in the form, by the keyboard, to somebody who answers in the platform's place. */
    private static void upload(Tab tab, Consumer<Route> answering) {
        tab.page().route(url -> url.endsWith(UPLOAD), route -> {
            if (route.request().method().equals("POST")) {
                answering.accept(route);
            } else {
                route.resume();
            }
        });
        tab.open(UPLOAD);
        tab.page()
                .locator("#datei")
                .setInputFiles(new FilePayload(
                        "probe.jar", "application/java-archive", "bytes".getBytes(StandardCharsets.UTF_8)));
        new Keyboard(tab).tabTo("main form button");
        new Keyboard(tab).press("Enter");
    }

    private static void answer(Route route, int status, String html) {
        route.fulfill(new Route.FulfillOptions()
                .setStatus(status)
                .setContentType("text/html; charset=utf-8")
                .setBody(html));
    }
}
