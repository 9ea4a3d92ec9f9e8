package de.kreiswerk.identity.api;

import de.kreiswerk.core.api.identity.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The accounts. Whoever changes one needs {@link IdentityPermissions#ACCOUNTS} in all departments that it belongs to, before
 * and after (everywhere for one without a department), and every right that the account itself has: nobody gets at an account
 * that is mightier than they are. Every method throws a {@code ProblemException}: FORBIDDEN, NOT_FOUND, PRECONDITION_FAILED
 * when the account was changed since the expected revision, UNPROCESSABLE when an entry breaks a rule, CONFLICT when nobody
 * would be left to administer the platform.
 */
@ProviderType
public interface Accounts {

    /**
     * The accounts in the order of their login names.
     *
     * @param caller who asks; needs {@link IdentityPermissions#READ}, and gets the accounts that belong to a
     *     department or have a role in one where it holds
     * @param text a part of login name or display name without case, null for all; at most 100 characters
     * @param after the login name to go on behind, null to begin
     * @param limit how many at most, 1 to 1,000
     * @return the accounts
     */
    List<Account> list(Caller caller, String text, String after, int limit);

    /**
     * One account.
     *
     * @param caller who asks; needs {@link IdentityPermissions#READ} where the account belongs or has a role, for others
     *     than their own
     * @param id its id
     * @return the account
     */
    Account get(Caller caller, String id);

    /**
     * The account with a login name.
     *
     * @param caller who asks; needs {@link IdentityPermissions#READ} anywhere
     * @param loginName the whole name, whatever the case
     * @return empty when there is none that the caller may read
     */
    Optional<Account> byLogin(Caller caller, String loginName);

    /**
     * Makes an account with a random password that must be changed.
     *
     * @param caller who does it
     * @param entry what it is to be
     * @return the account with its password, which is kept nowhere
     */
    Issued add(Caller caller, Entry entry);

    /**
     * Changes an account.
     *
     * @param caller who does it
     * @param id its id
     * @param entry what it is to be
     * @param expected the revision that the caller has seen, null for whichever it is
     * @return the account
     */
    Account change(Caller caller, String id, Entry entry, Long expected);

    /**
     * Locks, closes or opens an account. A locked or closed one is signed out at once; nobody locks or closes their own (409 {@code
     * own-account}).
     *
     * @param caller who does it
     * @param id its id
     * @param state what it is to be
     * @param expected the revision that the caller has seen, null for whichever it is
     * @return the account
     */
    Account setState(Caller caller, String id, Account.State state, Long expected);

    /**
     * Makes the password of an account useless, signs it out everywhere, and gives a link with which its owner chooses another.
     * A link works once and for 24 hours; another one, and any other change of the password, makes it useless.
     *
     * @param caller who does it
     * @param id its id
     * @return the account with its link, which is kept nowhere
     */
    Reset resetPassword(Caller caller, String id);

    /**
     * Whether an account's owner can be sent a link by e-mail: there is an address, an outbox, and somebody has set up how mail
     * is sent.
     *
     * @param account the account
     * @return true when {@link #mailPasswordLink} would do it now
     */
    boolean canMailLink(Account account);

    /**
     * As {@link #resetPassword}, but the link is sent to the account's e-mail address, and whoever asks for it does not see it.
     * Password and mail are one transaction.
     *
     * @param caller who does it
     * @param id its id
     * @param base the address of this platform for the world, such as {@code https://politik.example.de}
     * @return when the link ends
     * @throws de.kreiswerk.core.api.problem.ProblemException besides, of kind CONFLICT, code {@code mail-not-possible}, when it
     *     cannot be sent; nothing was changed then
     */
    Instant mailPasswordLink(Caller caller, String id, String base);

    /**
     * What an account is to be.
     *
     * @param loginName 1 to 100 Latin letters, digits and {@code . _ - + @}; unique without case
     * @param displayName 1 to 200 characters, none of them invisible
     * @param email null when not known
     * @param departments ids of departments
     */
    record Entry(String loginName, String displayName, String email, Set<String> departments) {

        /** Copies the departments. */
        public Entry {
            departments = departments == null ? Set.of() : Set.copyOf(departments);
        }
    }

    /**
     * An account whose owner is to choose a password.
     *
     * @param account the account
     * @param path where on this host; a secret, to be shown once
     * @param expires when the link ends
     */
    record Reset(Account account, String path, Instant expires) {

        @Override
        public String toString() {
            return "Reset[" + account.id() + "]";
        }
    }

    /**
     * An account and its new password.
     *
     * @param account the account
     * @param password to be shown once
     */
    record Issued(Account account, String password) {

        @Override
        public String toString() {
            return "Issued[" + account.id() + "]";
        }
    }
}
