package de.kreiswerk.proposals.api;

/** Whether something is for the public: the letters Ö and N of a German council document. */
public enum Visibility {
    /** Öffentlich. */
    PUBLIC,
    /** Nichtöffentlich. */
    NON_PUBLIC
}
