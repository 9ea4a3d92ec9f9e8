package de.kreiswerk.identity.oidc;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.ConsolePage;
import de.kreiswerk.identity.api.IdentityPermissions;
import org.osgi.service.component.annotations.Component;

/** The way to the page. */
@Component
public final class ProvidersPage implements ConsolePage {

    @Override
    public Text title() {
        return Texts.TITLE;
    }

    @Override
    public String path() {
        return ProvidersServlet.PATH;
    }

    @Override
    public Group group() {
        return Group.PEOPLE;
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public String permission() {
        return IdentityPermissions.READ;
    }
}
