package de.kreiswerk.runtime.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.runtime.acceptance.fixture.Platform;
import de.kreiswerk.runtime.acceptance.fixture.WithCouncil;
import de.kreiswerk.runtime.acceptance.fixture.browser.Chromium;
import de.kreiswerk.runtime.acceptance.fixture.browser.InBrowser;
import de.kreiswerk.runtime.acceptance.fixture.browser.Look;
import de.kreiswerk.runtime.acceptance.fixture.browser.Tab;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The console is for everyone who may use it: on a telephone and on a desk, with scripts and without. */
@InBrowser
class ConsoleAccessibilityTest {

    private static final List<String> PAGES = List.of(
            "/admin",
            "/admin/protokoll",
            "/admin/sitzungen",
            "/admin/tokens",
            "/admin/tokens/neu",
            "/admin/einstellungen",
            "/admin/einstellungen/de.kreiswerk.core.web.county",
            "/admin/einstellungen/org.apache.felix.http");

    static Stream<Look> looks() {
        return Look.pairs().stream();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void everyPageIsWithoutBarriersAndFits(Look look, Chromium chromium, @WithCouncil Platform platform) {
        List<String> complaints = new ArrayList<>();
        try (Tab tab = chromium.operatorTab(platform, look)) {
            for (String path : PAGES) {
                assertThat(tab.open(path)).as(path).isEqualTo(200);
                note(complaints, path, tab.tooWide());
                note(complaints, path, tab.complaints());
                note(complaints, path, tab.barriers());
                tab.complaints();
            }
        }
        assertThat(complaints).isEmpty();
    }

    private static void note(List<String> complaints, String path, List<String> heard) {
        heard.forEach(complaint -> complaints.add(path + ": " + complaint));
    }
}
