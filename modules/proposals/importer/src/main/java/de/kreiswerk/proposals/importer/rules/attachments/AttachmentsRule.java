package de.kreiswerk.proposals.importer.rules.attachments;

import de.kreiswerk.proposals.api.Visibility;
import de.kreiswerk.proposals.importer.outline.Section;
import de.kreiswerk.proposals.importer.outline.SectionKind;
import de.kreiswerk.proposals.importer.reading.Reading;
import de.kreiswerk.proposals.importer.reading.Rule;
import de.kreiswerk.proposals.importer.text.Line;
import de.kreiswerk.proposals.importer.words.VisibilityWording;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the attachments. A page often lists them more than once, by number, by name only, and as a count: a name that is
 * known already is no further attachment, and plain names count only where nothing else does. Whatever speaks of secrecy
 * counts, wherever it stands, in running text as well.
 */
public final class AttachmentsRule implements Rule {

    @Override
    public void read(Reading reading) {
        AttachmentList list = new AttachmentList();
        Section before = null;
        for (Section section : reading.outline().sections()) {
            if (section.kind() == SectionKind.ATTACHMENTS) {
                list.read(section, before != null && before.kind() == SectionKind.ATTACHMENTS);
            }
            before = section;
        }
        Numbering numbering = new Numbering(reading);
        list.certain().forEach((line, entry) -> numbering.addIf(entry.isNumbered(), entry, line));
        list.certain().forEach((line, entry) -> numbering.addIf(!entry.isNumbered(), entry, line));
        boolean nothingElse = list.certain().isEmpty();
        List<Line> remarks = new ArrayList<>();
        list.possible().forEach((line, entry) -> {
            if (nothingElse || numbering.isKnown(entry)) {
                numbering.add(entry, line);
            } else if (VisibilityWording.speaksOfSecrecy(line.text())
                    || entry.visibility() == Visibility.NON_PUBLIC && line.hasWords()) {
                // It may call one that the list names otherwise.
                remarks.add(line);
            }
        });
        list.counts().forEach((line, entry) -> {
            reading.claims().take(line);
            entry.ifPresent(name -> numbering.add(name, line));
        });
        // What is heard holds for all that are there by then.
        remarks.forEach(numbering::remark);
        list.remarks().forEach(numbering::remark);
        if (!numbering.isEmpty()) {
            listenToText(reading, numbering);
        }
        numbering.finish();
    }

    private static void listenToText(Reading reading, Numbering numbering) {
        listen(reading.outline().head().loose(), numbering);
        reading.outline().head().fields().forEach(field -> listen(field.values(), numbering));
        for (Section section : reading.outline().sections()) {
            if (section.kind() != SectionKind.ATTACHMENTS && section.kind() != SectionKind.CONTENTS) {
                listen(section.lines(), numbering);
            }
        }
    }

    private static void listen(List<Line> lines, Numbering numbering) {
        CalledSecret.in(Sentence.of(lines)).forEach(numbering::called);
    }
}
