package de.kreiswerk.launcher.client;

import de.kreiswerk.launcher.cli.Terminal;

/** The fields of a proposal as people call them. One that is new says itself. */
final class FieldWords {

    private FieldWords() {}

    static String of(String field, Terminal terminal) {
        return switch (field) {
            case "reference" -> terminal.pick("Vorlagennummer", "reference");
            case "name" -> terminal.pick("Betreff", "title");
            case "paperType" -> terminal.pick("Vorlageart", "kind of paper");
            case "visibility" -> terminal.pick("Öffentlichkeitsstatus", "public or not");
            case "revision" -> terminal.pick("Fassung", "revision");
            case "revisionDate" -> terminal.pick("Datum der Fassung", "date of the revision");
            case "occasion" -> terminal.pick("Anlass", "occasion");
            case "underDirectionOf" -> terminal.pick("Federführung", "lead department");
            case "involved" -> terminal.pick("Beteiligte", "departments involved");
            case "persons" -> terminal.pick("Personen", "persons");
            case "budgetProducts" -> terminal.pick("Produkte", "budget products");
            case "consultations" -> terminal.pick("Beratungsfolge", "consultations");
            case "proposedResolution" -> terminal.pick("Beschlussvorschlag", "proposed resolution");
            case "statementOfFacts" -> terminal.pick("Sachverhalt", "statement of facts");
            case "financialImpact" -> terminal.pick("Finanzielle Auswirkungen", "financial impact");
            case "climateCheck" -> terminal.pick("Klimacheck", "climate check");
            case "attachments" -> terminal.pick("Anlagen", "attachments");
            case "tables" -> terminal.pick("Tabellen", "tables");
            case "otherSections" -> terminal.pick("sonstiger Text", "other text");
            default -> field;
        };
    }
}
