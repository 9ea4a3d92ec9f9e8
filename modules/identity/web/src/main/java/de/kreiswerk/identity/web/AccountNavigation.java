package de.kreiswerk.identity.web;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.NavigationEntry;
import org.osgi.service.component.annotations.Component;

/** The way to one's own account, and to signing in for who is not signed in. */
@Component
public final class AccountNavigation implements NavigationEntry {

    static final int LAST = 1_000;

    @Override
    public Text label() {
        return Texts.ACCOUNT;
    }

    @Override
    public String path() {
        return Addresses.ACCOUNT;
    }

    @Override
    public int order() {
        return LAST;
    }
}
