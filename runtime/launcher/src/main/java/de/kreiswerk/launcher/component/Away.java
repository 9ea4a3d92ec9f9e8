package de.kreiswerk.launcher.component;

/** The platform, or something on the way to it, does not answer just now. Its message is a sentence for people. */
final class Away extends Exception {

    private static final long serialVersionUID = 1L;

    Away(String sentence) {
        super(sentence);
    }
}
