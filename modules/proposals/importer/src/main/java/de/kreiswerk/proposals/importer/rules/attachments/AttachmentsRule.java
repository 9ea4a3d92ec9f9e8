package de.kreiswerk.proposals.importer.rules.attachments;

import de.kreiswerk.proposals.importer.outline.SectionKind;
import de.kreiswerk.proposals.importer.reading.Reading;
import de.kreiswerk.proposals.importer.reading.Rule;

/**
 * Reads the attachments. A page often lists them more than once, by number, by name only, and as a count: a name that is
 * known already is no further attachment, and plain names count only where nothing else does. Whatever speaks of secrecy
 * counts, wherever it stands.
 */
public final class AttachmentsRule implements Rule {

    @Override
    public void read(Reading reading) {
        AttachmentList list = new AttachmentList();
        reading.sections(SectionKind.ATTACHMENTS).forEach(list::read);
        Numbering numbering = new Numbering(reading);
        list.certain().forEach((line, entry) -> numbering.addIf(entry.isNumbered(), entry, line));
        list.certain().forEach((line, entry) -> numbering.addIf(!entry.isNumbered(), entry, line));
        boolean nothingElse = list.certain().isEmpty();
        list.possible()
                .forEach((line, entry) -> numbering.addOrRemark(nothingElse || numbering.isKnown(entry), entry, line));
        list.counts().forEach((line, entry) -> {
            reading.claims().take(line);
            entry.ifPresent(name -> numbering.add(name, line));
        });
        list.remarks().forEach(numbering::remark);
        numbering.finish();
    }
}
