package de.kreiswerk.proposals.importer.checks;

import de.kreiswerk.proposals.importer.outline.Section;
import de.kreiswerk.proposals.importer.outline.SectionKind;
import de.kreiswerk.proposals.importer.reading.Reading;
import de.kreiswerk.proposals.importer.text.Line;
import de.kreiswerk.proposals.importer.words.AttachmentMentions;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The text speaks of an attachment that its list does not hold. Each is told once, where it is named first. */
public final class AttachmentUnknown implements Check {

    @Override
    public void check(Reading reading, Findings findings) {
        Set<Integer> known = reading.draft().attachments().stream()
                .map(attachment -> attachment.value().number())
                .collect(Collectors.toSet());
        mentions(reading).forEach((number, line) -> {
            if (!known.contains(number)) {
                report(number, line, findings);
            }
        });
    }

    private static Map<Integer, Integer> mentions(Reading reading) {
        Map<Integer, Integer> lines = new LinkedHashMap<>();
        BitSet told = new BitSet();
        for (Section section : reading.outline().sections()) {
            if (section.kind() != SectionKind.ATTACHMENTS && section.kind() != SectionKind.CONTENTS) {
                for (Line line : section.lines()) {
                    BitSet named = AttachmentMentions.in(line.text());
                    named.andNot(told);
                    named.stream().forEach(number -> lines.put(number, line.number()));
                    told.or(named);
                }
            }
        }
        return lines;
    }

    private static void report(int number, int line, Findings findings) {
        findings.warning(
                "attachment-unknown",
                line,
                "Der Text verweist auf Anlage " + number
                        + ", die nicht in der Liste der Anlagen steht. Bitte die Anlage"
                        + " ergänzen oder die Nummer berichtigen.",
                "The text refers to attachment " + number
                        + ", which the list of attachments does not hold. Please add it" + " or correct the number.");
    }
}
