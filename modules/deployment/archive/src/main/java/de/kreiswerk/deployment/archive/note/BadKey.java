package de.kreiswerk.deployment.archive.note;

import de.kreiswerk.core.api.text.Text;

/** A text that is no key of signed notes. Its message never holds the text: it might be a secret. */
public final class BadKey extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Text sentence;

    BadKey(String german, String english) {
        super(english);
        this.sentence = new Text(german, english);
    }

    /**
     * Why, for people.
     *
     * @return one sentence
     */
    public Text sentence() {
        return sentence;
    }
}
