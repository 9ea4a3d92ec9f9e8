package de.kreiswerk.deployment.archive.zip;

import de.kreiswerk.deployment.archive.refusal.BadArchive;
import de.kreiswerk.deployment.archive.refusal.Quoted;

/** What may still be unpacked: one for an archive, one for all its bundles and what lies in them. Used by one thread. */
public final class Budget {

    private static final long RATIO_COUNTS_FROM = 64 * 1024;

    private final Limits limits;
    private long left;

    /**
     * A full one.
     *
     * @param limits how much that is
     */
    public Budget(Limits limits) {
        this.limits = limits;
        this.left = limits.unpackedBytes();
    }

    /** Takes what an entry announces, before it is unpacked. */
    void take(Header header) throws BadArchive {
        left -= header.size();
        if (header.size() > limits.entryBytes()) {
            throw bomb(
                    "Der Eintrag „" + Quoted.of(header.name()) + "“ ist ausgepackt größer als "
                            + mebibytes(limits.entryBytes()) + ".",
                    "The entry '" + Quoted.of(header.name()) + "' is larger than " + mebibytes(limits.entryBytes())
                            + " when unpacked.");
        }
        if (left < 0) {
            throw bomb(
                    "Das Archiv ist ausgepackt größer als " + mebibytes(limits.unpackedBytes()) + ".",
                    "The archive is larger than " + mebibytes(limits.unpackedBytes()) + " when unpacked.");
        }
        if (header.size() > RATIO_COUNTS_FROM && header.size() / Math.max(1, header.packed()) > limits.ratio()) {
            throw bomb(
                    "Der Eintrag „" + Quoted.of(header.name()) + "“ wird beim Auspacken mehr als " + limits.ratio()
                            + "-mal so groß.",
                    "The entry '" + Quoted.of(header.name()) + "' becomes more than " + limits.ratio()
                            + " times as large when unpacked.");
        }
    }

    private static BadArchive bomb(String german, String english) {
        return new BadArchive("archive.too-large-unpacked", german, english);
    }

    private static String mebibytes(long bytes) {
        long mebi = bytes / (1024 * 1024);
        return mebi > 0 ? mebi + " MiB" : bytes + " Bytes";
    }
}
