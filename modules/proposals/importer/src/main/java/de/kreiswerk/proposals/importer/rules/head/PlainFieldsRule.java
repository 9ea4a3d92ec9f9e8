package de.kreiswerk.proposals.importer.rules.head;

import de.kreiswerk.proposals.importer.outline.HeadLabel;
import de.kreiswerk.proposals.importer.reading.Draft;
import de.kreiswerk.proposals.importer.reading.Reading;
import de.kreiswerk.proposals.importer.reading.Rule;
import de.kreiswerk.proposals.importer.refusals.Limits;

/** Fields whose words are taken as they are. */
public final class PlainFieldsRule implements Rule {

    @Override
    public void read(Reading reading) {
        Draft draft = reading.draft();
        reading.takeField(HeadLabel.OCCASION, draft.occasion()::offer);
        reading.takeField(HeadLabel.LEAD, (department, line) -> {
            Limits.department(department, line);
            draft.underDirectionOf().offer(department, line);
        });
        reading.takeField(HeadLabel.RESPONSIBLE, draft.responsible()::offer);
        reading.takeField(HeadLabel.AUTHOR, draft.author()::offer);
        reading.takeField(HeadLabel.HANDLER, draft.handler()::offer);
    }
}
