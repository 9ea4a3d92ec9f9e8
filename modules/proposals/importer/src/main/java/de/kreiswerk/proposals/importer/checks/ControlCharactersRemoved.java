package de.kreiswerk.proposals.importer.checks;

import de.kreiswerk.proposals.importer.reading.Reading;

/** Characters that nobody can see are gone; the author should know. */
public final class ControlCharactersRemoved implements Check {

    @Override
    public void check(Reading reading, Findings findings) {
        if (reading.source().removed() > 0) {
            findings.info(
                    "control-characters-removed",
                    reading.source().cleaned(),
                    "Unsichtbare Steuerzeichen wurden entfernt (Anzahl: "
                            + reading.source().removed()
                            + "), zuerst in dieser Zeile. Bitte prüfen, ob der Text dort stimmt.",
                    "Invisible control characters were removed (count: "
                            + reading.source().removed()
                            + "), first in this line. Please check that the text is right there.");
        }
    }
}
