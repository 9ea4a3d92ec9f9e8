package de.kreiswerk.proposals.importer.checks;

import de.kreiswerk.proposals.importer.reading.Reading;

/** A rating is the end of a check; its result shows how it came about. */
public final class ClimateResultMissing implements Check {

    @Override
    public void check(Reading reading, Findings findings) {
        reading.draft().climateCheck().ifFound(climate -> {
            if (climate.value().wording() != null && climate.value().result() == null) {
                findings.warning(
                        "climate-result-missing",
                        climate.line(),
                        "Eine Klimawirkung ist angegeben, aber das Ergebnis des Klimachecks fehlt. Bitte die Tabelle"
                                + " einfügen.",
                        "A climate rating is stated, but the result of the climate check is missing. Please insert its"
                                + " table.");
            }
        });
    }
}
