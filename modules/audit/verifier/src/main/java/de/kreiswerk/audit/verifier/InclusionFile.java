package de.kreiswerk.audit.verifier;

import java.util.Arrays;
import java.util.List;

/**
 * A proof as C2SP tlog-proof writes it.
 *
 * @param extra what goes along, null when nothing does; the trail puts the record there
 * @param index the entry's place, from 0
 * @param path from the leaf's sibling up
 * @param checkpoint the signed note, not verified
 */
record InclusionFile(byte[] extra, long index, List<byte[]> path, String checkpoint) {

    private static final String HEAD = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";

    static InclusionFile parse(byte[] bytes) throws Refusal {
        String text = Texts.utf8(bytes);
        int end = text.indexOf("\n\n");
        if (end < 0) {
            throw Texts.damaged();
        }
        List<String> lines = Arrays.asList(text.substring(0, end).split("\n", -1));
        boolean hasExtra = lines.size() > 1 && lines.get(1).startsWith(EXTRA);
        int at = hasExtra ? 2 : 1;
        if (!lines.get(0).equals(HEAD) || lines.size() <= at || !lines.get(at).startsWith(INDEX)) {
            throw Texts.damaged();
        }
        return new InclusionFile(
                hasExtra ? Texts.base64(lines.get(1).substring(EXTRA.length())) : null,
                Texts.number(lines.get(at).substring(INDEX.length())),
                Texts.hashes(lines.subList(at + 1, lines.size())),
                text.substring(end + 2));
    }
}
