package de.kreiswerk.identity.web.console;

import de.kreiswerk.core.formkit.Field;
import de.kreiswerk.identity.api.Account;
import java.util.List;

/**
 * The list of accounts.
 *
 * @param basics what every page shows
 * @param search what was searched for, empty for all
 * @param accounts the accounts
 * @param next where the next page is, null on the last one
 */
public record AccountListView(PageBasics basics, Field search, List<Account> accounts, String next) {

    /** What a state is called. */
    public String state(Account account) {
        return AccountEntryView.state(basics, account.state());
    }
}
