package de.kreiswerk.proposals.importer.reading;

import de.kreiswerk.proposals.importer.text.Line;
import java.util.List;

/**
 * The lines of a passage.
 *
 * @param label the passage's label
 * @param lines in order
 */
public record LabelledLines(String label, List<Line> lines) {}
