package de.kreiswerk.proposals.importer.reading;

/** Reads one thing out of a text. Has no state; leaves alone what it does not understand. */
public interface Rule {

    /** Puts what it finds into the draft and claims the lines that it understood. */
    void read(Reading reading);
}
