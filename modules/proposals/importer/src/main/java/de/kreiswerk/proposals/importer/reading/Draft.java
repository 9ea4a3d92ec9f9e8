package de.kreiswerk.proposals.importer.reading;

import de.kreiswerk.proposals.api.PaperDocument;
import de.kreiswerk.proposals.api.PaperDocument.ClimateCheck;
import de.kreiswerk.proposals.api.PaperDocument.FinancialImpact;
import de.kreiswerk.proposals.api.PaperDocument.NamedAttachment;
import de.kreiswerk.proposals.api.PaperDocument.Passage;
import de.kreiswerk.proposals.api.PaperDocument.Persons;
import de.kreiswerk.proposals.api.PaperDocument.PlannedConsultation;
import de.kreiswerk.proposals.api.PaperDocument.Section;
import de.kreiswerk.proposals.api.PaperDocument.Table;
import de.kreiswerk.proposals.api.Visibility;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The document as it grows while the rules read. The components are those of {@link PaperDocument}, each with its line.
 * {@code passages} are the lines in which tables are looked for, {@code repeatedNumbers} those that two attachments had,
 * {@code contradictions} the questions that have more than one answer, {@code assumptions} what counts as non-public
 * without being stated as usual, {@code calledSecret} the attachments that do because of a sentence elsewhere.
 */
public record Draft(
        Slot<String> reference,
        Slot<String> name,
        Slot<String> paperType,
        Slot<Visibility> visibility,
        Slot<String> revision,
        Slot<LocalDate> revisionDate,
        Slot<String> occasion,
        Slot<String> underDirectionOf,
        List<Found<String>> involved,
        Slot<String> responsible,
        Slot<String> author,
        Slot<String> handler,
        List<Found<String>> budgetProducts,
        List<Found<PlannedConsultation>> consultations,
        Slot<Passage> proposedResolution,
        Slot<Passage> statementOfFacts,
        Slot<FinancialImpact> financialImpact,
        Slot<ClimateCheck> climateCheck,
        List<Found<Contradiction>> contradictions,
        List<Found<Assumption>> assumptions,
        List<Found<CalledAttachments>> calledSecret,
        List<Found<NamedAttachment>> attachments,
        List<Found<Integer>> repeatedNumbers,
        List<LabelledLines> passages,
        List<Table> tables,
        List<Section> otherSections) {

    /** A draft without anything in it. */
    public static Draft empty() {
        return new Draft(
                new Slot<>(),
                new Slot<>(),
                new Slot<>(),
                new Slot<>(),
                new Slot<>(),
                new Slot<>(),
                new Slot<>(),
                new Slot<>(),
                new ArrayList<>(),
                new Slot<>(),
                new Slot<>(),
                new Slot<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new Slot<>(),
                new Slot<>(),
                new Slot<>(),
                new Slot<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
    }

    /** The document as far as it is known. */
    public PaperDocument document() {
        return new PaperDocument(
                reference.value(),
                name.value(),
                paperType.value(),
                visibility.value(),
                revision.value(),
                revisionDate.value(),
                occasion.value(),
                underDirectionOf.value(),
                values(involved),
                new Persons(responsible.value(), author.value(), handler.value()),
                values(budgetProducts),
                values(consultations),
                proposedResolution.value(),
                statementOfFacts.value(),
                financialImpact.value(),
                climateCheck.value(),
                values(attachments),
                tables,
                otherSections);
    }

    private static <T> List<T> values(List<Found<T>> found) {
        return found.stream().map(Found::value).toList();
    }
}
