package de.kreiswerk.audit.verifier;

/** Ends a verification: what it was and why. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final int exitCode;
    private final String german;

    private Refusal(int exitCode, String german, String english) {
        super(english);
        this.exitCode = exitCode;
        this.german = german;
    }

    /** Everything could be read, and it does not fit together. */
    static Refusal notProven(String german, String english) {
        return new Refusal(Verifier.NOT_PROVEN, german, english);
    }

    static Refusal wronglyCalled(String german, String english) {
        return new Refusal(Verifier.WRONGLY_CALLED, german, english);
    }

    /** It is not what it should be, so that nothing can be said of it. */
    static Refusal unreadable(String german, String english) {
        return new Refusal(Verifier.UNREADABLE, german, english);
    }

    /** The same, said of a file within a package. */
    Refusal of(String file) {
        return new Refusal(exitCode, file + ": " + german, file + ": " + getMessage());
    }

    int exitCode() {
        return exitCode;
    }

    String sentence(boolean inGerman) {
        return inGerman ? german : getMessage();
    }
}
