package de.kreiswerk.audit.verifier;

import de.kreiswerk.core.notekit.BadKey;
import de.kreiswerk.core.notekit.VerifierKey;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How the program was called.
 *
 * @param command what is to be done
 * @param files the files, in their order
 * @param keys the keys that are trusted, at least one
 * @param record the record's file, null when none is named
 * @param vouching the file with statements by which keys vouch for newer ones, null when none is named
 * @param whole whether what may be missing counts as not proven
 */
record Call(String command, List<String> files, List<VerifierKey> keys, String record, String vouching, boolean whole) {

    /** What names something. */
    private static final Set<String> NAMING = Set.of("--key", "--record", "--vouching");

    static Call parse(List<String> arguments) throws Refusal {
        List<String> files = new ArrayList<>();
        List<VerifierKey> keys = new ArrayList<>();
        String record = null;
        String vouching = null;
        boolean whole = false;
        for (int i = 1; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (NAMING.contains(argument)) {
                i++;
                if (i == arguments.size()) {
                    throw Refusal.wronglyCalled(
                            "Hinter „" + argument + "“ fehlt etwas.",
                            "Something is missing behind '" + argument + "'.");
                }
                switch (argument) {
                    case "--key" -> keys.addAll(keys(arguments.get(i)));
                    case "--record" -> record = arguments.get(i);
                    default -> vouching = arguments.get(i);
                }
            } else if (argument.equals("--whole") && arguments.get(0).equals("package")) {
                whole = true;
            } else if (argument.startsWith("--")) {
                throw Refusal.wronglyCalled("„" + argument + "“ gibt es nicht.", "There is no '" + argument + "'.");
            } else {
                files.add(argument);
            }
        }
        return new Call(arguments.isEmpty() ? "" : arguments.get(0), files, keys, record, vouching, whole);
    }

    /** The file at a place of the command line, of exactly so many. */
    String file(int index, int count) throws Refusal {
        if (files.size() != count) {
            throw Refusal.wronglyCalled(
                    "Zu diesem Befehl gehören so viele Dateien: " + count + ".",
                    "This command takes so many files: " + count + ".");
        }
        if (keys.isEmpty()) {
            throw Refusal.wronglyCalled(
                    "Nennen Sie mit --key den öffentlichen Schlüssel des Prüfpfads, am besten einen, den Sie nicht vom selben Ort haben wie den Beweis.",
                    "Name the trail's public key with --key, best one that you do not have from the same place as the proof.");
        }
        return files.get(index);
    }

    /** The keys, and whom they vouch for. */
    Trust trust() throws Refusal {
        Trust trust = Trust.in(keys).hinting();
        return vouching == null ? trust : trust.with(Texts.checkpoint(Texts.file(vouching)));
    }

    Optional<String> recordFile() {
        return Optional.ofNullable(record);
    }

    /** A key, or a file with one a line. A key is never taken for a file: that file would come with the proof. */
    private static List<VerifierKey> keys(String lineOrFile) throws Refusal {
        try {
            return parsed(lineOrFile);
        } catch (BadKey e) {
            if (!isFile(lineOrFile)) {
                throw noKey(e);
            }
        }
        try {
            return parsed(Texts.utf8(Texts.file(lineOrFile)));
        } catch (BadKey e) {
            throw noKey(e);
        }
    }

    private static List<VerifierKey> parsed(String lines) throws BadKey {
        List<VerifierKey> keys = new ArrayList<>();
        for (String line : lines.strip().split("\\R")) {
            keys.add(VerifierKey.parse(line));
        }
        return keys;
    }

    private static Refusal noKey(BadKey e) {
        return Refusal.wronglyCalled("--key: " + e.german(), "--key: " + e.english());
    }

    private static boolean isFile(String name) {
        try {
            return Files.isRegularFile(Path.of(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
