package de.kreiswerk.proposals.importer.reading;

/** What counts as non-public because a line speaks of it, though not where that is usually said, or against another line. */
public enum Assumption {
    /** The whole paper. */
    PAPER,
    /** A row of the Beratungsfolge, or several. */
    CONSULTATION,
    /** An attachment, or several. */
    ATTACHMENT
}
