package de.kreiswerk.runtime.bench;

import java.util.List;

/** Something measured, as it stands in the table. */
interface Line {

    /** Rows of the table, mostly one. */
    List<String> rows();

    boolean isMet();
}
