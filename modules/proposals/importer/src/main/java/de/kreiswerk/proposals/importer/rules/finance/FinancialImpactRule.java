package de.kreiswerk.proposals.importer.rules.finance;

import static java.util.Map.entry;

import de.kreiswerk.proposals.api.PaperDocument.Amount;
import de.kreiswerk.proposals.api.PaperDocument.FinancialImpact;
import de.kreiswerk.proposals.api.PaperDocument.FinancialImpact.Coverage;
import de.kreiswerk.proposals.api.PaperDocument.FinancialImpact.Vat;
import de.kreiswerk.proposals.importer.outline.Section;
import de.kreiswerk.proposals.importer.outline.SectionKind;
import de.kreiswerk.proposals.importer.reading.Contradiction;
import de.kreiswerk.proposals.importer.reading.Found;
import de.kreiswerk.proposals.importer.reading.LabelledLines;
import de.kreiswerk.proposals.importer.reading.Paragraphs;
import de.kreiswerk.proposals.importer.reading.Reading;
import de.kreiswerk.proposals.importer.reading.Rule;
import de.kreiswerk.proposals.importer.words.EuroAmount;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The financial block follows the county's form with the questions a) to d), or it is free text. An amount left blank is
 * unanswered, not zero; no box ticked is unanswered, not no. Value added tax is asked only where there is revenue.
 */
public final class FinancialImpactRule implements Rule {

    private static final Map<String, Coverage> COVERAGE = Map.ofEntries(
            entry("im haushaltsplan veranschlagt", Coverage.BUDGETED),
            entry("durch überplanmäßige/außerplanmäßige ausgabe", Coverage.UNBUDGETED_EXPENSE),
            entry("durch überplanmäßige / außerplanmäßige ausgabe", Coverage.UNBUDGETED_EXPENSE),
            entry("durch über-/außerplanmäßige ausgabe", Coverage.UNBUDGETED_EXPENSE),
            entry("durch überplanmäßige ausgabe", Coverage.UNBUDGETED_EXPENSE),
            entry("durch außerplanmäßige ausgabe", Coverage.UNBUDGETED_EXPENSE),
            entry("durch mittelverschiebung im budget", Coverage.SHIFT_WITHIN_BUDGET),
            entry("durch mittelverschiebung", Coverage.SHIFT_WITHIN_BUDGET));

    private static final Map<String, FinancialImpact.Answer> REVENUE = Map.of(
            "ja", FinancialImpact.Answer.YES,
            "nein", FinancialImpact.Answer.NO,
            "keine", FinancialImpact.Answer.NO,
            "unbekannt", FinancialImpact.Answer.UNKNOWN,
            "nicht bekannt", FinancialImpact.Answer.UNKNOWN);

    private static final Map<String, Vat> VAT =
            Map.of("ja", Vat.YES, "nein", Vat.NO, "klärungsbedürftig", Vat.TO_BE_CLARIFIED);

    @Override
    public void read(Reading reading) {
        reading.outline().first(SectionKind.FINANCE).ifPresent(section -> read(section, reading));
    }

    private static void read(Section section, Reading reading) {
        FinancialForm form = FinancialForm.of(section.lines());
        FinancialImpact impact = form.isForm() || section.isEmpty() ? readForm(form, reading) : readText(section, reading);
        reading.draft().financialImpact().offer(impact, section.line());
    }

    private static FinancialImpact readText(Section section, Reading reading) {
        reading.claims().takeAll(section.lines());
        reading.draft().passages().add(new LabelledLines(section.label(), section.lines()));
        return new FinancialImpact(
                null, null, Set.of(), null, null, null, null, null, Paragraphs.passage(section.label(), section.lines()));
    }

    private static FinancialImpact readForm(FinancialForm form, Reading reading) {
        form.claim(reading.claims());
        Choice<FinancialImpact.Answer> revenue = Choice.of(REVENUE, form.answers(FormPart.REVENUE));
        reportContradiction(revenue, Contradiction.REVENUE, reading);
        return new FinancialImpact(
                amount(form.answers(FormPart.IMPLEMENTATION)),
                amount(form.answers(FormPart.FOLLOW_UP)),
                coverage(form, reading),
                text(form.answers(FormPart.JUSTIFICATION)),
                text(form.answers(FormPart.OTHER)),
                revenue.single(),
                wording(revenue),
                vat(form, revenue.single() == FinancialImpact.Answer.YES, reading),
                null);
    }

    private static Amount amount(List<Answer> answers) {
        String words = Answer.join(answers);
        boolean blank = words.replaceAll("€|EUR\\b|Euro\\b", "").chars().noneMatch(Character::isLetterOrDigit);
        return blank ? null : new Amount(EuroAmount.in(words).orElse(null), words);
    }

    private static Set<Coverage> coverage(FinancialForm form, Reading reading) {
        Choice<Coverage> boxes = Choice.of(COVERAGE, form.answers(FormPart.COVERAGE));
        keep(boxes.others(), reading);
        boxes.chosen().forEach(box -> keep(List.of(new Answer(box.line(), box.rest())), reading));
        return boxes.chosen().stream().map(Choice.Option::value).collect(Collectors.toSet());
    }

    private static String text(List<Answer> answers) {
        return Paragraphs.text(answers.stream().map(Answer::asLine).toList());
    }

    /** All that is said to d) but for boxes that nobody ticked. */
    private static String wording(Choice<FinancialImpact.Answer> revenue) {
        String words = Stream.concat(
                        revenue.chosen().stream().map(Choice.Option::words),
                        revenue.others().stream().map(Answer::words))
                .filter(Predicate.not(FinancialImpactRule::isBlank))
                .collect(Collectors.joining("; "));
        return words.isEmpty() ? null : words;
    }

    private static boolean isBlank(String words) {
        return words.chars().noneMatch(Character::isLetterOrDigit);
    }

    private static Vat vat(FinancialForm form, boolean hasRevenue, Reading reading) {
        Choice<Vat> boxes = Choice.of(VAT, form.answers(FormPart.VAT));
        keep(boxes.others(), reading);
        reportContradiction(boxes, Contradiction.VAT, reading);
        boxes.chosen().forEach(box -> keep(List.of(new Answer(box.line(), box.rest())), reading));
        if (hasRevenue || boxes.chosen().isEmpty()) {
            return boxes.single();
        }
        Choice.Option<Vat> first = boxes.chosen().get(0);
        reading.draft().contradictions().add(new Found<>(Contradiction.VAT_WITHOUT_REVENUE, first.line().number()));
        keep(List.of(new Answer(first.line(), first.words())), reading);
        return null;
    }

    private static void reportContradiction(Choice<?> choice, Contradiction kind, Reading reading) {
        if (choice.isContradictory()) {
            int line = choice.chosen().get(1).line().number();
            reading.draft().contradictions().add(new Found<>(kind, line));
            choice.chosen().forEach(option -> keep(List.of(new Answer(option.line(), option.words())), reading));
        }
    }

    private static void keep(List<Answer> answers, Reading reading) {
        answers.forEach(answer -> reading.claims().takeAllBut(answer.words(), answer.line()));
    }
}
