package de.kreiswerk.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.settings.Settings;
import de.kreiswerk.core.api.web.Pages;
import de.kreiswerk.core.api.web.WebConstants;
import de.kreiswerk.identity.api.Departments;
import de.kreiswerk.identity.api.IdentityPermissions;
import de.kreiswerk.identity.api.Roles;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ProvidersServletTest {

    private static final Grant READ = new Grant(IdentityPermissions.READ, Grant.ALL);

    @Test
    void onlyWhoCouldSaveAProviderIsLedToTheForm() throws Exception {
        assertThat(shown(READ, new Grant(Settings.PERMISSION, Grant.ALL)))
                .as("whose entry would be refused")
                .doesNotContain("/admin/einstellungen");
        assertThat(shown(READ, new Grant(Grant.ALL, Grant.ALL))).contains("/admin/einstellungen");
    }

    private static String shown(Grant... grants) throws Exception {
        Pages pages = fake(Pages.class, Locale.GERMAN);
        ProviderNotes notes =
                new ProviderNotes(pages, fake(Roles.class, List.of()), fake(Departments.class, List.of()));
        Caller caller = new Caller("a", "Anna", Set.of(grants), "password", Instant.EPOCH, "request");
        HttpServletRequest request = (HttpServletRequest) Proxy.newProxyInstance(
                ProvidersServletTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (self, method, arguments) -> arguments[0].equals(WebConstants.CALLER) ? caller : null);
        AtomicReference<String> html = new AtomicReference<>();
        new ProvidersServlet(pages, (asked, response, page) -> html.set(page.html()), notes).doGet(request, null);
        return html.get();
    }

    private static <T> T fake(Class<T> type, Object answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> answer));
    }
}
