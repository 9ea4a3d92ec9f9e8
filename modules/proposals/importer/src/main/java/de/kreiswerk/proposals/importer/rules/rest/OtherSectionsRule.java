package de.kreiswerk.proposals.importer.rules.rest;

import de.kreiswerk.proposals.importer.outline.Field;
import de.kreiswerk.proposals.importer.outline.Section;
import de.kreiswerk.proposals.importer.outline.SectionKind;
import de.kreiswerk.proposals.importer.reading.Reading;
import de.kreiswerk.proposals.importer.reading.Rule;

/** Keeps what no other rule understood, section by section. Must run last. */
public final class OtherSectionsRule implements Rule {

    private static final String HEAD = "Kopf";

    @Override
    public void read(Reading reading) {
        Leftovers leftovers = new Leftovers(reading);
        leftovers.keep(HEAD, reading.outline().head().loose());
        for (Field field : reading.outline().head().fields()) {
            leftovers.keep(field.wording(), field.values());
        }
        for (Section section : reading.outline().sections()) {
            boolean kept = leftovers.keep(section.label(), section.lines());
            if (!kept && section.kind() == SectionKind.OTHER) {
                leftovers.keepHeading(section);
            }
        }
        leftovers.finish();
    }
}
