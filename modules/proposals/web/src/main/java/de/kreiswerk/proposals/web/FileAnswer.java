package de.kreiswerk.proposals.web;

import de.kreiswerk.core.api.persistence.BlobStore;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/** Sends a file: whole, in part, or not at all when the reader has it already. */
final class FileAnswer {

    private final BlobStore blobs;

    FileAnswer(BlobStore blobs) {
        this.blobs = blobs;
    }

    void send(
            HttpServletRequest request,
            HttpServletResponse response,
            PaperSnapshot.StoredFile file,
            BlobStore.Blob blob,
            String fallbackName)
            throws IOException {
        String tag = '"' + blob.sha256() + '"';
        long modified = file.created() == null
                ? -1
                : file.created().truncatedTo(ChronoUnit.SECONDS).toEpochMilli();
        response.setHeader("ETag", tag);
        // A withdrawn file must not live on in a cache: it is asked for again each time, which costs a 304.
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("Accept-Ranges", "bytes");
        if (modified >= 0) {
            response.setDateHeader("Last-Modified", modified);
        }
        if (isUnchanged(request, tag, modified)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            // Left to itself, the server adds Content-Length: 0, which would be that of the page (RFC 9110, section
            // 8.6).
            response.flushBuffer();
            return;
        }
        ByteRange range = range(request, tag, modified, blob.size());
        if (range.kind() == ByteRange.Kind.UNSATISFIABLE) {
            response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
            response.setHeader("Content-Range", "bytes */" + blob.size());
            response.setContentLength(0);
            return;
        }
        response.setContentType(FileTypes.sent(file.mediaType()));
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.of(FileTypes.isInline(file.mediaType()), file.fileName(), fallbackName));
        body(request, response, blob, range);
    }

    private void body(HttpServletRequest request, HttpServletResponse response, BlobStore.Blob blob, ByteRange range)
            throws IOException {
        if (range.kind() == ByteRange.Kind.PART) {
            response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
            long last = range.from() + range.length() - 1;
            response.setHeader("Content-Range", "bytes " + range.from() + "-" + last + "/" + blob.size());
        }
        response.setContentLengthLong(range.length());
        if (request.getMethod().equals("GET")) {
            blobs.copy(blob.sha256(), range.from(), range.length(), response.getOutputStream());
        }
    }

    /** RFC 9110, section 13.2.2: If-Modified-Since counts only without If-None-Match. */
    private static boolean isUnchanged(HttpServletRequest request, String tag, long modified) {
        String ifNoneMatch = request.getHeader("If-None-Match");
        if (ifNoneMatch != null) {
            return Arrays.stream(ifNoneMatch.split(","))
                    .map(String::strip)
                    .map(candidate -> candidate.startsWith("W/") ? candidate.substring(2) : candidate)
                    .anyMatch(candidate -> candidate.equals("*") || candidate.equals(tag));
        }
        long since = date(request, "If-Modified-Since");
        return modified >= 0 && since >= modified;
    }

    /** RFC 9110, section 14.2: for GET only, and only when the reader's first part is of the same file. */
    private static ByteRange range(HttpServletRequest request, String tag, long modified, long size) {
        String ifRange = request.getHeader("If-Range");
        boolean same = ifRange == null
                || ifRange.strip().equals(tag)
                || modified >= 0 && !ifRange.contains("\"") && date(request, "If-Range") == modified;
        return ByteRange.of(same && request.getMethod().equals("GET") ? request.getHeader("Range") : null, size);
    }

    private static long date(HttpServletRequest request, String header) {
        try {
            return request.getDateHeader(header);
        } catch (IllegalArgumentException e) {
            return Instant.MIN.getEpochSecond();
        }
    }
}
