package de.kreiswerk.proposals.importer.checks;

import de.kreiswerk.proposals.api.PaperDocument.PlannedConsultation;
import de.kreiswerk.proposals.importer.reading.Reading;
import de.kreiswerk.proposals.importer.words.GermanDate;

/** A planned date that no calendar has. */
public final class DateDoesNotExist implements Check {

    @Override
    public void check(Reading reading, Findings findings) {
        reading.draft().consultations().forEach(found -> {
            PlannedConsultation row = found.value();
            if (row.plannedDate() == null && row.dateWording() != null && namesNoDay(row.dateWording())) {
                String wording = Quote.of(row.dateWording());
                findings.error(
                        "date-does-not-exist",
                        found.line(),
                        "Den Tag „" + wording + "“ gibt es nicht. Bitte das Datum berichtigen.",
                        "There is no such day as “" + wording + "”. Please correct the date.");
            }
        });
    }

    private static boolean namesNoDay(String wording) {
        return GermanDate.in(wording).filter(date -> date.date() == null).isPresent();
    }
}
