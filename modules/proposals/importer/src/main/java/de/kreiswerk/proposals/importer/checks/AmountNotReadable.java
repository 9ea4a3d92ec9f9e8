package de.kreiswerk.proposals.importer.checks;

import de.kreiswerk.proposals.api.PaperDocument.Amount;
import de.kreiswerk.proposals.importer.reading.Reading;
import de.kreiswerk.proposals.importer.words.Wording;
import java.util.Set;
import java.util.stream.Stream;

/** An amount that no program can add up. */
public final class AmountNotReadable implements Check {

    private static final Set<String> NO_COST = Set.of("keine", "keine.", "entfällt", "entfällt.", "kostenneutral");

    @Override
    public void check(Reading reading, Findings findings) {
        reading.draft()
                .financialImpact()
                .ifFound(impact -> Stream.of(
                                impact.value().implementationCost(),
                                impact.value().followUpCost())
                        .filter(AmountNotReadable::isUnreadable)
                        .forEach(amount -> report(amount, lineOf(amount, impact.line(), reading), findings)));
    }

    private static boolean isUnreadable(Amount amount) {
        return amount != null && amount.value() == null && !Wording.isOneOf(NO_COST, amount.wording());
    }

    private static int lineOf(Amount amount, int section, Reading reading) {
        return reading.lines().stream()
                .filter(line -> line.number() >= section && line.text().endsWith(amount.wording()))
                .map(line -> line.number())
                .findFirst()
                .orElse(section);
    }

    private static void report(Amount amount, int line, Findings findings) {
        String wording = Quote.of(amount.wording());
        findings.warning(
                "amount-not-readable",
                line,
                "„" + wording + "“ ist kein einzelner Betrag. Bitte einen Betrag wie „12.500,00 €“ eintragen und"
                        + " Erläuterungen unter Begründung oder Sonstiges schreiben.",
                "“" + wording + "” is not a single amount. Please enter one such as “12.500,00 €” and put explanations"
                        + " under Begründung or Sonstiges.");
    }
}
