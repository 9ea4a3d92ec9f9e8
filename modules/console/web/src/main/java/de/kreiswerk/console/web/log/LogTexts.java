package de.kreiswerk.console.web.log;

import de.kreiswerk.core.api.text.Text;

/** The words of the log page. */
final class LogTexts {

    static final Text TITLE = new Text("Protokoll", "Log");
    static final Text LEAD = new Text(
            "Was die Plattform zuletzt gemeldet hat, das Neueste zuerst. Was wie ein Kennwort oder ein Token aussieht, ist "
                    + "unkenntlich gemacht.",
            "What the platform reported last, the newest first. What looks like a password or token is masked.");
    static final Text FILTER = new Text("Protokoll filtern", "Filter the log");
    static final Text LEVEL = new Text("Mindestens", "At least");
    static final Text EVERY_LEVEL = new Text("alles", "everything");
    static final Text AREA = new Text("Bereich", "Area");
    static final Text AREA_HINT = new Text("Wie der Name beginnt", "How its name begins");
    static final Text TEXT = new Text("Text oder Nummer der Anfrage", "Text or id of a request");
    static final Text TEXT_HINT = new Text("Was in der Meldung vorkommt", "What occurs in the message");
    static final Text SHOW = new Text("Anzeigen", "Show");
    static final Text RELOAD = new Text("Neu laden", "Reload");
    static final Text RESET = new Text("Ohne Filter", "Without filter");
    static final Text FOLLOW = new Text("Mitlesen", "Follow");
    static final Text FOLLOWING = new Text(
            "Neue Einträge erscheinen von selbst, das Neueste zuerst.",
            "New entries appear by themselves, the newest first.");
    static final Text STOPPED = new Text("Das Mitlesen ist beendet.", "Following has ended.");
    static final Text INTERRUPTED = new Text(
            "Der Server antwortet nicht. Es wird weiter versucht.", "The server does not answer. Trying again.");
    static final Text REFUSED = new Text(
            "Sie sind nicht mehr angemeldet oder dürfen das Protokoll nicht mehr lesen. Laden Sie die Seite neu.",
            "You are no longer signed in or may no longer read the log. Reload the page.");
    static final Text ENTRIES = new Text("Einträge", "Entries");
    static final Text NONE = new Text(
            "Dazu ist nichts im Protokoll. Behalten werden nur die letzten Einträge seit dem Start.",
            "The log holds nothing of that kind. Only the last entries since the start are kept.");
    static final Text GAP = new Text(
            "Hier fehlen Einträge: Es kamen zu viele auf einmal. Sie finden sie mit dem Filter oder im Protokoll des Dienstes.",
            "Entries are missing here: too many came at once. You find them with the filter or in the log of the service.");
    static final Text REQUEST = new Text("Anfrage", "Request");
    static final Text ERROR_LEVEL = new Text(
            "Diese Stufe gibt es nicht. Bitte wählen Sie eine aus der Liste.",
            "There is no such level. Please choose one from the list.");
    static final Text ERROR_LONG = new Text("Höchstens 200 Zeichen, bitte.", "At most 200 characters, please.");
    static final Text ERRORS = new Text("Bitte prüfen Sie Ihre Angaben", "Please check your input");

    private LogTexts() {}
}
