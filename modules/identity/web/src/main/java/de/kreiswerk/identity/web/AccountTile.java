package de.kreiswerk.identity.web;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.Tile;
import org.osgi.service.component.annotations.Component;

/** Says on the start page whom an account is for. */
@Component
public final class AccountTile implements Tile {

    @Override
    public Text title() {
        return Texts.ACCOUNT;
    }

    @Override
    public Text description() {
        return Texts.ACCOUNT_TILE;
    }

    @Override
    public String path() {
        return Addresses.ACCOUNT;
    }

    @Override
    public int order() {
        return AccountNavigation.LAST;
    }
}
