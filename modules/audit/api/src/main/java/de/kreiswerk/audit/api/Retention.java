package de.kreiswerk.audit.api;

import de.kreiswerk.core.api.identity.Caller;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Lets records go when their time is over, and persons when they are to be forgotten: offered to the archive first, and not while a
 * legal hold covers them. Records go from the beginning only (C2SP tlog-tiles, minimum index); their hashes stay, and with them every
 * proof. What is decided is carried out by the platform within a minute, and recorded.
 */
@ProviderType
public interface Retention {

    /** Characters of a reason or a reference at most. */
    int LONGEST_REASON = 1_000;

    /** Characters of the archive's reference at most. */
    int LONGEST_REFERENCE = 200;

    /** Holds or offers of one list at most. */
    int LONGEST_LIST = 500;

    /**
     * How long records are kept, and what could go.
     *
     * @param caller who asks
     * @return the state
     * @throws de.kreiswerk.core.api.problem.ProblemException of kind FORBIDDEN without {@link
     *     AuditPermissions#READ_RETENTION} everywhere
     */
    RetentionState state(Caller caller);

    /**
     * All holds, those in force first, then the newest.
     *
     * @param caller who asks
     * @return at most {@link #LONGEST_LIST}
     * @throws de.kreiswerk.core.api.problem.ProblemException as {@link #state}
     */
    List<Hold> holds(Caller caller);

    /**
     * Places a hold, which counts from the commit on. One that is in force already, with the same reason, is not placed twice: who lifts
     * it would not know of the other.
     *
     * @param caller who wants it
     * @param hold what it covers, and why
     * @return the hold, which may have been there
     * @throws de.kreiswerk.core.api.problem.ProblemException of kind FORBIDDEN without {@link AuditPermissions#RETENTION} everywhere; of
     *     kind UNPROCESSABLE, code {@code hold-invalid}, when something is missing or too long
     */
    Hold place(Caller caller, NewHold hold);

    /**
     * Lifts a hold. Lifting it twice does nothing.
     *
     * @param caller who wants it
     * @param id the hold's id
     * @throws de.kreiswerk.core.api.problem.ProblemException of kind FORBIDDEN without {@link AuditPermissions#RETENTION} everywhere; of
     *     kind NOT_FOUND, code {@code hold-not-found}
     */
    void lift(Caller caller, String id);

    /**
     * All offers, those under way first, then the newest.
     *
     * @param caller who asks
     * @return at most {@link #LONGEST_LIST}
     * @throws de.kreiswerk.core.api.problem.ProblemException as {@link #state}
     */
    List<Offer> offers(Caller caller);

    /**
     * Offers the records whose time is over.
     *
     * @param caller who wants it
     * @return the offer
     * @throws de.kreiswerk.core.api.problem.ProblemException of kind FORBIDDEN without {@link AuditPermissions#RETENTION} everywhere; of
     *     kind CONFLICT, code {@code nothing-due}, {@code offer-open} when an earlier one is not carried out yet, or
     *     {@code records-hidden} when somebody changed in the database how many went
     */
    Offer offerDue(Caller caller);

    /**
     * Offers what the trail says of a person, who is to be forgotten.
     *
     * @param caller who wants it
     * @param subject the person's random id, as the trail has it
     * @return the offer
     * @throws de.kreiswerk.core.api.problem.ProblemException of kind FORBIDDEN without {@link
     *     de.kreiswerk.core.api.audit.Erasures#PERMISSION} everywhere; of kind NOT_FOUND, code {@code person-unknown}, when the trail knows
     *     nothing of them or has forgotten them; of kind CONFLICT, code {@code erasure-objected}, {@code legal-hold}, or {@code offer-open};
     *     of kind UNAVAILABLE, code {@code erasure-objections-unknown}, while nobody is there who could object, or {@code index-behind},
     *     while it cannot be said whom a hold of an object covers
     */
    Offer offerPerson(Caller caller, String subject);

    /**
     * Takes an offer back, also one that is decided, as long as it is not carried out. Of records none may be gone.
     *
     * @param caller who wants it
     * @param id the offer's id
     * @throws de.kreiswerk.core.api.problem.ProblemException of kind FORBIDDEN as {@link #state}, and without the permission to make it; of kind NOT_FOUND, code
     *     {@code offer-not-found}; of kind CONFLICT, code {@code offer-decided}, or {@code removal-begun} when a part is gone
     */
    void withdraw(Caller caller, String id);

    /**
     * Writes the archive's copy: a ZIP with a package that {@code kreiswerk-verify} checks ({@code pruefpaket.zip}), and what the records
     * say of persons in plain ({@code personen.jsonl}). That it was handed out is recorded.
     *
     * @param caller who asks
     * @param id the offer's id
     * @param out gets the ZIP, is not closed; nothing is written to it before the offer is known to be there
     * @throws IOException when it cannot be written to
     * @throws de.kreiswerk.core.api.problem.ProblemException of kind FORBIDDEN without {@link AuditPermissions#ARCHIVE} everywhere; of kind
     *     NOT_FOUND, code {@code offer-not-found} or {@code nothing-to-export}; of kind GONE, code {@code offer-done}; of kind CONFLICT, code
     *     {@code offer-not-proven}; of kind UNAVAILABLE, code {@code index-behind}
     */
    void writeCopy(Caller caller, String id, OutputStream out) throws IOException;

    /**
     * Notes what the archive says; what was offered goes then, unless a hold covers it, it is taken back, or, of a person, they can act again,
     * which ends the offer, or more was sealed for them since the copy that was taken, which waits for another. Whoever made the offer cannot decide on it, and no machine
     * can do either.
     *
     * @param caller who decides
     * @param id the offer's id
     * @param taken whether the archive has taken its copy
     * @param reference under what it keeps it, or why it does not; null or at most {@link #LONGEST_REFERENCE} characters
     * @throws de.kreiswerk.core.api.problem.ProblemException of kind FORBIDDEN without {@link AuditPermissions#ARCHIVE} everywhere, or code
     *     {@code own-offer}, or {@code people-only} for the token of a machine; of kind NOT_FOUND, code {@code offer-not-found}; of kind
     *     CONFLICT, code {@code offer-decided}, {@code copy-not-fetched} when it is to be taken and was never fetched, or {@code copy-outdated} when
     *     since then more is sealed for the person; of kind UNPROCESSABLE, code {@code reference-too-long}
     */
    void decide(Caller caller, String id, boolean taken, String reference);
}
