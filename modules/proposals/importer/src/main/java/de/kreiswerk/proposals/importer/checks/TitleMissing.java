package de.kreiswerk.proposals.importer.checks;

import de.kreiswerk.proposals.importer.reading.Reading;

/** A paper without a title cannot be found in any list. */
public final class TitleMissing implements Check {

    @Override
    public void check(Reading reading, Findings findings) {
        if (reading.draft().name().isEmpty()) {
            findings.warning(
                    "title-missing",
                    0,
                    "Die Vorlage hat keinen Titel. Bitte eine Zeile „Betreff: …“ ergänzen.",
                    "The proposal has no title. Please add a line “Betreff: …”.");
        }
    }
}
