package de.kreiswerk.deployment.archive.zip;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** An entry of a ZIP that was read: its content is there, was unpacked once and is as long as it says. */
public final class Entry {

    private final byte[] zip;
    private final Header header;
    private final int start;
    private final String sha256;

    Entry(byte[] zip, Header header, int start, String sha256) {
        this.zip = zip;
        this.header = header;
        this.start = start;
        this.sha256 = sha256;
    }

    /**
     * Its name.
     *
     * @return a relative path with slashes; that of a folder ends in one
     */
    public String name() {
        return header.name();
    }

    /**
     * Whether it is a folder.
     *
     * @return true when its name says so; it has no content then
     */
    public boolean isFolder() {
        return header.name().endsWith("/");
    }

    /**
     * Its length.
     *
     * @return unpacked, in bytes
     */
    public long size() {
        return header.size();
    }

    /**
     * The hash of its content.
     *
     * @return SHA-256, 64 hexadecimal digits
     */
    public String sha256() {
        return sha256;
    }

    /**
     * Its content.
     *
     * @return unpacked anew at each call
     */
    public byte[] bytes() {
        return Unpacking.whole(zip, start, header);
    }

    /**
     * How its content begins.
     *
     * @param most so many bytes
     * @return these, fewer when there are no more
     */
    public byte[] begin(int most) {
        return Unpacking.begin(zip, start, header, (int) Math.min(most, header.size()));
    }

    /**
     * Its content.
     *
     * @return from memory
     */
    public InputStream open() {
        return new ByteArrayInputStream(bytes());
    }

    @Override
    public String toString() {
        return name();
    }
}
