package de.kreiswerk.core.api.mail;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Takes e-mail in and sees to it that it is sent. The service may be away: whoever uses it goes on without, and offers what it
 * is needed for only while it {@linkplain #isReady() is ready}.
 */
@ProviderType
public interface Outbox {

    /**
     * Whether somebody has set up how mail is sent. Mail that is put in before waits until then.
     *
     * @return true when it is set up; not whether the mail server answers just now
     */
    boolean isReady();

    /**
     * Puts a mail in, as a part of the transaction that is under way: it is sent if that commits, and only then. Outside of one
     * it is a transaction of its own. It is sent at least once, soon after the commit; while the mail server is away it is tried
     * again, less and less often. A mail that was sent twice has the same Message-ID. Address, subject and text are kept
     * encrypted.
     *
     * @param mail the mail
     * @return its random id, by which the trail and the outbox name it
     * @throws de.kreiswerk.core.api.problem.ProblemException of kind UNAVAILABLE when it cannot be kept
     */
    String put(Mail mail);

    /**
     * How it stands with a mail.
     *
     * @param id as {@link #put} gave it
     * @return its fate; what was done with long ago is forgotten, and counts as not sent
     */
    Fate fate(String id);

    /** How it stands with a mail. */
    enum Fate {
        /** It is to be sent. */
        WAITING,
        /** The mail server took it. Whether somebody got it is not known. */
        SENT,
        /** It was given up, was cancelled, or was of no use any more; people may have it sent again. */
        NOT_SENT
    }
}
