package de.kreiswerk.proposals.web.http;

import de.kreiswerk.core.api.web.FileAnswers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Keeps what was to be sent. */
public final class FakeFiles implements FileAnswers {

    public StoredFile sent;
    public boolean lost;

    @Override
    public boolean send(HttpServletRequest request, HttpServletResponse response, StoredFile file, boolean download) {
        sent = file;
        return !lost;
    }
}
