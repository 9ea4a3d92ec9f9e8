package de.kreiswerk.proposals.importer.rules.consultations;

import de.kreiswerk.proposals.importer.outline.SectionKind;
import de.kreiswerk.proposals.importer.reading.Reading;
import de.kreiswerk.proposals.importer.reading.Rule;
import de.kreiswerk.proposals.importer.refusals.Limits;
import de.kreiswerk.proposals.importer.text.Line;
import java.util.List;

/** Reads the Beratungsfolge by the first layout that fits. A new layout is a class beside these, and a line in this list. */
public final class ConsultationsRule implements Rule {

    private static final List<ConsultationLayout> LAYOUTS = List.of(
            new BrokenPipeTableLayout(),
            new PipeTableLayout(),
            new TabTableLayout(),
            new OneLineLayout(),
            new NameDateMeetingLayout());

    @Override
    public void read(Reading reading) {
        reading.sections(SectionKind.CONSULTATIONS).forEach(section -> read(section.lines(), reading));
    }

    private static void read(List<Line> lines, Reading reading) {
        LAYOUTS.stream()
                .filter(layout -> layout.fits(lines))
                .findFirst()
                .ifPresent(layout -> layout.read(lines, reading.claims()).forEach(row -> add(row, reading)));
    }

    private static void add(Row row, Reading reading) {
        reading.draft().consultations().add(row.found());
        Limits.consultations(reading.draft().consultations().size(), row.line());
    }
}
