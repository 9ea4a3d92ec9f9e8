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
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
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

    @Test
    void whenAProxyAnswersAnUploadItCanBeSentAgain(Chromium chromium, Platform platform) {
        try (Tab tab = chromium.tab(
                platform, new Look(Look.WIDE, true, false), platform.people().administrator())) {
            tab.page().route(url -> url.endsWith(UPLOAD), route -> {
                if (route.request().method().equals("POST")) {
                    answer(route, 502, "<html><body><h1>502 Bad Gateway</h1></body></html>");
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

    private static void answer(Route route, int status, String html) {
        route.fulfill(new Route.FulfillOptions()
                .setStatus(status)
                .setContentType("text/html; charset=utf-8")
                .setBody(html));
    }
}
