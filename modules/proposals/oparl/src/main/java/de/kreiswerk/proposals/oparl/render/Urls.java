package de.kreiswerk.proposals.oparl.render;

/**
 * Absolute addresses: of objects from their host-free paths, of pages from theirs.
 *
 * @param base the platform's address without a slash at the end
 */
public record Urls(String base) {

    /** Where OParl begins on this host. */
    public static final String ROOT = "/oparl/v1";

    /**
     * The System, and what lies below.
     *
     * @param path an object's or a list's path, such as {@code /paper/ID}; empty for the System
     * @return its address
     */
    public String of(String path) {
        return base + ROOT + path;
    }

    /**
     * A page for people.
     *
     * @param address such as {@code /vorlagen/2026-127}
     * @return its address with the host
     */
    public String page(String address) {
        return base + address;
    }
}
