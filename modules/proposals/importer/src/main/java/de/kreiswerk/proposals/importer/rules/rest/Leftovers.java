package de.kreiswerk.proposals.importer.rules.rest;

import de.kreiswerk.proposals.api.PaperDocument;
import de.kreiswerk.proposals.importer.outline.Section;
import de.kreiswerk.proposals.importer.reading.Reading;
import de.kreiswerk.proposals.importer.text.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is left over. A text that is cut into very many pieces keeps the last ones together. */
final class Leftovers {

    private static final int MAX_SECTIONS = 500;
    private static final String MORE = "Weiterer Text";

    private final Reading reading;
    private final List<PaperDocument.Section> sections = new ArrayList<>();
    private final List<String> more = new ArrayList<>();
    private int moreLine;

    Leftovers(Reading reading) {
        this.reading = reading;
    }

    /** Keeps what nobody claimed; false when there is nothing. */
    boolean keep(String name, List<Line> lines) {
        StringBuilder text = new StringBuilder();
        Line first = null;
        Line last = null;
        for (Line line : lines) {
            String rest = reading.claims().rest(line);
            if (!rest.isEmpty()) {
                text.append(last == null ? "" : line.number() > last.number() + 1 ? "\n\n" : "\n")
                        .append(rest);
                first = first == null ? line : first;
                last = line;
            }
        }
        if (first != null) {
            keep(name, first.number(), text.toString());
        }
        return first != null;
    }

    /** A heading without anything below it says something by itself. */
    void keepHeading(Section section) {
        keep(section.label(), section.line(), section.label());
    }

    void finish() {
        if (!more.isEmpty()) {
            sections.add(new PaperDocument.Section(MORE, moreLine, String.join("\n\n", more)));
        }
        sections.sort(Comparator.comparingInt(PaperDocument.Section::line));
        reading.draft().otherSections().addAll(sections);
    }

    private void keep(String name, int line, String text) {
        if (sections.size() < MAX_SECTIONS) {
            sections.add(new PaperDocument.Section(name, line, text));
        } else {
            moreLine = more.isEmpty() ? line : Math.min(moreLine, line);
            more.add(name + "\n" + text);
        }
    }
}
