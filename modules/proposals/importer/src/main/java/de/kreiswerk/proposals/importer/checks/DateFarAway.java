package de.kreiswerk.proposals.importer.checks;

import de.kreiswerk.proposals.importer.reading.Reading;
import java.util.IntSummaryStatistics;
import java.util.regex.Pattern;

/** A planned date that does not go with the year in the paper's number: 10.06.2062 instead of 2026. */
public final class DateFarAway implements Check {

    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d\\d(?!\\d)");
    private static final int YEARS_TO_DECIDE = 3;

    @Override
    public void check(Reading reading, Findings findings) {
        // A number may name a whole term of office, 2021-2026.
        IntSummaryStatistics years = YEAR.matcher(reading.draft().reference().value())
                .results()
                .mapToInt(year -> Integer.parseInt(year.group()))
                .summaryStatistics();
        if (years.getCount() == 0) {
            return;
        }
        reading.draft().consultations().stream()
                .filter(row -> row.value().plannedDate() != null)
                .filter(row -> row.value().plannedDate().getYear() < years.getMin()
                        || row.value().plannedDate().getYear() > years.getMax() + YEARS_TO_DECIDE)
                .forEach(row -> findings.warning(
                        "date-far-away",
                        row.line(),
                        "Das Jahr dieses Termins passt nicht zur Vorlagennummer. Bitte das Datum prüfen.",
                        "The year of this date does not go with the reference. Please check the date."));
    }
}
