package de.kreiswerk.proposals.importer.checks;

import de.kreiswerk.proposals.importer.reading.Reading;

/** A paper that does not say whether it is public cannot be published. */
public final class VisibilityMissing implements Check {

    @Override
    public void check(Reading reading, Findings findings) {
        if (reading.draft().visibility().isEmpty()) {
            findings.warning(
                    "visibility-missing",
                    0,
                    "Der Öffentlichkeitsstatus fehlt. Bitte „Öffentlichkeitsstatus: öffentlich“ oder „nichtöffentlich“"
                            + " ergänzen; ohne ihn wird die Vorlage nicht veröffentlicht.",
                    "The text does not say whether it is public. Please add “Öffentlichkeitsstatus: öffentlich” or"
                            + " “nichtöffentlich”; without it the proposal is not published.");
        }
    }
}
