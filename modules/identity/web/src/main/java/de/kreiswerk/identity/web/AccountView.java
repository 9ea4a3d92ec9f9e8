package de.kreiswerk.identity.web;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.identity.api.Account;
import de.kreiswerk.identity.api.SecondFactor;
import de.kreiswerk.identity.api.SignIn.OwnSession;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the page of one's own account shows.
 *
 * @param language the reader's language
 * @param account the account
 * @param method how the session of the request was signed in
 * @param deputies whether there is a page about deputies for it
 * @param sessions its sessions
 * @param factor how its second factor stands
 * @param setup the key for the app that is not confirmed yet, null when there is none
 * @param token the token that forms send back
 * @param next where to go once a password is chosen, null for nowhere
 * @param console where the console is, null when there is none for the reader
 * @param done what was done just now, null when nothing
 * @param error what did not work, null when all did
 * @param field the field that is wrong, null when none
 */
public record AccountView(
        Locale language,
        Account account,
        String method,
        boolean deputies,
        List<OwnSession> sessions,
        SecondFactor.State factor,
        SecondFactor.Setup setup,
        String token,
        String next,
        String console,
        String done,
        String error,
        String field) {

    /** With a password of this platform: who signed in at a provider is asked for nothing of it. */
    private static final Set<String> LOCAL = Set.of("password", "password-and-code");

    private static final ZoneId COUNTY = ZoneId.of("Europe/Berlin");

    /** Words in the reader's language. */
    public String in(Text text) {
        return text.in(language);
    }

    /** A time as the county's clocks show it. */
    public String moment(Instant time) {
        String pattern = "en".equals(language.getLanguage()) ? "d MMM yyyy, HH:mm" : "dd.MM.yyyy, HH:mm";
        return DateTimeFormatter.ofPattern(pattern, language).format(time.atZone(COUNTY));
    }

    /** Whether nothing else is allowed before a password is chosen. */
    public boolean mustChoose() {
        return account.mustChangePassword() && isLocal();
    }

    /** Whether another password is to be chosen some time, but whoever signed in another way needs none. */
    public boolean isReset() {
        return account.mustChangePassword() && !isLocal();
    }

    /** Whether nothing else is allowed before the second factor is set up. */
    public boolean mustSetUp() {
        return factor.required() && !factor.active() && !mustChoose() && isLocal();
    }

    private boolean isLocal() {
        return LOCAL.contains(method);
    }

    /** The key in groups of four, to be typed. */
    public String key() {
        return setup.key().replaceAll("(.{4})(?!$)", "$1 ");
    }

    /** Whether a field is the one that is wrong. */
    public boolean isWrong(String name) {
        return name.equals(field);
    }
}
