package de.kreiswerk.audit.log.kept;

import de.kreiswerk.audit.api.Retention;
import de.kreiswerk.core.api.problem.InvalidEntry;
import de.kreiswerk.core.api.problem.Problem.Kind;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import java.util.Map;

/** What people are told who let something go, and those who look for what is gone. */
public final class RetentionProblems {

    private static final Text NOT_FOUND = new Text("Nicht gefunden", "Not found");
    private static final Text HOLD = new Text("Löschsperre", "Legal hold");
    private static final Text OFFER = new Text("Angebot an das Archiv", "Offer to the archive");

    private RetentionProblems() {}

    /**
     * Somebody looks for a record that was removed.
     *
     * @param sequence its number
     * @param minimum how many were removed
     * @return what to tell them
     */
    public static ProblemException removed(long sequence, long minimum) {
        return new ProblemException(
                Kind.GONE,
                "record-removed",
                new Text("Nach Ablauf der Frist entfernt", "Removed after its time"),
                new Text(
                        "Der Eintrag " + sequence
                                + " wurde nach Ablauf seiner Aufbewahrungsfrist entfernt, wie alle bis " + minimum
                                + ". Seine Prüfsumme ist noch da: wer ihn aufgehoben hat, kann ihn weiter beweisen.",
                        "Record " + sequence + " was removed when its time was over, as were all up to " + minimum
                                + ". Its hash is still there: whoever kept it can still prove it."));
    }

    public static ProblemException held() {
        return new ProblemException(
                Kind.CONFLICT,
                "legal-hold",
                HOLD,
                new Text(
                        "Eine Löschsperre erfasst diese Person. Solange sie gilt, wird nichts gelöscht; heben Sie zuerst die Sperre auf.",
                        "A legal hold covers this person. As long as it is in force nothing is erased; lift the hold first."));
    }

    public static ProblemException objected(Text why) {
        return new ProblemException(
                Kind.CONFLICT, "erasure-objected", new Text("Noch nicht zu vergessen", "Not to be forgotten yet"), why);
    }

    public static ProblemException personErased() {
        return new ProblemException(
                Kind.CONFLICT,
                "person-erased",
                new Text("Person gelöscht", "Person erased"),
                new Text(
                        "Der Prüfpfad hat die Person vergessen, von der das handelt, und das lässt sich nicht zurücknehmen: Über sie lässt sich nichts mehr aufzeichnen, und ohne Aufzeichnung geschieht nichts. Soll sie wieder arbeiten, legen Sie ihr ein neues Konto an.",
                        "The trail has forgotten the person whom this is about, and that cannot be taken back: nothing can be recorded about them any more, and without a record nothing happens. If they are to work again, make a new account for them."));
    }

    public static ProblemException nobodyToAsk() {
        return new ProblemException(
                Kind.UNAVAILABLE,
                "erasure-objections-unknown",
                new Text("Noch nicht zu vergessen", "Not to be forgotten yet"),
                new Text(
                        "Ob diese Person noch handeln kann, lässt sich gerade nicht prüfen: Die Benutzerverwaltung startet noch oder wird ausgetauscht. Versuchen Sie es in einer Minute noch einmal.",
                        "Whether this person can still act cannot be checked at the moment: the administration of accounts is still starting, or is being replaced. Try again in a minute."));
    }

    public static ProblemException indexBehind() {
        return new ProblemException(
                Kind.UNAVAILABLE,
                "index-behind",
                new Text("Noch nicht durchsuchbar", "Not searchable yet"),
                new Text(
                        "Der Index des Prüfpfads wird gerade aufgebaut, und es gilt eine Löschsperre für ein Objekt: Wen dessen Einträge nennen, steht erst danach fest. Versuchen Sie es später noch einmal.",
                        "The index of the trail is being made, and a hold of an object is in force: whom its records name is known only afterwards. Try again later."));
    }

    public static ProblemException notOffered() {
        return new ProblemException(
                Kind.CONFLICT,
                "not-offered",
                OFFER,
                new Text(
                        "Was der Prüfpfad über diese Person sagt, ist dem Archiv noch nicht angeboten, oder es hat noch nicht entschieden (NArchG § 7).",
                        "What the trail says of this person was not offered to the archive yet, or the archive has not decided (NArchG § 7)."));
    }

    public static ProblemException holdInvalid(String field, String german, String english) {
        return new InvalidEntry(Kind.UNPROCESSABLE, "hold-invalid", HOLD, Map.of(field, new Text(german, english)));
    }

    public static ProblemException noHold() {
        return new ProblemException(
                Kind.NOT_FOUND,
                "hold-not-found",
                NOT_FOUND,
                new Text("Diese Löschsperre gibt es nicht.", "There is no such hold."));
    }

    public static ProblemException noOffer() {
        return new ProblemException(
                Kind.NOT_FOUND,
                "offer-not-found",
                NOT_FOUND,
                new Text("Dieses Angebot gibt es nicht.", "There is no such offer."));
    }

    public static ProblemException nothingDue(String wrong) {
        return new ProblemException(
                Kind.CONFLICT,
                "nothing-due",
                OFFER,
                wrong == null
                        ? new Text(
                                "Zurzeit ist nichts fällig: am Anfang des Prüfpfads steht ein Eintrag, dessen Frist läuft oder den eine Löschsperre hält.",
                                "Nothing is due now: at the beginning of the trail is a record whose time is not over, or which a hold covers.")
                        : new Text(
                                "Die Fristen sind nicht lesbar: „" + wrong + "“. Berichtigen Sie die Einstellung.",
                                "The times cannot be read: '" + wrong + "'. Correct the setting."));
    }

    public static ProblemException hidden() {
        return new ProblemException(
                Kind.CONFLICT,
                "records-hidden",
                OFFER,
                new Text(
                        "In der Datenbank gelten an der Plattform vorbei Einträge als entfernt, die noch da sind. Angeboten wird erst wieder, wenn das berichtigt ist: wie, sagt die Prüfung „Aufbewahrung des Prüfpfads“.",
                        "Past the platform, records count as removed in the database that are still there. Nothing is offered until that is corrected: the check “trail-retention” says how."));
    }

    public static ProblemException offerOpen() {
        return new ProblemException(
                Kind.CONFLICT,
                "offer-open",
                OFFER,
                new Text(
                        "Ein früheres Angebot ist noch nicht erledigt. Warten Sie die Entscheidung ab, oder nehmen Sie es zurück.",
                        "An earlier offer is not settled yet. Await the decision, or take it back."));
    }

    public static ProblemException decided() {
        return new ProblemException(
                Kind.CONFLICT,
                "offer-decided",
                OFFER,
                new Text(
                        "Über dieses Angebot ist schon entschieden, oder es ist erledigt oder zurückgenommen.",
                        "This offer is decided already, or it is settled or was taken back."));
    }

    public static ProblemException begun() {
        return new ProblemException(
                Kind.CONFLICT,
                "removal-begun",
                OFFER,
                new Text(
                        "Ein Teil dieser Einträge ist schon entfernt, das Angebot lässt sich nicht mehr zurücknehmen. Was noch da ist, bleibt nur, wenn Sie jetzt eine Löschsperre anlegen.",
                        "A part of these records is gone, and the offer cannot be taken back any more. What is still there stays only if you place a hold now."));
    }

    public static ProblemException notProven() {
        return new ProblemException(
                Kind.CONFLICT,
                "offer-not-proven",
                OFFER,
                new Text(
                        "Dieses Angebot wurde in der Datenbank an der Plattform vorbei geändert. Nehmen Sie es zurück, und bieten Sie neu an.",
                        "This offer was changed in the database past the platform. Take it back, and make a new one."));
    }

    public static ProblemException done() {
        return new ProblemException(
                Kind.GONE,
                "offer-done",
                OFFER,
                new Text(
                        "Was hier angeboten war, ist nicht mehr da: das Angebot ist erledigt oder zurückgenommen.",
                        "What was offered here is not there any more: the offer is settled or was taken back."));
    }

    public static ProblemException notFetched() {
        return new ProblemException(
                Kind.CONFLICT,
                "copy-not-fetched",
                OFFER,
                new Text(
                        "Übernommen ist erst, was abgeholt wurde: laden Sie zuerst die Kopie für das Archiv.",
                        "Only what was fetched can be taken: download the archive's copy first."));
    }

    public static ProblemException outdated() {
        return new ProblemException(
                Kind.CONFLICT,
                "copy-outdated",
                OFFER,
                new Text(
                        "Seit die Kopie für das Archiv abgeholt wurde, sind Einträge über diese Person dazugekommen; sie würden gelöscht, ohne angeboten zu sein. Laden Sie die Kopie noch einmal, und übernehmen Sie dann.",
                        "Since the archive's copy was fetched, records about this person were added; they would go without having been offered. Download the copy once more, and take it then."));
    }

    public static ProblemException ownOffer() {
        return new ProblemException(
                Kind.FORBIDDEN,
                "own-offer",
                OFFER,
                new Text(
                        "Über ein eigenes Angebot entscheidet jemand anderes: Was danach gelöscht wird, kommt nicht wieder.",
                        "Somebody else decides on an offer of your own: what is erased then does not come back."));
    }

    public static ProblemException personUnknown() {
        return new ProblemException(
                Kind.NOT_FOUND,
                "person-unknown",
                NOT_FOUND,
                new Text(
                        "Der Prüfpfad weiß nichts über diese Person, oder hat sie schon vergessen. Gefragt ist die Kennung, die in Einträgen steht.",
                        "The trail knows nothing of this person, or has forgotten them. Asked for is the id that records have."));
    }

    public static ProblemException referenceTooLong() {
        return new InvalidEntry(
                Kind.UNPROCESSABLE,
                "reference-too-long",
                OFFER,
                Map.of(
                        "reference",
                        new Text(
                                "Die Angabe des Archivs hat höchstens " + Retention.LONGEST_REFERENCE + " Zeichen.",
                                "The archive's note has at most " + Retention.LONGEST_REFERENCE + " characters.")));
    }

    public static ProblemException nothingToExport() {
        return new ProblemException(
                Kind.NOT_FOUND,
                "nothing-to-export",
                new Text("Nichts zu exportieren", "Nothing to export"),
                new Text(
                        "Kein versiegelter Eintrag gehört dazu. Versiegelt wird Sekunden nach dem Schreiben.",
                        "No sealed record belongs to it. Sealing comes seconds after writing."));
    }
}
