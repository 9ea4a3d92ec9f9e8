package de.kreiswerk.proposals.importer.outline;

import java.util.List;

/** The labels of the fields in a proposal's head. A new wording goes here. */
public enum HeadLabel {
    /** The Vorlagennummer. */
    REFERENCE(
            "Vorlagennummer",
            "Vorlagen-Nummer",
            "Vorlagenummer",
            "Vorlage-Nummer",
            "Vorlagen-Nr.",
            "Vorlagen Nr.",
            "Vorlagennr.",
            "Vorlage-Nr.",
            "Vorlage Nr.",
            "Drucksachennummer",
            "Drucksachen-Nummer",
            "Drucksachen-Nr.",
            "Drucksachen Nr.",
            "Drucksache-Nr.",
            "Drucksache Nr."),
    /** The Vorlageart. */
    PAPER_TYPE("Vorlageart", "Vorlage-Art", "Vorlagenart", "Vorlagen-Art", "Drucksache-Art", "Drucksachenart", "Art"),
    /** Public or not. */
    VISIBILITY("Öffentlichkeitsstatus", "Öffentlichkeit", "Status"),
    /** The title. */
    TITLE("Betreff", "Titel"),
    /** The Anlass. */
    OCCASION("Anlass"),
    /** The department in charge. */
    LEAD("Federführung", "Federführend", "Federführendes Amt", "Federführender Fachbereich"),
    /** Other departments. */
    INVOLVED("Beteiligt", "Beteiligte", "Beteiligung"),
    /** The person in charge. */
    RESPONSIBLE("Verantwortlich", "Verantwortliche", "Verantwortlicher"),
    /** The person who wrote it. */
    AUTHOR("Verfasser", "Verfasserin", "Verfasser/-in", "Verfasser/in"),
    /** The person who works on it. */
    HANDLER("Bearbeiter", "Bearbeiterin", "Bearbeiter/-in", "Bearbeiter/in", "Bearbeitung"),
    /** The products of the budget. */
    PRODUCTS("Produkte", "Produkt", "Produkt / Kostenträger"),
    /** The climate rating, where it stands in the head. */
    CLIMATE("Klimacheck", "Klima-Check"),
    /** Known fields that have no place in the structure; knowing them ends the field before. */
    UNPLACED("Aktenzeichen", "Datum", "Teilhaushalt / Kostenstelle", "Teilhaushalt", "Ansprechpartner");

    private final List<String> wordings;

    HeadLabel(String... wordings) {
        this.wordings = List.of(wordings);
    }

    /** The label that is all of some words, in whatever case: old forms have capitals. */
    static Label of(String words) {
        for (HeadLabel label : values()) {
            for (String wording : label.wordings) {
                if (wording.equalsIgnoreCase(words)) {
                    return new Label(label, words, 0);
                }
            }
        }
        return null;
    }

    /** Whether the value may run over several lines, and to the end of its line whatever labels seem to follow. */
    boolean isLong() {
        return this == TITLE || this == PRODUCTS;
    }

    /**
     * The label that ends at a colon. Pages lose the line breaks between fields, so that a label may follow a value without
     * a blank; it then begins with a capital after a small letter.
     */
    static Label endingAt(String text, int colon) {
        Label longest = null;
        for (HeadLabel label : values()) {
            for (String wording : label.wordings) {
                int start = colon - wording.length();
                boolean longer = longest == null || start < longest.start;
                if (longer
                        && text.startsWith(wording, Math.max(start, 0))
                        && start >= 0
                        && mayBegin(text, start, wording)) {
                    longest = new Label(label, wording, start);
                }
            }
        }
        return longest;
    }

    private static boolean mayBegin(String text, int start, String wording) {
        if (start == 0) {
            return true;
        }
        char before = text.charAt(start - 1);
        boolean runOn = wording.length() > 5 && (Character.isLowerCase(before) || before == ')');
        return runOn || Character.isWhitespace(before);
    }

    /**
     * A label found in a line.
     *
     * @param label which
     * @param wording in the document's words
     * @param start where it begins
     */
    record Label(HeadLabel label, String wording, int start) {}
}
