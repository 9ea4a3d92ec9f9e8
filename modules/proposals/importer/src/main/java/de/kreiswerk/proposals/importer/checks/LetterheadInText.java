package de.kreiswerk.proposals.importer.checks;

import de.kreiswerk.proposals.importer.outline.Section;
import de.kreiswerk.proposals.importer.outline.SectionKind;
import de.kreiswerk.proposals.importer.reading.Reading;
import de.kreiswerk.proposals.importer.text.Line;

/** A page break put the letterhead into the text. It is left out, it signs nothing. */
public final class LetterheadInText implements Check {

    @Override
    public void check(Reading reading, Findings findings) {
        for (Line letterhead : reading.noise().letterheads()) {
            reading.outline().at(letterhead.number()).ifPresent(section -> report(letterhead, section, findings));
        }
    }

    private static void report(Line letterhead, Section section, Findings findings) {
        boolean inList = section.kind() == SectionKind.ATTACHMENTS;
        findings.warning(
                inList ? "letterhead-in-attachments" : "letterhead-in-text",
                letterhead.number(),
                "Mitten im Abschnitt „" + Quote.of(section.label()) + "“ steht ein Briefkopf, wohl von einem"
                        + " Seitenumbruch. Er wurde ausgelassen; bitte im Text löschen.",
                "There is a letterhead inside the section “" + Quote.of(section.label()) + "”, probably from a page"
                        + " break. It was left out; please delete it from the text.");
    }
}
