package de.kreiswerk.proposals.web.papers;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.proposals.web.view.CommonTexts;
import java.util.Map;

/** The words of these pages. */
final class Texts {

    static final Text PAPER = new Text("Vorlage", "Council paper");

    static final Text LIST_LEAD = new Text(
            "Die öffentlichen Vorlagen für Kreistag, Kreisausschuss und Fachausschüsse, neueste zuerst.",
            "The public papers for the county council and its committees, newest first.");
    static final Text LIST_EMPTY =
            new Text("Es sind noch keine Vorlagen veröffentlicht.", "No council papers have been published yet.");
    static final Text LIST_END = new Text("Hier endet die Liste der Vorlagen.", "This is the end of the list.");
    static final Text LIST_NONE = new Text("Keine Vorlage gefunden", "No council paper found");
    static final Text LIST_NONE_ADVICE = new Text(
            "Zu diesen Filtern gibt es keine öffentliche Vorlage. Entfernen Sie einen der aktiven Filter, oder suchen Sie "
                    + "mit weniger oder kürzeren Wörtern.",
            "There is no public paper for these filters. Remove one of the active filters, or search with fewer or shorter "
                    + "words.");
    static final Text LIST_MORE = new Text("Ältere Vorlagen", "Older council papers");
    static final Text LIST_FIRST = new Text("Zum Anfang der Liste", "Back to the start of the list");
    static final Text LIST_PAGES = new Text("Seiten der Liste", "Pages of the list");
    static final Text LIST_ONE = new Text("1 Vorlage", "1 council paper");
    static final Text LIST_ALL = new Text("%d Vorlagen", "%d council papers");
    static final Text LIST_NEWEST = new Text("Die neuesten %d Vorlagen", "The newest %d council papers");
    static final Text LIST_OLDER = new Text("Weitere Vorlagen: %d auf dieser Seite", "More papers: %d on this page");
    static final Text NEXT_DATE = new Text("Nächster Termin", "Next date");
    static final Text LAST_DATE = new Text("Letzter Termin", "Last date");
    static final Text DECISION = new Text("Entscheidung", "Decision");

    static final Text FILTER = new Text("Vorlagen filtern", "Filter council papers");
    static final Text FILTER_TEXT = new Text("Suchbegriffe", "Search words");
    static final Text FILTER_TEXT_HINT = new Text(
            "Gefunden werden Vorlagen, in denen alle Wörter vorkommen.", "Finds papers that contain all of the words.");
    static final Text FILTER_YEAR = new Text("Jahr", "Year");
    static final Text FILTER_SHOW = new Text("Vorlagen anzeigen", "Show papers");
    static final Text FEED = new Text("Neue Vorlagen als Atom-Feed", "New council papers as an Atom feed");
    static final Text FEED_TITLE = new Text("Neue Vorlagen", "New council papers");
    static final Text FEED_HINT = new Text(
            "Mit einem Feed-Leser erfahren Sie von neuen Vorlagen, auch nur von denen, nach denen Sie hier filtern.",
            "A feed reader tells you of new papers, also of only those for which you filter here.");

    static final Text ERROR_TEXT = new Text(
            "Der Suchtext ist zu lang. Bitte geben Sie höchstens 200 Zeichen ein.",
            "The search text is too long. Please enter at most 200 characters.");
    static final Text ERROR_YEAR = new Text(
            "Das Jahr ist keine vierstellige Zahl. Bitte wählen Sie eines aus der Liste.",
            "The year is not a number of four digits. Please choose one from the list.");
    static final Text ERROR_TYPE = new Text(
            "Diese Vorlageart gibt es hier nicht. Bitte wählen Sie eine aus der Liste.",
            "There is no such type of paper here. Please choose one from the list.");
    static final Text ERROR_COMMITTEE = new Text(
            "Zu diesem Gremium gibt es hier keine Vorlagen. Bitte wählen Sie eines aus der Liste.",
            "There are no papers of this committee here. Please choose one from the list.");
    static final Text ERROR_STATE = new Text(
            "Diesen Stand gibt es nicht. Bitte wählen Sie einen aus der Liste.",
            "There is no such state. Please choose one from the list.");

    static final Text STATE = new Text("Beratungsstand", "State");
    static final Map<String, Text> STATES = Map.of(
            "UNDER_CONSULTATION", new Text("in Beratung", "under consultation"),
            "DECIDED", new Text("entschieden", "decided"),
            "COMPLETED", new Text("Beratung abgeschlossen", "consultations completed"),
            "NO_CONSULTATION", new Text("ohne Beratungsfolge", "without consultations"));

    static final Text TILE = new Text(
            "Worüber Kreistag und Ausschüsse beraten: alle öffentlichen Vorlagen mit Beschlussvorschlag, Beratungsfolge "
                    + "und Anlagen.",
            "What the county council and its committees discuss: all public papers with proposed resolution, consultations "
                    + "and attachments.");
    static final Text OPARL = new Text("Als OParl-Objekt", "As an OParl object");

    static final Text FACTS = new Text("Eckdaten", "Key facts");
    static final Text REFERENCE = new Text("Vorlagennummer", "Reference");
    static final Text TYPE = new Text("Vorlageart", "Type of paper");
    static final Text VISIBILITY = new Text("Öffentlichkeitsstatus", "Visibility");
    static final Text REVISION = new Text("Stand", "Revision");
    static final Text OCCASION = new Text("Anlass", "Occasion");
    static final Text LEAD = new Text("Federführung", "Lead department");
    static final Text INVOLVED = new Text("Beteiligt", "Also involved");
    static final Text PRODUCTS = new Text("Produkte", "Budget products");
    static final Text PUBLISHED = new Text("Veröffentlicht", "Published");

    static final Text CONSULTATIONS = new Text("Beratungsfolge", "Consultations");
    static final Text NO_CONSULTATIONS =
            new Text("Die Vorlage nennt keine Beratungsfolge.", "The paper states no consultations.");
    static final Text ROLE = new Text("Rolle", "Role");
    static final Text OPENNESS = new Text("Öffentlichkeit", "Visibility");
    static final Text DATE = new Text("Termin", "Date");
    static final Text NO_DATE = new Text("noch kein Termin", "no date yet");
    static final Text PLANNED_IN_PAPER = new Text("in der Vorlage geplant für", "planned in the paper for");

    static final Text RESOLVED = new Text("Geänderter Wortlaut", "Changed wording");
    static final Text RESOLUTION = new Text("Beschlussvorschlag", "Proposed resolution");
    static final Text STATEMENT = new Text("Sachverhalt", "Statement of facts");
    static final Text TABLE_NUMBER = new Text("Tabelle", "Table");
    static final Text TABLE = new Text("Tabelle aus diesem Abschnitt", "Table from this section");
    static final Text TABLES = new Text("Tabellen", "Tables");
    static final Text TOTAL = new Text("Summe", "Total");

    static final Text FINANCE = new Text("Finanzielle Auswirkungen", "Financial impact");
    static final Text NO_FINANCE = new Text(
            "Die Vorlage macht zu finanziellen Auswirkungen keine Angaben.",
            "The paper does not say anything about its financial impact.");
    static final Text IMPLEMENTATION_COST =
            new Text("a) Kosten für die Umsetzung der Maßnahmen", "a) Cost of the measures");
    static final Text FOLLOW_UP_COST = new Text("b) Folgekosten", "b) Follow-up cost");
    static final Text COVERAGE = new Text("c) Haushaltsrechtlich gesichert", "c) Covered by the budget");
    static final Text JUSTIFICATION = new Text("Begründung", "Justification");
    static final Text OTHER = new Text("Sonstiges", "Other remarks");
    static final Text REVENUE = new Text("d) Mögliche Einnahmen", "d) Possible revenue");
    static final Text VAT = new Text("Umsatzsteuerliche Relevanz der Einnahmen", "Revenue subject to VAT");

    static final Text CLIMATE = new Text("Klimacheck", "Climate check");
    static final Text NO_CLIMATE =
            new Text("Die Vorlage enthält keinen Klimacheck.", "The paper contains no climate check.");
    static final Text CLIMATE_RATING = new Text("Klimawirkung des Vorhabens", "Effect on the climate");
    static final Text CLIMATE_RESULT = new Text("Ergebnis des Klimachecks", "Result of the climate check");

    static final Text OPEN_DATA_LEAD = new Text(
            "Diese Vorlage steht auch Programmen offen, im Standard OParl:",
            "This paper is open to programs as well, by the standard OParl:");

    static final Text ATTACHMENTS = new Text("Anlagen", "Attachments");
    static final Text ATTACHMENT = new Text("Anlage", "Attachment");
    static final Text NO_ATTACHMENTS =
            new Text("Die Vorlage hat keine öffentlichen Anlagen.", "The paper has no public attachments.");
    static final Text FILE_MISSING = new Text("Datei fehlt", "File missing");
    static final Text SIZE_IN_PAPER = new Text("laut Vorlage", "according to the paper");
    static final Text FILE = new Text("Datei", "File");

    static final Text FILE_MISSING_HINT = new Text(
            "„Datei fehlt“ heißt: Die Vorlage nennt diese Anlage, ihre Datei liegt aber noch nicht vor.",
            "“File missing” means: the paper names this attachment, but its file is not there yet.");

    static final Text VERSIONS = new Text("Fassungen", "Versions");
    static final Text VERSION = new Text("Fassung", "Version");
    static final Text OF_DATE = new Text("vom", "of");
    static final Text CURRENT = new Text("aktuell", "current");
    static final Text SUPERSEDED = new Text("überholt", "superseded");
    static final Text EARLIER = new Text("Diese Fassung ist überholt", "This version is superseded");
    static final Text REPLACED = new Text(
            "war öffentlich, bis eine neuere an ihre Stelle trat. Es gilt die aktuelle Fassung der Vorlage.",
            "was public until a newer one took its place. The current version of the paper applies.");
    static final Text TO_CURRENT = new Text(
            "Zur aktuellen Fassung mit Anlagen und Ergebnissen", "To the current version with attachments and results");

    static final Map<String, Text> ROLES = Map.of(
            "CONSULTATION", new Text("Beratung", "Consultation"),
            "DECISION", new Text("Entscheidung", "Decision"),
            "RECOMMENDATION", new Text("Beschlussempfehlung", "Recommendation"),
            "INFORMATION", new Text("Kenntnisnahme", "Information"));
    static final Map<String, Text> VISIBILITIES =
            Map.of("PUBLIC", CommonTexts.PUBLIC, PaperSnapshot.NON_PUBLIC, CommonTexts.NON_PUBLIC);
    static final Map<String, Text> COVERAGES = Map.of(
            "BUDGETED", new Text("im Haushaltsplan veranschlagt", "planned in the budget"),
            "UNBUDGETED_EXPENSE",
                    new Text(
                            "durch überplanmäßige/außerplanmäßige Ausgabe",
                            "by an expense beyond or outside the budget"),
            "SHIFT_WITHIN_BUDGET",
                    new Text("durch Mittelverschiebung im Budget", "by a shift of funds within the budget"));
    static final Map<String, Text> ANSWERS = Map.of(
            "YES", new Text("ja", "yes"),
            "NO", new Text("nein", "no"),
            "UNKNOWN", new Text("unbekannt", "unknown"),
            "TO_BE_CLARIFIED", new Text("klärungsbedürftig", "to be clarified"));
    static final Map<String, Text> RATINGS = Map.of(
            "STRONGLY_POSITIVE", new Text("stark positive Klimawirkung", "strongly positive effect"),
            "POSITIVE", new Text("positive Klimawirkung", "positive effect"),
            "NONE_OR_LOW", new Text("keine oder geringe Klimawirkung", "no or little effect"),
            "NEGATIVE", new Text("negative Klimawirkung", "negative effect"),
            "STRONGLY_NEGATIVE", new Text("stark negative Klimawirkung", "strongly negative effect"));

    private Texts() {}
}
