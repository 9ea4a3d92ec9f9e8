package de.kreiswerk.runtime.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.runtime.acceptance.fixture.Eventually;
import de.kreiswerk.runtime.acceptance.fixture.Platform;
import de.kreiswerk.runtime.acceptance.fixture.Settings;
import de.kreiswerk.runtime.acceptance.fixture.Starter;
import de.kreiswerk.runtime.acceptance.fixture.browser.Chromium;
import de.kreiswerk.runtime.acceptance.fixture.browser.Complaints;
import de.kreiswerk.runtime.acceptance.fixture.browser.InBrowser;
import de.kreiswerk.runtime.acceptance.fixture.browser.Keyboard;
import de.kreiswerk.runtime.acceptance.fixture.browser.Look;
import de.kreiswerk.runtime.acceptance.fixture.browser.Tab;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A provider is set up, changed, deleted and brought back by keyboard, on a telephone without scripts as on a desk. */
@InBrowser
class ProvidersInConsoleInBrowserTest {

    private static final String PID = "de.kreiswerk.identity.oidc.Provider";

    @Test
    void aProviderComesAndGoesByKeyboardAndNoPageHasBarriers(Chromium chromium, Starter starter) {
        Complaints complaints = new Complaints();
        Platform platform = starter.start(Settings.of("--no-demo")
                .with(Map.of(
                        "KREISWERK_SETTINGS",
                        PID + "~fest/issuer=http://127.0.0.1:1/fest\n" + PID + "~fest/clientId=kreiswerk")));
        for (Look look : List.of(new Look(Look.NARROW, false, false), new Look(Look.WIDE, true, true))) {
            try (Tab tab = chromium.tab(platform, look, platform.people().administrator())) {
                tab.open("/admin");
                new Keyboard(tab).follow("nav a[href='/admin/anmeldedienste']");
                examine(tab, complaints);
                new Keyboard(tab).follow("main a[href$='~fest']");
                examine(tab, complaints);
                tab.open("/admin/anmeldedienste");
                new Keyboard(tab).follow("main a[href$='/neu']");
                examine(tab, complaints);

                String name = look.width() == Look.NARROW ? "amt" : "amt-2";
                new Keyboard(tab).fill("#name", "fest");
                new Keyboard(tab).fill("#w\\.label", "Dienstkonto " + name);
                new Keyboard(tab).fill("#w\\.issuer", "http://127.0.0.1:1/" + name);
                new Keyboard(tab).fill("#w\\.clientId", "kreiswerk");
                new Keyboard(tab).fill("#w\\.clientSecret", "sehr-geheim");
                new Keyboard(tab).follow("main form button");
                assertThat(tab.page().locator("#name-fehler").textContent()).contains("gibt es schon");
                assertThat(tab.page().locator("#w\\.clientSecret").inputValue()).isEmpty();
                examine(tab, complaints);

                new Keyboard(tab).follow("[role=alert] a");
                assertThat(new Keyboard(tab).where()).contains("name");
                tab.page().locator("#name").fill("");
                new Keyboard(tab).type(name);
                new Keyboard(tab).follow("main form button");
                assertThat(tab.page().locator("main [role=status]").textContent())
                        .contains("Angelegt");
                Eventually.holds("what came of asking is shown", Duration.ofSeconds(60), () -> isSaid(tab));
                examine(tab, complaints);

                new Keyboard(tab).follow("main a[href$='/loeschen']");
                examine(tab, complaints);
                new Keyboard(tab).follow("main form button");
                assertThat(tab.path()).startsWith("/admin/einstellungen/" + PID + "?");
                examine(tab, complaints);

                new Keyboard(tab).follow("main form[action$='~" + name + "'] button");
                assertThat(tab.page().locator("main h1").textContent()).contains(name);
                examine(tab, complaints);
            }
        }
        complaints.none();
    }

    /** The page waits for it as well, for some seconds. */
    private static boolean isSaid(Tab tab) {
        boolean isThere = tab.page().locator("main dl").textContent().contains("antwortet niemand");
        if (!isThere) {
            tab.page().reload();
        }
        return isThere;
    }

    /** The order in which things are reached does not depend on the width: one way is enough without -Pfull. */
    private static void examine(Tab tab, Complaints complaints) {
        complaints.look(tab);
        if (tab.page().viewportSize().width == Look.NARROW || Boolean.getBoolean("kreiswerk.full")) {
            complaints.walk(tab);
        }
    }
}
