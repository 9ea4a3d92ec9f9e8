package de.kreiswerk.proposals.importer.rules.finance;

import de.kreiswerk.proposals.api.PaperDocument.FinancialImpact;
import de.kreiswerk.proposals.importer.outline.Section;
import de.kreiswerk.proposals.importer.outline.SectionKind;
import de.kreiswerk.proposals.importer.reading.LabelledLines;
import de.kreiswerk.proposals.importer.reading.Paragraphs;
import de.kreiswerk.proposals.importer.reading.Reading;
import de.kreiswerk.proposals.importer.reading.Rule;
import java.util.List;
import java.util.Set;

/** The financial block follows the county's form with the questions a) to d), or it is free text and kept as that. */
public final class FinancialImpactRule implements Rule {

    @Override
    public void read(Reading reading) {
        reading.outline().first(SectionKind.FINANCE).ifPresent(section -> {
            FinancialForm form = FinancialForm.of(section.lines());
            boolean isForm = form.isForm() || section.isEmpty();
            FinancialImpact impact = isForm ? readForm(form, reading) : readText(section, reading);
            reading.draft().financialImpact().offer(impact, section.line());
        });
    }

    private static FinancialImpact readForm(FinancialForm form, Reading reading) {
        form.claim(reading.claims());
        RevenueAnswer revenue = RevenueAnswer.read(form.answers(FormPart.REVENUE), reading);
        return new FinancialImpact(
                AmountAnswer.read(form.answers(FormPart.IMPLEMENTATION)),
                AmountAnswer.read(form.answers(FormPart.FOLLOW_UP)),
                CoverageAnswer.read(form.answers(FormPart.COVERAGE), reading),
                text(form.answers(FormPart.JUSTIFICATION)),
                text(form.answers(FormPart.OTHER)),
                revenue.value(),
                revenue.wording(),
                VatAnswer.read(form.answers(FormPart.VAT), revenue, reading),
                null);
    }

    private static FinancialImpact readText(Section section, Reading reading) {
        reading.claims().takeAll(section.lines());
        reading.draft().passages().add(new LabelledLines(section.label(), section.lines()));
        return new FinancialImpact(
                null,
                null,
                Set.of(),
                null,
                null,
                null,
                null,
                null,
                Paragraphs.passage(section.label(), section.lines()));
    }

    private static String text(List<Answer> answers) {
        return Paragraphs.text(answers.stream().map(Answer::asLine).toList());
    }
}
