package de.kreiswerk.runtime.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import de.kreiswerk.runtime.acceptance.fixture.Eventually;
import de.kreiswerk.runtime.acceptance.fixture.Platform;
import de.kreiswerk.runtime.acceptance.fixture.SampleComponent;
import de.kreiswerk.runtime.acceptance.fixture.SampleComponent.Trait;
import de.kreiswerk.runtime.acceptance.fixture.WithCouncil;
import de.kreiswerk.runtime.acceptance.fixture.browser.Chromium;
import de.kreiswerk.runtime.acceptance.fixture.browser.Complaints;
import de.kreiswerk.runtime.acceptance.fixture.browser.InBrowser;
import de.kreiswerk.runtime.acceptance.fixture.browser.Keyboard;
import de.kreiswerk.runtime.acceptance.fixture.browser.Look;
import de.kreiswerk.runtime.acceptance.fixture.browser.Tab;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A component is deployed in the console by keyboard, on a telephone without scripts and on a desk with them. */
@InBrowser
class ComponentsInBrowserTest {

    /** From holding requests to the commit a switch may take 22 seconds; the way back has limits of its own. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void onATelephoneWithoutScripts(Chromium chromium, @WithCouncil Platform platform) {
        SampleComponent component = SampleComponent.on(platform, "enten");
        Complaints complaints = new Complaints();
        Look look = new Look(Look.NARROW, false, false);
        try (Tab tab = chromium.tab(platform, look, platform.people().administrator())) {
            tab.open("/admin");
            new Keyboard(tab).follow("nav a[href='/admin/komponenten']");
            examine(tab, complaints);
            new Keyboard(tab).follow("main a[href$='/hochladen']");
            examine(tab, complaints);

            assertThat(tab.page().locator("#ablegen").isVisible())
                    .as("nothing can be dropped")
                    .isFalse();
            choose(tab, "kein ZIP".getBytes(StandardCharsets.UTF_8));
            new Keyboard(tab).follow("main form button");
            assertThat(tab.page().locator("[role=alert]").textContent()).contains("Es wurde nichts geändert");
            examine(tab, complaints);

            choose(tab, component.archive("1.0.0"));
            new Keyboard(tab).follow("main form button");
            assertThat(tab.page().locator("main [role=status]").textContent()).contains("Hochgeladen und geprüft");
            examine(tab, complaints);
            new Keyboard(tab).follow("main a[href*='/umschalten/']");
            examine(tab, complaints);
            new Keyboard(tab).follow("main form button");
            Eventually.holds("the switch ends", PATIENCE, () -> {
                tab.page().reload();
                return tab.page().locator("main").textContent().contains("Version 1.0.0 ist jetzt aktiv.");
            });
            examine(tab, complaints);
            assertThat(platform.stranger().get(component.address()).is(200).text())
                    .isEqualTo("1.0.0");

            new Keyboard(tab).follow("main a[href$='/" + component.name() + "'].kern-btn");
            examine(tab, complaints);
            new Keyboard(tab).follow("main a[href$='/verbindungen']");
            examine(tab, complaints);
            for (String page : new String[] {
                "unterschriften", "unterschriften/neu", "bereiche", "bereiche/" + component.department()
            }) {
                tab.open("/admin/komponenten/" + page);
                examine(tab, complaints);
            }
        }
        complaints.none();
    }

    @Test
    void onADeskWithScripts(Chromium chromium, @WithCouncil Platform platform) {
        SampleComponent component = SampleComponent.on(platform, "gaense");
        Complaints complaints = new Complaints();
        platform.operator()
                .post("/api/deployment/v1/components", "application/zip", component.archive("1.0.0", Trait.TALKS))
                .is(201);
        Look look = new Look(Look.WIDE, true, true);
        try (Tab tab = chromium.tab(platform, look, platform.people().administrator())) {
            tab.open("/admin/komponenten");
            assertThat(tab.page().locator("main").textContent()).contains("Eine Version wartet auf Freigabe.");
            new Keyboard(tab).follow("main a[href$='/" + component.name() + "']");
            new Keyboard(tab).follow("main a[href*='/freigeben/']");
            examine(tab, complaints);
            new Keyboard(tab).follow("main form button");
            assertThat(tab.page().locator("main [role=status]").textContent()).contains("freigegeben");

            switchTo(tab, "1.0.0", complaints);
            tab.open("/admin/komponenten/hochladen");
            assertThat(tab.page().locator("#ablegen").isVisible()).isTrue();
            choose(tab, component.archive("1.1.0", Trait.FAILS));
            new Keyboard(tab).follow("main form button");
            tab.page().waitForURL(url -> url.contains("erfolg=hochgeladen"));
            switchTo(tab, "zurückgenommen", complaints);
            assertThat(tab.page().locator("main").textContent()).contains("hier ging es nicht weiter");

            tab.open("/admin/komponenten/" + component.name());
            examine(tab, complaints);
            new Keyboard(tab).follow("main a[href$='/entfernen']");
            examine(tab, complaints);
            new Keyboard(tab).follow("main form button");
            waitFor(tab, "Die Komponente ist entfernt.");
            platform.stranger().get(component.address()).is(404);

            tab.open("/admin/komponenten/" + component.name());
            new Keyboard(tab).follow("main a[href$='/loeschen']");
            examine(tab, complaints);
            tab.page().locator("#bestaetigung").fill("etwas anderes");
            new Keyboard(tab).follow("main form button");
            assertThat(tab.page().locator("[role=alert]").textContent()).contains("nicht der Name der Komponente");
            examine(tab, complaints);
            tab.page().locator("#bestaetigung").fill(component.name());
            new Keyboard(tab).follow("main form button");
            Eventually.holds("nothing of it is left", PATIENCE, () -> {
                tab.page().reload();
                return tab.page().locator("main").textContent().contains("nichts mehr da");
            });
            examine(tab, complaints);
        }
        complaints.none();
    }

    /** To the topmost version, and until the page itself says what came of it. */
    private static void switchTo(Tab tab, String words, Complaints complaints) {
        new Keyboard(tab).follow("main a[href*='/umschalten/']");
        new Keyboard(tab).follow("main form button");
        waitFor(tab, words);
        examine(tab, complaints);
    }

    /** The page follows it by itself; one that was refused or taken back says why. */
    private static void waitFor(Tab tab, String words) {
        Locator end =
                tab.page().locator("[data-running=false], main [role=alert]").first();
        end.waitFor(new Locator.WaitForOptions()
                .setState(WaitForSelectorState.VISIBLE)
                .setTimeout(PATIENCE.toMillis()));
        assertThat(end.innerText())
                .as(() -> tab.page().locator("main").innerText())
                .contains(words);
    }

    private static void choose(Tab tab, byte[] archive) {
        tab.page().locator("#datei").setInputFiles(new FilePayload("probe.jar", "application/java-archive", archive));
    }

    private static void examine(Tab tab, Complaints complaints) {
        complaints.look(tab);
        complaints.walk(tab);
    }
}
