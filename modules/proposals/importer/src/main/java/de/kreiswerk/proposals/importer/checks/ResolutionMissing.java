package de.kreiswerk.proposals.importer.checks;

import de.kreiswerk.proposals.importer.reading.Reading;
import java.util.Locale;

/** A Beschlussvorlage without words to be resolved cannot be voted on. Reports need none. */
public final class ResolutionMissing implements Check {

    @Override
    public void check(Reading reading, Findings findings) {
        String type = reading.draft().paperType().value();
        boolean asksForDecision =
                type != null && type.toLowerCase(Locale.GERMAN).contains("beschlussvorlage");
        if (asksForDecision && reading.draft().proposedResolution().isEmpty()) {
            findings.error(
                    "proposed-resolution-missing",
                    reading.draft().paperType().line(),
                    "Eine Beschlussvorlage braucht einen Beschlussvorschlag. Bitte unter der Überschrift"
                            + " „Beschlussvorschlag:“ ergänzen, oder die Vorlageart ändern.",
                    "A Beschlussvorlage needs a proposed resolution. Please add it below the heading"
                            + " “Beschlussvorschlag:”, or change the paper type.");
        }
    }
}
