package de.kreiswerk.proposals.importer.checks;

import de.kreiswerk.proposals.importer.reading.Reading;

/** Without its type nobody knows whether a paper asks for a decision. */
public final class PaperTypeMissing implements Check {

    @Override
    public void check(Reading reading, Findings findings) {
        if (reading.draft().paperType().isEmpty()) {
            findings.warning(
                    "paper-type-missing",
                    0,
                    "Die Vorlageart fehlt. Bitte eine Zeile wie „Vorlageart: Beschlussvorlage“ ergänzen.",
                    "The paper type is missing. Please add a line such as “Vorlageart: Beschlussvorlage”.");
        }
    }
}
