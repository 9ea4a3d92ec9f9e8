package de.kreiswerk.core.web.multipart;

import de.kreiswerk.core.api.web.FileForm;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A form with a file: its fields are read, the file is still on its way. */
public final class ReceivedForm implements FileForm {

    private static final String TYPE = "multipart/form-data";
    /** RFC 2046, section 5.1.1. */
    private static final Pattern BOUNDARY =
            Pattern.compile(";\\s*boundary=(?:\"([^\"]{1,70})\"|([^\\s;\"]{1,70}))", Pattern.CASE_INSENSITIVE);

    private static final int MOST_FIELDS = 20;
    private static final int LARGEST_FIELD = 4_096;

    private final Map<String, String> fields;
    private final String fileName;
    private final InputStream file;

    private ReceivedForm(Map<String, String> fields, String fileName, InputStream file) {
        this.fields = Map.copyOf(fields);
        this.fileName = fileName;
        this.file = file;
    }

    /**
     * Whether a request has such a form.
     *
     * @param request the request
     * @return true when its type says so
     */
    public static boolean isIn(HttpServletRequest request) {
        String type = request.getHeader("Content-Type");
        return type != null && type.toLowerCase(Locale.ROOT).startsWith(TYPE);
    }

    /**
     * Reads a form to where its file begins.
     *
     * @param request a request with such a form
     * @param body its body, which ends with an error where it is too large
     * @param malformed what to end with when it is no such form
     * @return the form
     * @throws IOException when the body cannot be read
     */
    public static ReceivedForm read(
            HttpServletRequest request, InputStream body, Supplier<? extends RuntimeException> malformed)
            throws IOException {
        Matcher boundary = BOUNDARY.matcher(request.getHeader("Content-Type"));
        if (!boundary.find()) {
            throw malformed.get();
        }
        try {
            return read(
                    new MultipartStream(body, boundary.group(1) == null ? boundary.group(2) : boundary.group(1)),
                    malformed);
        } catch (MultipartStream.Malformed e) {
            throw malformed.get();
        }
    }

    private static ReceivedForm read(MultipartStream body, Supplier<? extends RuntimeException> malformed)
            throws IOException {
        Map<String, String> fields = new HashMap<>();
        while (body.next()) {
            PartHead head = PartHead.read(body);
            if (head.fileName() != null) {
                return new ReceivedForm(fields, head.fileName(), new File(body, malformed));
            }
            // Of two with one name nobody can tell which is meant.
            if (fields.size() == MOST_FIELDS || fields.put(head.name(), value(body)) != null) {
                throw malformed.get();
            }
        }
        return new ReceivedForm(fields, "", InputStream.nullInputStream());
    }

    private static String value(MultipartStream body) throws IOException {
        ByteArrayOutputStream value = new ByteArrayOutputStream();
        byte[] some = new byte[LARGEST_FIELD];
        for (int count = body.read(some, 0, some.length); count >= 0; count = body.read(some, 0, some.length)) {
            value.write(some, 0, count);
            if (value.size() > LARGEST_FIELD) {
                throw new MultipartStream.Malformed("A field is too long");
            }
        }
        return value.toString(StandardCharsets.UTF_8);
    }

    @Override
    public String field(String name) {
        return fields.get(name);
    }

    @Override
    public String fileName() {
        return fileName;
    }

    @Override
    public InputStream file() {
        return file;
    }

    /** The bytes of one part. */
    private static final class File extends InputStream {

        private final MultipartStream body;
        private final Supplier<? extends RuntimeException> malformed;

        File(MultipartStream body, Supplier<? extends RuntimeException> malformed) {
            this.body = body;
            this.malformed = malformed;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            try {
                return body.read(into, offset, length);
            } catch (MultipartStream.Malformed e) {
                throw malformed.get();
            }
        }
    }
}
