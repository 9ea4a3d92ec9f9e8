package de.kreiswerk.audit.web;

import de.kreiswerk.core.api.text.Text;

/** The words of the page. */
public final class TransparencyTexts {

    public static final Text TITLE = new Text("Transparenz", "Transparency");
    public static final Text TILE = new Text(
            "Prüfen Sie nach, dass niemand im Nachhinein ändert, was über das Handeln der Verwaltung festgehalten ist.",
            "Check for yourself that nobody changes afterwards what is on record of what the administration did.");

    public static final Text LEAD = new Text(
            "Jede Änderung, die hier vorgenommen wird, hinterlässt einen Eintrag in einem Prüfpfad. Wenige Sekunden später wird er versiegelt: eine Prüfsumme über alle Einträge wird signiert und hier veröffentlicht. Wird ein Eintrag später verändert, verschoben, entfernt oder nachträglich eingefügt, fällt das jedem auf, der einen früheren Stand aufbewahrt hat.",
            "Every change that is made here leaves a record in a trail. Seconds later it is sealed: a checksum over all records is signed and published here. When a record is changed, moved, removed or put in later, everybody notices who kept an earlier state.");

    public static final Text STATE = new Text("Aktueller Stand", "Current state");
    public static final Text RECORDS = new Text("Einträge", "Records");
    public static final Text REMOVED = new Text(
            "Davon vom Anfang her nach Ablauf der Frist entfernt",
            "Of these, removed from the beginning after their time");
    public static final Text SIGNED = new Text("Signiert", "Signed");
    public static final Text ROOT = new Text("Prüfsumme", "Checksum");
    public static final Text NOTHING = new Text(
            "Es ist noch nichts versiegelt. Das geschieht Sekunden nach dem ersten Eintrag.",
            "Nothing is sealed yet. That happens seconds after the first record.");
    public static final Text KEEP = new Text("Diesen Stand aufbewahren (Checkpoint)", "Keep this state (checkpoint)");
    public static final Text KEEP_WHY = new Text(
            "Speichern Sie ihn, am besten an einem Ort, den die Verwaltung nicht erreicht: mit ihm können Sie später hier oder auf dem eigenen Rechner prüfen, ob alles noch da ist, was heute im Prüfpfad steht.",
            "Save it, best in a place that the administration cannot reach: with it you can check later, here or on a computer of your own, whether everything is still there that is in the trail today.");

    public static final Text KEYS = new Text("Öffentlicher Schlüssel", "Public key");
    public static final Text KEYS_WHY = new Text(
            "Mit ihm lassen sich die Signaturen prüfen. Schreiben Sie ihn sich auf oder vergleichen Sie ihn mit einem, den Sie von anderswo haben.",
            "The signatures are verified with it. Write it down, or compare it with one that you have from elsewhere.");
    public static final Text NO_KEYS = new Text(
            "Zurzeit ist hier kein Schlüssel zur Hand, für den wir einstehen können. Nehmen Sie den, den Sie sich notiert haben.",
            "At the moment no key is at hand here that we can vouch for. Take the one that you wrote down.");
    public static final Text VOUCHING_WHY = new Text(
            "Haben Sie sich einen älteren Schlüssel notiert? Dann müssen Sie uns den neuen nicht glauben: Solange beide da waren, haben sie eine Erklärung signiert, mit der der ältere für den neuen bürgt. Laden Sie diese Datei herunter und prüfen Sie auf dem eigenen Rechner mit dem Schlüssel, den Sie haben.",
            "Did you write down an older key? Then you need not take our word for the new one: while both were there, they signed a statement by which the older one vouches for the new one. Download this file, and verify on a computer of your own with the key that you have.");
    public static final Text VOUCHING = new Text(
            "Herunterladen, welcher Schlüssel für welchen bürgt (vouching.txt)",
            "Download which key vouches for which (vouching.txt)");
    public static final Text SINCE = new Text("seit", "since");

    public static final Text CHECK =
            new Text("Einen Beweis oder einen aufbewahrten Stand prüfen", "Verify a proof or a state that you kept");
    public static final Text CHECK_WHY = new Text(
            "Haben Sie von einer prüfenden Stelle einen Eintrag mit Beweis erhalten (eine Datei .tlog-proof), dann sehen Sie hier, ob er so im Prüfpfad steht. Haben Sie hier früher einen Stand gespeichert (einen Checkpoint), dann sehen Sie, ob alles noch unverändert da ist, was damals im Prüfpfad stand. Die Datei wird nicht gespeichert.",
            "If an auditor gave you a record with its proof (a .tlog-proof file), you see here whether it is in the trail like that. If you saved a state here earlier (a checkpoint), you see whether everything that was in the trail then is still there, unchanged. The file is not stored.");
    public static final Text FILE = new Text("Datei mit dem Beweis oder dem Stand", "File with the proof or the state");
    public static final Text VERIFY = new Text("Prüfen", "Verify");
    public static final Text NOT_VERIFIED = new Text("Es wurde nichts geprüft", "Nothing was verified");
    public static final Text NO_FILE = new Text(
            "Wählen Sie die Datei mit dem Beweis oder dem Stand.", "Choose the file with the proof or the state.");
    public static final Text NO_KEY = new Text(
            "Hier kann gerade nicht geprüft werden: Der Schlüssel des Prüfpfads fehlt. Versuchen Sie es später noch einmal, oder prüfen Sie auf dem eigenen Rechner.",
            "Nothing can be verified here at the moment: the trail's key is missing. Try again later, or verify on a computer of your own.");
    public static final Text UNREADABLE = new Text(
            "Das ist kein Beweis und kein aufbewahrter Stand, oder die Datei ist beschädigt. Erwartet wird eine Datei .tlog-proof oder ein hier gespeicherter Checkpoint.",
            "This is neither a proof nor a state that was kept, or the file is damaged. What is expected is a .tlog-proof file or a checkpoint that was saved here.");
    public static final Text WITHOUT_RECORD = new Text(
            "In dieser Datei steht der Eintrag nicht. Gebraucht wird die, in der Eintrag und Beweis zusammen stehen.",
            "The record is not in this file. What is needed is the one with record and proof together.");
    public static final Text PROVEN = new Text("Bewiesen", "Proven");
    public static final Text NOT_PROVEN = new Text("Nicht bewiesen", "Not proven");

    public static final Text YOURSELF =
            new Text("Selbst prüfen, ohne uns zu vertrauen", "Verify it yourself, without trusting us");
    public static final Text YOURSELF_WHY = new Text(
            "Das Ergebnis hier sagt Ihnen die Verwaltung selbst. Wer sich darauf nicht verlassen will, prüft auf dem eigenen Rechner: mit dem Programm kreiswerk-verify, das zu Kreiswerk gehört, quelloffen ist und kein Netz braucht, oder mit jedem Werkzeug für C2SP tlog-tiles und tlog-proof.",
            "It is the administration itself that tells you the result here. Who does not want to rely on that verifies on a computer of their own: with the program kreiswerk-verify, which belongs to Kreiswerk, is open source and needs no network, or with any tool for C2SP tlog-tiles and tlog-proof.");
    public static final Text PROGRAM = new Text(
            "Programm herunterladen (braucht Java 17 oder neuer)", "Download the program (needs Java 17 or newer)");
    public static final Text PROGRAM_HASH = new Text("SHA-256 dieser Datei:", "SHA-256 of this file:");
    public static final Text PROGRAM_WHY = new Text(
            "Auch diese Datei kommt von der Verwaltung. Vergleichen Sie ihre Prüfsumme mit der, die jemand anderes hat, oder bauen Sie sie aus dem Quelltext.",
            "This file comes from the administration too. Compare its checksum with the one that somebody else has, or build it from the source.");
    public static final Text STEP_PROOF = new Text("Steht ein Eintrag im Prüfpfad?", "Is a record in the trail?");
    public static final Text STEP_GROWTH = new Text(
            "Ist alles noch da, was in einem aufbewahrten Stand stand? Die zweite Zeile des Checkpoints ist seine Größe, hier GRÖSSE.",
            "Is everything still there that was in a state that you kept? The second line of the checkpoint is its size, here SIZE.");

    private TransparencyTexts() {}
}
