package de.kreiswerk.proposals.importer.checks;

import de.kreiswerk.proposals.api.Visibility;
import de.kreiswerk.proposals.importer.reading.Reading;
import de.kreiswerk.proposals.importer.words.CommitteeName;

/** NKomVG § 78: the Kreisausschuss (Verwaltungsausschuss) never meets in public. */
public final class MainCommitteePublic implements Check {

    @Override
    public void check(Reading reading, Findings findings) {
        reading.draft().consultations().forEach(row -> {
            boolean markedPublic = row.value().visibility() == Visibility.PUBLIC;
            if (markedPublic && CommitteeName.isMainCommittee(row.value().organization())) {
                findings.error(
                        "main-committee-public",
                        row.line(),
                        "Der Kreisausschuss (Verwaltungsausschuss) tagt nicht öffentlich (§ 78 NKomVG). Bitte diese Zeile"
                                + " mit N kennzeichnen.",
                        "The Kreisausschuss (Verwaltungsausschuss) does not meet in public (NKomVG § 78). Please mark this"
                                + " row with N.");
            }
        });
    }
}
