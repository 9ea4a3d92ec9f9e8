package de.kreiswerk.identity.web.console;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.ConsolePage;
import de.kreiswerk.identity.api.IdentityPermissions;
import org.osgi.service.component.annotations.Component;

/** The way to the page. */
@Component
public final class SessionsPage implements ConsolePage {

    @Override
    public Text title() {
        return ConsoleTexts.SESSIONS;
    }

    @Override
    public String path() {
        return SessionsServlet.PATH;
    }

    @Override
    public Group group() {
        return Group.PEOPLE;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public String permission() {
        return IdentityPermissions.SESSIONS;
    }
}
