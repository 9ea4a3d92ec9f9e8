package de.kreiswerk.identity.oidc;

import de.kreiswerk.core.api.text.Text;

/** Settings with which a provider cannot be used. */
final class Unusable extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient Text words;

    /** Says in a sentence what does not fit. */
    Unusable(String german, String english) {
        super(english);
        this.words = new Text(german, english);
    }

    Text words() {
        return words;
    }
}
