package de.kreiswerk.proposals.importer.checks;

import de.kreiswerk.proposals.importer.reading.Reading;

/** What no rule understood is kept as it is, and told. */
public final class TextNotUnderstood implements Check {

    @Override
    public void check(Reading reading, Findings findings) {
        reading.draft().otherSections().forEach(section -> {
            String name = Quote.of(section.name());
            findings.info(
                    "text-not-understood",
                    section.line(),
                    "Dieser Text wurde keinem Feld zugeordnet und unverändert unter „" + name + "“ aufgehoben: „"
                            + Quote.of(section.text()) + "“. Bitte prüfen, ob er unter eine andere Überschrift gehört.",
                    "This text belongs to no field and was kept as it is under “" + name + "”: “"
                            + Quote.of(section.text()) + "”. Please check whether it belongs under another heading.");
        });
    }
}
