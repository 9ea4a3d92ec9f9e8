package de.kreiswerk.proposals.importer.rules.finance;

import de.kreiswerk.proposals.api.PaperDocument.FinancialImpact;
import de.kreiswerk.proposals.importer.reading.Contradiction;
import de.kreiswerk.proposals.importer.reading.Reading;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * d): whether there is revenue.
 *
 * @param value null when nothing is chosen, or more than one
 * @param wording all that is said but for boxes that nobody ticked, null when nothing is
 */
record RevenueAnswer(FinancialImpact.Answer value, String wording) {

    private static final Map<String, FinancialImpact.Answer> OPTIONS = Map.of(
            "ja", FinancialImpact.Answer.YES,
            "nein", FinancialImpact.Answer.NO,
            "keine", FinancialImpact.Answer.NO,
            "unbekannt", FinancialImpact.Answer.UNKNOWN,
            "nicht bekannt", FinancialImpact.Answer.UNKNOWN);

    static RevenueAnswer read(List<Answer> answers, Reading reading) {
        Choice<FinancialImpact.Answer> boxes = Choice.of(OPTIONS, answers);
        boxes.reportContradiction(Contradiction.REVENUE, reading.draft());
        String wording = Stream.concat(
                        boxes.chosen().stream().map(Choice.Option::words),
                        boxes.others().stream().map(Answer::words))
                .filter(words -> words.codePoints().anyMatch(Character::isLetterOrDigit))
                .collect(Collectors.joining("; "));
        return new RevenueAnswer(boxes.single(), wording.isEmpty() ? null : wording);
    }

    boolean isYes() {
        return value == FinancialImpact.Answer.YES;
    }
}
