package de.kreiswerk.core.api.web;

import java.io.InputStream;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A form with a file ({@code multipart/form-data}, RFC 7578), read while it arrives: first the fields, then the file. Nothing of
 * the file is kept. The chain reads the fields that stand before the file, {@link WebConstants#CSRF_FIELD} among them, and
 * leaves the form in the request attribute {@link #ATTRIBUTE}; so the field with the token comes before the one with the file.
 * Servlets get it, endpoints of REST do not.
 */
@ProviderType
public interface FileForm {

    /** The request attribute. */
    String ATTRIBUTE = "de.kreiswerk.file-form";

    /**
     * A field that stood before the file.
     *
     * @param name its name
     * @return its value, at most 4,096 bytes as sent; null when it was not sent
     */
    String field(String name);

    /**
     * What the file is called where it comes from.
     *
     * @return its name without folders; empty when none was chosen
     */
    String fileName();

    /**
     * The file.
     *
     * @return its bytes, to be read once; empty when none was chosen. Reading ends with a {@code ProblemException} when the form
     *     breaks off or is larger than the platform takes
     */
    InputStream file();
}
