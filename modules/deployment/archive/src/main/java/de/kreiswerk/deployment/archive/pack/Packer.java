package de.kreiswerk.deployment.archive.pack;

import de.kreiswerk.deployment.archive.Archive;
import de.kreiswerk.deployment.archive.component.ComponentBundle;
import de.kreiswerk.deployment.archive.feature.FeatureReader;
import de.kreiswerk.deployment.archive.feature.FeatureWriter;
import de.kreiswerk.deployment.archive.refusal.BadArchive;
import de.kreiswerk.deployment.archive.zip.Limits;
import de.kreiswerk.deployment.archive.zip.ZipWriter;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** Packs a component: the same description and bundles always make the same bytes. */
public final class Packer {

    private Packer() {}

    /**
     * Packs.
     *
     * @param description a component.json; when it names no bundles, all are named, in the order of their names. A version as
     *     Maven writes it becomes one as OSGi does
     * @param bundles the JARs
     * @param limits within which the archive must stay
     * @return the archive, read again and so as it should be
     * @throws BadArchive when it is not
     */
    public static Archive pack(byte[] description, Collection<byte[]> bundles, Limits limits) throws BadArchive {
        Map<String, byte[]> jars = new TreeMap<>();
        Map<String, ComponentBundle> read = new TreeMap<>();
        for (byte[] jar : bundles) {
            ComponentBundle bundle = LooseBundle.read(jar, limits);
            String entry = FeatureWriter.entry(bundle);
            if (jars.put(entry, jar) != null) {
                throw new BadArchive(
                        "bundle.twice",
                        "Das Bundle „" + bundle.symbolicName() + "“ ist zweimal da.",
                        "The bundle '" + bundle.symbolicName() + "' is there twice.");
            }
            read.put(entry, bundle);
        }
        byte[] json = FeatureWriter.complete(description, read.values(), limits);
        ZipWriter zip = new ZipWriter();
        jars.forEach(zip::stored);
        return Archive.read(zip.stored(FeatureReader.PLACE, json).bytes(), limits);
    }
}
