package de.kreiswerk.console.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.ConsolePage;
import de.kreiswerk.core.api.web.Pages;
import de.kreiswerk.core.api.web.WebConstants;
import de.kreiswerk.runtime.testing.Http;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleShellTest {

    private static final ConsolePage OVERVIEW = page("/admin", "Überblick", ConsolePage.Group.PLATFORM, "see");
    private static final ConsolePage LOG = page("/admin/protokoll", "Protokoll", ConsolePage.Group.PLATFORM, "read");
    private static final ConsolePage ROLES = page("/admin/rollen", "Rollen", ConsolePage.Group.PEOPLE, "grant");

    @Test
    void theNavigationLeadsToWhatTheCallerMayUseAndNowhereElse() throws IOException {
        String html = written(Http.get("/admin").by("see", "read"), OVERVIEW, LOG, ROLES);

        assertThat(html).contains("href=\"/admin/protokoll\"", "Plattform", "Petra Beispiel", "<h1>Inhalt</h1>");
        assertThat(html).doesNotContain("/admin/rollen", "Personen und Rechte");
    }

    @Test
    void whoMayNotSeeTheOverviewBeginsElsewhere() {
        ConsoleShell shell = new ConsoleShell(Http.get("/admin"));
        List.of(ROLES, LOG, OVERVIEW).forEach(shell::addPage);

        assertThat(shell.entrance(caller("see", "read"))).contains("/admin");
        assertThat(shell.entrance(caller("read"))).contains("/admin/protokoll");
        assertThat(shell.entrance(caller("other"))).isEmpty();
    }

    private static Caller caller(String... permissions) {
        return (Caller) Http.get("/admin").by(permissions).request().getAttribute(WebConstants.CALLER);
    }

    @Test
    void aPageThatNamesNoPermissionIsShownToNobody() throws IOException {
        String html = written(
                Http.get("/admin").by("*"),
                page("/admin/leer", "Leer", ConsolePage.Group.AREAS, " "),
                page("/admin/nichts", "Nichts", ConsolePage.Group.AREAS, null));

        assertThat(html).doesNotContain("/admin/leer", "/admin/nichts", "<nav");
    }

    @Test
    void aPageThatFailsToSayWhereItIsTakesNoOtherWithIt() throws IOException {
        assertThat(written(
                        Http.get("/admin").by("*"),
                        LOG,
                        page(null, "Nirgends", ConsolePage.Group.PLATFORM, "x"),
                        page("/admin/gruppenlos", "Gruppenlos", null, "x")))
                .contains("/admin/protokoll")
                .doesNotContain("Nirgends", "Gruppenlos");
    }

    @Test
    void whoeverIsNotSignedInSeesNoPage() throws IOException {
        assertThat(written(Http.get("/admin"), OVERVIEW, LOG)).doesNotContain("<nav");
    }

    @Test
    void aRemovedPageGoesFromTheNavigation() throws IOException {
        assertThat(written(Http.get("/admin").by("*"), OVERVIEW, LOG)).contains("/admin/protokoll");
        assertThat(written(Http.get("/admin").by("*"), OVERVIEW)).doesNotContain("/admin/protokoll");
    }

    @Test
    void thePageThatIsOpenIsMarkedAndSoIsTheOneAboveIt() throws IOException {
        assertThat(written(Http.get("/admin/protokoll").by("*"), OVERVIEW, LOG))
                .contains("<a href=\"/admin/protokoll\" aria-current=\"page\">", "<a href=\"/admin\">");
        assertThat(written(Http.get("/admin/protokoll/neu").by("*"), OVERVIEW, LOG))
                .contains("<a href=\"/admin/protokoll\" aria-current=\"true\">", "<a href=\"/admin\">");
    }

    private static String written(Http http, ConsolePage... pages) throws IOException {
        ConsoleShell shell = new ConsoleShell(http);
        List.of(pages).forEach(shell::addPage);
        shell.write(http.request(), http.response(), new Pages.Page("Titel", "<h1>Inhalt</h1>"));
        return http.html();
    }

    private static ConsolePage page(String path, String title, ConsolePage.Group group, String permission) {
        return new ConsolePage() {
            @Override
            public Text title() {
                return Text.same(title);
            }

            @Override
            public String path() {
                return path;
            }

            @Override
            public Group group() {
                return group;
            }

            @Override
            public int order() {
                return 0;
            }

            @Override
            public String permission() {
                return permission;
            }
        };
    }
}
