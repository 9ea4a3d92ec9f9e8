package de.kreiswerk.audit.verifier;

import de.kreiswerk.core.notekit.BadKey;
import de.kreiswerk.core.notekit.Note;
import de.kreiswerk.core.notekit.SignerKey;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A log in memory that does everything by the definitions of RFC 9162. */
final class SampleLog {

    static final String ORIGIN = "example.de/audit/log";

    final SignerKey key;
    final List<byte[]> records = new ArrayList<>();

    SampleLog(SignerKey key) {
        this.key = key;
    }

    static SampleLog of(int records) {
        SampleLog log = new SampleLog(key(ORIGIN));
        for (int i = 1; i <= records; i++) {
            log.add("{\"action\":\"paper.published\",\"number\":" + i + ",\"object\":\"Straße\"}");
        }
        return log;
    }

    static SignerKey key(String name) {
        try {
            return SignerKey.generate(name, new SecureRandom());
        } catch (BadKey e) {
            throw new AssertionError(e);
        }
    }

    void add(String record) {
        records.add(record.getBytes(StandardCharsets.UTF_8));
    }

    /** The same log with other records. */
    SampleLog with(List<byte[]> others) {
        SampleLog log = new SampleLog(key);
        log.records.addAll(others);
        return log;
    }

    byte[] root(int size) {
        return root(records.subList(0, size));
    }

    private static byte[] root(List<byte[]> part) {
        if (part.size() == 1) {
            return Merkle.leaf(part.get(0));
        }
        int k = Integer.highestOneBit(part.size() - 1);
        return Merkle.node(root(part.subList(0, k)), root(part.subList(k, part.size())));
    }

    private static List<byte[]> path(int m, List<byte[]> part) {
        if (part.size() == 1) {
            return new ArrayList<>();
        }
        int k = Integer.highestOneBit(part.size() - 1);
        List<byte[]> left = part.subList(0, k);
        List<byte[]> right = part.subList(k, part.size());
        List<byte[]> path = m < k ? path(m, left) : path(m - k, right);
        path.add(root(m < k ? right : left));
        return path;
    }

    private static List<byte[]> subproof(int m, List<byte[]> part, boolean known) {
        if (m == part.size()) {
            return known ? new ArrayList<>() : new ArrayList<>(List.of(root(part)));
        }
        int k = Integer.highestOneBit(part.size() - 1);
        List<byte[]> left = part.subList(0, k);
        List<byte[]> right = part.subList(k, part.size());
        List<byte[]> proof = m <= k ? subproof(m, left, known) : subproof(m - k, right, false);
        proof.add(root(m <= k ? right : left));
        return proof;
    }

    List<byte[]> path(int index, int size) {
        return path(index, records.subList(0, size));
    }

    List<byte[]> growth(int from, int to) {
        return subproof(from, records.subList(0, to), true);
    }

    String checkpoint(int size, SignerKey... signers) {
        String text = ORIGIN + "\n" + size + "\n" + base64(root(size)) + "\n";
        Note note = new Note(text, List.of());
        for (SignerKey signer : signers.length == 0 ? new SignerKey[] {key} : signers) {
            note = note.with(signer.sign(text));
        }
        return new String(note.bytes(), StandardCharsets.UTF_8);
    }

    String proof(int index, int size) {
        return "c2sp.org/tlog-proof@v1\nextra " + base64(records.get(index)) + "\nindex " + index + "\n"
                + lines(path(index, size)) + "\n" + checkpoint(size);
    }

    String proofWithoutRecord(int index, int size) {
        return proof(index, size).replaceFirst("extra [^\n]*\n", "");
    }

    String consistency(int from, int to) {
        return "old " + from + "\n" + lines(growth(from, to)) + "\n" + checkpoint(to);
    }

    private static String lines(List<byte[]> hashes) {
        StringBuilder lines = new StringBuilder();
        hashes.forEach(hash -> lines.append(base64(hash)).append('\n'));
        return lines.toString();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
