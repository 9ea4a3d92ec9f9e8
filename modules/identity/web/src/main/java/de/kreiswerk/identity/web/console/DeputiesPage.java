package de.kreiswerk.identity.web.console;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.ConsolePage;
import de.kreiswerk.identity.api.IdentityPermissions;
import de.kreiswerk.identity.web.DeputyTexts;
import org.osgi.service.component.annotations.Component;

/** The way to the page. */
@Component
public final class DeputiesPage implements ConsolePage {

    @Override
    public Text title() {
        return DeputyTexts.DEPUTIES;
    }

    @Override
    public String path() {
        return DeputiesServlet.PATH;
    }

    @Override
    public Group group() {
        return Group.PEOPLE;
    }

    @Override
    public int order() {
        return 25;
    }

    @Override
    public String permission() {
        return IdentityPermissions.READ;
    }
}
