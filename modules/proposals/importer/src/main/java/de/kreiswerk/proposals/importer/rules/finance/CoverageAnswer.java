package de.kreiswerk.proposals.importer.rules.finance;

import static java.util.Map.entry;

import de.kreiswerk.proposals.api.PaperDocument.FinancialImpact.Coverage;
import de.kreiswerk.proposals.importer.reading.Reading;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** c): boxes that may be ticked each by itself. None ticked is unanswered, not no. */
final class CoverageAnswer {

    private static final Map<String, Coverage> OPTIONS = Map.ofEntries(
            entry("im haushaltsplan veranschlagt", Coverage.BUDGETED),
            entry("durch überplanmäßige/außerplanmäßige ausgabe", Coverage.UNBUDGETED_EXPENSE),
            entry("durch überplanmäßige / außerplanmäßige ausgabe", Coverage.UNBUDGETED_EXPENSE),
            entry("durch über-/außerplanmäßige ausgabe", Coverage.UNBUDGETED_EXPENSE),
            entry("durch überplanmäßige ausgabe", Coverage.UNBUDGETED_EXPENSE),
            entry("durch außerplanmäßige ausgabe", Coverage.UNBUDGETED_EXPENSE),
            entry("durch mittelverschiebung im budget", Coverage.SHIFT_WITHIN_BUDGET),
            entry("durch mittelverschiebung", Coverage.SHIFT_WITHIN_BUDGET));

    private CoverageAnswer() {}

    static Set<Coverage> read(List<Answer> answers, Reading reading) {
        Choice<Coverage> boxes = Choice.of(OPTIONS, answers);
        boxes.keepOthers(reading.claims());
        boxes.keepRests(reading.claims());
        return boxes.chosen().stream().map(Choice.Option::value).collect(Collectors.toSet());
    }
}
