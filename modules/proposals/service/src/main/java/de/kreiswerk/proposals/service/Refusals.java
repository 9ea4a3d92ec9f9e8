package de.kreiswerk.proposals.service;

import de.kreiswerk.core.api.problem.Problem.Kind;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;

/** Why an operation on proposals is refused, in words for people. */
final class Refusals {

    private Refusals() {}

    static ProblemException paperNotFound(String which) {
        return new ProblemException(
                Kind.NOT_FOUND,
                "paper-not-found",
                new Text("Vorlage nicht gefunden", "Proposal not found"),
                new Text(
                        "Es gibt keine Vorlage „" + which + "“. Prüfen Sie die Nummer.",
                        "There is no proposal '" + which + "'. Check the number."));
    }

    static ProblemException changedInBetween(long expected, long actual) {
        return new ProblemException(
                Kind.PRECONDITION_FAILED,
                "paper-changed",
                new Text("Inzwischen geändert", "Changed in between"),
                new Text(
                        "Jemand hat die Vorlage geändert, seit Sie sie gelesen haben (Stand " + expected + ", jetzt "
                                + actual + "). Lesen Sie sie neu und wiederholen Sie die Änderung.",
                        "Somebody changed the proposal since you read it (revision " + expected + ", now " + actual
                                + "). Read it again and repeat your change."));
    }

    static ProblemException nothingToChange(String reference) {
        return new ProblemException(
                Kind.PRECONDITION_FAILED,
                "paper-not-there",
                new Text("Vorlage nicht vorhanden", "Proposal not there"),
                new Text(
                        "Sie wollen die Vorlage " + reference
                                + " ändern (If-Match), es gibt aber keine mit dieser Nummer. Prüfen Sie die Nummer im Text, oder importieren Sie ihn ohne If-Match als neue Vorlage.",
                        "You want to change proposal " + reference
                                + " (If-Match), but there is none of that number. Check the number in the text, or import it without If-Match as a new proposal."));
    }

    static ProblemException notPublic(String reference) {
        return new ProblemException(
                Kind.CONFLICT,
                "paper-not-public",
                new Text("Vorlage ist nicht öffentlich", "Proposal is not public"),
                new Text(
                        "Der Text der Vorlage " + reference
                                + " sagt nicht, dass sie öffentlich ist. Ergänzen Sie „Öffentlichkeitsstatus: öffentlich“ und importieren Sie sie neu.",
                        "The text of proposal " + reference
                                + " does not say that it is public. Add 'Öffentlichkeitsstatus: öffentlich' and import it again."));
    }

    static ProblemException notPublished(String reference) {
        return new ProblemException(
                Kind.CONFLICT,
                "paper-not-published",
                new Text("Vorlage ist nicht veröffentlicht", "Proposal is not published"),
                new Text(
                        "Die Vorlage " + reference + " ist nicht veröffentlicht; es gibt nichts zurückzuziehen.",
                        "Proposal " + reference + " is not published; there is nothing to withdraw."));
    }

    static ProblemException changeIsPublic(String reference, String lead) {
        return permissionMissing(
                "Die Vorlage " + reference
                        + " ist veröffentlicht. Sie ändert nur, wer auch veröffentlichen darf: Dafür brauchen Sie "
                        + right(lead).german()
                        + ". Bitten Sie jemanden, der es hat, die Vorlage zu ändern oder sie vorher zurückzuziehen.",
                "Proposal " + reference
                        + " is published. Only those change it who may also publish: for that you need "
                        + right(lead).english()
                        + ". Ask somebody who has it to change the proposal, or to withdraw it first.");
    }

    static ProblemException publishRightMissing(String reference, String lead) {
        return permissionMissing(
                "Um die Vorlage " + reference + " zu veröffentlichen, brauchen Sie "
                        + right(lead).german()
                        + "; dass der neue Text einen anderen Fachbereich nennt, genügt nicht. Bitten Sie jemanden, der"
                        + " das Recht hat, sie zu veröffentlichen, oder importieren Sie sie als Entwurf.",
                "To publish proposal " + reference + " you need "
                        + right(lead).english()
                        + "; that the new text names another department is not enough. Ask somebody who has the right to"
                        + " publish it, or import it as a draft.");
    }

    private static Text right(String lead) {
        return lead == null
                ? new Text(
                        "das Recht „proposals.publish“ für alle Fachbereiche",
                        "the right 'proposals.publish' for all departments")
                : new Text(
                        "das Recht „proposals.publish“ im Fachbereich „" + lead + "“",
                        "the right 'proposals.publish' in the department '" + lead + "'");
    }

    private static ProblemException permissionMissing(String german, String english) {
        return new ProblemException(
                Kind.FORBIDDEN,
                "permission-missing",
                new Text("Keine Berechtigung", "Permission missing"),
                new Text(german, english));
    }

    static ProblemException attachmentNotNamed(String reference, int number) {
        return new ProblemException(
                Kind.NOT_FOUND,
                "attachment-not-named",
                new Text("Anlage nicht genannt", "Attachment not named"),
                new Text(
                        "Die Vorlage " + reference + " nennt keine Anlage " + number
                                + ". Ergänzen Sie sie im Text und importieren Sie ihn neu.",
                        "Proposal " + reference + " names no attachment " + number
                                + ". Add it to the text and import that again."));
    }

    static ProblemException fileEmpty() {
        return new ProblemException(
                Kind.UNPROCESSABLE,
                "file-empty",
                new Text("Datei ist leer", "File is empty"),
                new Text(
                        "Die Datei hat keinen Inhalt. Prüfen Sie die Quelle.",
                        "The file has no content. Check its source."));
    }

    static ProblemException fileNameNotValid() {
        return new ProblemException(
                Kind.UNPROCESSABLE,
                "file-name-not-valid",
                new Text("Dateiname nicht zulässig", "File name not allowed"),
                new Text(
                        "Der Dateiname darf nicht leer sein, höchstens 255 Zeichen haben und weder Schrägstriche noch Steuerzeichen enthalten.",
                        "The file name must not be empty, may have 255 characters at most, and no slashes or control characters."));
    }

    static ProblemException referenceTaken(String reference) {
        return new ProblemException(
                Kind.CONFLICT,
                "reference-taken",
                new Text("Nummer vergeben", "Reference taken"),
                new Text(
                        "Die Nummer " + reference + " gehört schon zu einer anderen Vorlage.",
                        "The reference " + reference + " belongs to another proposal."));
    }

    static ProblemException referenceNotValid() {
        return new ProblemException(
                Kind.UNPROCESSABLE,
                "reference-not-valid",
                new Text("Keine Vorlagennummer", "Not a reference"),
                new Text(
                        "Eine Vorlagennummer sieht aus wie 2026/127 oder VO/10534/23 und hat höchstens 60 Zeichen.",
                        "A reference looks like 2026/127 or VO/10534/23 and has 60 characters at most."));
    }

    static ProblemException organizationNotFound(String id) {
        return new ProblemException(
                Kind.NOT_FOUND,
                "organization-not-found",
                new Text("Gremium nicht gefunden", "Committee not found"),
                new Text("Es gibt kein Gremium „" + id + "“.", "There is no committee '" + id + "'."));
    }

    static ProblemException personNotFound(String id) {
        return new ProblemException(
                Kind.NOT_FOUND,
                "person-not-found",
                new Text("Person nicht gefunden", "Person not found"),
                new Text("Es gibt keine Person „" + id + "“.", "There is no person '" + id + "'."));
    }

    static ProblemException membershipNotFound(String id) {
        return new ProblemException(
                Kind.NOT_FOUND,
                "membership-not-found",
                new Text("Mitgliedschaft nicht gefunden", "Membership not found"),
                new Text("Es gibt keine Mitgliedschaft „" + id + "“.", "There is no membership '" + id + "'."));
    }

    static ProblemException termNotFound(String id) {
        return new ProblemException(
                Kind.NOT_FOUND,
                "legislative-term-not-found",
                new Text("Wahlperiode nicht gefunden", "Legislative term not found"),
                new Text("Es gibt keine Wahlperiode „" + id + "“.", "There is no legislative term '" + id + "'."));
    }

    static ProblemException locationNotFound(String id) {
        return new ProblemException(
                Kind.NOT_FOUND,
                "location-not-found",
                new Text("Ort nicht gefunden", "Place not found"),
                new Text("Es gibt keinen Ort „" + id + "“.", "There is no place '" + id + "'."));
    }

    static ProblemException meetingNotFound(String id) {
        return new ProblemException(
                Kind.NOT_FOUND,
                "meeting-not-found",
                new Text("Sitzung nicht gefunden", "Meeting not found"),
                new Text(
                        "Es gibt keine Sitzung „" + id + "“, oder sie wurde zurückgezogen.",
                        "There is no meeting '" + id + "', or it was withdrawn."));
    }

    static ProblemException entryNotValid(String german, String english) {
        return new ProblemException(
                Kind.UNPROCESSABLE,
                "entry-not-valid",
                new Text("Angabe nicht zulässig", "Entry not allowed"),
                new Text(german, english));
    }

    static ProblemException organizationNameTaken(String name) {
        return new ProblemException(
                Kind.CONFLICT,
                "organization-name-taken",
                new Text("Name vergeben", "Name taken"),
                new Text(
                        "„" + name + "“ gibt es schon. Ändern Sie diesen Eintrag, statt einen zweiten anzulegen.",
                        "'" + name + "' is there already. Change that entry instead of making a second one."));
    }

    static ProblemException organizationIsDepartment(String name) {
        return new ProblemException(
                Kind.CONFLICT,
                "organization-is-department",
                new Text("Fachbereich", "Department"),
                new Text(
                        "„" + name
                                + "“ ist ein Fachbereich der Verwaltung. Ändern Sie ihn dort, wo die Fachbereiche stehen.",
                        "'" + name + "' is a department of the administration. Change it where the departments are."));
    }

    static ProblemException organizationInUse(String name) {
        return new ProblemException(
                Kind.CONFLICT,
                "organization-in-use",
                new Text("Wird noch genannt", "Still in use"),
                new Text(
                        "„" + name
                                + "“ wird von Vorlagen, Sitzungen oder Mitgliedschaften genannt. Tragen Sie stattdessen ein Enddatum ein.",
                        "'" + name + "' is named by proposals, meetings or memberships. Enter an end date instead."));
    }

    static ProblemException entryChangedInBetween(long expected, long actual) {
        return new ProblemException(
                Kind.PRECONDITION_FAILED,
                "entry-changed",
                new Text("Inzwischen geändert", "Changed in between"),
                new Text(
                        "Jemand hat den Eintrag geändert, seit Sie ihn gelesen haben (Stand " + expected + ", jetzt "
                                + actual + "). Lesen Sie ihn neu und wiederholen Sie die Änderung.",
                        "Somebody changed the entry since you read it (revision " + expected + ", now " + actual
                                + "). Read it again and repeat your change."));
    }

    static ProblemException textTooLong() {
        return new ProblemException(
                Kind.TOO_LARGE,
                "text-too-large",
                new Text("Text zu groß", "Text too large"),
                new Text(
                        "Der Text einer Vorlage darf höchstens 10 MiB haben. Große Inhalte gehören in Anlagen.",
                        "The text of a proposal may have 10 MiB at most. Large content belongs into attachments."));
    }
}
