package de.kreiswerk.audit.web.retention;

import de.kreiswerk.core.api.text.Text;

/** The words of the page. */
public final class RetentionTexts {

    public static final Text TITLE = new Text("Aufbewahrung", "Retention");
    public static final Text LEAD = new Text(
            "Wie lange Einträge des Prüfpfads bleiben, was gerade nicht gelöscht werden darf, und was dem Archiv angeboten ist. Bevor etwas geht, entscheidet das Archiv (NArchG §\u00a07). Jeder Schritt steht im Prüfpfad.",
            "How long records of the trail stay, what must not be erased now, and what is offered to the archive. Before anything goes, the archive decides (NArchG §\u00a07). Each step is in the trail.");

    public static final Text TIMES = new Text("Fristen", "Times");
    public static final Text TIMES_WRONG = new Text(
            "Die Fristen sind nicht lesbar; solange wird nichts fällig:",
            "The times cannot be read; until then nothing is due:");
    public static final Text OTHERWISE = new Text("Alle übrigen Bereiche", "All other areas");
    public static final Text ONE_YEAR = new Text("1 Jahr", "1 year");
    public static final Text YEARS = new Text("%d Jahre", "%d years");
    public static final Text FOR_EVER = new Text("für immer", "for ever");
    public static final Text REMOVED = new Text("Entfernt bis Eintrag", "Removed up to record");
    public static final Text DUE = new Text("Fällig bis Eintrag", "Due up to record");
    public static final Text NONE_YET = new Text("keiner", "none");
    public static final Text HELD =
            new Text("Ohne die Löschsperren wäre mehr fällig.", "Without the holds more would be due.");
    public static final Text FROM_THE_BEGINNING = new Text(
            "Entfernt wird nur vom Anfang her und in Schritten von 256 Einträgen, damit alle Beweise gelten: Ein Eintrag mit langer Frist hält die jüngeren.",
            "Records go from the beginning only, in steps of 256, so that all proofs stay valid: one with a long time keeps the younger ones.");
    public static final Text CHANGE_TIMES = new Text("Fristen ändern", "Change the times");
    public static final Text OFFER_DUE = new Text("Fälliges dem Archiv anbieten", "Offer what is due to the archive");

    public static final Text OFFERS = new Text("Angebote an das Archiv", "Offers to the archive");
    public static final Text NO_OFFER =
            new Text("Dem Archiv ist nichts angeboten.", "Nothing is offered to the archive.");
    public static final Text RECORDS = new Text("Einträge", "Records");
    public static final Text PERSON = new Text("Person", "Person");
    public static final Text MADE = new Text("Angeboten", "Offered");
    public static final Text FETCHED = new Text("Kopie abgeholt", "Copy fetched");
    public static final Text DECIDED = new Text("Entschieden", "Decided");
    public static final Text REFERENCE = new Text("Angabe des Archivs", "The archive's note");
    public static final Text BY = new Text("von", "by");
    public static final Text BY_YOU = new Text("von Ihnen", "by you");
    public static final Text OPEN =
            new Text("Offen: das Archiv hat noch nicht entschieden", "Open: the archive has not decided yet");
    public static final Text WITHDRAWN = new Text("Zurückgenommen", "Taken back");
    public static final Text TAKEN = new Text("Übernommen", "Taken");
    public static final Text REFUSED = new Text("Abgelehnt", "Refused");
    public static final Text GONE = new Text("gelöscht am", "erased on");
    public static final Text WAITING = new Text(
            "wird in Kürze gelöscht, sofern keine Löschsperre gilt", "is erased shortly unless a hold covers it");
    public static final Text WAITING_FOR_COPY = new Text(
            "wird in Kürze gelöscht, sofern keine Löschsperre gilt und seit der Kopie nichts dazukam; sonst holt das Archiv sie noch einmal",
            "is erased shortly unless a hold covers it or something was added since the copy; then the archive fetches it once more");
    public static final Text ENDED = new Text(
            "Beendet, gelöscht wurde nichts: Die Person darf noch nicht vergessen werden, etwa weil ihr Konto wieder offen ist. Bieten Sie sie danach neu an",
            "Ended, nothing was erased: the person must not be forgotten yet, say because their account is open again. Offer them anew afterwards");
    public static final Text FETCH = new Text("Kopie für das Archiv herunterladen", "Download the archive's copy");
    public static final Text DECIDE = new Text("Entscheidung des Archivs", "The archive's decision");
    public static final Text REFERENCE_HINT = new Text(
            "Signatur oder Grund der Ablehnung. Freiwillig.", "Shelf mark, or reason of the refusal. Optional.");
    public static final Text UNDERSTOOD = new Text(
            "Danach wird gelöscht. Das lässt sich nicht zurücknehmen.",
            "Then it is erased. That cannot be taken back.");
    public static final Text NOT_UNDERSTOOD =
            new Text("Bestätigen Sie, dass danach gelöscht wird.", "Confirm that it is erased then.");
    public static final Text TAKE = new Text("Übernommen", "Taken");
    public static final Text REFUSE = new Text("Abgelehnt", "Refused");
    public static final Text OWN_OFFER = new Text(
            "Über Ihr eigenes Angebot entscheidet jemand anderes.", "Somebody else decides on an offer of your own.");
    public static final Text TAKE_BACK = new Text("Zurücknehmen", "Take back");

    public static final Text ERASE = new Text("Eine Person vergessen", "Forget a person");
    public static final Text ERASE_LEAD = new Text(
            "Der Schlüssel der Person wird vernichtet: Was der Prüfpfad über sie sagt, kann danach niemand mehr lesen. Die Einträge selbst und alle Beweise bleiben. Zuerst wird es dem Archiv angeboten.",
            "The person's key is destroyed: nobody can read any more what the trail says of them. The records themselves and all proofs stay. It is offered to the archive first.");
    public static final Text SUBJECT = new Text("Kennung der Person", "The person's id");
    public static final Text SUBJECT_HINT = new Text(
            "Wie sie in Einträgen des Prüfpfads steht, und bei Konten auf ihrer Seite als „Kennung im Prüfpfad“.",
            "As it stands in records of the trail, and for accounts on their page as “Id in the trail”.");
    public static final Text OFFER_PERSON = new Text("Dem Archiv anbieten", "Offer to the archive");

    public static final Text HOLDS = new Text("Löschsperren", "Legal holds");
    public static final Text NO_HOLD = new Text("Es gibt keine Löschsperre.", "There is no hold.");
    public static final Text HOLD_LEAD = new Text(
            "Solange eine Sperre gilt, wird nichts entfernt, was sie erfasst, auch nicht nach einer Entscheidung des Archivs. Ohne Objekt und Person erfasst sie alles.",
            "As long as a hold is in force nothing goes that it covers, not even after the archive's decision. Without object and person it covers everything.");
    public static final Text EVERYTHING = new Text("Alles", "Everything");
    public static final Text IN_FORCE = new Text("Gilt seit", "In force since");
    public static final Text LIFTED = new Text("Aufgehoben am", "Lifted on");
    public static final Text LIFT_QUESTION = new Text(
            "Wirklich aufheben? Was keine andere Sperre erfasst, kann danach entfernt werden.",
            "Really lift it? What no other hold covers can be removed then.");
    public static final Text LIFT = new Text("Aufheben", "Lift");
    public static final Text REASON = new Text("Grund", "Reason");
    public static final Text REASON_HINT = new Text(
            "Etwa das Aktenzeichen. Nennen Sie nach Möglichkeit keine Namen.",
            "Such as the reference of the case. Name nobody if you can.");
    public static final Text OBJECT_TYPE = new Text("Objekttyp", "Type of the object");
    public static final Text OBJECT = new Text("Kennung des Objekts", "Id of the object");
    public static final Text PLACE = new Text("Löschsperre setzen", "Place a hold");

    private RetentionTexts() {}
}
