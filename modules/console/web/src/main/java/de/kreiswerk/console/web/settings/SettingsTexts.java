package de.kreiswerk.console.web.settings;

import de.kreiswerk.core.api.settings.Setting;
import de.kreiswerk.core.api.text.Text;
import java.util.Map;

/** The words of the settings' pages. */
final class SettingsTexts {

    static final Text TITLE = new Text("Einstellungen", "Settings");
    static final Text LEAD = new Text(
            "Was hier gesetzt wird, steht in der Datenbank und gilt sofort. Die Datei settings.properties geht ihr vor, und beiden "
                    + "die Umgebung. Jede Änderung wird mit altem und neuem Wert aufgezeichnet.",
            "What is set here is kept in the database and holds at once. The file settings.properties goes before it, and the "
                    + "environment before both. Every change is recorded with old and new value.");
    static final Text OWN = new Text("Kreiswerk", "Kreiswerk");
    static final Text FOREIGN = new Text("Bausteine anderer Hersteller", "Components of third parties");
    static final Text FOREIGN_LEAD = new Text(
            "Ihre Beschreibungen kommen vom Hersteller. Ändern Sie hier nur, was Sie kennen.",
            "Their descriptions come from their makers. Change only what you know.");
    static final Text NOT_DEFAULT = new Text("weicht vom Standard ab", "differs from the default");
    static final Text BACK = new Text("Alle Einstellungen", "All settings");
    static final Text KEY = new Text("Schlüssel", "Key");
    static final Text YOU_ARE_HERE = new Text("Sie sind hier", "You are here");

    static final Text RESTARTS = new Text(
            "Mit dem Speichern startet der betroffene Baustein neu. Das dauert meist weniger als eine Sekunde; bei Netz und Zertifikaten "
                    + "kann die Seite einen Augenblick lang nicht erreichbar sein.",
            "Saving restarts the component concerned. That mostly takes less than a second; with network and certificates the page "
                    + "may be out of reach for a moment.");
    static final Text NOTHING = new Text("Hier lässt sich nichts einstellen.", "There is nothing to set here.");
    static final Text DEFAULT = new Text("Standard:", "Default:");
    static final Text EMPTY = new Text("leer", "empty");
    static final Text UNCHANGED = new Text("Bitte wählen", "Please choose");
    static final Text YES = new Text("Ja", "Yes");
    static final Text NO = new Text("Nein", "No");
    static final Text ONE_A_LINE = new Text("Ein Wert je Zeile.", "One value a line.");
    static final Text SECRET_SET = new Text(
            "Gesetzt, wird aber nie gezeigt. Leer lassen, um nichts zu ändern.",
            "Set, but never shown. Leave empty to change nothing.");
    static final Text SECRET_NOT_SET = new Text("Nicht gesetzt.", "Not set.");
    static final Text SECRET_CLEAR = new Text("Gesetzten Wert löschen", "Delete the value that is set");
    static final Text SAVE = new Text("Speichern", "Save");
    static final Text NOW = new Text("Jetzt gilt:", "What holds now:");

    static final Map<Setting.Source, Text> SOURCES = Map.of(
            Setting.Source.DEFAULT, new Text("Es gilt der Standard.", "The default holds."),
            Setting.Source.DATABASE, new Text("Hier gesetzt.", "Set here."),
            Setting.Source.FILE,
                    new Text(
                            "Die Datei settings.properties im Datenverzeichnis bestimmt das. Hier lässt es sich nicht ändern.",
                            "The file settings.properties in the data directory determines this. It cannot be changed here."),
            Setting.Source.ENVIRONMENT,
                    new Text(
                            "Die Umgebungsvariable KREISWERK_SETTINGS bestimmt das. Hier lässt es sich nicht ändern.",
                            "The environment variable KREISWERK_SETTINGS determines this. It cannot be changed here."),
            Setting.Source.BUILT_IN,
                    new Text(
                            "Das wird gebraucht, bevor Einstellungen gelesen werden können, und ist deshalb fest.",
                            "This is needed before settings can be read, and is therefore fixed."));

    static final Text SAVED = new Text("Gespeichert. Die Einstellungen gelten.", "Saved. The settings hold.");
    static final Text NOT_CHANGED = new Text("Es war nichts zu ändern.", "There was nothing to change.");
    static final Text TAKEN_BACK = new Text(
            "Zurückgesetzt. Es gilt wieder der Stand vor der Änderung.", "Set back to what it was before the change.");

    static final Text ERRORS = new Text("Es wurde nichts geändert", "Nothing was changed");
    static final Text CONFLICT = new Text("Inzwischen geändert", "Changed meanwhile");
    static final Text CONFLICT_ADVICE = new Text(
            "Jemand hat diese Einstellungen geändert, während Sie sie bearbeitet haben. Ihre Eingaben stehen noch im Formular; wo "
                    + "sie vom jetzigen Stand abweichen, steht er dabei. Wenn Sie noch einmal speichern, gelten Ihre Eingaben.",
            "Somebody has changed these settings while you edited them. Your input is still in the form; where it differs from what "
                    + "holds now, that is said. Save once more to let your input hold.");

    static final Text GONE = new Text("Diese Konfiguration gibt es nicht", "There is no such configuration");
    static final Text WAS_DELETED_MEANWHILE = new Text(
            "Jemand hat sie gelöscht. Sie lässt sich wiederherstellen: auf der Seite, auf der alle ihrer Art stehen.",
            "Somebody has deleted it. It can be brought back: on the page with all of its kind.");
    static final Text MAY_BE_DELETED = new Text(
            "Vielleicht wurde sie gelöscht. Welche es gibt, steht auf der Seite mit allen ihrer Art.",
            "It may have been deleted. The page with all of its kind says which there are.");
    static final Text ENTERED = new Text("Was Sie eingegeben haben", "What you entered");

    static final Text CHANGES = new Text("Letzte Änderungen", "Last changes");
    static final Text NO_CHANGES = new Text("Hier wurde noch nichts geändert.", "Nothing has been changed here yet.");
    static final Text CHANGES_LEAD = new Text(
            "Wer etwas geändert hat, steht im Prüfpfad. Frühere Kennwörter werden nicht aufbewahrt und bleiben beim Zurücksetzen, "
                    + "wie sie sind.",
            "The audit trail holds who changed something. Former passwords are not kept and stay as they are when setting back.");
    static final Text SECRET_CHANGED = new Text("geändert (nicht gezeigt)", "changed (not shown)");
    static final Text TO = new Text("→", "→");
    static final Text TAKE_BACK = new Text("Stand davor wiederherstellen", "Set back to before");
    static final Text CHANGE_OF = new Text("Änderung vom", "change of");

    static final Text SEVERAL = new Text("Davon kann es mehrere geben", "Of these there may be several");
    static final Text SET_UP = new Text("eingerichtet", "set up");
    static final Text NONE_YET = new Text("noch keine Konfiguration", "no configuration yet");
    static final Text CREATE = new Text("Neu anlegen", "Make a new one");
    static final Text NAME = new Text("Name", "Name");
    static final Text NAME_HINT = new Text(
            "1 bis 30 Kleinbuchstaben, Ziffern und Bindestriche, etwa „amt“. Er lässt sich später nicht ändern.",
            "1 to 30 small letters, digits and hyphens, such as 'amt'. It cannot be changed later.");
    static final Text ANY_NAME = new Text("NAME", "NAME");
    static final Text TO_KNOW = new Text("Dafür brauchen Sie", "What you need for it");
    static final Text STATE = new Text("Zustand", "State");
    static final Text STATES = new Text("Alle mit ihrem Zustand", "All with their state");
    static final Text DELETE = new Text("Löschen", "Delete");
    static final Text REALLY = new Text("Wirklich löschen?", "Really delete it?");
    static final Text CANCEL = new Text("Nicht löschen", "Do not delete");
    static final Text UNDOABLE = new Text(
            "Die Konfiguration lässt sich danach wiederherstellen, aber ohne Kennwörter: die werden nicht aufbewahrt.",
            "The configuration can be brought back afterwards, but without passwords: these are not kept.");
    static final Text DELETION_CONFLICT = new Text(
            "Jemand hat diese Konfiguration inzwischen geändert. Sehen Sie nach, was jetzt gilt, bevor Sie sie löschen.",
            "Somebody has changed this configuration meanwhile. Look at what holds now before you delete it.");
    static final Text DELETED_ONES = new Text("Zuletzt gelöscht", "Deleted last");
    static final Text DELETED_LEAD = new Text(
            "Was hier steht, lässt sich wiederherstellen, aber ohne Kennwörter: die werden nicht aufbewahrt.",
            "What stands here can be brought back, but without passwords: these are not kept.");
    static final Text DELETED_AT = new Text("gelöscht am", "deleted on");
    static final Text BRING_BACK = new Text("Wiederherstellen", "Bring back");
    static final Text WAS_CREATED = new Text("Angelegt", "Made");
    static final Text WAS_DELETED = new Text("Gelöscht", "Deleted");
    static final Text CREATED = new Text("Angelegt. Es gilt sofort.", "Made. It holds at once.");
    static final Text DELETED = new Text("Gelöscht.", "Deleted.");
    static final Text BROUGHT_BACK = new Text(
            "Wiederhergestellt, ohne Kennwörter. Tragen Sie sie neu ein, wenn welche nötig sind.",
            "Brought back, without passwords. Enter them anew if there are to be any.");

    static final Text THERE_AGAIN = new Text(
            "Unter diesem Namen gibt es wieder Einstellungen: Jemand hat sie inzwischen wiederhergestellt oder neu angelegt. Prüfen Sie, was hier steht.",
            "There are settings of this name again: somebody has brought them back or made new ones meanwhile. Check what stands here.");

    static final Map<Setting.Source, Text> DETERMINED = Map.of(
            Setting.Source.FILE,
            new Text(
                    "Steht in der Datei settings.properties im Datenverzeichnis und lässt sich nur dort löschen.",
                    "Stands in the file settings.properties in the data directory, and can be deleted only there."),
            Setting.Source.ENVIRONMENT,
            new Text(
                    "Steht in der Umgebungsvariable KREISWERK_SETTINGS und lässt sich nur dort löschen.",
                    "Stands in the environment variable KREISWERK_SETTINGS, and can be deleted only there."));

    private SettingsTexts() {}
}
