package de.kreiswerk.proposals.importer.checks;

import de.kreiswerk.proposals.api.PaperDocument.PlannedConsultation;
import de.kreiswerk.proposals.importer.reading.Reading;
import de.kreiswerk.proposals.importer.words.GermanDate;

/** A planned date with figures that are not one day, such as two dates. "Not yet known" needs no finding. */
public final class DateNotReadable implements Check {

    @Override
    public void check(Reading reading, Findings findings) {
        reading.draft().consultations().forEach(found -> {
            PlannedConsultation row = found.value();
            if (row.plannedDate() == null && row.dateWording() != null && isUnreadable(row.dateWording())) {
                String wording = Quote.of(row.dateWording());
                findings.warning(
                        "date-not-readable",
                        found.line(),
                        "„" + wording + "“ ist nicht als Datum lesbar. Bitte einen Tag wie „10.06.2026“ eintragen.",
                        "“" + wording + "” cannot be read as a date. Please enter a day such as “10.06.2026”.");
            }
        });
    }

    private static boolean isUnreadable(String wording) {
        boolean hasFigures = wording.codePoints().anyMatch(Character::isDigit);
        return hasFigures
                && GermanDate.in(wording).filter(date -> date.date() == null).isEmpty();
    }
}
