package de.kreiswerk.core.notekit;

/** A text that is no key of signed notes. Its message never holds the text: it might be a secret. */
public final class BadKey extends Exception {

    private static final long serialVersionUID = 1L;

    private final String german;

    BadKey(String german, String english) {
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
