package de.kreiswerk.proposals.importer.checks;

import de.kreiswerk.proposals.api.PaperDocument.PlannedConsultation;
import de.kreiswerk.proposals.importer.reading.Found;
import de.kreiswerk.proposals.importer.reading.Reading;
import java.time.LocalDate;

/** Committees consult one after the other. */
public final class DatesNotAscending implements Check {

    @Override
    public void check(Reading reading, Findings findings) {
        LocalDate last = LocalDate.MIN;
        for (Found<PlannedConsultation> row : reading.draft().consultations()) {
            LocalDate date = row.value().plannedDate();
            if (date != null && date.isBefore(last)) {
                findings.warning(
                        "consultation-dates-not-ascending",
                        row.line(),
                        "Dieser Termin liegt vor dem der vorigen Beratung. Bitte Reihenfolge oder Datum prüfen.",
                        "This date lies before that of the consultation above. Please check the order or the date.");
            }
            last = date == null ? last : date;
        }
    }
}
