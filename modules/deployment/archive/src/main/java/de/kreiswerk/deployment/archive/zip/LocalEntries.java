package de.kreiswerk.deployment.archive.zip;

import de.kreiswerk.deployment.archive.refusal.BadArchive;
import java.util.Arrays;

/**
 * The entries as somebody finds them who reads a ZIP from its front. They must be the same ones, and there must be nothing
 * before, between and behind them: what lies there would be seen by some readers only, and entries that overlap are how bombs are
 * built.
 */
final class LocalEntries {

    private static final long LOCAL = 0x04034b50L;
    private static final long DESCRIPTOR = 0x08074b50L;
    private static final int LOCAL_BYTES = 30;
    private static final int DESCRIPTOR_BYTES = 12;

    private final Bytes file;
    private final int end;
    private int at;

    LocalEntries(Bytes file, int end) {
        this.file = file;
        this.end = end;
    }

    /** Goes past the next one, which must be this; where its content begins. */
    int next(Header header) throws BadArchive {
        if (header.offset() != at || at + LOCAL_BYTES > end || file.u32(at) != LOCAL) {
            throw Directory.contradictory();
        }
        int nameLength = file.u16(at + 26);
        int extraLength = file.u16(at + 28);
        long start = (long) at + LOCAL_BYTES + nameLength + extraLength;
        byte[] name = header.rawName();
        boolean same = nameLength == name.length
                && file.u16(at + 6) == header.flags()
                && file.u16(at + 8) == header.method()
                && start + header.packed() <= end
                && Arrays.equals(file.slice(at + LOCAL_BYTES, nameLength), name)
                && sameSizes(header);
        if (!same) {
            throw Directory.contradictory();
        }
        Extras.harmless(file, at + LOCAL_BYTES + nameLength, extraLength);
        at = (int) (start + header.packed());
        if (header.hasDescriptor()) {
            at = behindDescriptor(header);
        }
        return (int) start;
    }

    /** Behind the last one. */
    void end() throws BadArchive {
        if (at != end) {
            throw Directory.contradictory();
        }
    }

    private boolean sameSizes(Header header) {
        boolean told = file.u32(at + 14) == header.crc()
                && file.u32(at + 18) == header.packed()
                && file.u32(at + 22) == header.size();
        boolean later =
                header.hasDescriptor() && file.u32(at + 14) == 0 && file.u32(at + 18) == 0 && file.u32(at + 22) == 0;
        return told || later;
    }

    /** With or without its signature, which is optional. */
    private int behindDescriptor(Header header) throws BadArchive {
        int numbers = file.has(at, 4) && file.u32(at) == DESCRIPTOR ? at + 4 : at;
        boolean same = numbers + DESCRIPTOR_BYTES <= end
                && file.u32(numbers) == header.crc()
                && file.u32(numbers + 4) == header.packed()
                && file.u32(numbers + 8) == header.size();
        if (!same) {
            throw Directory.contradictory();
        }
        return numbers + DESCRIPTOR_BYTES;
    }
}
