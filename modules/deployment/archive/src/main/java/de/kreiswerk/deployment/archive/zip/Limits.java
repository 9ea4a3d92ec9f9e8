package de.kreiswerk.deployment.archive.zip;

/**
 * How large what an archive holds may be. Whatever is larger is refused before it is unpacked.
 *
 * @param packedBytes the archive itself
 * @param unpackedBytes all its entries together, and all the entries of its bundles together
 * @param entryBytes one entry
 * @param entries how many entries a component's archive has
 * @param bundleEntries how many entries a bundle has, which has one for each class
 * @param ratio how many times larger than its packed form an entry may be; counts from 64 KiB on
 * @param nameLength characters of an entry's name
 * @param descriptionBytes {@code component.json}
 * @param jsonDepth how deep JSON is nested
 * @param javaFeature the platform's Java: what needs a newer one is refused
 */
public record Limits(
        long packedBytes,
        long unpackedBytes,
        long entryBytes,
        int entries,
        int bundleEntries,
        int ratio,
        int nameLength,
        int descriptionBytes,
        int jsonDepth,
        int javaFeature) {

    private static final long MEBI = 1024 * 1024;

    /** Rejects limits that could not be kept in memory. */
    public Limits {
        if (packedBytes < 0 || packedBytes > Integer.MAX_VALUE - 8 || entryBytes > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("An archive is read into memory");
        }
    }

    /**
     * The limits that hold when nobody says otherwise.
     *
     * @return 100 MiB packed, 200 MiB unpacked, 50 MiB an entry, 1,000 entries, the Java on which this runs
     */
    public static Limits standard() {
        return new Limits(
                100 * MEBI,
                200 * MEBI,
                50 * MEBI,
                1_000,
                20_000,
                200,
                200,
                256 * 1024,
                20,
                Runtime.version().feature());
    }

    /**
     * The same for another Java.
     *
     * @param feature its feature version, such as 21
     * @return the limits
     */
    public Limits withJavaFeature(int feature) {
        return new Limits(
                packedBytes,
                unpackedBytes,
                entryBytes,
                entries,
                bundleEntries,
                ratio,
                nameLength,
                descriptionBytes,
                jsonDepth,
                feature);
    }
}
