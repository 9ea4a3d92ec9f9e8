package de.kreiswerk.proposals.service;

import de.kreiswerk.proposals.api.PaperDocument;
import de.kreiswerk.proposals.api.PaperDocument.Amount;
import de.kreiswerk.proposals.api.PaperDocument.ClimateCheck;
import de.kreiswerk.proposals.api.PaperDocument.FinancialImpact;
import de.kreiswerk.proposals.api.PaperDocument.NamedAttachment;
import de.kreiswerk.proposals.api.PaperDocument.Passage;
import de.kreiswerk.proposals.api.PaperDocument.Persons;
import de.kreiswerk.proposals.api.PaperDocument.PlannedConsultation;
import de.kreiswerk.proposals.api.PaperDocument.Role;
import de.kreiswerk.proposals.api.PaperDocument.Section;
import de.kreiswerk.proposals.api.PaperDocument.Table;
import de.kreiswerk.proposals.api.Visibility;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** A document of which a test states what matters to it. */
final class Documents {

    static final LocalDate PLANNED = LocalDate.of(2026, 6, 10);

    String reference;
    String name = "Radweg an der K 17";
    String paperType = "Beschlussvorlage";
    Visibility visibility = Visibility.PUBLIC;
    String underDirectionOf = "Fachdienst Umwelt";
    List<PlannedConsultation> consultations = List.of();
    List<NamedAttachment> attachments = List.of();
    List<Table> tables = List.of();
    List<Section> otherSections = List.of();
    FinancialImpact financialImpact;
    Persons persons;

    private Documents(String reference) {
        this.reference = reference;
    }

    static Documents of(String reference) {
        return new Documents(reference);
    }

    Documents named(String title) {
        this.name = title;
        return this;
    }

    Documents visible(Visibility stated) {
        this.visibility = stated;
        return this;
    }

    Documents ledBy(String department) {
        this.underDirectionOf = department;
        return this;
    }

    Documents type(String wording) {
        this.paperType = wording;
        return this;
    }

    Documents consulted(PlannedConsultation... rows) {
        this.consultations = List.of(rows);
        return this;
    }

    Documents attached(NamedAttachment... named) {
        this.attachments = List.of(named);
        return this;
    }

    PaperDocument build() {
        return new PaperDocument(
                reference,
                name,
                paperType,
                visibility,
                null,
                null,
                null,
                underDirectionOf,
                List.of(),
                persons,
                List.of(),
                consultations,
                null,
                null,
                financialImpact,
                null,
                attachments,
                tables,
                otherSections);
    }

    static PlannedConsultation row(String organization, LocalDate planned, Visibility visibility) {
        return new PlannedConsultation(
                organization, Role.CONSULTATION, "Beratung", planned, "geplant", visibility, null, null, null);
    }

    static NamedAttachment attachment(int number, Visibility visibility) {
        return new NamedAttachment(number, "Anlage " + number, visibility, null);
    }

    /** Every member has a value; what must stay inside carries the canary. */
    static PaperDocument full(String reference, String canary) {
        return new PaperDocument(
                reference,
                "Radweg an der K 17",
                "Beschlussvorlage",
                Visibility.PUBLIC,
                "1. Aktualisierung",
                LocalDate.of(2026, 5, 2),
                "Antrag der Gemeinde",
                "Fachdienst Umwelt",
                List.of("Fachdienst Bau"),
                new Persons(canary + " R", canary + " A", canary + " H"),
                List.of("54.1.01 Kreisstraßen"),
                List.of(
                        new PlannedConsultation(
                                "Ausschuss für Bau",
                                Role.CONSULTATION,
                                "Beratung",
                                PLANNED,
                                "10.06.2026",
                                Visibility.PUBLIC,
                                "Sitzung im Juni",
                                "ungeändert beschlossen",
                                canary + " status"),
                        new PlannedConsultation(
                                "Kreisausschuss",
                                Role.RECOMMENDATION,
                                "Beschlussempfehlung",
                                PLANNED.plusDays(12),
                                "22.06.2026",
                                Visibility.NON_PUBLIC,
                                canary + " meeting",
                                canary + " result",
                                canary + " status")),
                new Passage("Beschlussvorschlag", List.of("Der Kreistag beschließt den Bau.", "Er wird finanziert.")),
                new Passage("Sachverhalt", List.of("Der Weg fehlt.")),
                new FinancialImpact(
                        new Amount(new BigDecimal("100000.00"), "100.000,00 €"),
                        new Amount(null, "noch offen"),
                        Set.of(FinancialImpact.Coverage.BUDGETED, FinancialImpact.Coverage.SHIFT_WITHIN_BUDGET),
                        "Im Plan 2026",
                        "Sonstiges",
                        FinancialImpact.Answer.YES,
                        "ja",
                        FinancialImpact.Vat.TO_BE_CLARIFIED,
                        new Passage("Finanzielle Auswirkungen", List.of("Im Plan"))),
                new ClimateCheck(
                        ClimateCheck.Rating.POSITIVE, "positiv", new Passage("Klimacheck", List.of("Weniger Autos"))),
                List.of(
                        new NamedAttachment(1, "Lageplan", Visibility.PUBLIC, "84 KB"),
                        new NamedAttachment(2, canary + " Grunderwerb", Visibility.NON_PUBLIC, canary + " KB"),
                        new NamedAttachment(3, "Ohne Angabe", null, null)),
                List.of(
                        new Table(
                                "Sachverhalt",
                                List.of("Abschnitt", "Länge"),
                                List.of(List.of("1", "800 m"), List.of("2")),
                                List.of("800 m")),
                        new Table(canary + " Rest", List.of(canary + " Kopf"), List.of(), List.of())),
                List.of(new Section(canary + " heading", 12, canary + " text")));
    }
}
