package de.kreiswerk.proposals.importer.checks;

import de.kreiswerk.proposals.importer.outline.Field;
import de.kreiswerk.proposals.importer.outline.HeadLabel;
import de.kreiswerk.proposals.importer.reading.Reading;

/** The budget is made of products: a paper belongs to at least one. */
public final class BudgetProductMissing implements Check {

    @Override
    public void check(Reading reading, Findings findings) {
        if (reading.draft().budgetProducts().isEmpty()) {
            int line = reading.outline().head().all(HeadLabel.PRODUCTS).stream()
                    .map(Field::line)
                    .findFirst()
                    .orElse(0);
            findings.warning(
                    "budget-product-missing",
                    line,
                    "Es ist kein Produkt des Haushalts genannt. Bitte hinter „Produkte:“ eintragen.",
                    "No budget product is named. Please enter it behind “Produkte:”.");
        }
    }
}
