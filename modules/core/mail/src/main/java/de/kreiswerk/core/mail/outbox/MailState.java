package de.kreiswerk.core.mail.outbox;

/** How it stands with a mail. The names are kept in the database. */
public enum MailState {
    /** It is to be sent. */
    WAITING,
    /** The mail server took it. */
    SENT,
    /** It was given up. */
    FAILED,
    /** Somebody did not want it to be sent any more. */
    CANCELLED,
    /** It was of no use any more before it could be sent. */
    EXPIRED
}
