package de.kreiswerk.core.web.cache;

import de.kreiswerk.core.api.web.EntityTag;
import de.kreiswerk.core.api.web.MadeOf;
import de.kreiswerk.core.web.gzip.Pieces;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.util.function.IntPredicate;

/** Holds an answer back until it is whole. What grows too large to be kept, or is not noted to be kept, goes through. */
final class CapturingResponse extends HttpServletResponseWrapper {

    private static final int SMALL = 1_024;

    private final HttpServletRequest request;
    private final IntPredicate holds;
    /** Null while there is nothing to hold, and when the answer goes through. */
    private ByteArrayOutputStream held;

    private boolean through;
    private ServletOutputStream stream;
    private PrintWriter writer;
    private long length = -1;
    /** The reader has the answer already, which turned out when it was too large to be held: the rest of it is dropped. */
    private boolean dropped;

    /**
     * Wraps.
     *
     * @param holds whether an answer is held that has so many bytes, or more
     */
    CapturingResponse(HttpServletRequest request, HttpServletResponse response, IntPredicate holds) {
        super(response);
        this.request = request;
        this.holds = holds;
    }

    /** The whole answer; null when none of it was held back. */
    byte[] captured() {
        if (writer != null) {
            writer.flush();
        }
        return held == null || request.isAsyncStarted() ? null : held.toByteArray();
    }

    /** Sends what was held back, and from now on everything at once. */
    void release() throws IOException {
        if (dropped) {
            return;
        }
        if (length >= 0) {
            super.setContentLengthLong(length);
        }
        through = true;
        if (held != null) {
            byte[] bytes = held.toByteArray();
            held = null;
            Pieces.write(bytes, 0, bytes.length, super.getOutputStream());
        }
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (writer != null) {
            throw new IllegalStateException("The writer was taken already");
        }
        if (stream == null) {
            if (!isToBeHeld()) {
                through = true;
                return super.getOutputStream();
            }
            held = new ByteArrayOutputStream(SMALL);
            stream = new Held();
        }
        return stream;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (writer == null) {
            if (stream != null) {
                throw new IllegalStateException("The stream was taken already");
            }
            if (!isToBeHeld()) {
                through = true;
                return super.getWriter();
            }
            // As the server's own writer does: the type names the encoding from now on.
            setCharacterEncoding(getCharacterEncoding());
            held = new ByteArrayOutputStream();
            writer = new PrintWriter(new OutputStreamWriter(new Held(), getCharacterEncoding()));
        }
        return writer;
    }

    @Override
    public void setContentLength(int bytes) {
        setContentLengthLong(bytes);
    }

    @Override
    public void setContentLengthLong(long bytes) {
        if (isToBeHeld()) {
            length = bytes;
        } else {
            super.setContentLengthLong(bytes);
        }
    }

    @Override
    public void flushBuffer() throws IOException {
        if (!isToBeHeld()) {
            super.flushBuffer();
        }
    }

    @Override
    public void resetBuffer() {
        super.resetBuffer();
        if (held != null) {
            held.reset();
        }
    }

    @Override
    public void reset() {
        super.reset();
        length = -1;
        dropped = false;
        through = false;
        held = null;
        stream = null;
        writer = null;
    }

    /** The endpoint did not see what the reader has, so that the answer could be kept. Now it cannot. */
    private void dropOrRelease() throws IOException {
        String tag = getHeader("ETag");
        if (tag == null || getStatus() != SC_OK || !new EntityTag(tag).isIn(request.getHeader("If-None-Match"))) {
            release();
            return;
        }
        dropped = true;
        held = null;
        setStatus(SC_NOT_MODIFIED);
        super.flushBuffer();
    }

    private boolean isToBeHeld() {
        return !through && request.getAttribute(MadeOf.ATTRIBUTE) != null;
    }

    private final class Held extends ServletOutputStream {

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int count) throws IOException {
            if (held != null && holds.test(held.size() + count)) {
                held.write(bytes, offset, count);
                return;
            }
            if (held != null) {
                dropOrRelease();
            }
            if (!dropped) {
                Pieces.write(bytes, offset, count, CapturingResponse.super.getOutputStream());
            }
        }

        @Override
        public void flush() throws IOException {
            if (held == null && !dropped) {
                CapturingResponse.super.getOutputStream().flush();
            }
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("An answer that may be kept is written as it comes");
        }
    }
}
