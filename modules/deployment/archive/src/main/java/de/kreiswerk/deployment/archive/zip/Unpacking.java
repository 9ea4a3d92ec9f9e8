package de.kreiswerk.deployment.archive.zip;

import de.kreiswerk.deployment.archive.refusal.BadArchive;
import de.kreiswerk.deployment.archive.refusal.Quoted;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Unpacks contents: never more than was announced, and exactly that. */
final class Unpacking {

    private static final int CHUNK = 64 * 1024;

    private Unpacking() {}

    /** Unpacks without keeping anything; the hash of what came out. */
    static String verified(byte[] zip, int start, Header header) throws BadArchive {
        MessageDigest digest = Hash.sha256();
        CRC32 crc = new CRC32();
        boolean exact = header.method() == Header.STORED
                ? stored(zip, start, header, digest, crc)
                : inflated(zip, start, header, digest, crc);
        if (!exact || crc.getValue() != header.crc()) {
            throw new BadArchive(
                    "archive.damaged",
                    "Der Eintrag „" + Quoted.of(header.name())
                            + "“ ist beschädigt: sein Inhalt passt nicht zu Länge und Prüfsumme.",
                    "The entry '" + Quoted.of(header.name())
                            + "' is damaged: its content does not match its length and checksum.");
        }
        return Hash.hex(digest.digest());
    }

    private static boolean stored(byte[] zip, int start, Header header, MessageDigest digest, CRC32 crc) {
        digest.update(zip, start, (int) header.packed());
        crc.update(zip, start, (int) header.packed());
        return header.packed() == header.size();
    }

    private static boolean inflated(byte[] zip, int start, Header header, MessageDigest digest, CRC32 crc) {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(zip, start, (int) header.packed());
            // One more than there should be, so that more is noticed.
            byte[] chunk = new byte[(int) Math.min(CHUNK, header.size() + 1)];
            while (!inflater.finished() && inflater.getBytesWritten() <= header.size()) {
                int count = inflater.inflate(chunk);
                if (count == 0 && !inflater.finished()) {
                    return false;
                }
                digest.update(chunk, 0, count);
                crc.update(chunk, 0, count);
            }
            return inflater.finished()
                    && inflater.getBytesWritten() == header.size()
                    && inflater.getBytesRead() == header.packed();
        } catch (DataFormatException e) {
            return false;
        } finally {
            inflater.end();
        }
    }

    /** The content of an entry that was verified before. */
    static byte[] whole(byte[] zip, int start, Header header) {
        return begin(zip, start, header, (int) header.size());
    }

    /** The first bytes of it, as many as there are at least. */
    static byte[] begin(byte[] zip, int start, Header header, int length) {
        if (header.method() == Header.STORED) {
            return Arrays.copyOfRange(zip, start, start + length);
        }
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(zip, start, (int) header.packed());
            byte[] content = new byte[length];
            int filled = 0;
            while (filled < content.length) {
                int count = inflater.inflate(content, filled, content.length - filled);
                if (count == 0) {
                    throw new IllegalStateException("The archive changed in memory");
                }
                filled += count;
            }
            return content;
        } catch (DataFormatException e) {
            throw new IllegalStateException("The archive changed in memory", e);
        } finally {
            inflater.end();
        }
    }
}
