package de.kreiswerk.proposals.importer.checks;

import de.kreiswerk.proposals.importer.reading.Assumption;
import de.kreiswerk.proposals.importer.reading.CalledAttachments;
import de.kreiswerk.proposals.importer.reading.Reading;
import java.util.stream.Collectors;

/** What is said about the public somewhere else than usual is taken for what keeps more back, and told. */
public final class NonPublicAssumed implements Check {

    private static final String CODE = "non-public-assumed";

    @Override
    public void check(Reading reading, Findings findings) {
        reading.draft().assumptions().stream()
                .distinct()
                .forEach(found -> report(found.value(), found.line(), findings));
        reading.draft().calledSecret().forEach(found -> report(found.value(), found.line(), findings));
    }

    private static void report(CalledAttachments called, int line, Findings findings) {
        boolean one = called.numbers().size() == 1;
        String numbers = called.numbers().stream().map(String::valueOf).collect(Collectors.joining(", "));
        String sentence = Quote.of(called.sentence());
        findings.warning(
                CODE,
                line,
                "Hier steht „" + sentence + "“; " + (one ? "Anlage " : "die Anlagen ") + numbers
                        + (one ? " gilt" : " gelten") + " darum als nichtöffentlich. Bitte in der Liste der Anlagen"
                        + " „(nichtöffentlich)“ ans Ende der Zeile schreiben oder den Satz ändern.",
                "The text says “" + sentence + "”; " + (one ? "attachment " : "attachments ") + numbers
                        + (one ? " therefore counts" : " therefore count") + " as non-public. Please write"
                        + " “(nichtöffentlich)” at the end of the line in the list of attachments, or change the"
                        + " sentence.");
    }

    private static void report(Assumption what, int line, Findings findings) {
        switch (what) {
            case PAPER ->
                findings.warning(
                        CODE,
                        line,
                        "Diese Zeile spricht von nichtöffentlich oder vertraulich; die ganze Vorlage gilt darum als"
                                + " nichtöffentlich. Bitte „Öffentlichkeitsstatus: nichtöffentlich“ oder „öffentlich“ schreiben.",
                        "This line speaks of nichtöffentlich or vertraulich; the whole proposal therefore counts as"
                                + " non-public. Please write “Öffentlichkeitsstatus: nichtöffentlich” or “öffentlich”.");
            case CONSULTATION ->
                findings.warning(
                        CODE,
                        line,
                        "Diese Zeile spricht von nichtöffentlich oder vertraulich, aber nicht an der üblichen Stelle oder"
                                + " im Widerspruch zu Ö; die Beratung, zu der sie gehört, gilt darum als nichtöffentlich."
                                + " Bitte die Zeile mit dem Gremium nur mit N kennzeichnen oder nur mit Ö.",
                        "This line speaks of nichtöffentlich or vertraulich, but not in the usual place or against an Ö;"
                                + " the consultation that it belongs to therefore counts as non-public. Please mark the row"
                                + " of the committee with nothing but N, or with nothing but Ö.");
            case ATTACHMENT ->
                findings.warning(
                        CODE,
                        line,
                        "Diese Zeile spricht von nichtöffentlich oder vertraulich, aber nicht an der üblichen Stelle oder"
                                + " im Widerspruch zu öffentlich; die Anlage, zu der sie gehört, gilt darum als"
                                + " nichtöffentlich. Bitte „(nichtöffentlich)“ ans Ende der Zeile mit der Anlage schreiben"
                                + " oder das Wort weglassen.",
                        "This line speaks of nichtöffentlich or vertraulich, but not in the usual place or against an"
                                + " öffentlich; the attachment that it belongs to therefore counts as non-public. Please"
                                + " write “(nichtöffentlich)” at the end of the attachment's line, or leave the word out.");
        }
    }
}
