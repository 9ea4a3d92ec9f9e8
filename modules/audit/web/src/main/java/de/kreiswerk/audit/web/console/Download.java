package de.kreiswerk.audit.web.console;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;

/** The answer becomes a file with its first byte; until then it can still become a page that says why there is none. */
public final class Download extends OutputStream {

    private final HttpServletResponse response;
    private final String name;
    private OutputStream begun;

    /**
     * Begins nothing yet.
     *
     * @param response the answer
     * @param name the file's name: letters, digits, hyphens and dots
     */
    public Download(HttpServletResponse response, String name) {
        this.response = response;
        this.name = name;
    }

    /**
     * Whether it is a file already.
     *
     * @return false as long as it can still become a page
     */
    public boolean hasBegun() {
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
            response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
            response.setHeader("Cache-Control", "no-store");
            begun = response.getOutputStream();
        }
        return begun;
    }
}
