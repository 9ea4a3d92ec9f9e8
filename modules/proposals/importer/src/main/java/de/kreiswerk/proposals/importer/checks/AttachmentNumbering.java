package de.kreiswerk.proposals.importer.checks;

import de.kreiswerk.proposals.api.PaperDocument.NamedAttachment;
import de.kreiswerk.proposals.importer.reading.Found;
import de.kreiswerk.proposals.importer.reading.Reading;

/** Attachments are counted from 1 without gaps, and no number twice. */
public final class AttachmentNumbering implements Check {

    @Override
    public void check(Reading reading, Findings findings) {
        reading.draft().repeatedNumbers().forEach(number -> reportRepeated(number, findings));
        int expected = 1;
        for (Found<NamedAttachment> attachment : reading.draft().attachments()) {
            int number = attachment.value().number();
            if (number > expected) {
                reportGap(expected, number, attachment.line(), findings);
            }
            expected = number + 1;
        }
    }

    private static void reportRepeated(Found<Integer> number, Findings findings) {
        findings.error(
                "attachment-number-repeated",
                number.line(),
                "Die Nummer " + number.value()
                        + " hat schon eine andere Anlage. Diese hier bekam die nächste freie Nummer;"
                        + " bitte im Text berichtigen.",
                "Another attachment has the number " + number.value()
                        + " already. This one was given the next free number;" + " please correct the text.");
    }

    private static void reportGap(int from, int next, int line, Findings findings) {
        String missing = next - from == 1 ? "" + from : from + "–" + (next - 1);
        findings.warning(
                "attachment-number-gap",
                line,
                "In der Zählung der Anlagen fehlt die Nummer " + missing
                        + ". Bitte die Anlage ergänzen oder neu zählen.",
                "The count of attachments leaves out number " + missing + ". Please add the attachment or count anew.");
    }
}
