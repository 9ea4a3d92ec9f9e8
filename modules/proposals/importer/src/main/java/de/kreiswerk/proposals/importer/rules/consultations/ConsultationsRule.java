package de.kreiswerk.proposals.importer.rules.consultations;

import de.kreiswerk.proposals.api.PaperDocument.PlannedConsultation;
import de.kreiswerk.proposals.importer.outline.Head;
import de.kreiswerk.proposals.importer.outline.HeadLabel;
import de.kreiswerk.proposals.importer.outline.Section;
import de.kreiswerk.proposals.importer.outline.SectionKind;
import de.kreiswerk.proposals.importer.reading.Assumption;
import de.kreiswerk.proposals.importer.reading.Draft;
import de.kreiswerk.proposals.importer.reading.Found;
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

    // What is longer is running text.
    private static final int MAX_LINE = 2_000;

    @Override
    public void read(Reading reading) {
        Rows rows = new Rows();
        for (Section section : reading.sections(SectionKind.CONSULTATIONS)) {
            int before = rows.size();
            List<Line> lines = section.lines().stream()
                    .filter(line -> line.text().length() <= MAX_LINE && !Head.states(HeadLabel.VISIBILITY, line))
                    .toList();
            LAYOUTS.stream()
                    .filter(layout -> layout.fits(lines))
                    .findFirst()
                    .ifPresent(layout -> layout.read(lines, rows, reading.claims()));
            new Remarks(rows.all().subList(before, rows.size()), reading.claims()).read(section.lines());
        }
        rows.all().forEach(row -> keep(row, reading.draft()));
    }

    private static void keep(Row row, Draft draft) {
        Found<PlannedConsultation> found = row.found();
        Limits.committee(found.value().organization(), found.line());
        draft.consultations().add(found);
        row.assumedAt().ifPresent(line -> draft.assumptions().add(new Found<>(Assumption.CONSULTATION, line)));
    }
}
