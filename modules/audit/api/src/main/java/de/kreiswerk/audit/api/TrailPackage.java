package de.kreiswerk.audit.api;

import java.io.IOException;
import java.io.OutputStream;
import org.osgi.annotation.versioning.ProviderType;

/** A package (Prüfpaket) that was allowed, is not refused any more, and is recorded as handed out. */
@ProviderType
public interface TrailPackage {

    /**
     * Writes it.
     *
     * @param out gets the ZIP, is not closed
     * @throws IOException when it cannot be written to, or what is stored does not fit to what was signed
     */
    void write(OutputStream out) throws IOException;
}
