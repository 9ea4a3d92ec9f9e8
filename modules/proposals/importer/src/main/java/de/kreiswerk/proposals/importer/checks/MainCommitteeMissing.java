package de.kreiswerk.proposals.importer.checks;

import de.kreiswerk.proposals.api.PaperDocument.PlannedConsultation;
import de.kreiswerk.proposals.api.PaperDocument.Role;
import de.kreiswerk.proposals.importer.reading.Found;
import de.kreiswerk.proposals.importer.reading.Reading;
import de.kreiswerk.proposals.importer.words.CommitteeName;

/** NKomVG § 76: the Kreisausschuss prepares every decision of the Kreistag (the Verwaltungsausschuss those of a council). */
public final class MainCommitteeMissing implements Check {

    @Override
    public void check(Reading reading, Findings findings) {
        boolean prepared = false;
        for (Found<PlannedConsultation> row : reading.draft().consultations()) {
            PlannedConsultation consultation = row.value();
            prepared |= CommitteeName.isMainCommittee(consultation.organization());
            boolean decides = consultation.role() == Role.DECISION;
            if (decides && !prepared && CommitteeName.isMainBody(consultation.organization())) {
                findings.warning(
                        "main-committee-missing",
                        row.line(),
                        "Vor der Entscheidung des Kreistags fehlt der Kreisausschuss, der sie vorbereitet (§ 76 NKomVG)."
                                + " Bitte die Beratungsfolge ergänzen.",
                        "The Kreisausschuss, which prepares every decision of the Kreistag (NKomVG § 76), is missing before"
                                + " it. Please add it to the Beratungsfolge.");
            }
        }
    }
}
