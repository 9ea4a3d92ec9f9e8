package de.kreiswerk.deployment.archive.zip;

import de.kreiswerk.deployment.archive.refusal.BadArchive;
import de.kreiswerk.deployment.archive.refusal.Quoted;
import java.util.ArrayList;
import java.util.List;

/** The central directory of a ZIP. */
final class Directory {

    private static final long LOCAL = 0x04034b50L;
    private static final long CENTRAL = 0x02014b50L;
    private static final long END = 0x06054b50L;
    private static final int END_BYTES = 22;
    private static final int CENTRAL_BYTES = 46;
    private static final int ZIP64_COUNT = 0xFFFF;
    private static final long ZIP64_SIZE = 0xFFFFFFFFL;

    /** Encrypted, patched, strongly encrypted, masked headers. */
    private static final int ENCRYPTED = 1 | 1 << 6 | 1 << 13;

    /** Compression options, descriptor, UTF-8 and the bits for encryption, which are refused with words of their own. */
    private static final int KNOWN_FLAGS = ENCRYPTED | 1 << 1 | 1 << 2 | 1 << 3 | 1 << 11;

    private static final int MADE_BY_UNIX = 3;
    private static final int FILE_TYPE = 0xF000;
    private static final int REGULAR = 0x8000;
    private static final int FOLDER = 0x4000;

    private final Bytes file;
    private final int start;
    private final int end;
    private final int count;

    private Directory(Bytes file, int start, int end, int count) {
        this.file = file;
        this.start = start;
        this.end = end;
        this.count = count;
    }

    static Directory find(Bytes file, int maxEntries) throws BadArchive {
        int at = file.length() - END_BYTES;
        boolean begun = file.has(0, 4) && (file.u32(0) == LOCAL || file.u32(0) == END);
        if (!begun) {
            throw new BadArchive("archive.not-a-zip", "Die Datei ist kein ZIP-Archiv.", "The file is no ZIP archive.");
        }
        if (at < 0 || file.u32(at) != END || file.u16(at + 20) != 0) {
            throw new BadArchive(
                    "archive.truncated",
                    "Das Archiv ist nicht vollständig oder hat etwas hinter seinem Ende.",
                    "The archive is not complete, or has something behind its end.");
        }
        int count = file.u16(at + 10);
        long size = file.u32(at + 12);
        long start = file.u32(at + 16);
        if (count == ZIP64_COUNT || size == ZIP64_SIZE || start == ZIP64_SIZE) {
            throw unsupported("ZIP64", "ZIP64");
        }
        boolean oneDisk = file.u16(at + 4) == 0 && file.u16(at + 6) == 0 && file.u16(at + 8) == count;
        if (!oneDisk || start + size != at) {
            throw contradictory();
        }
        if (count > maxEntries) {
            throw new BadArchive(
                    "archive.too-many-entries",
                    "Das Archiv hat mehr als " + maxEntries + " Einträge.",
                    "The archive has more than " + maxEntries + " entries.");
        }
        return new Directory(file, (int) start, at, count);
    }

    /** Where it begins, which is where the contents end. */
    int start() {
        return start;
    }

    List<Header> headers(Names names) throws BadArchive {
        List<Header> headers = new ArrayList<>();
        int at = start;
        while (headers.size() < count) {
            if (at + CENTRAL_BYTES > end || file.u32(at) != CENTRAL) {
                throw contradictory();
            }
            int variable = file.u16(at + 28) + file.u16(at + 30) + file.u16(at + 32);
            if (at + CENTRAL_BYTES + variable > end) {
                throw contradictory();
            }
            headers.add(header(at, names));
            at += CENTRAL_BYTES + variable;
        }
        if (at != end) {
            throw contradictory();
        }
        names.foldersAreNoFiles();
        return headers;
    }

    private Header header(int at, Names names) throws BadArchive {
        int flags = file.u16(at + 8);
        int nameLength = file.u16(at + 28);
        String name = names.read(file.slice(at + CENTRAL_BYTES, nameLength), flags);
        Header header = new Header(
                name,
                flags,
                file.u16(at + 10),
                file.u32(at + 16),
                file.u32(at + 20),
                file.u32(at + 24),
                file.u32(at + 42));
        supported(header);
        Extras.harmless(file, at + CENTRAL_BYTES + nameLength, file.u16(at + 30));
        plainFile(header, at);
        return header;
    }

    private static void supported(Header header) throws BadArchive {
        String name = Quoted.of(header.name());
        if ((header.flags() & ENCRYPTED) != 0) {
            throw new BadArchive(
                    "archive.encrypted",
                    "Der Eintrag „" + name + "“ ist verschlüsselt.",
                    "The entry '" + name + "' is encrypted.");
        }
        // Where content ends that is not packed and has its length behind it, only the directory knows.
        boolean known = header.method() == Header.DEFLATED
                || header.method() == Header.STORED && (!header.hasDescriptor() || header.size() == 0);
        if (!known || (header.flags() & ~KNOWN_FLAGS) != 0) {
            throw unsupported(
                    "„" + name + "“ mit dem Verfahren " + header.method(),
                    "'" + name + "' with method " + header.method());
        }
        if (header.packed() == ZIP64_SIZE || header.size() == ZIP64_SIZE || header.offset() == ZIP64_SIZE) {
            throw unsupported("ZIP64", "ZIP64");
        }
    }

    /** A link could lead anywhere; a folder with content would be read by some only. */
    private void plainFile(Header header, int at) throws BadArchive {
        boolean folder = header.name().endsWith("/");
        int type = file.u16(at + 4) >> 8 == MADE_BY_UNIX ? file.u16(at + 40) & FILE_TYPE : 0;
        boolean typeFits = type == 0 || type == (folder ? FOLDER : REGULAR);
        if (!typeFits || folder && header.size() > 0 || file.u16(at + 34) != 0) {
            throw new BadArchive(
                    "archive.no-file",
                    "Der Eintrag „" + Quoted.of(header.name()) + "“ ist weder eine Datei noch ein leerer Ordner.",
                    "The entry '" + Quoted.of(header.name()) + "' is neither a file nor an empty folder.");
        }
    }

    static BadArchive unsupported(String german, String english) {
        return new BadArchive(
                "archive.unsupported",
                "Das Archiv nutzt etwas, das Kreiswerk nicht liest: " + german + ".",
                "The archive uses something that Kreiswerk does not read: " + english + ".");
    }

    static BadArchive contradictory() {
        return new BadArchive(
                "archive.contradictory",
                "Das Archiv widerspricht sich: Inhaltsverzeichnis und Einträge passen nicht zueinander.",
                "The archive contradicts itself: its directory and its entries do not match.");
    }
}
