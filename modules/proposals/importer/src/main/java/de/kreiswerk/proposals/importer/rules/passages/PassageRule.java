package de.kreiswerk.proposals.importer.rules.passages;

import de.kreiswerk.proposals.api.PaperDocument.Passage;
import de.kreiswerk.proposals.importer.outline.Section;
import de.kreiswerk.proposals.importer.outline.SectionKind;
import de.kreiswerk.proposals.importer.reading.Draft;
import de.kreiswerk.proposals.importer.reading.LabelledLines;
import de.kreiswerk.proposals.importer.reading.Paragraphs;
import de.kreiswerk.proposals.importer.reading.Reading;
import de.kreiswerk.proposals.importer.reading.Rule;
import de.kreiswerk.proposals.importer.reading.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Takes the words of a section as they are. Where a motion states the matter twice, by those who move it and by the
 * administration, the second follows the first in one passage, under its own label.
 */
public final class PassageRule implements Rule {

    private final SectionKind kind;
    private final Function<Draft, Slot<Passage>> place;

    /** A rule for the sections of a kind. */
    public PassageRule(SectionKind kind, Function<Draft, Slot<Passage>> place) {
        this.kind = kind;
        this.place = place;
    }

    @Override
    public void read(Reading reading) {
        List<Section> sections = reading.sections(kind);
        if (sections.isEmpty()) {
            return;
        }
        List<String> paragraphs = new ArrayList<>();
        for (Section section : sections) {
            if (!paragraphs.isEmpty()) {
                paragraphs.add(section.label() + ":");
            }
            paragraphs.addAll(Paragraphs.of(section.lines()));
            reading.claims().takeAll(section.lines());
            reading.draft().passages().add(new LabelledLines(section.label(), section.lines()));
        }
        Section first = sections.get(0);
        place.apply(reading.draft()).offer(new Passage(first.label(), paragraphs), first.line());
    }
}
