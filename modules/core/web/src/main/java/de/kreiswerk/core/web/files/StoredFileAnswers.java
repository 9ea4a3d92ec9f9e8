package de.kreiswerk.core.web.files;

import de.kreiswerk.core.api.persistence.BlobStore;
import de.kreiswerk.core.api.problem.Problem.Kind;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.EntityTag;
import de.kreiswerk.core.api.web.FileAnswers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sends a file: whole, in part, or not at all when the reader has it already. */
@Component
public final class StoredFileAnswers implements FileAnswers {

    private static final String NAMELESS = "Datei";

    private final BlobStore blobs;

    /**
     * Sends what a store keeps.
     *
     * @param blobs the store
     */
    @Activate
    public StoredFileAnswers(@Reference BlobStore blobs) {
        this.blobs = blobs;
    }

    @Override
    public boolean send(HttpServletRequest request, HttpServletResponse response, StoredFile file, boolean download)
            throws IOException {
        Optional<BlobStore.Blob> blob = blobs.find(file.sha256());
        if (blob.isEmpty()) {
            return false;
        }
        String tag = '"' + blob.get().sha256() + '"';
        long modified = file.modified() == null
                ? -1
                : file.modified().truncatedTo(ChronoUnit.SECONDS).toEpochMilli();
        boolean unchanged = isUnchanged(request, tag, modified);
        ByteRange range = range(request, tag, modified, blob.get().size());
        if (!unchanged && range.kind() == ByteRange.Kind.UNSATISFIABLE) {
            throw noSuchPart(response, blob.get().size());
        }
        describe(response, tag, modified);
        if (unchanged) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            // Left to itself, the server adds Content-Length: 0, which would be that of the page (RFC 9110, section
            // 8.6).
            response.flushBuffer();
            return true;
        }
        boolean inline = !download && FileTypes.isInline(file.mediaType());
        response.setContentType(FileTypes.sent(file.mediaType()));
        response.setHeader("Content-Disposition", ContentDisposition.of(inline, file.fileName(), NAMELESS));
        body(request, response, blob.get(), range);
        return true;
    }

    private static void describe(HttpServletResponse response, String tag, long modified) {
        response.setHeader("ETag", tag);
        // A withdrawn file must not live on in a cache: it is asked for again each time, which costs a 304.
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("Accept-Ranges", "bytes");
        if (modified >= 0) {
            response.setDateHeader("Last-Modified", modified);
        }
    }

    /** RFC 9110, section 15.5.17. By its status the chain knows whose Content-Range it is to keep. */
    private static ProblemException noSuchPart(HttpServletResponse response, long size) {
        response.setStatus(Kind.NO_SUCH_PART.status());
        response.setHeader("Content-Range", "bytes */" + size);
        return new ProblemException(
                Kind.NO_SUCH_PART,
                "no-such-part",
                new Text("So weit reicht die Datei nicht", "The file ends before that"),
                new Text(
                        "Der Teil, nach dem die Kopfzeile Range fragt, liegt hinter dem Ende der Datei. Sie hat " + size
                                + " Bytes. Laden Sie sie noch einmal von vorn.",
                        "The part that the header Range asks for is behind the end of the file. It has " + size
                                + " bytes. Load it once more from its beginning."));
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
            return new EntityTag(tag).isIn(ifNoneMatch);
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
