package de.kreiswerk.audit.verifier;

import java.util.Arrays;
import java.util.List;

/**
 * A proof of consistency as C2SP tlog-witness writes it.
 *
 * @param from how many entries the earlier state covers
 * @param hashes the proof
 * @param checkpoint the later state's signed note, not verified
 */
record ConsistencyFile(long from, List<byte[]> hashes, String checkpoint) {

    private static final String OLD = "old ";

    static ConsistencyFile parse(byte[] bytes) throws Refusal {
        String text = Texts.utf8(bytes);
        int end = text.indexOf("\n\n");
        if (!text.startsWith(OLD) || end < 0) {
            throw Texts.damaged();
        }
        List<String> lines = Arrays.asList(text.substring(0, end).split("\n", -1));
        return new ConsistencyFile(
                Texts.number(lines.get(0).substring(OLD.length())),
                Texts.hashes(lines.subList(1, lines.size())),
                text.substring(end + 2));
    }
}
