package de.kreiswerk.proposals.web.meetings;

import de.kreiswerk.core.api.text.Text;
import java.util.Map;

/** The words of these pages. */
final class MeetingTexts {

    static final Text LEAD = new Text(
            "Die öffentlichen Sitzungen des Kreistags und seiner Ausschüsse. Alle, die möchten, können zuhören.",
            "The public meetings of the county council and its committees. Everyone may listen.");
    static final Text TILE = new Text(
            "Wann und wo Kreistag und Ausschüsse tagen: Termine, Tagesordnungen und Ergebnisse, auch für Ihren Kalender.",
            "When and where the county council and its committees meet: dates, agendas and results, for your calendar too.");
    static final Text FILTER = new Text("Sitzungen filtern", "Filter meetings");
    static final Text FILTER_SHOW = new Text("Sitzungen anzeigen", "Show meetings");
    static final Text ERROR_COMMITTEE = new Text(
            "Zu diesem Gremium gibt es hier keine Sitzungen. Bitte wählen Sie eines aus der Liste.",
            "There are no meetings of this committee here. Please choose one from the list.");

    static final Text UPCOMING = new Text("Kommende Sitzungen", "Upcoming meetings");
    static final Text PAST = new Text("Vergangene Sitzungen", "Past meetings");
    static final Text NO_UPCOMING = new Text(
            "Zurzeit ist keine öffentliche Sitzung angesetzt.", "No public meeting is scheduled at the moment.");
    static final Text NO_UPCOMING_OF_COMMITTEE = new Text(
            "Zurzeit ist keine öffentliche Sitzung dieses Gremiums angesetzt. Ohne den Filter sehen Sie die Sitzungen aller "
                    + "Gremien.",
            "No public meeting of this committee is scheduled at the moment. Without the filter you see the meetings of all "
                    + "committees.");
    static final Text NO_PAST = new Text("Hier stehen noch keine Sitzungen.", "There are no meetings here yet.");
    static final Text LATER = new Text("Spätere Sitzungen", "Later meetings");
    static final Text EARLIER = new Text("Frühere Sitzungen", "Earlier meetings");
    static final Text START = new Text("Zu den kommenden Sitzungen", "To the upcoming meetings");
    static final Text PAGES = new Text("Seiten der Liste", "Pages of the list");
    static final Text CALENDAR_ALL = new Text("Sitzungskalender abonnieren (iCal)", "Subscribe to the calendar (iCal)");
    static final Text CALENDAR_HINT = new Text(
            "Fügen Sie die Adresse dieses Links in Ihrem Kalender als Abonnement hinzu; neue und geänderte Termine kommen dann "
                    + "von selbst.",
            "Add the address of this link to your calendar as a subscription; new and changed dates then come by themselves.");
    static final Text CALENDAR_ONE =
            new Text("Termin in den Kalender übernehmen (iCal)", "Add to your calendar (iCal)");
    static final Text CALENDAR_NAME = new Text("Sitzungen", "Council meetings");

    static final Text FACTS = new Text("Termin und Ort", "Time and place");
    static final Text DATE = new Text("Datum", "Date");
    static final Text TIME = new Text("Uhrzeit", "Time");
    static final Text PLACE = new Text("Ort", "Place");
    static final Text NO_PLACE = new Text("steht noch nicht fest", "not decided yet");
    static final Text STATE = new Text("Stand", "State");
    static final Text ON = new Text("am", "on");
    static final Text TODAY = new Text("heute", "today");
    static final Text CANCELLED_TITLE = new Text("Diese Sitzung ist abgesagt", "This meeting is cancelled");
    static final Text CANCELLED_ADVICE = new Text(
            "Sie findet zu diesem Termin nicht statt. Was stattdessen ansteht, finden Sie bei den kommenden Sitzungen.",
            "It does not take place at this time. The upcoming meetings tell you what does.");
    static final Text CANCELLED_PREFIX = new Text("ABGESAGT: ", "CANCELLED: ");

    static final Text AGENDA = new Text("Tagesordnung", "Agenda");
    static final Text AGENDA_HINT = new Text(
            "Aufgeführt sind die öffentlichen Tagesordnungspunkte.", "These are the public items of the agenda.");
    static final Text NO_AGENDA =
            new Text("Die Tagesordnung ist noch nicht veröffentlicht.", "The agenda has not been published yet.");
    static final Text NO_AGENDA_OF_CANCELLED = new Text(
            "Zu dieser Sitzung ist keine Tagesordnung veröffentlicht.",
            "No agenda has been published for this meeting.");
    static final Text NUMBER = new Text("TOP", "Item");
    static final Text SUBJECT = new Text("Gegenstand", "Subject");
    static final Text PAPER = new Text("Vorlage", "Council paper");
    static final Text RESOLUTION = new Text("Beschluss", "Resolution");
    static final Text NO_RESULT = new Text("kein Ergebnis angegeben", "no result stated");
    static final Text OPEN_DATA_LEAD = new Text(
            "Diese Sitzung steht auch Programmen offen, im Standard OParl:",
            "This meeting is open to programs as well, by the standard OParl:");
    static final Text OPARL = new Text("Als OParl-Objekt", "As an OParl object");

    static final Map<String, Text> STATES = Map.of(
            "SCHEDULED", new Text("geplant", "planned"),
            "INVITED", new Text("Einladung ist verschickt", "invitations are out"),
            "HELD", new Text("hat stattgefunden", "took place"));

    private MeetingTexts() {}
}
