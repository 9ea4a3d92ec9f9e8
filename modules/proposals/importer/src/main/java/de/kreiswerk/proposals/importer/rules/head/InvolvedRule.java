package de.kreiswerk.proposals.importer.rules.head;

import de.kreiswerk.proposals.importer.outline.HeadLabel;
import de.kreiswerk.proposals.importer.reading.Found;
import de.kreiswerk.proposals.importer.reading.Reading;
import de.kreiswerk.proposals.importer.reading.Rule;
import java.util.Arrays;

/** Departments that take part are separated by semicolons: commas and slashes stand in their names. */
public final class InvolvedRule implements Rule {

    @Override
    public void read(Reading reading) {
        reading.outline().head().all(HeadLabel.INVOLVED).forEach(field -> {
            reading.claims().takeAll(field.values());
            Arrays.stream(field.value().split(";"))
                    .map(String::strip)
                    .filter(department -> !department.isEmpty())
                    .forEach(department -> reading.draft().involved().add(new Found<>(department, field.line())));
        });
    }
}
