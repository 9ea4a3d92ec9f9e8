package de.kreiswerk.proposals.importer.outline;

import de.kreiswerk.proposals.importer.text.Line;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A stretch of a text under one label. */
public final class Section {

    private final SectionKind kind;
    private final String label;
    private final int line;
    private final List<Line> lines = new ArrayList<>();

    Section(SectionKind kind, String label, int line) {
        this.kind = kind;
        this.label = label;
        this.line = line;
    }

    /** What it is. */
    public SectionKind kind() {
        return kind;
    }

    /** Its label in the document's words, without colon. */
    public String label() {
        return label;
    }

    /** The number of the label's line. */
    public int line() {
        return line;
    }

    /** Its lines, without the label. */
    public List<Line> lines() {
        return Collections.unmodifiableList(lines);
    }

    /** Whether there is nothing under the label. */
    public boolean isEmpty() {
        return lines.isEmpty();
    }

    void add(Line next) {
        lines.add(next);
    }
}
