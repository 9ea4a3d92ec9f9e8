package de.kreiswerk.audit.log.tree;

/** What is stored of the tree does not fit together. Nothing is signed and nothing is proven then. */
public final class DamagedLog extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what does not fit.
     *
     * @param message for the log
     */
    public DamagedLog(String message) {
        super(message);
    }
}
