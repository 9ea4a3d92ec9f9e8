package de.kreiswerk.deployment.archive.zip;

import de.kreiswerk.deployment.archive.refusal.BadArchive;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A ZIP in memory, read in the one way in which all programs read it alike: what one could read from the front differently than
 * from the central directory is refused (APPNOTE 6.3.10 without ZIP64, encryption, comments and anything between entries).
 */
public final class Zip {

    private final Map<String, Entry> entries;
    private final List<Entry> inPlace;

    private Zip(Map<String, Entry> inPlace) {
        this.inPlace = List.copyOf(inPlace.values());
        this.entries = new LinkedHashMap<>();
        inPlace.keySet().stream().sorted().forEach(name -> entries.put(name, inPlace.get(name)));
    }

    /**
     * Reads one. Each entry is unpacked once to see that it is whole.
     *
     * @param bytes all of it; the array is kept
     * @param limits how large it may be
     * @param maxEntries how many entries it may have
     * @param budget what may be unpacked
     * @return what is in it
     * @throws BadArchive when it is not a ZIP, damaged, too large or ambiguous
     */
    public static Zip read(byte[] bytes, Limits limits, int maxEntries, Budget budget) throws BadArchive {
        Bytes file = new Bytes(bytes);
        Directory directory = Directory.find(file, maxEntries);
        List<Header> headers = directory.headers(new Names(limits.nameLength()));
        for (Header header : headers) {
            budget.take(header);
        }
        List<Header> inPlace = new ArrayList<>(headers);
        inPlace.sort(Comparator.comparingLong(Header::offset));
        LocalEntries locals = new LocalEntries(file, directory.start());
        Map<String, Entry> found = new LinkedHashMap<>();
        for (Header header : inPlace) {
            int start = locals.next(header);
            found.put(header.name(), new Entry(bytes, header, start, Unpacking.verified(bytes, start, header)));
        }
        locals.end();
        return new Zip(found);
    }

    /**
     * Everything in it.
     *
     * @return in the order of the names
     */
    public List<Entry> entries() {
        return List.copyOf(entries.values());
    }

    /**
     * Everything in it.
     *
     * @return in the order in which it lies there
     */
    public List<Entry> inPlace() {
        return inPlace;
    }

    /**
     * One of them.
     *
     * @param name its name
     * @return the entry, empty when there is none of exactly this name
     */
    public Optional<Entry> entry(String name) {
        return Optional.ofNullable(entries.get(name));
    }
}
