package de.kreiswerk.proposals.importer.refusals;

import de.kreiswerk.core.api.text.Text;
import java.util.Locale;

/** How much of something a single proposal may have. Each method refuses what is more. */
public final class Limits {

    private static final int MAX_REFERENCE = 60;
    private static final int MAX_TITLE = 1_000;
    private static final int MAX_NAME = 1_000;
    private static final int MAX_CONSULTATIONS = 200;
    private static final int MAX_ATTACHMENTS = 500;

    private Limits() {}

    /** A reference has at most 60 characters. */
    public static void reference(String reference, int line) {
        if (reference.length() > MAX_REFERENCE) {
            throw Refusal.unprocessable(
                    "reference-too-long",
                    line,
                    new Text(
                            "Die Vorlagennummer ist länger als 60 Zeichen. Bitte in diese Zeile nur die Nummer schreiben.",
                            "The reference (Vorlagennummer) is longer than 60 characters. Please write nothing but the"
                                    + " number into this line."));
        }
    }

    /** A title has at most 1,000 characters. */
    public static void title(String title, int line) {
        if (title.length() > MAX_TITLE) {
            throw Refusal.unprocessable(
                    "title-too-long",
                    line,
                    new Text(
                            "Der Titel (Betreff) ist länger als 1.000 Zeichen. Bitte kürzen und den Rest in den Sachverhalt"
                                    + " schreiben.",
                            "The title (Betreff) is longer than 1,000 characters. Please shorten it and write the rest"
                                    + " into the statement of facts."));
        }
    }

    /** The kind of a paper has at most 1,000 characters. */
    public static void paperType(String kind, int line) {
        name(
                kind,
                line,
                "paper-type-too-long",
                new Text(
                        "Die Vorlageart ist länger als 1.000 Zeichen. Bitte in diese Zeile nur die Art schreiben.",
                        "The kind of paper (Vorlageart) is longer than 1,000 characters. Please write nothing but the kind"
                                + " into this line."));
    }

    /** The name of a department has at most 1,000 characters. */
    public static void department(String name, int line) {
        name(
                name,
                line,
                "department-too-long",
                new Text(
                        "Die Federführung ist länger als 1.000 Zeichen. Bitte in diese Zeile nur den Fachbereich schreiben.",
                        "The lead department (Federführung) is longer than 1,000 characters. Please write nothing but the"
                                + " department into this line."));
    }

    /** The name of a committee has at most 1,000 characters. */
    public static void committee(String name, int line) {
        name(
                name,
                line,
                "committee-too-long",
                new Text(
                        "Der Name des Gremiums ist länger als 1.000 Zeichen. Bitte kürzen und anderen Text aus der"
                                + " Beratungsfolge nehmen.",
                        "The committee's name is longer than 1,000 characters. Please shorten it and take other text out of"
                                + " the Beratungsfolge."));
    }

    // Names are kept in small letters as well, which can be more of them: İ becomes two.
    private static void name(String name, int line, String code, Text reason) {
        if (name.length() > MAX_NAME || name.toLowerCase(Locale.GERMAN).length() > MAX_NAME) {
            throw Refusal.unprocessable(code, line, reason);
        }
    }

    /** A proposal goes through at most 200 consultations. */
    public static void consultations(int count, int line) {
        if (count > MAX_CONSULTATIONS) {
            throw Refusal.unprocessable(
                    "too-many-consultations",
                    line,
                    new Text(
                            "Die Beratungsfolge hat mehr als 200 Einträge; hier steht der 201. Bitte die überzähligen"
                                    + " löschen.",
                            "There are more than 200 consultations (Beratungsfolge); this is number 201. Please delete"
                                    + " those that are too many."));
        }
    }

    /** A proposal names at most 500 attachments. */
    public static void attachments(int count, int line) {
        if (count > MAX_ATTACHMENTS) {
            throw Refusal.unprocessable(
                    "too-many-attachments",
                    line,
                    new Text(
                            "Die Vorlage nennt mehr als 500 Anlagen; hier steht die 501. Bitte Anlagen zusammenfassen.",
                            "The proposal names more than 500 attachments; this is number 501. Please combine some."));
        }
    }
}
