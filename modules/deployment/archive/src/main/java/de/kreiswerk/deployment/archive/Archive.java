package de.kreiswerk.deployment.archive;

import de.kreiswerk.deployment.archive.bundle.BundleReader;
import de.kreiswerk.deployment.archive.component.ComponentBundle;
import de.kreiswerk.deployment.archive.component.ComponentDescription;
import de.kreiswerk.deployment.archive.feature.FeatureReader;
import de.kreiswerk.deployment.archive.feature.HeaderReader;
import de.kreiswerk.deployment.archive.manifest.Manifests;
import de.kreiswerk.deployment.archive.refusal.BadArchive;
import de.kreiswerk.deployment.archive.refusal.Quoted;
import de.kreiswerk.deployment.archive.zip.Budget;
import de.kreiswerk.deployment.archive.zip.Entry;
import de.kreiswerk.deployment.archive.zip.Hash;
import de.kreiswerk.deployment.archive.zip.Limits;
import de.kreiswerk.deployment.archive.zip.Zip;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The archive of a component, read once into memory: what is verified, judged, planned and installed are these same bytes.
 * Whoever holds one knows that it is whole, within the limits, and says of itself what it must; whether it may be trusted say the
 * signature and the policy.
 */
public final class Archive {

    /** Where the signature lies. */
    public static final String NOTE = "META-INF/kreiswerk.note";

    /** What an archive with a description holds; folders that tools add are named by it as well. */
    private static final Pattern EXPECTED =
            Pattern.compile("component\\.json|META-INF/(kreiswerk\\.note)?|bundles/([^/]+\\.jar)?");

    private final byte[] bytes;
    private final String sha256;
    private final ArchiveKind kind;
    private final Zip zip;
    private final ComponentDescription component;
    private final Limits limits;

    private Archive(byte[] bytes, ArchiveKind kind, Zip zip, ComponentDescription component, Limits limits) {
        this.bytes = bytes;
        this.sha256 = Hash.of(bytes);
        this.kind = kind;
        this.zip = zip;
        this.component = component;
        this.limits = limits;
    }

    /**
     * Reads an archive.
     *
     * @param in where it comes from; it is not closed
     * @param limits how large it may be
     * @return the archive
     * @throws BadArchive when it is none that can be used
     * @throws IOException when it cannot be read at all
     */
    public static Archive read(InputStream in, Limits limits) throws BadArchive, IOException {
        return read(in.readNBytes((int) limits.packedBytes() + 1), limits);
    }

    /**
     * Reads an archive.
     *
     * @param file where it lies
     * @param limits how large it may be
     * @return the archive
     * @throws BadArchive when it is none that can be used
     * @throws IOException when it cannot be read at all
     */
    public static Archive read(Path file, Limits limits) throws BadArchive, IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, limits);
        }
    }

    /**
     * Reads an archive.
     *
     * @param bytes all of it; the array is kept and must not be changed
     * @param limits how large it may be
     * @return the archive
     * @throws BadArchive when it is none that can be used
     */
    public static Archive read(byte[] bytes, Limits limits) throws BadArchive {
        if (bytes.length > limits.packedBytes()) {
            String most = limits.packedBytes() / (1024 * 1024) + " MiB";
            throw new BadArchive(
                    "archive.too-large",
                    "Das Archiv ist größer als " + most + ".",
                    "The archive is larger than " + most + ".");
        }
        Zip zip = Zip.read(bytes, limits, limits.bundleEntries(), new Budget(limits));
        BundleReader bundles = new BundleReader(limits, new Budget(limits));
        boolean isBundle = zip.entry(FeatureReader.PLACE).isEmpty()
                && zip.entry(Manifests.PLACE).isPresent();
        if (isBundle) {
            return new Archive(bytes, ArchiveKind.BUNDLE, zip, single(bytes, zip, bundles), limits);
        }
        onlyExpected(zip, limits);
        return new Archive(bytes, ArchiveKind.COMPONENT, zip, new FeatureReader(limits, bundles).read(zip), limits);
    }

    private static ComponentDescription single(byte[] bytes, Zip zip, BundleReader bundles) throws BadArchive {
        ComponentBundle.Content content = new ComponentBundle.Content("", bytes.length, Hash.of(bytes), bytes::clone);
        return HeaderReader.read(bundles.read(zip, "Das Archiv", content));
    }

    private static void onlyExpected(Zip zip, Limits limits) throws BadArchive {
        if (zip.entries().size() > limits.entries()) {
            throw new BadArchive(
                    "archive.too-many-entries",
                    "Das Archiv hat mehr als " + limits.entries() + " Einträge.",
                    "The archive has more than " + limits.entries() + " entries.");
        }
        for (Entry entry : zip.entries()) {
            if (!EXPECTED.matcher(entry.name()).matches()) {
                throw new BadArchive(
                        "archive.unknown-entry",
                        "Das Archiv enthält „" + Quoted.of(entry.name())
                                + "“; erlaubt sind component.json, bundles/*.jar und " + NOTE + ".",
                        "The archive holds '" + Quoted.of(entry.name())
                                + "'; allowed are component.json, bundles/*.jar and " + NOTE + ".");
            }
        }
    }

    /**
     * The hash of the archive as a whole, by which it is known.
     *
     * @return SHA-256, 64 hexadecimal digits in lower case
     */
    public String sha256() {
        return sha256;
    }

    /**
     * Its length.
     *
     * @return bytes, packed
     */
    public long size() {
        return bytes.length;
    }

    /**
     * What it is.
     *
     * @return with a description or a single bundle
     */
    public ArchiveKind kind() {
        return kind;
    }

    /**
     * The archive.
     *
     * @return from memory
     */
    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }

    /**
     * The archive.
     *
     * @return a copy
     */
    public byte[] bytes() {
        return bytes.clone();
    }

    /**
     * Everything in it that a signature must cover: all but the signature itself, folders included.
     *
     * @return in the order of the names
     */
    public List<Entry> entries() {
        return zip.entries().stream().filter(each -> !each.name().equals(NOTE)).toList();
    }

    /**
     * The same in the order in which they lie in the archive.
     *
     * @return all but the signature
     */
    public List<Entry> entriesInPlace() {
        return zip.inPlace().stream().filter(each -> !each.name().equals(NOTE)).toList();
    }

    /**
     * The signature file.
     *
     * @return its bytes, empty when there is none
     */
    public Optional<byte[]> note() {
        return zip.entry(NOTE).map(Entry::bytes);
    }

    /**
     * What it says of itself.
     *
     * @return the description
     */
    public ComponentDescription component() {
        return component;
    }

    /**
     * The limits within which it was read.
     *
     * @return these limits
     */
    public Limits limits() {
        return limits;
    }

    @Override
    public String toString() {
        return component.name() + " " + component.version() + " (" + sha256 + ")";
    }
}
