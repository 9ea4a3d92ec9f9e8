package de.kreiswerk.runtime.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import de.kreiswerk.runtime.acceptance.fixture.Eventually;
import de.kreiswerk.runtime.acceptance.fixture.Person;
import de.kreiswerk.runtime.acceptance.fixture.Platform;
import de.kreiswerk.runtime.acceptance.fixture.browser.Chromium;
import de.kreiswerk.runtime.acceptance.fixture.browser.InBrowser;
import de.kreiswerk.runtime.acceptance.fixture.browser.Keyboard;
import de.kreiswerk.runtime.acceptance.fixture.browser.Look;
import de.kreiswerk.runtime.acceptance.fixture.browser.Tab;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** Following the log is the one thing of the console that needs scripts. */
@InBrowser
class FollowLogInBrowserTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void whatIsNewComesOnTopUntilItIsStopped(Chromium chromium, Platform platform) {
        Person curious = platform.people().somebody();
        try (Tab tab = chromium.tab(
                platform, new Look(Look.NARROW, true, false), platform.people().administrator())) {
            tab.open("/admin/protokoll?text=was+not+allowed");
            Locator follow = tab.page().locator("#mitlesen");
            Locator state = tab.page().locator("#mitlesen-stand");
            Locator lines = tab.page().locator("#eintraege > li");
            int before = lines.count();

            new Keyboard(tab).tabTo("#mitlesen");
            new Keyboard(tab).press("Enter");
            assertThat(follow.getAttribute("aria-pressed")).isEqualTo("true");
            assertThat(state.textContent()).isNotBlank();
            curious.get("/admin/protokoll", "Accept", "application/json").is(403);

            Eventually.holds("the new entry is shown", PATIENCE, () -> lines.count() > before);
            assertThat(lines.first().textContent()).contains("was not allowed");
            assertThat(tab.complaints()).isEmpty();

            new Keyboard(tab).press("Enter");
            assertThat(follow.getAttribute("aria-pressed")).isEqualTo("false");
        }
    }

    @Test
    void whatNeedsScriptsIsNotThereWithoutThem(Chromium chromium, Platform platform) {
        try (Tab tab = chromium.tab(
                platform, new Look(Look.NARROW, false, false), platform.people().administrator())) {
            tab.open("/admin/protokoll");

            assertThat(tab.page().locator("#mitlesen").isVisible()).isFalse();
        }
    }

    /** The answer to what was asked for before it was stopped comes late: it must not go on beside the next one. */
    @Test
    void whoStopsAndFollowsAgainAsksOnceAtATime(Chromium chromium, Platform platform) {
        Queue<Route> open = new ConcurrentLinkedQueue<>();
        try (Tab tab = chromium.tab(
                platform, new Look(Look.WIDE, true, false), platform.people().administrator())) {
            Page page = tab.page();
            page.clock().install();
            tab.open("/admin/protokoll");
            page.route(url -> url.contains("nach="), open::add);
            Locator follow = page.locator("#mitlesen");
            for (int click = 0; click < 3; click++) {
                follow.click();
                page.clock().runFor(10);
            }
            page.waitForCondition(() -> open.size() == 2);

            open.remove().fulfill(new Route.FulfillOptions().setStatus(204));
            open.remove().fulfill(new Route.FulfillOptions().setStatus(503));
            String interrupted = follow.getAttribute("data-interrupted");
            page.waitForCondition(
                    () -> interrupted.equals(page.locator("#mitlesen-stand").textContent()));
            page.clock().runFor(2_500);
            page.waitForCondition(() -> !open.isEmpty());
            page.clock().runFor(100);

            assertThat(open).hasSize(1);
        }
    }
}
