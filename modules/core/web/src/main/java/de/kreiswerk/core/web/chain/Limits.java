package de.kreiswerk.core.web.chain;

import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.web.FileForm;
import de.kreiswerk.core.api.web.WebConstants;
import de.kreiswerk.core.web.multipart.ReceivedForm;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What no request may exceed, whatever it asks for. Endpoints have narrower limits of their own. */
final class Limits {

    /** Longer than any address that a filter form of the platform makes. */
    static final int MAX_URI = 12_000;
    /** More than any form of the platform has; what the server reads of a form as well. */
    static final int MAX_PARAMETERS = 1_000;
    /** What a form has beside its file, so that a file as large as a body may be has room in one. */
    private static final long AROUND_A_FILE = 64 * 1024;

    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset\\s*=\\s*[\"']?([^\"';\\s]*)");

    private final long maxBody;

    Limits(long maxBody) {
        this.maxBody = maxBody;
    }

    /** What is wrong with a request before its body is read, or null. */
    Problem refusal(HttpServletRequest request) {
        String query = request.getQueryString();
        if (request.getRequestURI().length() + (query == null ? 0 : query.length()) > MAX_URI) {
            return Problems.uriTooLong();
        }
        if (query != null && query.chars().filter(c -> c == '&').count() >= MAX_PARAMETERS) {
            return Problems.tooManyParameters();
        }
        if (!QueryEncoding.isReadable(query)) {
            return Problems.queryNotReadable();
        }
        if (!hasKnownCharset(request.getContentType())) {
            return Problems.charsetUnknown();
        }
        return request.getContentLengthLong() > maxBody(request) ? Problems.tooLarge(maxBody) : null;
    }

    /** CXF would fail over it before anybody is asked who they are. */
    private static boolean hasKnownCharset(String type) {
        Matcher charset = CHARSET.matcher(type == null ? "" : type);
        try {
            return !charset.find() || Charset.isSupported(charset.group(1));
        } catch (IllegalCharsetNameException e) {
            return false;
        }
    }

    private long maxBody(HttpServletRequest request) {
        return ReceivedForm.isIn(request) ? maxBody + AROUND_A_FILE : maxBody;
    }

    /**
     * What is wrong with a form, or null. Read once here, so that no servlet has to expect that the server refuses to read it.
     */
    Problem formRefusal(HttpServletRequest request) {
        try {
            if (ReceivedForm.isIn(request)) {
                fileForm(request);
            } else if (Forgery.isForm(request)) {
                request.getParameterMap();
            }
            return null;
        } catch (RuntimeException e) {
            return unreadableForm(e);
        }
    }

    /** A form with a file, read to where the file begins; what is read is noted in the request. */
    FileForm fileForm(HttpServletRequest request) {
        if (request.getAttribute(FileForm.ATTRIBUTE) instanceof FileForm known) {
            return known;
        }
        try {
            FileForm form = ReceivedForm.read(
                    request,
                    new LimitedBody(request, request.getInputStream(), maxBody(request)),
                    () -> new ProblemException(Problems.formBrokenOff()));
            request.setAttribute(FileForm.ATTRIBUTE, form);
            return form;
        } catch (IOException e) {
            throw new ProblemException(Problems.formBrokenOff());
        }
    }

    /** The server says only in words what it does not like about a form. */
    static Problem unreadableForm(RuntimeException refused) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return problem.problem();
            }
            String words = String.valueOf(cause.getMessage());
            if (words.contains("too many")) {
                return Problems.tooManyParameters();
            }
            if (words.contains("too large")) {
                return Problems.tooLarge(0);
            }
        }
        return Problems.of(400);
    }

    /** The request with a body that ends with an error where the limit is. */
    HttpServletRequest limited(HttpServletRequest request) {
        return request.getContentLengthLong() == 0 ? request : new LimitedRequest(request, maxBody(request));
    }

    private static final class LimitedRequest extends HttpServletRequestWrapper {

        private final long limit;
        private ServletInputStream body;

        LimitedRequest(HttpServletRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (body == null) {
                body = new LimitedBody(this, super.getInputStream(), limit);
            }
            return body;
        }

        @Override
        public BufferedReader getReader() throws IOException {
            String encoding = getCharacterEncoding();
            Charset charset = encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
            return new BufferedReader(new InputStreamReader(getInputStream(), charset));
        }
    }

    private static final class LimitedBody extends ServletInputStream {

        private final HttpServletRequest request;
        private final ServletInputStream in;
        private final long limit;
        private long read;

        LimitedBody(HttpServletRequest request, ServletInputStream in, long limit) {
            this.request = request;
            this.in = in;
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int b = in.read();
            return withinLimit(b < 0 ? 0 : 1) ? b : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = in.read(buffer, offset, length);
            return withinLimit(Math.max(count, 0)) ? count : -1;
        }

        /** CXF reads the rest of a body when it answers; a second error would spoil the answer. */
        private boolean withinLimit(int bytes) {
            read += bytes;
            if (read <= limit) {
                return true;
            }
            if (request.getAttribute(WebConstants.ANSWERED) == null) {
                throw new ProblemException(Problems.tooLarge(limit));
            }
            return false;
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }
    }
}
