package de.kreiswerk.proposals.importer.checks;

import de.kreiswerk.proposals.api.PaperDocument.FinancialImpact;
import de.kreiswerk.proposals.importer.reading.Reading;
import java.util.Objects;
import java.util.stream.Stream;

/** Questions about money that nobody answered. "None" would be an answer. */
public final class FinancialImpactEmpty implements Check {

    @Override
    public void check(Reading reading, Findings findings) {
        reading.draft().financialImpact().ifFound(impact -> {
            if (isEmpty(impact.value())) {
                findings.warning(
                        "financial-impact-empty",
                        impact.line(),
                        "Die finanziellen Auswirkungen sind nicht ausgefüllt. Bitte Beträge und Kästchen ausfüllen; wenn es"
                                + " keine gibt, das hinschreiben.",
                        "The financial impact is not filled in. Please fill in amounts and boxes; if there is none, please"
                                + " say so.");
            }
        });
    }

    private static boolean isEmpty(FinancialImpact impact) {
        return impact.coverage().isEmpty()
                && Stream.of(
                                impact.implementationCost(),
                                impact.followUpCost(),
                                impact.justification(),
                                impact.other(),
                                impact.revenue(),
                                impact.revenueWording(),
                                impact.vat(),
                                impact.wording())
                        .allMatch(Objects::isNull);
    }
}
