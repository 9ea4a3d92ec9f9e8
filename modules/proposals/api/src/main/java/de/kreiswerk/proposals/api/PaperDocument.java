package de.kreiswerk.proposals.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What the text of a proposal says, in a structure. A value that the text does not state is null (or an empty list), never
 * a default. Coded values stand beside the document's own wording.
 *
 * @param reference the Vorlagennummer, such as {@code 2026/127}; never null
 * @param name the title; null when there is none
 * @param paperType the Vorlageart in the document's words
 * @param visibility whether the whole paper is public
 * @param revision which update of the paper the text calls itself, such as {@code 1. Aktualisierung}
 * @param revisionDate the date of that update
 * @param occasion the Anlass in the document's words
 * @param underDirectionOf the lead department (Federführung)
 * @param involved departments that take part (Beteiligt)
 * @param persons persons whom the text names: personal data, never public
 * @param budgetProducts the budget products (Produkte), each in the document's words
 * @param consultations the Beratungsfolge, in order
 * @param proposedResolution the Beschlussvorschlag
 * @param statementOfFacts the Sachverhalt, under whatever label
 * @param financialImpact the financial block; null when the text has none
 * @param climateCheck the climate check; null when the text has none
 * @param attachments the attachments that the text names
 * @param tables tables that were recognised in a passage; their words stay in the passage as well
 * @param otherSections what no rule understands, so that nothing is lost
 */
public record PaperDocument(
        String reference,
        String name,
        String paperType,
        Visibility visibility,
        String revision,
        LocalDate revisionDate,
        String occasion,
        String underDirectionOf,
        List<String> involved,
        Persons persons,
        List<String> budgetProducts,
        List<PlannedConsultation> consultations,
        Passage proposedResolution,
        Passage statementOfFacts,
        FinancialImpact financialImpact,
        ClimateCheck climateCheck,
        List<NamedAttachment> attachments,
        List<Table> tables,
        List<Section> otherSections) {

    /** Copies the lists. */
    public PaperDocument {
        involved = List.copyOf(involved);
        budgetProducts = List.copyOf(budgetProducts);
        consultations = List.copyOf(consultations);
        attachments = List.copyOf(attachments);
        tables = List.copyOf(tables);
        otherSections = List.copyOf(otherSections);
    }

    /**
     * Persons named in the head of a text.
     *
     * @param responsible Verantwortlich
     * @param author Verfasser
     * @param handler Bearbeiter, Bearbeitung
     */
    public record Persons(String responsible, String author, String handler) {}

    /**
     * A row of the Beratungsfolge.
     *
     * @param organization the committee's name, without role or date
     * @param role the coded role, null when none is stated or it is unknown
     * @param roleWording the role in the document's words
     * @param plannedDate the planned date, null when none is stated or it does not exist
     * @param dateWording the date in the document's words
     * @param visibility Ö or N of this row
     * @param meeting the meeting's name in the document's words
     * @param result the result in the document's words
     * @param status the status in the document's words, such as {@code Geplant}
     */
    public record PlannedConsultation(
            String organization,
            Role role,
            String roleWording,
            LocalDate plannedDate,
            String dateWording,
            Visibility visibility,
            String meeting,
            String result,
            String status) {}

    /** The roles of a consultation. Only a decision is authoritative. */
    public enum Role {
        /** Beratung, Vorberatung. */
        CONSULTATION,
        /** Entscheidung, abschließende Beschlussfassung. */
        DECISION,
        /** Beschlussempfehlung. */
        RECOMMENDATION,
        /** Kenntnisnahme. */
        INFORMATION
    }

    /**
     * A text under a label.
     *
     * @param label the label in the document's words
     * @param paragraphs its paragraphs, in order; lines within one are joined by a line feed
     */
    public record Passage(String label, List<String> paragraphs) {

        /** Copies the paragraphs. */
        public Passage {
            paragraphs = List.copyOf(paragraphs);
        }
    }

    /**
     * The financial block of the county's form.
     *
     * @param implementationCost a) cost of the measure; null when unanswered
     * @param followUpCost b) follow-up cost; null when unanswered
     * @param coverage c) how the budget covers it, any number of boxes; empty when unanswered
     * @param justification Begründung within c)
     * @param other Sonstiges within c)
     * @param revenue d) whether there is revenue; null when unanswered
     * @param revenueWording d) in the document's words
     * @param vat whether the revenue is relevant for VAT; stated only when there is revenue
     * @param wording the block's text where it does not follow the county's form; null when it does
     */
    public record FinancialImpact(
            Amount implementationCost,
            Amount followUpCost,
            Set<Coverage> coverage,
            String justification,
            String other,
            Answer revenue,
            String revenueWording,
            Vat vat,
            Passage wording) {

        /** Copies the boxes, in the order of the form, so that the same text is always written the same way. */
        public FinancialImpact {
            EnumSet<Coverage> ordered = EnumSet.noneOf(Coverage.class);
            ordered.addAll(coverage);
            coverage = Collections.unmodifiableSet(ordered);
        }

        /** How the budget covers the cost. */
        public enum Coverage {
            /** Im Haushaltsplan veranschlagt. */
            BUDGETED,
            /** Durch überplanmäßige oder außerplanmäßige Ausgabe. */
            UNBUDGETED_EXPENSE,
            /** Durch Mittelverschiebung im Budget. */
            SHIFT_WITHIN_BUDGET
        }

        /** Yes, no or not known. */
        public enum Answer {
            /** Ja. */
            YES,
            /** Nein. */
            NO,
            /** Unbekannt. */
            UNKNOWN
        }

        /** Whether revenue is relevant for value added tax. */
        public enum Vat {
            /** Ja. */
            YES,
            /** Nein. */
            NO,
            /** Klärungsbedürftig. */
            TO_BE_CLARIFIED
        }
    }

    /**
     * An amount of money.
     *
     * @param value in euros; null when the wording is not a number
     * @param wording in the document's words
     */
    public record Amount(BigDecimal value, String wording) {}

    /**
     * The climate check.
     *
     * @param rating which of the five; null when none is ticked
     * @param wording the rating in the document's words
     * @param result what is pasted as its result, null when there is nothing
     */
    public record ClimateCheck(Rating rating, String wording, Passage result) {

        /** The five ratings. */
        public enum Rating {
            /** Stark positive Klimawirkung. */
            STRONGLY_POSITIVE,
            /** Positive Klimawirkung. */
            POSITIVE,
            /** Keine oder geringe Klimawirkung. */
            NONE_OR_LOW,
            /** Negative Klimawirkung. */
            NEGATIVE,
            /** Stark negative Klimawirkung. */
            STRONGLY_NEGATIVE
        }
    }

    /**
     * An attachment that the text names. Its bytes come on their own.
     *
     * @param number its number, from 1, unique within the paper
     * @param name its name, without Markdown escapes
     * @param visibility as stated, null when not
     * @param sizeWording the size in the document's words, such as {@code 84 KB}
     */
    public record NamedAttachment(int number, String name, Visibility visibility, String sizeWording) {}

    /**
     * A table that was recognised in a passage.
     *
     * @param section the label of the passage
     * @param header the column heads
     * @param rows the rows without sums, each with as many cells as there are heads, or fewer
     * @param totals the sums, in the document's words
     */
    public record Table(String section, List<String> header, List<List<String>> rows, List<String> totals) {

        /** Copies the lists. */
        public Table {
            header = List.copyOf(header);
            rows = List.copyOf(rows);
            totals = List.copyOf(totals);
        }
    }

    /**
     * Text that no rule understands.
     *
     * @param name its heading, or a name that says where it stood
     * @param line its first line, from 1
     * @param text the text
     */
    public record Section(String name, int line, String text) {}
}
