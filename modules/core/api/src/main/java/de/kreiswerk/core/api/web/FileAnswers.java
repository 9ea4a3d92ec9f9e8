package de.kreiswerk.core.api.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import org.osgi.annotation.versioning.ProviderType;

/** Sends stored files over HTTP: conditional and range requests (RFC 9110), a safe media type, a name to save it under. */
@ProviderType
public interface FileAnswers {

    /**
     * Sends a file, a part of it, or the answer that the reader has it already. A part that it does not have is refused: status and
     * {@code Content-Range} are set then, and the problem says how long the file is.
     *
     * @param request the request, GET or HEAD
     * @param response the response; nothing may have been written yet
     * @param file which
     * @param download true to offer it for saving, false to show it where a browser safely can
     * @return false when its bytes are not in the store; nothing was written then
     * @throws de.kreiswerk.core.api.problem.ProblemException when the part that the reader wants lies behind its end
     * @throws IOException when writing fails
     */
    boolean send(HttpServletRequest request, HttpServletResponse response, StoredFile file, boolean download)
            throws IOException;

    /**
     * A stored file.
     *
     * @param sha256 of its bytes, 64 hexadecimal digits
     * @param fileName the name to save it under
     * @param mediaType its media type as stated by whoever stored it
     * @param modified when its bytes came in
     */
    record StoredFile(String sha256, String fileName, String mediaType, Instant modified) {}
}
