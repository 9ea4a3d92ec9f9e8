package de.kreiswerk.proposals.importer.checks;

import de.kreiswerk.proposals.importer.reading.Reading;

/** Looks for one thing that the author of a text should look at. Has no state and changes nothing. */
public interface Check {

    /** Reports what it finds. */
    void check(Reading reading, Findings findings);
}
