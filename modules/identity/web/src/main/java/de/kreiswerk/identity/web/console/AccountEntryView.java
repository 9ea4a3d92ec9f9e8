package de.kreiswerk.identity.web.console;

import de.kreiswerk.core.formkit.Field;
import de.kreiswerk.core.formkit.Option;
import de.kreiswerk.identity.api.Account;
import de.kreiswerk.identity.api.CouncilMembers;
import java.time.Instant;
import java.util.List;

/**
 * An account, or the form for a new one.
 *
 * @param basics what every page shows
 * @param account the account as it is, null for a new one
 * @param revision the revision that the form is made of
 * @param loginName what stands in the form
 * @param displayName what stands in the form
 * @param email what stands in the form
 * @param department what it belongs to
 * @param departments what can be belonged to
 * @param role what is to be granted
 * @param roles what can be granted
 * @param place where it is to be granted
 * @param places where it can be granted
 * @param grants what it has
 * @param mayGrant whether the reader may grant roles anywhere
 * @param member who the account is in the council, null when nobody
 * @param person what stands in the form for it
 * @param mayGrantEverywhere whether the reader may say so
 * @param factor whether its second factor is set up
 * @param password a new password to show this once, null when there is none
 * @param link where the owner chooses a password, to show this once; null when there is none
 * @param linkExpires when the link ends, null without
 * @param mayMail whether a link can be sent by e-mail
 * @param mailed whether one was sent just now
 * @param history where the trail shows what happened to it, null for who may not read that
 */
public record AccountEntryView(
        PageBasics basics,
        Account account,
        long revision,
        Field loginName,
        Field displayName,
        Field email,
        Field department,
        List<Option> departments,
        Field role,
        List<Option> roles,
        Field place,
        List<Option> places,
        List<Option> grants,
        boolean mayGrant,
        CouncilMembers.Member member,
        Field person,
        boolean mayGrantEverywhere,
        boolean factor,
        String password,
        String link,
        Instant linkExpires,
        boolean mayMail,
        boolean mailed,
        String history) {

    /** What its state is called. */
    public String state() {
        return state(basics, account.state());
    }

    static String state(PageBasics basics, Account.State state) {
        return switch (state) {
            case ACTIVE -> basics.in(ConsoleTexts.ACTIVE);
            case LOCKED -> basics.in(ConsoleTexts.LOCKED);
            case CLOSED -> basics.in(ConsoleTexts.CLOSED);
        };
    }
}
