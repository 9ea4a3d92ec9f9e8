package de.kreiswerk.audit.web.console;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;

/** The answer becomes a file with its first byte; until then it can still become a page that says why there is none. */
final class Download extends OutputStream {

    private final HttpServletResponse response;
    private final LocalDate day;
    private OutputStream begun;

    Download(HttpServletResponse response, LocalDate day) {
        this.response = response;
        this.day = day;
    }

    boolean hasBegun() {
        return begun != null;
    }

    @Override
    public void write(int b) throws IOException {
        begun().write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        begun().write(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
        if (hasBegun()) {
            begun.flush();
        }
    }

    private OutputStream begun() throws IOException {
        if (begun == null) {
            response.setContentType("application/zip");
            response.setHeader("Content-Disposition", "attachment; filename=\"pruefpaket-" + day + ".zip\"");
            response.setHeader("Cache-Control", "no-store");
            begun = response.getOutputStream();
        }
        return begun;
    }
}
