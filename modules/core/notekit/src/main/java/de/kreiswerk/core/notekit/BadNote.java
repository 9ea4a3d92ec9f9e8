package de.kreiswerk.core.notekit;

/** Bytes that are no signed note. */
public final class BadNote extends Exception {

    private static final long serialVersionUID = 1L;

    private final String german;

    BadNote(String german, String english) {
        super(english);
        this.german = german;
    }

    /**
     * Why, for people who read German.
     *
     * @return one sentence
     */
    public String german() {
        return german;
    }

    /**
     * Why, for all others.
     *
     * @return one sentence
     */
    public String english() {
        return getMessage();
    }
}
