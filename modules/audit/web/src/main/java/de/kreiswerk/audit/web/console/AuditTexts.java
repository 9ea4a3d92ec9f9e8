package de.kreiswerk.audit.web.console;

import de.kreiswerk.core.api.text.Text;

/** The words of the auditors' pages. */
public final class AuditTexts {

    public static final Text TITLE = new Text("Prüfpfad", "Audit trail");
    public static final Text LEAD = new Text(
            "Was in der Verwaltung mit dieser Plattform getan wurde, das Neueste zuerst. Ein neuer Eintrag ist nach etwa einer Sekunde zu finden.",
            "What the administration did with this platform, the newest first. A new record can be found after about a second.");
    public static final Text NOT_BY_PERSON = new Text(
            "Nach Personen lässt sich hier mit Absicht nicht suchen: Das würde der Überwachung von Beschäftigten dienen (NPersVG §\u00a067).",
            "There is deliberately no search by person: it would serve to watch over staff (NPersVG §\u00a067).");
    public static final Text FILTER = new Text("Im Prüfpfad suchen", "Search the trail");
    public static final Text ANY = new Text("alle", "all");
    public static final Text SEARCH = new Text("Suchen", "Search");
    public static final Text RESET = new Text("Alles zurücksetzen", "Reset all");
    public static final Text TEXT_HINT = new Text(
            "Kommt in Einzelheiten, Objekt, Aktion, Fachbereich oder Anfrage vor. Was von Personen erzählt, wird nicht durchsucht.",
            "Occurs in details, object, action, department or request. What tells of persons is not searched.");
    public static final Text ABOUT_OBJECT = new Text("Alles zu diesem Objekt", "Everything about this object");
    public static final Text WITHOUT_OWN_ACTS = new Text(
            "Was diese Person mit dem eigenen Konto tat, etwa An- und Abmelden, fehlt hier und im Prüfpaket dazu: Es wäre eine Überwachung durch die Hintertür (NPersVG §\u00a067).",
            "What this person did with their own account, such as signing in and out, is left out here and in the package: it would be watching over staff by the back door (NPersVG §\u00a067).");
    public static final Text WITHOUT_OWN_ACTS_OF_ACCOUNTS = new Text(
            "Ist das die Kennung eines Kontos, fehlt hier und im Prüfpaket dazu, was die Person damit selbst tat, etwa An- und Abmelden (NPersVG §\u00a067).",
            "If this is the id of an account, what the person did with it themselves, such as signing in and out, is left out here and in the package (NPersVG §\u00a067).");
    public static final Text WHO_HAS_A_REASON = new Text(
            "Wer einen Grund hat, fragt es an, und eine zweite Person entscheidet.",
            "Who has a reason asks for it, and a second person decides.");
    public static final Text RECORDS = new Text("Einträge", "Records");
    public static final Text NONE = new Text(
            "Dazu gibt es keinen Eintrag. Prüfen Sie den Zeitraum oder lassen Sie eine Angabe weg.",
            "There is no such record. Check the time, or leave out something you asked for.");
    public static final Text NO_RECORD = new Text("Der Prüfpfad ist noch leer.", "The trail is still empty.");
    public static final Text END = new Text(
            "Hier endet die Liste: Ältere Einträge gibt es dazu nicht.",
            "The list ends here: there are no older records of the kind.");
    public static final Text OLDER = new Text("Ältere Einträge", "Older records");
    public static final Text NEWEST = new Text("Zu den neuesten Einträgen", "To the newest records");
    public static final Text UNFINISHED = new Text(
            "Bisher wurde nur ein Teil des Prüfpfads durchsucht, weil er lang ist. In älteren Einträgen kann noch mehr stehen.",
            "So far only a part of the trail was searched, because it is long. Older records may hold more.");
    public static final Text SEARCH_ON = new Text("Weiter suchen", "Search on");
    public static final Text PACKAGE = new Text("Prüfpaket", "Package for auditors");
    public static final Text AS_PACKAGE = new Text("Als Prüfpaket mitnehmen", "Take along as a package");
    public static final Text PACKAGE_LEAD = new Text(
            "Alle versiegelten Einträge dieser Suche, nicht nur diese Seite, mit allem, was sie beweist: eine ZIP-Datei, die sich ohne diese Plattform prüfen lässt. Höchstens 1.000.000 Einträge. Dass Sie es herunterladen, wird im Prüfpfad vermerkt.",
            "All sealed records of this search, not only this page, with all that proves them: a ZIP that can be checked without this platform. 1,000,000 records at most. That you download it is recorded in the trail.");
    public static final Text DOWNLOAD_PACKAGE = new Text("Prüfpaket herunterladen", "Download package");
    public static final Text NO_PACKAGE = new Text("Es gibt kein Prüfpaket", "There is no package");
    public static final Text ERRORS = new Text("Bitte prüfen Sie Ihre Angaben", "Please check your input");
    public static final Text ERROR_DAY = new Text(
            "Das ist kein Tag. Ein Tag sieht aus wie 2026-12-14.", "This is no day. A day looks like 2026-12-14.");
    public static final Text ERROR_ORDER = new Text(
            "Das Ende liegt vor dem Beginn. Bitte tauschen oder ändern Sie die Tage.",
            "The end is before the beginning. Please swap or change the days.");
    public static final Text ERROR_OUTCOME = new Text(
            "Diesen Ausgang gibt es nicht. Bitte wählen Sie einen aus der Liste.",
            "There is no such outcome. Please choose one from the list.");
    public static final Text ERROR_LONG = new Text("Höchstens 200 Zeichen, bitte.", "At most 200 characters, please.");
    public static final Text ERROR_TEXT = new Text("Höchstens 100 Zeichen, bitte.", "At most 100 characters, please.");
    public static final Text ERROR_SIGNS = new Text(
            "Darin sind Zeichen, die man nicht sieht. Bitte löschen Sie sie.",
            "It holds characters that cannot be seen. Please remove them.");
    public static final Text ERROR_AFTER = new Text(
            "Die Stelle, ab der weitergelesen werden soll, ist nicht lesbar. Beginnen Sie bei den neuesten Einträgen: Wählen Sie „Suchen“.",
            "The position to go on from cannot be read. Begin with the newest records: choose 'Search'.");
    public static final Text SUCCESS = new Text("erfolgreich", "successful");
    public static final Text DENIED = new Text("abgelehnt", "denied");
    public static final Text FAILED = new Text("gescheitert", "failed");
    public static final Text RECORD = new Text("Eintrag", "Record");
    public static final Text BACK = new Text("Zur Suche im Prüfpfad", "To the search of the trail");
    public static final Text PROOF = new Text("Beweis", "Proof");
    public static final Text DOWNLOAD_PROOF = new Text("Beweis herunterladen", "Download proof");
    public static final Text HOW_TO_CHECK = new Text("So prüft man ihn", "How to check it");
    public static final Text NOT_SEALED = new Text(
            "Noch nicht versiegelt. Das geschieht in wenigen Sekunden; laden Sie die Seite dann neu.",
            "Not sealed yet. That happens within seconds; then load the page again.");
    public static final Text DAMAGED = new Text(
            "Der Prüfpfad ist beschädigt: Dieser Eintrag lässt sich nicht beweisen",
            "The trail is damaged: this record cannot be proven");
    public static final Text DAMAGED_ADVICE = new Text(
            "Was gespeichert ist, passt nicht zu dem, was unterschrieben wurde. Verlassen Sie sich nicht auf diesen Eintrag. Verständigen Sie sofort die Administration und die Rechnungsprüfung. Ändern und löschen Sie nichts: Sichern Sie die Datenbank, wie sie ist, und vergleichen Sie sie mit der letzten Sicherung und mit den Prüfpunkten, die außer Haus liegen. Das Protokoll der Plattform nennt die Stelle.",
            "What is stored does not fit what was signed. Do not rely on this record. Tell the administrators and the auditors at once. Change and delete nothing: save the database as it is, and compare it with the last backup and with the checkpoints that are kept elsewhere. The platform's log names the place.");
    public static final Text FACTS = new Text("Was geschah", "What happened");
    public static final Text TIME = new Text("Zeit", "Time");
    public static final Text WHO = new Text("Handelnde Person (zufällige Kennung)", "Who did it (random id)");
    public static final Text WHO_DID_IT = new Text("Handelnde Person", "Who did it");
    public static final Text PERSON = new Text("Person", "Person");
    public static final Text ASK_FOR_PERSON =
            new Text("Alles von dieser Person anfragen", "Ask for everything by this person");
    public static final Text METHOD = new Text("Angemeldet mit", "Signed in with");
    public static final Text REQUEST = new Text("Anfrage", "Request");
    public static final Text ID = new Text("Kennung des Eintrags", "Id of the record");
    public static final Text DETAILS = new Text("Einzelheiten", "Details");
    public static final Text NO_DETAILS = new Text("Keine.", "None.");
    public static final Text PERSONAL = new Text("Was er von Personen sagt", "What it says of persons");
    public static final Text NOTHING_PERSONAL = new Text("Nichts.", "Nothing.");
    public static final Text ERASED = new Text("gelöscht am", "erased on");
    public static final Text NOT_ALLOWED = new Text(
            "nicht lesbar: dazu fehlt Ihnen die Berechtigung „audit.read-persons“",
            "not readable: you lack the permission 'audit.read-persons'");
    public static final Text NOT_READABLE = new Text("nicht lesbar", "not readable");
    public static final Text PREVIOUS = new Text("Voriger Eintrag", "Previous record");
    public static final Text NEXT = new Text("Nächster Eintrag", "Next record");
    public static final Text NEIGHBOURS = new Text("Benachbarte Einträge", "Neighbouring records");

    public static final Text DOWNLOAD_PROGRAM = new Text(
            "Prüfprogramm herunterladen (kreiswerk-verify.jar)", "Download the verifier (kreiswerk-verify.jar)");

    private AuditTexts() {}

    /** What people call a field of the form. */
    public static Text label(String field) {
        return switch (field) {
            case TrailFilter.SINCE -> new Text("Von", "From");
            case TrailFilter.UNTIL -> new Text("Bis einschließlich", "To, inclusive");
            case TrailFilter.AREA -> new Text("Bereich", "Area");
            case TrailFilter.ACTION -> new Text("Aktion", "Action");
            case TrailFilter.OBJECT_TYPE -> new Text("Objekttyp", "Type of object");
            case TrailFilter.OBJECT -> new Text("Objekt-ID", "Object id");
            case TrailFilter.DEPARTMENT -> new Text("Fachbereich", "Department");
            case TrailFilter.OUTCOME -> new Text("Ausgang", "Outcome");
            default -> new Text("Text", "Text");
        };
    }
}
