package de.kreiswerk.proposals.web.papers;

import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.proposals.web.view.FieldError;
import java.util.List;
import java.util.stream.Collectors;

/** What can go wrong on these pages, in words for citizens. */
final class PaperProblems {

    private PaperProblems() {}

    static ProblemException notFound() {
        return new ProblemException(
                Problem.Kind.NOT_FOUND,
                "paper-not-found",
                new Text("Vorlage nicht gefunden", "Council paper not found"),
                new Text(
                        "Unter dieser Adresse gibt es keine öffentliche Vorlage. Adressen von Vorlagen enden auf die "
                                + "Vorlagennummer, zum Beispiel /vorlagen/2026-127.",
                        "There is no public council paper at this address. Addresses of papers end in their reference, "
                                + "such as /vorlagen/2026-127."));
    }

    static ProblemException withdrawn() {
        return new ProblemException(
                Problem.Kind.GONE,
                "paper-withdrawn",
                new Text("Vorlage zurückgezogen", "Council paper withdrawn"),
                new Text(
                        "Diese Vorlage war öffentlich und wurde von der Verwaltung zurückgezogen.",
                        "This council paper was public and has been withdrawn by the administration."));
    }

    static ProblemException versionNotFound() {
        return new ProblemException(
                Problem.Kind.NOT_FOUND,
                "paper-version-not-found",
                new Text("Fassung nicht gefunden", "Version not found"),
                new Text(
                        "Diese Fassung der Vorlage gibt es nicht zu lesen. Auf der Seite der Vorlage sind ihre Fassungen "
                                + "aufgeführt.",
                        "This version of the council paper is not there to be read. The paper's page lists its versions."));
    }

    static ProblemException versionWithdrawn() {
        return new ProblemException(
                Problem.Kind.GONE,
                "paper-version-withdrawn",
                new Text("Fassung zurückgezogen", "Version withdrawn"),
                new Text(
                        "Diese Fassung der Vorlage war öffentlich und wurde von der Verwaltung zurückgezogen. Auf der Seite "
                                + "der Vorlage steht die aktuelle Fassung.",
                        "This version of the council paper was public and has been withdrawn by the administration. The "
                                + "paper's page has the current version."));
    }

    static ProblemException attachmentNotFound() {
        return new ProblemException(
                Problem.Kind.NOT_FOUND,
                "attachment-not-found",
                new Text("Anlage nicht gefunden", "Attachment not found"),
                new Text(
                        "Diese Vorlage hat keine öffentliche Anlage mit dieser Nummer. Auf der Seite der Vorlage sind alle "
                                + "Anlagen aufgeführt.",
                        "This council paper has no public attachment of this number. The paper's page lists them all."));
    }

    static ProblemException fileMissing() {
        return new ProblemException(
                Problem.Kind.NOT_FOUND,
                "attachment-file-missing",
                new Text("Datei fehlt", "File missing"),
                new Text(
                        "Die Vorlage nennt diese Anlage, aber ihre Datei liegt noch nicht vor.",
                        "The council paper names this attachment, but its file is not there yet."));
    }

    static ProblemException badFilter(List<FieldError> german, List<FieldError> english) {
        return new ProblemException(
                Problem.Kind.MALFORMED,
                "filter-invalid",
                new Text("Dieser Filter passt nicht", "This filter does not fit"),
                new Text(messages(german), messages(english)));
    }

    private static String messages(List<FieldError> errors) {
        return errors.stream().map(FieldError::message).collect(Collectors.joining(" "));
    }

    static ProblemException badKey() {
        return new ProblemException(
                Problem.Kind.MALFORMED,
                "list-key-invalid",
                new Text("Diese Seite der Liste gibt es nicht", "There is no such page of the list"),
                new Text(
                        "Der Wert hinter „nach=“ in der Adresse ist kein Schlüssel aus dieser Liste. Beginnen Sie bitte am "
                                + "Anfang der Liste und blättern Sie von dort weiter.",
                        "The value after 'nach=' in the address is not a key of this list. Please begin at the start of "
                                + "the list and go on from there."));
    }
}
