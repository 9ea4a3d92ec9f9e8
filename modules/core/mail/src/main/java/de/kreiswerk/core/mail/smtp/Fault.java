package de.kreiswerk.core.mail.smtp;

/** What can go wrong on the way to the mail server. The names are kept in the database. */
public enum Fault {
    /** Nobody answers at its address. */
    UNREACHABLE(false),
    /** It took too long. */
    TIMEOUT(false),
    /** It closed the connection, or it broke. */
    CUT_OFF(false),
    /** What it says is no SMTP. */
    PROTOCOL(false),
    /** It does not want to talk now. */
    NOT_NOW(false),
    /** It does not offer STARTTLS. */
    NO_STARTTLS(false),
    /** The certificate is not valid, not for this host, or of nobody we trust. */
    CERTIFICATE(false),
    /** Encryption did not come about for another reason. */
    TLS(false),
    /** It knows none of the ways in which we can sign in. */
    NO_SIGN_IN(false),
    /** It does not take our user name and password, or wants some. */
    SIGN_IN(false),
    /** It does not take mail from our address. */
    SENDER(false),
    /** It does not take mail to this recipient, for now or for good. */
    RECIPIENT(true),
    /** It does not take this mail. */
    MESSAGE(true),
    /** The mail cannot be opened: it was sealed with another master key. */
    SEALED(true),
    /** A fault of the platform. */
    INTERNAL(true);

    private final boolean ofTheMail;

    Fault(boolean ofTheMail) {
        this.ofTheMail = ofTheMail;
    }

    /** Whether another mail would fare better. */
    public boolean isOfTheMail() {
        return ofTheMail;
    }
}
