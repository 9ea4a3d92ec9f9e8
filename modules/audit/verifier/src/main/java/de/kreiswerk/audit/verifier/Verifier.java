package de.kreiswerk.audit.verifier;

import de.kreiswerk.core.notekit.VerifierKey;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Verifies what it is given, and says in words what that proves and what it does not. */
public final class Verifier {

    /** It is proven. */
    public static final int PROVEN = 0;

    /** It is not: what was read does not fit together. */
    public static final int NOT_PROVEN = 1;

    /** The call was wrong. */
    public static final int WRONGLY_CALLED = 2;

    /** A file cannot be read, or is something else. */
    public static final int UNREADABLE = 3;

    private static final String GERMAN = """
            Aufruf: kreiswerk-verify BEFEHL

              proof BEWEIS --key SCHLÜSSEL... [--record EINTRAG]
                         prüft, dass ein Eintrag im Prüfpfad steht; BEWEIS ist eine Datei .tlog-proof.
                         Steht der Eintrag nicht darin, nennt --record die Datei mit seinen Bytes
              consistency FRÜHER BEWEIS --key SCHLÜSSEL...
                         prüft, dass ein Prüfpfad den fortsetzt, dessen Checkpoint Sie aufbewahrt haben;
                         FRÜHER ist der Checkpoint, BEWEIS kommt von /audit/log/proof/consistency.txt?from=GRÖSSE
              checkpoint DATEI --key SCHLÜSSEL...
                         prüft die Signatur eines Checkpoints
              package DATEI.zip --key SCHLÜSSEL... [--whole]
                         prüft alle Einträge eines Prüfpakets, das Teil oder Ganzes des Prüfpfads ist.
                         Mit --whole ist nicht bewiesen, was fehlende Einträge haben könnte: Ein Teil
                         braucht dann ein Verzeichnis (manifest), das ein SCHLÜSSEL signiert hat

              SCHLÜSSEL ist NAME+PRÜFSUMME+SCHLÜSSEL oder eine Datei mit einem je Zeile.

              --vouching ERKLÄRUNGEN
                         wenn SCHLÜSSEL seither ersetzt wurde: die Datei, in der er für den neuen bürgt.
                         Sie kommt von /audit/log/keys/vouching; ein Prüfpaket hat sie bei sich

            Ergebnis: 0 bewiesen, 1 nicht bewiesen, 2 falsch aufgerufen, 3 Datei nicht lesbar.
            """;

    private static final String ENGLISH = """
            Usage: kreiswerk-verify COMMAND

              proof PROOF --key KEY... [--record RECORD]
                         verifies that a record is in the trail; PROOF is a .tlog-proof file.
                         When the record is not in it, --record names the file with its bytes
              consistency EARLIER PROOF --key KEY...
                         verifies that a trail continues the one whose checkpoint you kept;
                         EARLIER is the checkpoint, PROOF comes from /audit/log/proof/consistency.txt?from=SIZE
              checkpoint FILE --key KEY...
                         verifies a checkpoint's signature
              package FILE.zip --key KEY... [--whole]
                         verifies all records of a package, which is a part of the trail or the whole.
                         With --whole what records might be missing from is not proven: a part then
                         takes a list (manifest) that a KEY has signed

              KEY is NAME+HASH+KEY or a file with one a line.

              --vouching STATEMENTS
                         when KEY was replaced since: the file in which it vouches for the new one.
                         It comes from /audit/log/keys/vouching; a package brings it along

            Exit code: 0 proven, 1 not proven, 2 wrongly called, 3 a file cannot be read.
            """;

    private final PrintStream out;
    private final boolean german;

    /**
     * Makes one.
     *
     * @param out where the result is said
     * @param german in German, else in English
     */
    public Verifier(PrintStream out, boolean german) {
        this.out = out;
        this.german = german;
    }

    /**
     * Verifies.
     *
     * @param arguments as on the command line
     * @return the exit code
     */
    public int run(List<String> arguments) {
        // As the first word only: elsewhere it would turn whatever is to be verified into "proven".
        if (arguments.isEmpty() || List.of("help", "--help", "-h").contains(arguments.get(0))) {
            out.print(german ? GERMAN : ENGLISH);
            return arguments.isEmpty() ? WRONGLY_CALLED : PROVEN;
        }
        return told(() -> {
            Call call = Call.parse(arguments);
            switch (call.command()) {
                case "proof" -> proof(call);
                case "consistency" -> consistency(call);
                case "checkpoint" -> checkpoint(call);
                case "package" -> new PackageCommand(this::say, call.whole()).verify(call.file(0, 1), call.trust());
                default ->
                    throw Refusal.wronglyCalled(
                            "Den Befehl „" + Texts.shown(call.command())
                                    + "“ gibt es nicht; „kreiswerk-verify help“ nennt alle.",
                            "There is no command '" + Texts.shown(call.command())
                                    + "'; 'kreiswerk-verify help' lists all.");
            }
        });
    }

    /**
     * Verifies a proof that has the record within it.
     *
     * @param proof the content of a .tlog-proof file
     * @param trusted the keys that count
     * @return the exit code
     */
    public int proof(byte[] proof, List<VerifierKey> trusted) {
        return told(() -> proof(InclusionFile.parse(proof), null, Trust.in(trusted)));
    }

    /**
     * Verifies that a trail continues the state that somebody kept.
     *
     * @param kept the checkpoint of before
     * @param proof the content of a proof of consistency as text
     * @param trusted the keys that count
     * @return the exit code
     */
    public int consistency(byte[] kept, byte[] proof, List<VerifierKey> trusted) {
        return told(() -> consistency(Texts.checkpoint(kept), ConsistencyFile.parse(proof), Trust.in(trusted)));
    }

    /** Something to be proven. */
    private interface Claim {

        void verify() throws Refusal;
    }

    private int told(Claim claim) {
        try {
            claim.verify();
            return PROVEN;
        } catch (Refusal e) {
            if (e.exitCode() == NOT_PROVEN) {
                say("NICHT BEWIESEN.", "NOT PROVEN.");
            }
            out.println(e.sentence(german));
            return e.exitCode();
        }
    }

    private void proof(Call call) throws Refusal {
        InclusionFile proof = InclusionFile.parse(Texts.file(call.file(0, 1)));
        byte[] beside =
                call.recordFile().isPresent() ? Texts.file(call.recordFile().get()) : null;
        proof(proof, beside, call.trust());
    }

    private void proof(InclusionFile proof, byte[] beside, Trust trusted) throws Refusal {
        byte[] record = beside == null ? proof.extra() : beside;
        if (record == null) {
            throw Refusal.wronglyCalled(
                    "In diesem Beweis steht der Eintrag nicht: nennen Sie die Datei mit seinen Bytes mit --record.",
                    "The record is not in this proof: name the file with its bytes by --record.");
        }
        Checkpoint checkpoint = Checkpoint.verified(proof.checkpoint(), trusted);
        if (!Merkle.contains(proof.index(), checkpoint.size(), Merkle.leaf(record), proof.path(), checkpoint.root())) {
            throw Refusal.notProven(
                    "Dieser Eintrag steht so nicht im Prüfpfad, den der Checkpoint bescheinigt: Eintrag, Stelle oder Beweis wurden verändert.",
                    "This record is not, in this form, in the trail that the checkpoint certifies: record, place or proof were changed.");
        }
        say("BEWIESEN.", "PROVEN.");
        say(
                "Dieser Eintrag ist unverändert Nummer " + (proof.index() + 1) + " von "
                        + Count.dative(checkpoint.size()) + " des Prüfpfads „" + Texts.shown(checkpoint.origin())
                        + "“:",
                "This record is, unchanged, number " + (proof.index() + 1) + " of " + Count.english(checkpoint.size())
                        + " of the trail '" + Texts.shown(checkpoint.origin()) + "':");
        out.println("  " + Texts.shown(new String(record, StandardCharsets.UTF_8)));
        trusted.say(checkpoint.signers(), this::say);
        say(
                "Nicht bewiesen ist, dass es nur diesen einen Prüfpfad gibt: vergleichen Sie mit einem Checkpoint, den jemand anderes aufbewahrt hat (consistency).",
                "It is not proven that this is the only trail there is: compare with a checkpoint that somebody else kept (consistency).");
    }

    private void consistency(Call call) throws Refusal {
        byte[] kept = Texts.file(call.file(0, 2));
        byte[] proof = Texts.file(call.file(1, 2));
        consistency(Texts.checkpoint(kept), ConsistencyFile.parse(proof), call.trust());
    }

    private void consistency(byte[] kept, ConsistencyFile proof, Trust trusted) throws Refusal {
        Checkpoint earlier = Checkpoint.verified(kept, trusted);
        Checkpoint later = Checkpoint.verified(proof.checkpoint(), trusted);
        if (!earlier.origin().equals(later.origin())) {
            throw Refusal.notProven(
                    "Die beiden Checkpoints gehören zu verschiedenen Prüfpfaden.",
                    "The two checkpoints belong to different trails.");
        }
        if (earlier.size() > later.size()) {
            throw Refusal.notProven(
                    "Der aufbewahrte Checkpoint bescheinigt " + Count.german(earlier.size()) + ", der neue nur "
                            + later.size() + ": Einträge fehlen, oder die beiden sind vertauscht.",
                    "The checkpoint that was kept certifies " + Count.english(earlier.size()) + ", the new one only "
                            + later.size() + ": records are missing, or the two are in the wrong order.");
        }
        if (proof.from() != earlier.size()) {
            throw Refusal.notProven(
                    "Der Beweis gilt für einen Stand mit " + Count.dative(proof.from())
                            + ", aufbewahrt haben Sie einen mit " + earlier.size() + ".",
                    "The proof is about a state of " + Count.english(proof.from()) + ", and you kept one of "
                            + earlier.size() + ".");
        }
        if (!Merkle.continues(earlier.size(), earlier.root(), later.size(), later.root(), proof.hashes())) {
            throw Refusal.notProven(
                    "Der neue Stand setzt den aufbewahrten nicht fort: "
                            + (earlier.size() == 1
                                    ? "der erste Eintrag wurde"
                                    : "die ersten " + earlier.size() + " Einträge wurden")
                            + " verändert, es gibt zwei Prüfpfade, oder der Beweis wurde verändert. Beide Checkpoints sind signiert; heben Sie sie auf.",
                    "The new state does not continue the one that was kept: "
                            + (earlier.size() == 1
                                    ? "the first record was"
                                    : "the first " + earlier.size() + " records were")
                            + " changed, there are two trails, or the proof was changed. Both checkpoints are signed; keep them.");
        }
        say("BEWIESEN.", "PROVEN.");
        say(
                kept(earlier.size(), later.size()) + " Prüfpfad „" + Texts.shown(later.origin()) + "“.",
                keptInEnglish(earlier.size(), later.size()) + " Trail '" + Texts.shown(later.origin()) + "'.");
        trusted.say(later.signers(), this::say);
    }

    private static String kept(long earlier, long later) {
        return earlier == 1
                ? "Der eine Eintrag des aufbewahrten Standes steht unverändert und an derselben Stelle im neuen mit "
                        + Count.dative(later) + "."
                : "Alle " + earlier
                        + " Einträge des aufbewahrten Standes stehen unverändert und an derselben Stelle unter den "
                        + later + " des neuen.";
    }

    private static String keptInEnglish(long earlier, long later) {
        return earlier == 1
                ? "The one record of the state that was kept stands unchanged and in the same place in the new one of "
                        + Count.english(later) + "."
                : "All " + earlier
                        + " records of the state that was kept stand unchanged and in the same place among the " + later
                        + " of the new one.";
    }

    private void checkpoint(Call call) throws Refusal {
        byte[] file = Texts.checkpoint(Texts.file(call.file(0, 1)));
        Trust trusted = call.trust();
        Checkpoint checkpoint = Checkpoint.verified(file, trusted);
        say("BEWIESEN.", "PROVEN.");
        say(
                "Der Prüfpfad „" + Texts.shown(checkpoint.origin()) + "“ bescheinigt einen Stand mit "
                        + Count.dative(checkpoint.size())
                        + ". Heben Sie diese Datei auf: mit ihr fällt auf, wenn einer davon später verändert wird.",
                "The trail '" + Texts.shown(checkpoint.origin()) + "' certifies a state of "
                        + Count.english(checkpoint.size())
                        + ". Keep this file: it shows when one of them is changed later.");
        trusted.say(checkpoint.signers(), this::say);
    }

    private void say(String inGerman, String inEnglish) {
        out.println(german ? inGerman : inEnglish);
    }
}
