package de.kreiswerk.audit.web.persons;

import de.kreiswerk.audit.api.PersonRequests;
import de.kreiswerk.core.api.text.Text;

/** The words of the pages of requests about persons. */
public final class PersonTexts {

    public static final Text TITLE = new Text("Personenanfragen", "Requests about persons");
    public static final Text TITLE_DECIDING =
            new Text("Personenanfragen entscheiden", "Decide on requests about persons");
    public static final Text LEAD = new Text(
            "Alles, was eine Person getan hat, zeigt der Prüfpfad nur mit einem Grund und wenn eine zweite Person zustimmt: Sonst diente es der Überwachung von Beschäftigten (NPersVG §\u00a067). Jeder Schritt wird aufgezeichnet, auch jedes Ansehen.",
            "The trail shows all that a person did only with a reason, and when a second person approves: otherwise it would serve to watch over staff (NPersVG §\u00a067). Each step is recorded, each look too.");
    public static final Text OFF = new Text(
            "Personenanfragen sind ausgeschaltet. Einschalten kann sie die Administration unter „Einstellungen“, „Prüfpfad: Suche nach Personen“. Der Personalrat bestimmt dabei mit.",
            "Requests about persons are switched off. The administration can switch them on among the settings, 'Prüfpfad: Suche nach Personen'. The staff council has a say in it.");
    public static final Text REQUESTS = new Text("Anfragen", "Requests");
    public static final Text NO_REQUEST = new Text("Keine.", "None.");
    public static final Text ASK = new Text("Anfragen", "Ask");
    public static final Text ASK_TITLE = new Text("Neue Anfrage", "New request");
    public static final Text PERSON = new Text("Person (zufällige Kennung)", "Person (random id)");
    public static final Text PERSON_HINT = new Text(
            "Steht auf der Seite eines Eintrags. Dort führt „Alles von dieser Person anfragen“ hierher.",
            "It is on the page of a record. There 'Ask for everything by this person' leads here.");
    public static final Text REASON = new Text("Grund", "Reason");
    public static final Text REASON_HINT = new Text(
            "10 bis 1000 Zeichen: was geklärt werden soll, am besten mit Aktenzeichen. Wer entscheidet, liest ihn.",
            "10 to 1000 characters: what is to be found out, at best with a reference. Whoever decides reads it.");
    public static final Text FIRST = new Text("Von", "From");
    public static final Text LAST = new Text("Bis einschließlich", "To, inclusive");
    public static final Text LAST_HINT =
            new Text("Spätestens heute, höchstens ein Jahr.", "Today at the latest, a year at most.");
    public static final Text TIME = new Text("Zeitraum", "Time");
    public static final Text ASKED = new Text("Angefragt", "Asked");
    public static final Text DECIDED = new Text("Entschieden", "Decided");
    public static final Text OPEN =
            new Text("Wartet auf die Entscheidung einer zweiten Person", "Awaits a second person's decision");
    public static final Text LAPSED = new Text(
            "Verfallen: " + PersonRequests.DAYS_UNDECIDED + " Tage lang hat niemand entschieden",
            "Lapsed: nobody decided for " + PersonRequests.DAYS_UNDECIDED + " days");
    public static final Text REFUSED = new Text("Abgelehnt", "Refused");
    public static final Text APPROVED_UNTIL = new Text("Genehmigt, einsehbar bis", "Approved, can be seen until");
    public static final Text ENDED = new Text("Genehmigt, einsehbar bis zum", "Approved, could be seen until");
    public static final Text OWN = new Text(
            "Das ist Ihre eigene Anfrage: Entscheiden muss jemand anderes.",
            "This is your own request: somebody else must decide.");
    public static final Text DECIDE = new Text("Entscheiden", "Decide");
    public static final Text CHOOSE = new Text("Wählen Sie: genehmigen oder ablehnen.", "Choose: approve or refuse.");
    public static final Text APPROVE = new Text("Genehmigen", "Approve");
    public static final Text REFUSE = new Text("Ablehnen", "Refuse");
    public static final Text LOOK = new Text("Einträge ansehen", "Look at the records");
    public static final Text BY = new Text("von", "by");
    public static final Text BY_YOU = new Text("von Ihnen", "by you");
    public static final Text BACK = new Text("Zu den Anfragen", "To the requests");
    public static final Text RECORDS = new Text("Was diese Person getan hat", "What this person did");
    public static final Text NONE = new Text(
            "In diesem Zeitraum hat diese Person nichts getan, wovon es einen Eintrag gibt.",
            "In this time the person did nothing that there is a record of.");
    public static final Text END = new Text("Hier endet die Liste.", "The list ends here.");

    private PersonTexts() {}
}
