package de.kreiswerk.proposals.office;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.proposals.api.Paper;
import java.util.Locale;

/** The words of the administration's pages of papers. */
public final class OfficeTexts {

    public static final Text PAPERS = new Text("Vorlagen", "Papers");
    public static final Text LEAD = new Text(
            "Alle Vorlagen, auch Entwürfe und zurückgezogene, in der Reihenfolge, in der sie abgegeben wurden.",
            "All papers, drafts and withdrawn ones too, in the order in which they came in.");
    public static final Text LEAD_OF_DEPARTMENT = new Text(
            "Die Vorlagen Ihres Fachbereichs, auch Entwürfe und zurückgezogene, in der Reihenfolge, in der sie abgegeben wurden.",
            "The papers of your department, drafts and withdrawn ones too, in the order in which they came in.");
    public static final Text SEARCH = new Text("Vorlagennummer oder Wörter", "Number or words");
    public static final Text FIND = new Text("Suchen", "Search");
    public static final Text NONE = new Text("Dazu gibt es keine Vorlage.", "There is no such paper.");
    public static final Text NONE_OF_DEPARTMENT =
            new Text("In Ihrem Fachbereich gibt es dazu keine Vorlage.", "There is no such paper in your department.");
    public static final Text HOW_THEY_COME = new Text(
            "Hier wird nur gelesen. Abgegeben, veröffentlicht und zurückgezogen werden Vorlagen mit dem Befehl „kreiswerk“ oder einem"
                    + " Programm, das die REST-Schnittstelle benutzt.",
            "These pages are for reading only. Papers are handed in, published and withdrawn with the command “kreiswerk” or a"
                    + " program that uses the REST interface.");
    public static final Text MORE = new Text("Weitere Vorlagen", "More papers");
    public static final Text BACK = new Text("Zu den Vorlagen", "To the papers");
    public static final Text REFERENCE = new Text("Vorlagennummer", "Number");
    public static final Text TYPE = new Text("Vorlageart", "Type");
    public static final Text LEAD_DEPARTMENT = new Text("Federführung", "Lead department");
    public static final Text VERSION = new Text("Fassung", "Version");
    public static final Text EARLIER_VERSIONS = new Text(
            "Fassungen, die öffentlich waren, bleiben als überholt lesbar. Wer zurücknehmen muss, was eine davon sagte, zieht die Vorlage"
                    + " zurück und veröffentlicht sie neu.",
            "Versions that were public can still be read, as superseded. Who must take back what one of them said withdraws the paper"
                    + " and publishes it anew.");
    public static final Text CREATED = new Text("Abgegeben", "Came in");
    public static final Text MODIFIED = new Text("Zuletzt geändert", "Last changed");
    public static final Text PUBLIC_PAGE = new Text("Öffentliche Seite", "Public page");
    public static final Text HISTORY = new Text("Verlauf im Prüfpfad", "History in the trail");

    private OfficeTexts() {}

    /** The lang attribute of what papers say: they are German. Null when the page is. */
    static String foreign(Locale language) {
        return "en".equals(language.getLanguage()) ? "de" : null;
    }

    static Text state(Paper.State state) {
        return switch (state) {
            case DRAFT -> new Text("Entwurf, nicht öffentlich", "Draft, not public");
            case PUBLISHED -> new Text("öffentlich", "public");
            case WITHDRAWN -> new Text("zurückgezogen", "withdrawn");
        };
    }

    static String look(Paper.State state) {
        return switch (state) {
            case DRAFT -> "info";
            case PUBLISHED -> "success";
            case WITHDRAWN -> "warning";
        };
    }
}
