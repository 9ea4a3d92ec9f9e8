package de.kreiswerk.proposals.importer.rules.head;

import de.kreiswerk.proposals.importer.outline.Field;
import de.kreiswerk.proposals.importer.outline.HeadLabel;
import de.kreiswerk.proposals.importer.reading.Reading;
import de.kreiswerk.proposals.importer.reading.Rule;
import de.kreiswerk.proposals.importer.words.VisibilityWording;

/** A paper is public when its status says so in as many words; another status says nothing about it. */
public final class VisibilityRule implements Rule {

    @Override
    public void read(Reading reading) {
        reading.outline().head().all(HeadLabel.VISIBILITY).forEach(field -> read(field, reading));
    }

    private static void read(Field field, Reading reading) {
        VisibilityWording.of(field.value()).ifPresent(visibility -> {
            if (reading.draft().visibility().isEmpty()
                    || visibility == reading.draft().visibility().value()) {
                reading.draft().visibility().offer(visibility, field.line());
                reading.claims().takeAll(field.values());
            }
        });
    }
}
