package de.kreiswerk.core.api.persistence;

/** The database, or work in a transaction, failed in a way that the caller cannot mend. */
public class PersistenceFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * A failure.
     *
     * @param message what failed
     * @param cause why, may be null
     */
    public PersistenceFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
