package de.kreiswerk.runtime.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import de.kreiswerk.runtime.acceptance.fixture.Platform;
import de.kreiswerk.runtime.acceptance.fixture.browser.Chromium;
import de.kreiswerk.runtime.acceptance.fixture.browser.InBrowser;
import de.kreiswerk.runtime.acceptance.fixture.browser.Look;
import de.kreiswerk.runtime.acceptance.fixture.browser.Tab;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is shown once is not lost to a second click. */
@InBrowser
class SentOnceInBrowserTest {

    /** What becomes of three attempts: two at once, and one after the page came back from the browser's history. */
    private static final String ATTEMPTS = """
            (form) => {
              const prevented = [];
              const seen = (event) => {
                prevented.push(event.defaultPrevented);
                event.preventDefault();
              };
              addEventListener("submit", seen);
              form.requestSubmit();
              form.requestSubmit();
              dispatchEvent(new PageTransitionEvent("pageshow", {persisted: true}));
              form.requestSubmit();
              dispatchEvent(new PageTransitionEvent("pageshow", {persisted: true}));
              removeEventListener("submit", seen);
              return prevented;
            }""";

    @Test
    void aSecondClickOnAButtonSendsNothing(Chromium chromium, Platform platform) {
        try (Tab tab = chromium.tab(
                platform, new Look(Look.NARROW, true, false), platform.people().administrator())) {
            tab.open("/admin/tokens/neu");
            Locator form = tab.page().locator("main form.kw-form");
            fill(tab.page(), "Doppelklick");

            assertThat(form.evaluate(ATTEMPTS)).isEqualTo(List.of(false, true, false));
            form.evaluate("form => form.dataset.download = ''");
            assertThat(form.evaluate(ATTEMPTS))
                    .as("a download leaves the page as it is")
                    .isEqualTo(List.of(false, false, false));
            form.evaluate("form => delete form.dataset.download");

            tab.follow(() -> form.locator("button").dblclick());
            assertThat(tab.page().locator("main [role=status]").textContent()).contains("kw_");
            assertThat(tab.complaints()).isEmpty();
        }
    }

    private static void fill(Page page, String name) {
        page.locator("#name").fill(name);
        page.locator("main form.kw-form input[name=berechtigung]").first().check();
    }
}
