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
