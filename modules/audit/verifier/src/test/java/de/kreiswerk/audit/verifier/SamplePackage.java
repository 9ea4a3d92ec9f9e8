package de.kreiswerk.audit.verifier;

import de.kreiswerk.core.notekit.Note;
import de.kreiswerk.core.notekit.SignerKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A package of a sample log, made level by level from all its records, to be changed before it is written. */
final class SamplePackage {

    final Map<String, byte[]> entries = new LinkedHashMap<>();

    private SamplePackage() {}

    static SamplePackage whole(SampleLog log) {
        return of(log, IntStream.rangeClosed(1, log.records.size()).toArray());
    }

    static SamplePackage of(SampleLog log, int... numbers) {
        SamplePackage made = new SamplePackage();
        made.put("LIESMICH.txt", "So wird geprüft");
        made.put("checkpoint", log.checkpoint(log.records.size()));
        made.put("keys", log.key.verifier().text() + "\n");
        StringBuilder lines = new StringBuilder();
        for (int number : numbers) {
            lines.append(line(log, number, number));
        }
        made.put("records.jsonl", lines.toString());
        made.put("records.csv", "number;action\n");
        made.put("query.json", "{}");
        made.addTiles(log, numbers);
        return made;
    }

    /** The line of one record, with any number. */
    static String line(SampleLog log, int record, long number) {
        return "{\"number\":" + number + ",\"record\":"
                + new String(log.records.get(record - 1), StandardCharsets.UTF_8) + "}\n";
    }

    private void addTiles(SampleLog log, int... numbers) {
        List<byte[]> hashes =
                new ArrayList<>(log.records.stream().map(Merkle::leaf).toList());
        Set<Integer> wanted = tiles(IntStream.of(numbers).map(number -> number - 1));
        for (int level = 0; !hashes.isEmpty(); level++) {
            List<byte[]> above = new ArrayList<>();
            for (int from = 0; from < hashes.size(); from += 256) {
                int tile = from / 256;
                List<byte[]> part = hashes.subList(from, Math.min(from + 256, hashes.size()));
                if (part.size() == 256) {
                    above.add(root(part));
                }
                if (part.size() < 256 || wanted.contains(tile)) {
                    entries.put(name(level, tile, part.size()), joined(part));
                }
            }
            hashes = above;
            wanted = tiles(wanted.stream().mapToInt(each -> each));
        }
    }

    private static Set<Integer> tiles(IntStream indexes) {
        return indexes.mapToObj(each -> each / 256).collect(Collectors.toSet());
    }

    private static String name(int level, int tile, int width) {
        String path = tile < 1000 ? "%03d".formatted(tile) : "x%03d/%03d".formatted(tile / 1000, tile % 1000);
        return "tile/" + level + "/" + path + (width < 256 ? ".p/" + width : "");
    }

    private static byte[] root(List<byte[]> perfect) {
        if (perfect.size() == 1) {
            return perfect.get(0);
        }
        int half = perfect.size() / 2;
        return Merkle.node(root(perfect.subList(0, half)), root(perfect.subList(half, perfect.size())));
    }

    private static byte[] joined(List<byte[]> hashes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        hashes.forEach(bytes::writeBytes);
        return bytes.toByteArray();
    }

    /** The list of the records with which it is handed out. */
    SamplePackage listed(SampleLog log, SignerKey by, int... numbers) {
        Numbers made = new Numbers();
        IntStream.of(numbers).forEach(made::add);
        int size = log.records.size();
        String text = "kreiswerk-package/v1\n" + log.checkpoint(size).split("\n\n")[0] + "\n" + numbers.length + "\n"
                + Base64.getEncoder().encodeToString(made.hash()) + "\n";
        Note note = new Note(text, List.of()).with(by.sign(text));
        return put("manifest", new String(note.bytes(), StandardCharsets.UTF_8));
    }

    SamplePackage put(String name, String content) {
        entries.put(name, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    String text(String name) {
        return new String(entries.get(name), StandardCharsets.UTF_8);
    }

    SamplePackage without(String name) {
        if (entries.remove(name) == null) {
            throw new AssertionError(name + " is not among " + entries.keySet());
        }
        return this;
    }

    Path write(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(1);
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return file;
    }
}
