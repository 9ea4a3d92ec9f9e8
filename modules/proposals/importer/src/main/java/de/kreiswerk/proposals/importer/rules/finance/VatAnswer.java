package de.kreiswerk.proposals.importer.rules.finance;

import de.kreiswerk.proposals.api.PaperDocument.FinancialImpact.Vat;
import de.kreiswerk.proposals.importer.reading.Contradiction;
import de.kreiswerk.proposals.importer.reading.Found;
import de.kreiswerk.proposals.importer.reading.Reading;
import java.util.List;
import java.util.Map;

/** Below d): whether value added tax falls due, asked only where there is revenue. Without it the tick is kept as text. */
final class VatAnswer {

    private static final Map<String, Vat> OPTIONS =
            Map.of("ja", Vat.YES, "nein", Vat.NO, "klärungsbedürftig", Vat.TO_BE_CLARIFIED);

    private VatAnswer() {}

    static Vat read(List<Answer> answers, RevenueAnswer revenue, Reading reading) {
        Choice<Vat> boxes = Choice.of(OPTIONS, answers);
        boxes.keepOthers(reading.claims());
        boxes.reportContradiction(Contradiction.VAT, reading.draft());
        if (boxes.single() != null && revenue.isYes()) {
            boxes.keepRests(reading.claims());
            return boxes.single();
        }
        boxes.keepChosen(reading.claims());
        if (!boxes.chosen().isEmpty() && !revenue.isYes()) {
            int line = boxes.chosen().get(0).line().number();
            reading.draft().contradictions().add(new Found<>(Contradiction.VAT_WITHOUT_REVENUE, line));
        }
        return null;
    }
}
