package de.kreiswerk.proposals.importer;

import de.kreiswerk.proposals.api.PaperImporter;
import de.kreiswerk.proposals.importer.checks.Findings;
import de.kreiswerk.proposals.importer.reading.Reading;
import de.kreiswerk.proposals.importer.refusals.RawText;
import org.osgi.service.component.annotations.Component;

/** Lets the rules read a text one after the other, then the checks. */
@Component
public final class PaperImporterImpl implements PaperImporter {

    @Override
    public ImportedText read(String text) {
        RawText.admit(text);
        Reading reading = Reading.of(text);
        Rules.IN_ORDER.forEach(rule -> rule.read(reading));
        Findings findings = new Findings();
        Checks.ALL.forEach(check -> check.check(reading, findings));
        return new ImportedText(reading.draft().document(), findings.inOrder());
    }
}
