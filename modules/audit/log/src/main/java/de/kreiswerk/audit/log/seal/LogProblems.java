package de.kreiswerk.audit.log.seal;

import de.kreiswerk.core.api.problem.Problem.Kind;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;

/** What readers of the log are told. */
final class LogProblems {

    private static final Text NOT_FOUND = new Text("Nicht gefunden", "Not found");

    private LogProblems() {}

    static ProblemException noTile() {
        return new ProblemException(
                Kind.NOT_FOUND,
                "tile-not-found",
                NOT_FOUND,
                new Text(
                        "Diesen Teil des Prüfpfads gibt es nicht, oder noch nicht. Welche es gibt, folgt aus der Größe im Checkpoint.",
                        "There is no such part of the trail, or not yet. Which there are follows from the size in the checkpoint."));
    }

    static ProblemException noCheckpoint() {
        return new ProblemException(
                Kind.NOT_FOUND,
                "checkpoint-not-found",
                NOT_FOUND,
                new Text(
                        "Ein Stand dieser Größe wurde nicht signiert. Ohne Angabe gilt der neueste.",
                        "No state of this size was signed. Without a size the newest counts."));
    }

    static ProblemException notSealed(long size) {
        return new ProblemException(
                Kind.NOT_FOUND,
                "record-not-sealed",
                NOT_FOUND,
                new Text(
                        "Dieser Stand umfasst " + size
                                + " Einträge, diesen nicht. Versiegelt wird Sekunden nach dem Schreiben.",
                        "This state covers " + size
                                + " records, and not this one. Sealing comes seconds after writing."));
    }

    static ProblemException notInOrder(long size) {
        return new ProblemException(
                Kind.UNPROCESSABLE,
                "sizes-not-in-order",
                new Text("Größen nicht in Folge", "Sizes not in order"),
                new Text(
                        "Der frühere Stand hat 1 bis " + size + " Einträge, so viele wie der spätere.",
                        "The earlier state has 1 to " + size + " records, as many as the later one."));
    }

    static ProblemException tooLarge(long sequence) {
        return new ProblemException(
                Kind.UNPROCESSABLE,
                "record-too-large",
                new Text("Eintrag zu groß", "Record too large"),
                new Text(
                        "Der Eintrag " + sequence
                                + " einer früheren Version passt in kein Bündel. Rufen Sie ihn einzeln ab.",
                        "The record " + sequence + " of an earlier version fits into no bundle. Ask for it alone."));
    }

    static ProblemException indexBehind() {
        return new ProblemException(
                Kind.UNAVAILABLE,
                "index-behind",
                new Text("Noch nicht durchsuchbar", "Not searchable yet"),
                new Text(
                        "Der Index des Prüfpfads wird gerade aufgebaut: ein Prüfpaket wäre unvollständig. Versuchen Sie es später noch einmal.",
                        "The index of the trail is being made: a package would be incomplete. Try again later."));
    }

    static ProblemException damaged() {
        return new ProblemException(
                Kind.FAILED,
                "log-damaged",
                new Text("Prüfpfad beschädigt", "Trail damaged"),
                new Text(
                        "Was gespeichert ist, passt nicht zu dem, was signiert wurde. Darüber wird nichts bescheinigt; das Protokoll der Plattform nennt die Stelle.",
                        "What is stored does not fit to what was signed. Nothing is certified about it; the platform's log names the place."));
    }
}
