package de.kreiswerk.runtime.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.runtime.acceptance.fixture.Platform;
import de.kreiswerk.runtime.acceptance.fixture.Settings;
import de.kreiswerk.runtime.acceptance.fixture.Starter;
import de.kreiswerk.runtime.acceptance.fixture.browser.Chromium;
import de.kreiswerk.runtime.acceptance.fixture.browser.InBrowser;
import de.kreiswerk.runtime.acceptance.fixture.browser.Look;
import de.kreiswerk.runtime.acceptance.fixture.browser.Tab;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.Test;

/** A real browser goes to a provider at another site and comes back: its rules for cookies and content let it. */
@InBrowser
class OpenIdConnectInBrowserTest {

    private static final String PID = "de.kreiswerk.identity.oidc.Provider~";

    @Test
    void oneClickLeadsThereAndBackAndNoPageHasBarriers(Chromium chromium, Starter starter) throws Exception {
        MockOAuth2Server server = new MockOAuth2Server();
        // Another site than localhost, where the platform is.
        server.start(InetAddress.getByName("127.0.0.1"), 0);
        try {
            Platform platform = starter.start(Settings.of("--no-demo")
                    .with(Map.of(
                            "KREISWERK_SETTINGS",
                            String.join(
                                    "\n",
                                    PID + "amt/issuer="
                                            + server.issuerUrl("amt").toString().replace("localhost", "127.0.0.1"),
                                    PID + "amt/clientId=kreiswerk",
                                    PID + "amt/label=Dienstkonto",
                                    PID + "weg/issuer=http://127.0.0.1:1/weg",
                                    PID + "weg/clientId=kreiswerk",
                                    PID + "weg/label=BundID"))));
            for (Look look : List.of(new Look(Look.NARROW, false, false), new Look(Look.WIDE, true, true))) {
                server.enqueueCallback(new DefaultOAuth2TokenCallback(
                        "amt", "anna-sub", "JWT", List.of("kreiswerk"), Map.of("name", "Anna Beispiel"), 300));
                try (Tab tab = chromium.tab(platform, look)) {
                    assertThat(tab.open("/anmelden/dienst/weg")).isEqualTo(503);
                    barsNobody(tab);
                    assertThat(tab.open("/anmelden")).isEqualTo(200);
                    barsNobody(tab);
                    tab.follow(() -> tab.page().click("a[href='/anmelden/dienst/amt']"));
                    assertThat(tab.path()).isEqualTo("/konto");
                    assertThat(tab.page().content()).contains("Anna Beispiel");
                }
                try (Tab tab = chromium.tab(platform, look, platform.people().somebody("auditor"))) {
                    assertThat(tab.open("/admin/anmeldedienste")).isEqualTo(200);
                    barsNobody(tab);
                }
            }
        } finally {
            server.shutdown();
        }
    }

    private static void barsNobody(Tab tab) {
        List<String> complaints = new ArrayList<>(tab.tooWide());
        complaints.addAll(tab.complaints());
        complaints.addAll(tab.barriers());
        tab.complaints();
        assertThat(complaints).as(tab.path()).isEmpty();
    }
}
