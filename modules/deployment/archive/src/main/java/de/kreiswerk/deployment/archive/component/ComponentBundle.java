package de.kreiswerk.deployment.archive.component;

import de.kreiswerk.deployment.archive.refusal.BadArchive;
import de.kreiswerk.deployment.archive.zip.Budget;
import de.kreiswerk.deployment.archive.zip.Limits;
import de.kreiswerk.deployment.archive.zip.Zip;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A bundle of a component. It was read as a whole: its manifest says what a bundle's must say. */
public final class ComponentBundle {

    private final String symbolicName;
    private final ComponentVersion version;
    private final Map<String, String> headers;
    private final Content content;
    private final Limits limits;
    /** What was unpacked of it is needed again and again while it is judged; should memory be short, it is unpacked anew. */
    private volatile SoftReference<Zip> contents;

    /**
     * Makes one.
     *
     * @param symbolicName its name
     * @param version its version
     * @param headers its manifest's main section, names in any case
     * @param content the JAR
     * @param contents what is in the JAR
     * @param limits within which it was read
     */
    public ComponentBundle(
            String symbolicName,
            ComponentVersion version,
            Map<String, String> headers,
            Content content,
            Zip contents,
            Limits limits) {
        this.symbolicName = symbolicName;
        this.version = version;
        this.headers = headers;
        this.content = content;
        this.contents = new SoftReference<>(contents);
        this.limits = limits;
    }

    /**
     * The JAR.
     *
     * @param entry its name in the archive, the symbolic name's JAR when it is the archive itself
     * @param size bytes
     * @param sha256 64 hexadecimal digits
     * @param bytes gives a copy
     */
    public record Content(String entry, long size, String sha256, Supplier<byte[]> bytes) {}

    /**
     * Its name.
     *
     * @return {@code Bundle-SymbolicName} without directives
     */
    public String symbolicName() {
        return symbolicName;
    }

    /**
     * Its version.
     *
     * @return {@code Bundle-Version}
     */
    public ComponentVersion version() {
        return version;
    }

    /**
     * Where it lies.
     *
     * @return the entry's name in the archive
     */
    public String entry() {
        return content.entry();
    }

    /**
     * The hash of the JAR.
     *
     * @return SHA-256, 64 hexadecimal digits
     */
    public String sha256() {
        return content.sha256();
    }

    /**
     * The length of the JAR.
     *
     * @return bytes
     */
    public long size() {
        return content.size();
    }

    /**
     * The JAR.
     *
     * @return a copy
     */
    public byte[] bytes() {
        return content.bytes().get();
    }

    /**
     * The JAR.
     *
     * @return from memory
     */
    public InputStream open() {
        return new ByteArrayInputStream(bytes());
    }

    /**
     * What is in the JAR.
     *
     * @return its entries
     * @throws BadArchive never: it was read as a whole before
     */
    public Zip contents() throws BadArchive {
        Zip known = contents.get();
        if (known == null) {
            known = Zip.read(bytes(), limits, limits.bundleEntries(), new Budget(limits));
            contents = new SoftReference<>(known);
        }
        return known;
    }

    /**
     * A header of its manifest.
     *
     * @param name in any case
     * @return its value, empty when it is not there
     */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /**
     * The main section of its manifest.
     *
     * @return values by name, names found in any case
     */
    public Map<String, String> headers() {
        return headers;
    }

    @Override
    public String toString() {
        return symbolicName + " " + version;
    }
}
