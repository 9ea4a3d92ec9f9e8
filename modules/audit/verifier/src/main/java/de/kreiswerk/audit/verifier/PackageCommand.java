package de.kreiswerk.audit.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Verifies all records of a package, and says what that proves: of a part less than of the whole trail. */
final class PackageCommand {

    private final BiConsumer<String, String> say;
    private final boolean whole;

    /** Makes one that says each sentence in German and in English, and may be content with a part only when that is not {@code whole}. */
    PackageCommand(BiConsumer<String, String> say, boolean whole) {
        this.say = say;
        this.whole = whole;
    }

    void verify(String name, Trust given) throws Refusal {
        try (PackageFile file = PackageFile.open(name)) {
            Trust trusted = trusted(file, given);
            Checkpoint checkpoint = checkpoint(file, trusted);
            int tiles = file.tiles(checkpoint.size());
            if (checkpoint.size() == 0) {
                throw empty();
            }
            PackageTree tree = PackageTree.of(checkpoint, file);
            Numbers proven = records(file, checkpoint.size(), tree);
            Manifest manifest = manifest(file, checkpoint, trusted, proven);
            // Records cut off at either end leave no gap: only who handed the package out can say that it has all of
            // them.
            if (whole && proven.count() < checkpoint.size() && (manifest == null || !manifest.isSigned())) {
                throw maybeCutOff(manifest);
            }
            say(checkpoint, proven, manifest, trusted);
            if (tiles > tree.used()) {
                say.accept(
                        "Dateien unter tile/, die dafür nicht gebraucht und nicht geprüft wurden: "
                                + (tiles - tree.used()),
                        "Files under tile/ that were not needed for that and not verified: " + (tiles - tree.used()));
            }
        }
    }

    private static Trust trusted(PackageFile file, Trust given) throws Refusal {
        Optional<byte[]> vouchings = file.vouchings();
        if (vouchings.isEmpty()) {
            return given;
        }
        try {
            return given.with(vouchings.get());
        } catch (Refusal e) {
            throw e.of(Trust.NAME);
        }
    }

    private static Checkpoint checkpoint(PackageFile file, Trust trusted) throws Refusal {
        byte[] bytes = file.checkpoint();
        try {
            return Checkpoint.verified(bytes, trusted);
        } catch (Refusal e) {
            throw e.of("checkpoint");
        }
    }

    /** Null when there is none. */
    private static Manifest manifest(PackageFile file, Checkpoint checkpoint, Trust trusted, Numbers proven)
            throws Refusal {
        Optional<byte[]> bytes = file.manifest();
        if (bytes.isEmpty()) {
            return null;
        }
        try {
            Manifest manifest = Manifest.of(bytes.get(), checkpoint, trusted);
            manifest.require(proven);
            return manifest;
        } catch (Refusal e) {
            throw e.of(Manifest.NAME);
        }
    }

    /** Null for a manifest that is not there. */
    private static Refusal maybeCutOff(Manifest manifest) {
        return manifest == null
                ? Refusal.notProven(
                        "Dass kein Eintrag weggelassen wurde, beweist dieses Paket nicht: Es enthält nicht den ganzen Prüfpfad, und das Verzeichnis (manifest), das sagt, mit welchen Einträgen es ausgegeben wurde, fehlt.",
                        "That no record was left out is not proven by this package: it does not hold the whole trail, and the list (manifest) that says with which records it was handed out is missing.")
                : Refusal.notProven(
                        "Dass kein Eintrag weggelassen wurde, beweist dieses Paket nicht: Es enthält nicht den ganzen Prüfpfad, und das Verzeichnis (manifest), das sagt, mit welchen Einträgen es ausgegeben wurde, hat kein vertrauter Schlüssel signiert.",
                        "That no record was left out is not proven by this package: it does not hold the whole trail, and no trusted key has signed the list (manifest) that says with which records it was handed out.");
    }

    /** Verifies each record; gives which there are. */
    private static Numbers records(PackageFile file, long size, PackageTree tree) throws Refusal {
        Numbers numbers = new Numbers();
        long before = 0;
        try (InputStream in = file.records()) {
            RecordLines lines = new RecordLines(in);
            for (Optional<RecordLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                long number = line.get().number();
                placed(number, before, size);
                if (!tree.has(number - 1, Merkle.leaf(line.get().record()))) {
                    throw of(
                            number,
                            "steht so nicht im Prüfpfad, den der Checkpoint bescheinigt: er wurde verändert oder gehört an eine andere Stelle.",
                            "is not, in this form, in the trail that the checkpoint certifies: it was changed, or belongs to another place.");
                }
                before = number;
                numbers.add(number);
            }
        } catch (IOException e) {
            throw PackageFile.broken(PackageFile.RECORDS);
        }
        if (numbers.count() == 0) {
            throw empty();
        }
        return numbers;
    }

    private static void placed(long number, long before, long size) throws Refusal {
        if (number < 1 || number > size) {
            throw of(
                    number,
                    "gibt es nicht: der Prüfpfad hat die Nummern 1 bis " + size + ".",
                    "does not exist: the trail has the numbers 1 to " + size + ".");
        }
        if (number <= before) {
            throw of(
                    number,
                    "steht hinter Nummer " + before + ": er ist doppelt, oder die Zeilen wurden vertauscht.",
                    "stands behind number " + before + ": it is there twice, or lines were put in another order.");
        }
    }

    private void say(Checkpoint checkpoint, Numbers numbers, Manifest manifest, Trust trusted) {
        long proven = numbers.count();
        String origin = Texts.shown(checkpoint.origin());
        boolean isWhole = proven == checkpoint.size();
        boolean isListed = manifest != null && manifest.isSigned();
        if (isWhole || isListed) {
            say.accept("BEWIESEN.", "PROVEN.");
        } else {
            // Also what is left of a package that somebody cut down: nobody shall read no more than one word of it.
            say.accept("BEWIESEN, ABER NUR FÜR DIESEN TEIL.", "PROVEN, BUT ONLY FOR THIS PART.");
        }
        say.accept(
                proven + " von " + Count.dative(checkpoint.size()) + " des Prüfpfads „" + origin + "“ "
                        + (proven == 1 ? "steht in records.jsonl, " : "stehen in records.jsonl, jeder ")
                        + "unverändert und mit seiner Nummer.",
                proven + " of " + Count.english(checkpoint.size()) + " of the trail '" + origin + "' "
                        + (proven == 1 ? "is in records.jsonl, " : "are in records.jsonl, each ")
                        + "unchanged and with its number.");
        if (isWhole) {
            say.accept(
                    "Das ist der ganze Prüfpfad bis zu diesem Stand: keiner fehlt.",
                    "This is the whole trail up to this state: none is missing.");
        } else if (isListed) {
            say.accept(
                    "Das ist ein Teil. Keiner fehlt von denen, mit denen das Paket ausgegeben wurde, das ist signiert (manifest). Dass alle darin sind, auf die der Filter in query.json passt, beweist es nicht.",
                    "This is a part. None is missing of those with which the package was handed out, which is signed (manifest). That all are in it that the filter in query.json fits is not proven.");
        } else {
            if (numbers.missing() == 0) {
                say.accept(
                        "Zwischen Nummer " + numbers.first() + " und " + numbers.last() + " fehlt keiner.",
                        "Between number " + numbers.first() + " and " + numbers.last() + " none is missing.");
            }
            say.accept(
                    "Das ist ein Teil. Ob Einträge weggelassen wurden, beweist das Paket nicht, auch nicht, dass alle darin sind, auf die der Filter in query.json passt. Mit --whole ist ein solches Paket nicht bewiesen: Niemand, dem vertraut wird, hat signiert, mit welchen Einträgen es ausgegeben wurde (manifest).",
                    "This is a part. Whether records were left out is not proven by the package, nor that all are in it that the filter in query.json fits. With --whole such a package is not proven: nobody who is trusted has signed with which records it was handed out (manifest).");
        }
        trusted.say(checkpoint.signers(), say);
        say.accept(
                "Bewiesen ist nur records.jsonl. Alles andere liegt zur Bequemlichkeit bei und wurde nicht geprüft: records.csv, query.json, LIESMICH.txt, und keys, dem nicht getraut wird.",
                "Only records.jsonl is proven. All else is there for convenience and was not verified: records.csv, query.json, LIESMICH.txt, and keys, which is not trusted.");
        say.accept(
                "Nicht bewiesen ist, dass es nur diesen einen Prüfpfad gibt: vergleichen Sie mit einem Checkpoint, den jemand anderes aufbewahrt hat (consistency).",
                "It is not proven that this is the only trail there is: compare with a checkpoint that somebody else kept (consistency).");
    }

    private static Refusal empty() {
        return Refusal.unreadable(
                "records.jsonl: Das Paket enthält keinen Eintrag.", "records.jsonl: the package contains no record.");
    }

    private static Refusal of(long number, String german, String english) {
        return Refusal.notProven("Eintrag Nummer " + number + " " + german, "Record number " + number + " " + english);
    }
}
