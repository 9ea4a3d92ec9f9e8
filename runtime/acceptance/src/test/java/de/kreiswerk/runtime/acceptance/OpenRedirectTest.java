package de.kreiswerk.runtime.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.runtime.acceptance.fixture.Person;
import de.kreiswerk.runtime.acceptance.fixture.Platform;
import de.kreiswerk.runtime.acceptance.fixture.browser.Chromium;
import de.kreiswerk.runtime.acceptance.fixture.browser.InBrowser;
import de.kreiswerk.runtime.acceptance.fixture.browser.Look;
import de.kreiswerk.runtime.acceptance.fixture.browser.Tab;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where signing in leads is decided by browsers, which read addresses in their own way. */
@InBrowser
class OpenRedirectTest {

    static final List<String> SPELLINGS = List.of(
            "https://boese.example",
            "HTTPS:boese.example",
            "//boese.example",
            "///boese.example",
            "////boese.example",
            "/\\boese.example",
            "\\/boese.example",
            "\\\\boese.example",
            "/\\/boese.example",
            "/\t/boese.example",
            "/\n/boese.example",
            "/\r\n/boese.example",
            "\t//boese.example",
            " //boese.example",
            "/ /boese.example",
            "/%2f%2fboese.example",
            "%2f%2fboese.example",
            "/%5cboese.example",
            "/.//boese.example",
            "/..//boese.example",
            "/;//boese.example",
            "/\u3002/boese.example",
            "/\uff0f/boese.example",
            "/\u2028/boese.example",
            "http:boese.example",
            "https:/\\boese.example",
            "//boese.example@localhost",
            "//localhost@boese.example",
            "/@boese.example",
            ".boese.example",
            "@boese.example",
            ":80@boese.example/",
            "javascript:alert(1)",
            "data:text/html,x",
            "/konto\r\nLocation: https://boese.example",
            "?weiter=//boese.example",
            "/anmelden?weiter=//boese.example",
            "/abmelden");

    @Test
    void noSpellingLeadsABrowserToAnotherHost(Chromium chromium, Platform platform) {
        Person person = platform.people().somebody();
        try (Tab tab = chromium.tab(platform, new Look(Look.WIDE, true, false), person)) {
            for (String next : SPELLINGS) {
                tab.open("/anmelden?" + Person.form("weiter", next));
                assertThat(tab.page().url()).as(next).startsWith(platform.url() + "/");
                assertThat(tab.complaints().stream().filter(heard -> heard.contains("somebody else")))
                        .as(next)
                        .isEmpty();
            }
        }
    }
}
