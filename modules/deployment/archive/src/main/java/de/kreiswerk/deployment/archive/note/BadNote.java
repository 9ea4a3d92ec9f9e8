package de.kreiswerk.deployment.archive.note;

import de.kreiswerk.core.api.text.Text;

/** Bytes that are no signed note. */
public final class BadNote extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Text sentence;

    BadNote(String german, String english) {
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
