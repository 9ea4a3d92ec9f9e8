package de.kreiswerk.runtime.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.runtime.acceptance.fixture.Platform;
import de.kreiswerk.runtime.acceptance.fixture.WithCouncil;
import de.kreiswerk.runtime.acceptance.fixture.browser.Chromium;
import de.kreiswerk.runtime.acceptance.fixture.browser.Complaints;
import de.kreiswerk.runtime.acceptance.fixture.browser.InBrowser;
import de.kreiswerk.runtime.acceptance.fixture.browser.Keyboard;
import de.kreiswerk.runtime.acceptance.fixture.browser.Look;
import de.kreiswerk.runtime.acceptance.fixture.browser.Tab;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page is for everyone: on a telephone and on a desk, with scripts and without, by mouse and by keyboard. */
@InBrowser
class AccessibilityTest {

    private static final boolean FULL = Boolean.getBoolean("kreiswerk.full");

    /** Width, scripts and colours at their extremes; with -Pfull every way. */
    static Stream<Look> everyWayToLook() {
        return FULL ? Look.all().stream() : waysToUseTheKeyboard();
    }

    static Stream<Look> waysToUseTheKeyboard() {
        return Stream.of(new Look(Look.WIDE, true, false), new Look(Look.NARROW, false, true));
    }

    /** The order in which things are reached does not depend on the width: one way is enough without -Pfull. */
    static Stream<Look> walks() {
        return FULL ? waysToUseTheKeyboard() : waysToUseTheKeyboard().limit(1);
    }

    /** Opened once for both: where somebody walks, they have looked. */
    @ParameterizedTest
    @MethodSource("everyWayToLook")
    void everyPageIsWithoutBarriersAndFitsAndEverythingIsReachedByKeyboard(
            Look look, Chromium chromium, @WithCouncil Platform platform) {
        Complaints complaints = new Complaints();
        boolean isWalked = walks().anyMatch(look::equals);
        try (Tab tab = chromium.tab(platform, look)) {
            ShowcasePages.of(platform).forEach((path, status) -> {
                assertThat(tab.open(path)).as(path).isEqualTo(status);
                complaints.look(tab);
                if (isWalked) {
                    complaints.walk(tab);
                }
            });
        }
        complaints.none();
    }

    @Test
    void firstKeySkipsToTheContent(Chromium chromium, @WithCouncil Platform platform) {
        for (Look look : List.of(new Look(Look.NARROW, true, false), new Look(Look.WIDE, false, false))) {
            try (Tab tab = chromium.tab(platform, look)) {
                for (String page : List.of("/", "/vorlagen", "/sitzungen", "/impressum", "/gibt-es-nicht")) {
                    tab.open(page);
                    Keyboard keyboard = new Keyboard(tab);
                    keyboard.press("Tab");
                    assertThat(keyboard.where()).as(page).startsWith("a \"").containsIgnoringCase("inhalt");
                    keyboard.press("Enter");
                    assertThat(keyboard.where()).as(page).startsWith("main");
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("waysToUseTheKeyboard")
    void listIsSearchedByKeyboardAlone(Look look, Chromium chromium, @WithCouncil Platform platform) {
        try (Tab tab = chromium.tab(platform, look)) {
            tab.open("/vorlagen");
            int all = papers(tab);
            Keyboard keyboard = new Keyboard(tab);
            keyboard.tabTo("input[name=suche]");
            keyboard.type("Photovoltaik");
            tab.follow(() -> keyboard.press("Enter"));

            assertThat(tab.path()).isEqualTo("/vorlagen?suche=Photovoltaik");
            assertThat(papers(tab)).isPositive().isLessThan(all);
            assertThat(tab.page().locator("input[name=suche]").inputValue()).isEqualTo("Photovoltaik");
            keyboard.tabTo("main form button");
            tab.follow(() -> keyboard.press("Enter"));
            assertThat(tab.path()).isEqualTo("/vorlagen?suche=Photovoltaik");
            assertThat(tab.complaints()).isEmpty();
        }
    }

    private static int papers(Tab tab) {
        return tab.page().locator("main a[href^='/vorlagen/']").count();
    }
}
