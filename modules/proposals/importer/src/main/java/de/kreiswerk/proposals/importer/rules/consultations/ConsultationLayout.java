package de.kreiswerk.proposals.importer.rules.consultations;

import de.kreiswerk.proposals.importer.reading.Claims;
import de.kreiswerk.proposals.importer.text.Line;
import java.util.List;

/** One way to write down a Beratungsfolge. */
interface ConsultationLayout {

    /** Whether the lines are laid out like this. */
    boolean fits(List<Line> lines);

    /** Adds the rows in order, and claims what it understands. */
    void read(List<Line> lines, Rows rows, Claims claims);
}
