package de.kreiswerk.proposals.importer.rules.head;

import de.kreiswerk.proposals.importer.outline.HeadLabel;
import de.kreiswerk.proposals.importer.reading.Found;
import de.kreiswerk.proposals.importer.reading.Reading;
import de.kreiswerk.proposals.importer.reading.Rule;

/** Each line of the field is a product of the budget. */
public final class ProductsRule implements Rule {

    @Override
    public void read(Reading reading) {
        reading.outline().head().all(HeadLabel.PRODUCTS).forEach(field -> {
            reading.claims().takeAll(field.values());
            field.values()
                    .forEach(line -> reading.draft().budgetProducts().add(new Found<>(line.text(), line.number())));
        });
    }
}
