package de.kreiswerk.audit.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A package's ZIP. What it says of its sizes is not believed: whatever is read has a limit. */
final class PackageFile implements AutoCloseable {

    static final String RECORDS = "records.jsonl";

    private static final String CHECKPOINT = "checkpoint";

    /** What lies beside: it proves nothing and is not read. */
    private static final Set<String> BESIDE = Set.of("LIESMICH.txt", "keys", "records.csv", "query.json");

    private static final Set<String> PROVEN = Set.of(RECORDS, CHECKPOINT, Manifest.NAME, Trust.NAME);

    private static final int LARGEST_CHECKPOINT = 1 << 20;

    private final ZipFile zip;

    private PackageFile(ZipFile zip) {
        this.zip = zip;
    }

    static PackageFile open(String name) throws Refusal {
        try {
            return new PackageFile(new ZipFile(Path.of(name).toFile()));
        } catch (IOException | IllegalArgumentException e) {
            throw Refusal.unreadable(
                    name + ": Die Datei kann nicht gelesen werden, oder sie ist kein Prüfpaket (ZIP).",
                    name + ": the file cannot be read, or it is no package (ZIP).");
        }
    }

    byte[] checkpoint() throws Refusal {
        return read(CHECKPOINT, LARGEST_CHECKPOINT).orElseThrow(() -> missing(CHECKPOINT));
    }

    /** Older packages have none. */
    Optional<byte[]> manifest() throws Refusal {
        return read(Manifest.NAME, LARGEST_CHECKPOINT);
    }

    /** Where no key was replaced there are none. */
    Optional<byte[]> vouchings() throws Refusal {
        return read(Trust.NAME, LARGEST_CHECKPOINT);
    }

    InputStream records() throws Refusal {
        ZipEntry entry = zip.getEntry(RECORDS);
        if (entry == null) {
            throw missing(RECORDS);
        }
        try {
            return zip.getInputStream(entry);
        } catch (IOException e) {
            throw broken(RECORDS);
        }
    }

    /** The hashes of a tile. */
    byte[] tile(TileName name) throws Refusal {
        int length = name.width() * Merkle.BYTES;
        byte[] hashes = read(name.text(), TileName.FULL * Merkle.BYTES)
                .orElseThrow(() -> Refusal.notProven(
                        name.text() + ": Dieser Teil des Prüfpfads fehlt im Paket.",
                        name.text() + ": this part of the trail is missing in the package."));
        if (hashes.length != length) {
            throw Refusal.notProven(
                    name.text() + ": Dieser Teil des Prüfpfads hat nicht die Länge, die er haben muss.",
                    name.text() + ": this part of the trail does not have the length that it must have.");
        }
        return hashes;
    }

    /**
     * Refuses what does not belong into the package of a trail of this size. Of two entries with one name other programs would
     * show the other one.
     *
     * @return how many tiles there are
     */
    int tiles(long size) throws Refusal {
        int tiles = 0;
        Set<String> seen = new HashSet<>();
        for (ZipEntry entry : Collections.list(zip.entries())) {
            String name = entry.getName();
            if (!seen.add(name)) {
                throw Refusal.unreadable(
                        Texts.shown(name) + ": Das Paket enthält diese Datei zweimal.",
                        Texts.shown(name) + ": the package contains this file twice.");
            }
            if (TileName.parse(name).filter(tile -> tile.isOf(size)).isPresent()) {
                tiles++;
            } else if (!BESIDE.contains(name) && !PROVEN.contains(name)) {
                throw Refusal.unreadable(
                        Texts.shown(name) + ": Diese Datei gehört nicht in das Paket.",
                        Texts.shown(name) + ": this file does not belong into the package.");
            }
        }
        return tiles;
    }

    /** It cannot be unpacked. */
    static Refusal broken(String name) {
        return Refusal.unreadable(
                name + ": Diese Datei des Pakets ist beschädigt.", name + ": this file of the package is damaged.");
    }

    private Optional<byte[]> read(String name, int most) throws Refusal {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return Optional.empty();
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw Refusal.unreadable(
                        name + ": Diese Datei des Pakets ist zu groß.",
                        name + ": this file of the package is too large.");
            }
            return Optional.of(bytes);
        } catch (IOException e) {
            throw broken(name);
        }
    }

    private static Refusal missing(String name) {
        return Refusal.unreadable(
                name + ": Diese Datei fehlt; das ist kein vollständiges Prüfpaket.",
                name + ": this file is missing; this is no complete package.");
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            // It was only read.
            return;
        }
    }
}
