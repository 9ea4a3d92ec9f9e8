package de.kreiswerk.proposals.importer.rules.head;

import de.kreiswerk.proposals.importer.outline.HeadLabel;
import de.kreiswerk.proposals.importer.reading.Reading;
import de.kreiswerk.proposals.importer.reading.Rule;

/** The Vorlageart stands behind its label; where there is none, in the heading with the number. */
public final class PaperTypeRule implements Rule {

    @Override
    public void read(Reading reading) {
        reading.takeField(HeadLabel.PAPER_TYPE, reading.draft().paperType()::offer);
        reading.outline()
                .head()
                .loose()
                .forEach(line -> NumberHeading.anyIn(line.text())
                        .filter(NumberHeading::namesKind)
                        .ifPresent(heading -> reading.draft().paperType().offer(heading.kind(), line.number())));
    }
}
