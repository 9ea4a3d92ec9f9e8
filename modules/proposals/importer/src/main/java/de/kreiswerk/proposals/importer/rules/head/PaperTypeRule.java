package de.kreiswerk.proposals.importer.rules.head;

import de.kreiswerk.proposals.importer.outline.HeadLabel;
import de.kreiswerk.proposals.importer.reading.Reading;
import de.kreiswerk.proposals.importer.reading.Rule;
import de.kreiswerk.proposals.importer.refusals.Limits;

/** The Vorlageart stands behind its label; where there is none, in the heading with the number. */
public final class PaperTypeRule implements Rule {

    @Override
    public void read(Reading reading) {
        reading.takeField(HeadLabel.PAPER_TYPE, (kind, line) -> {
            Limits.paperType(kind, line);
            reading.draft().paperType().offer(kind, line);
        });
        reading.outline()
                .head()
                .loose()
                .forEach(line -> NumberHeading.anyIn(line.text())
                        .filter(NumberHeading::namesKind)
                        .ifPresent(heading -> reading.draft().paperType().offer(heading.kind(), line.number())));
    }
}
