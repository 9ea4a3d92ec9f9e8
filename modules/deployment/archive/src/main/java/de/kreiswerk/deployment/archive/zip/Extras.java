package de.kreiswerk.deployment.archive.zip;

import de.kreiswerk.deployment.archive.refusal.BadArchive;
import java.util.Set;

/** The extra fields of a header: most tell times and owners, some would change what an entry is. */
final class Extras {

    private static final int ZIP64 = 0x0001;
    private static final int UNICODE_PATH = 0x7075;
    private static final int STRONG_ENCRYPTION = 0x0017;
    private static final int AES = 0x9901;

    private static final Set<Integer> CHANGING = Set.of(ZIP64, UNICODE_PATH, STRONG_ENCRYPTION, AES);

    private Extras() {}

    static void harmless(Bytes file, int start, int length) throws BadArchive {
        int at = start;
        int end = start + length;
        while (at + 4 <= end) {
            int id = file.u16(at);
            if (CHANGING.contains(id)) {
                throw Directory.unsupported(
                        "das Zusatzfeld " + Integer.toHexString(id), "the extra field " + Integer.toHexString(id));
            }
            at += 4 + file.u16(at + 2);
        }
        if (at > end) {
            throw Directory.contradictory();
        }
    }
}
