package de.kreiswerk.proposals.importer.checks;

import de.kreiswerk.proposals.importer.reading.Reading;

/** A council decides on stated facts. */
public final class FactsMissing implements Check {

    @Override
    public void check(Reading reading, Findings findings) {
        if (reading.draft().statementOfFacts().isEmpty()) {
            findings.warning(
                    "statement-of-facts-missing",
                    0,
                    "Der Sachverhalt fehlt. Bitte unter der Überschrift „Sachverhalt:“ ergänzen.",
                    "The statement of facts is missing. Please add it below the heading “Sachverhalt:”.");
        }
    }
}
