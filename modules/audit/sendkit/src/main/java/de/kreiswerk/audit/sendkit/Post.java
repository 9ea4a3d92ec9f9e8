package de.kreiswerk.audit.sendkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One {@code POST} of HTTP/1.1 (RFC 9112) on a connection of its own. Done when the answer is 2xx; a redirect is not followed. Of
 * the answer only the head is read.
 */
public final class Post implements Courier.Errand {

    private static final int LONGEST_HEAD = 16_384;
    private static final int MOST_INTERIM = 10;
    private static final int FINAL = 200;
    private static final int REDIRECT = 300;
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int TOO_LARGE = 413;
    private static final int TOO_MANY = 429;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})(?: .*)?");
    private static final Pattern RETRY_AFTER = Pattern.compile("(?i)retry-after:[ \\t]*([0-9]{1,6})[ \\t]*");

    private final HttpAddress address;
    private final Map<String, String> headers;
    private final byte[] body;
    private final Line line;

    /**
     * One that is not sent yet.
     *
     * @param address whom to
     * @param trust who is believed to be it, when the address is encrypted
     * @param patience how long to wait for each answer
     * @param headers beside those that every request has; names and values are ASCII
     * @param body the content
     */
    public Post(HttpAddress address, Trust trust, Duration patience, Map<String, String> headers, byte[] body) {
        this.address = address;
        this.headers = Map.copyOf(headers);
        this.body = body;
        this.line = new Line(new Receiver(
                // An address of IPv6 has brackets in a URI only.
                address.host().replaceAll("[\\[\\]]", ""),
                address.port(),
                address.encrypted() ? trust : null,
                patience));
    }

    @Override
    public void run() throws SendingFailed {
        try {
            line.open();
            IOException cut = write();
            try {
                judge(head(line.in()));
            } catch (IOException e) {
                throw line.failed(cut == null ? e : cut);
            }
        } finally {
            line.close();
        }
    }

    @Override
    public void cutOff() {
        line.close();
    }

    /** Null when all was written. Who refuses a request may answer before it is read to its end: the answer says more. */
    private IOException write() {
        try {
            OutputStream out = line.out();
            out.write(request());
            out.write(body);
            out.flush();
            return null;
        } catch (IOException e) {
            return e;
        }
    }

    private byte[] request() {
        StringBuilder request = new StringBuilder("POST ")
                .append(address.target())
                .append(" HTTP/1.1\r\nHost: ")
                .append(address.authority())
                .append("\r\nUser-Agent: Kreiswerk\r\nConnection: close\r\nContent-Length: ")
                .append(body.length)
                .append("\r\n");
        headers.forEach(
                (name, value) -> request.append(name).append(": ").append(value).append("\r\n"));
        return request.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    private void judge(String head) throws SendingFailed {
        Matcher status = STATUS.matcher(head.lines().findFirst().orElse(""));
        if (!status.matches()) {
            throw new SendingFailed(
                    address + " spricht kein HTTP. Prüfen Sie die Adresse", address + " does not speak HTTP");
        }
        int code = Integer.parseInt(status.group(1));
        if (code < FINAL || code >= REDIRECT) {
            Duration retryAfter = head.lines()
                    .map(RETRY_AFTER::matcher)
                    .filter(Matcher::matches)
                    .findFirst()
                    .map(matcher -> Duration.ofSeconds(Long.parseLong(matcher.group(1))))
                    .orElse(null);
            throw new SendingFailed(
                    address + " antwortet mit Status " + code + whatToDo(code),
                    address + " answers " + code,
                    retryAfter);
        }
    }

    private static String whatToDo(int code) {
        return switch (code) {
            case UNAUTHORIZED, FORBIDDEN ->
                ". Der Empfänger lässt die Plattform nicht zu: Prüfen Sie dort die Freigabe";
            case NOT_FOUND -> ". Prüfen Sie die Adresse";
            case TOO_LARGE ->
                ". Eine Sendung ist ihm zu groß: Erlauben Sie ihm mehr, oder senden Sie weniger Einträge auf einmal";
            case TOO_MANY -> ". Es wird langsamer gesendet, bis er wieder annimmt";
            default ->
                code < BAD_REQUEST
                        ? ". Weiterleitungen wird nicht gefolgt: Tragen Sie die Adresse ein, zu der sie führt"
                        : ". Sehen Sie im Protokoll des Empfängers nach";
        };
    }

    /** The head of the answer that counts, behind those that only say that it comes. */
    private static String head(InputStream in) throws IOException {
        String head = oneHead(in);
        for (int i = 0; i < MOST_INTERIM && head.matches("(?s)HTTP/1\\.1 1[0-9]{2}.*"); i++) {
            head = oneHead(in);
        }
        return head;
    }

    private static String oneHead(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int matched = 0;
        while (matched < "\r\n\r\n".length()) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("without an answer");
            }
            if (head.size() >= LONGEST_HEAD) {
                return "";
            }
            head.write(next);
            boolean fits = next == "\r\n\r\n".charAt(matched);
            matched = fits ? matched + 1 : next == '\r' ? 1 : 0;
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }
}
