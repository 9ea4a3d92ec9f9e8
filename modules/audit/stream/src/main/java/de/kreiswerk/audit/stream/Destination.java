package de.kreiswerk.audit.stream;

/** Service of each receiver that was set up, within this bundle only. */
public interface Destination {

    /**
     * What brings the trail there.
     *
     * @return always the same
     */
    Stream stream();
}
