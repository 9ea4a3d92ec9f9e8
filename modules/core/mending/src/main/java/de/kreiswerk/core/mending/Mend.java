package de.kreiswerk.core.mending;

/** What is changed of one class. */
interface Mend {

    /** The class, as {@link Class#getName()} has it. */
    String type();

    /** The class as it is to be loaded; what there is nothing to mend of stays as it is. */
    byte[] mended(byte[] original);
}
