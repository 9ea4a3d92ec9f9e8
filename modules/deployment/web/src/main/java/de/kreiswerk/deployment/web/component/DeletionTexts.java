package de.kreiswerk.deployment.web.component;

import de.kreiswerk.core.api.text.Text;

/** The words of the pages on which a component goes with its data. */
public final class DeletionTexts {

    public static final Text DELETE =
            new Text("Komponente mit allen Daten löschen", "Delete the component with all its data");
    public static final Text INSTEAD =
            new Text("Stattdessen mit allen Daten löschen …", "Delete it with all its data instead …");
    public static final Text LEAD = new Text(
            "Die Komponente wird angehalten, und alles, was ihr gehört, wird gelöscht. Im Prüfpfad der Plattform bleibt stehen, dass es sie gab und was mit ihr geschah.",
            "The component is switched off, and all that belongs to it is deleted. The audit trail keeps that it was there and what happened to it.");
    public static final Text NO_WAY_BACK = new Text(
            "Das lässt sich nicht zurücknehmen. Nur eine Sicherung der Datenbank, die vorher gemacht wurde, enthält die Daten danach noch.",
            "This cannot be undone. Only a backup of the database that was made before still has the data afterwards.");
    public static final Text LOST = new Text("Was verloren geht", "What is lost");
    public static final Text TABLES = new Text("Tabellen", "Tables");
    public static final Text TABLE = new Text("Tabelle", "Table");
    public static final Text ROWS = new Text("Zeilen", "Rows");
    public static final Text NO_TABLES =
            new Text("Sie hat keine Tabellen in der Datenbank.", "It has no tables in the database.");
    public static final Text CONFIGURATIONS = new Text("Einstellungen", "Settings");
    public static final Text NO_CONFIGURATIONS = new Text("Sie hat keine Einstellungen.", "It has no settings.");
    public static final Text ARCHIVES = new Text("Versionen", "Versions");
    public static final Text AND_HISTORY = new Text(
            "Auch der Verlauf ihrer Umschaltungen wird gelöscht.", "The history of its switches is deleted, too.");
    public static final Text TYPE_NAME = new Text("Name der Komponente", "The component’s name");
    public static final Text TYPE_HINT = new Text("Tippen Sie zur Bestätigung:", "Type this to confirm:");
    public static final Text NAME_NOT_TYPED = new Text(
            "Das ist nicht der Name der Komponente. Tippen Sie ihn genau so, wie er oben steht.",
            "That is not the component’s name. Type it exactly as it stands above.");
    public static final Text DELETE_NOW = new Text("Jetzt mit allen Daten löschen", "Delete now with all data");

    public static final Text DELETION = new Text("Löschen mit allen Daten", "Deletion with all data");
    public static final Text GONE = new Text("nicht mehr da", "not there any more");
    public static final Text GONE_LEAD = new Text(
            "Von dieser Komponente ist hier nichts mehr da. Was mit ihr geschah, steht im Prüfpfad der Plattform.",
            "Nothing of this component is left here. What happened to it is in the audit trail.");
    public static final Text STOPPING = new Text("wird angehalten", "being switched off");
    public static final Text STOPPING_LEAD = new Text(
            "Die Komponente wird noch angehalten. Danach werden ihre Daten gelöscht.",
            "The component is still being switched off. Then its data are deleted.");
    public static final Text UNDER_WAY = new Text("wird gelöscht", "being deleted");
    public static final Text UNDER_WAY_LEAD = new Text(
            "Die Komponente läuft nicht mehr. Ihre Daten werden gelöscht, sobald kein Knoten der Plattform sie mehr betreibt.",
            "The component does not run any more. Its data are deleted as soon as no node of the platform runs it any more.");
    public static final Text KEPT = new Text("nicht gelöscht", "not deleted");
    public static final Text KEPT_LEAD = new Text(
            "Diese Komponente wird nicht gelöscht. Warum, steht in ihrem Verlauf.",
            "This component is not being deleted. Its history says why.");
    public static final Text DATA_GO =
            new Text("Ihre Daten werden gerade gelöscht.", "Its data are being deleted just now.");

    private DeletionTexts() {}

    /** How many versions with which size. */
    public static Text archives(int versions, String size) {
        return versions == 1
                ? new Text("1 Archiv, " + size, "1 archive, " + size)
                : new Text(versions + " Archive, zusammen " + size, versions + " archives, " + size + " together");
    }
}
