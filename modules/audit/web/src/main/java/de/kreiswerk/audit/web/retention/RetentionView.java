package de.kreiswerk.audit.web.retention;

import de.kreiswerk.audit.api.AuditPermissions;
import de.kreiswerk.audit.api.Hold;
import de.kreiswerk.audit.api.Offer;
import de.kreiswerk.audit.api.Offer.Decision;
import de.kreiswerk.audit.api.RetentionState;
import de.kreiswerk.audit.web.console.Moments;
import de.kreiswerk.core.api.audit.Erasures;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.formkit.Field;
import de.kreiswerk.core.formkit.FormErrors;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the page shows.
 *
 * @param language the reader's language
 * @param token the token that forms send back; empty without a session
 * @param caller who reads
 * @param state times and what is due
 * @param offers those under way first
 * @param holds those in force first
 * @param typed what was sent, by the field's id; empty where nothing was
 * @param errors why nothing was changed
 */
public record RetentionView(
        Locale language,
        String token,
        Caller caller,
        RetentionState state,
        List<Offer> offers,
        List<Hold> holds,
        Map<String, String> typed,
        FormErrors errors) {

    public static final String SUBJECT = "person";
    public static final String REASON = "grund";
    public static final String OBJECT_TYPE = "objekttyp";
    public static final String OBJECT = "objekt";
    public static final String HELD_SUBJECT = "sperre-person";
    public static final String REFERENCE = "signatur";
    public static final String UNDERSTOOD = "verstanden";

    /** How the ids of the platform's own parts begin. */
    private static final String PLATFORM = "platform-";

    /** Words in the reader's language. */
    public String in(Text text) {
        return text.in(language);
    }

    /** Times in the reader's language. */
    public Moments moments() {
        return new Moments(language);
    }

    /** A number with its separators. */
    public String number(long number) {
        return number == 0
                ? in(RetentionTexts.NONE_YET)
                : String.format("en".equals(language.getLanguage()) ? Locale.UK : Locale.GERMANY, "%,d", number);
    }

    /** A time of keeping. */
    public String years(int years) {
        return switch (years) {
            case 0 -> in(RetentionTexts.FOR_EVER);
            case 1 -> in(RetentionTexts.ONE_YEAR);
            default -> in(RetentionTexts.YEARS).formatted(years);
        };
    }

    /** Times by area, in the order of the names. */
    public Map<String, Integer> areas() {
        return new TreeMap<>(state.years());
    }

    /** Whether the reader may offer records and place holds. */
    public boolean mayManage() {
        return caller.may(AuditPermissions.RETENTION, Grant.ALL);
    }

    /** Whether the reader may ask for a person to be forgotten. */
    public boolean mayErase() {
        return caller.may(Erasures.PERMISSION, Grant.ALL);
    }

    /** Whether something can be offered now. */
    public boolean mayOfferDue() {
        return mayManage()
                && state.due() > state.minimum()
                && offers.stream().allMatch(offer -> offer.isPerson() || isSettled(offer));
    }

    private static boolean isSettled(Offer offer) {
        return offer.done() != null || offer.decision() == Decision.WITHDRAWN;
    }

    /** Whether the reader decides for the archive. */
    public boolean mayDecide(Offer offer) {
        return offer.decision() == Decision.OPEN && caller.may(AuditPermissions.ARCHIVE, Grant.ALL);
    }

    /** Whether the reader made it. */
    public boolean isOwn(Offer offer) {
        return offer.madeBy().equals(caller.subject());
    }

    /** Whether the archive's copy can still be made. */
    public boolean mayFetch(Offer offer) {
        return !isSettled(offer) && caller.may(AuditPermissions.ARCHIVE, Grant.ALL);
    }

    /**
     * Whether the reader may try to take it back. That a part of it is gone the service says: a forged one can be taken back also if its
     * range is.
     */
    public boolean mayWithdraw(Offer offer) {
        return !isSettled(offer) && (offer.isPerson() ? mayErase() : mayManage());
    }

    /** What is offered, in words. */
    public String what(Offer offer) {
        return offer.isPerson()
                ? in(RetentionTexts.PERSON)
                : in(RetentionTexts.RECORDS) + " " + number(offer.first()) + " – " + number(offer.last());
    }

    /** How far it is, in words. */
    public String progress(Offer offer) {
        String decided = in(
                switch (offer.decision()) {
                    case OPEN -> RetentionTexts.OPEN;
                    case TAKEN -> RetentionTexts.TAKEN;
                    case REFUSED -> RetentionTexts.REFUSED;
                    case WITHDRAWN ->
                        offer.decidedBy() != null && offer.decidedBy().startsWith(PLATFORM)
                                ? RetentionTexts.ENDED
                                : RetentionTexts.WITHDRAWN;
                });
        if (offer.done() != null) {
            return decided + ", " + in(RetentionTexts.GONE) + " " + moments().of(offer.done());
        }
        if (!offer.isWaiting()) {
            return decided;
        }
        boolean isOfCopy = offer.isPerson() && offer.decision() == Decision.TAKEN;
        return decided + ", " + in(isOfCopy ? RetentionTexts.WAITING_FOR_COPY : RetentionTexts.WAITING);
    }

    /** How the state looks. */
    public String look(Offer offer) {
        return switch (offer.decision()) {
            case OPEN -> "warning";
            case WITHDRAWN -> "info";
            default -> offer.done() == null ? "info" : "success";
        };
    }

    /** Who did something. */
    public String by(String subject) {
        return subject.equals(caller.subject()) ? in(RetentionTexts.BY_YOU) : in(RetentionTexts.BY) + " " + subject;
    }

    /** What a hold covers, in words. */
    public String covers(Hold hold) {
        if (hold.objectId() != null) {
            return hold.objectType() + " " + hold.objectId();
        }
        return hold.subject() == null
                ? in(RetentionTexts.EVERYTHING)
                : in(RetentionTexts.PERSON) + " " + hold.subject();
    }

    /** A field with what was typed. */
    public Field field(String id) {
        return new Field(id, typed.getOrDefault(id, ""), errors.at(id), null);
    }

    /** A field of one offer of several. */
    public Field field(String id, Offer offer) {
        String own = id + "-" + offer.id();
        return new Field(own, typed.getOrDefault(own, ""), errors.at(own), null);
    }
}
