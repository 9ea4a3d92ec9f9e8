package de.kreiswerk.proposals.importer.rules.head;

import de.kreiswerk.proposals.importer.outline.HeadLabel;
import de.kreiswerk.proposals.importer.reading.Found;
import de.kreiswerk.proposals.importer.reading.Reading;
import de.kreiswerk.proposals.importer.reading.Rule;
import java.util.Arrays;

/** Each line of the field is a product of the budget; several on one line are separated by semicolons. */
public final class ProductsRule implements Rule {

    @Override
    public void read(Reading reading) {
        reading.outline().head().all(HeadLabel.PRODUCTS).forEach(field -> {
            reading.claims().takeAll(field.values());
            field.values()
                    .forEach(line -> Arrays.stream(line.text().split(";"))
                            .map(String::strip)
                            .filter(product -> !product.isEmpty())
                            .forEach(product ->
                                    reading.draft().budgetProducts().add(new Found<>(product, line.number()))));
        });
    }
}
