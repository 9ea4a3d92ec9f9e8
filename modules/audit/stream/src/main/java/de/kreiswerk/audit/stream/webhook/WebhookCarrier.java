package de.kreiswerk.audit.stream.webhook;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import de.kreiswerk.audit.sendkit.Post;
import de.kreiswerk.audit.sendkit.SendingFailed;
import de.kreiswerk.audit.stream.Carrier;
import de.kreiswerk.core.api.audit.AuditRecord;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Posts each batch on a connection of its own. It arrived when the answer is 2xx. */
final class WebhookCarrier implements Carrier {

    private static final String HMAC = "HmacSHA256";

    private final WebhookSettings settings;
    private final Supplier<Optional<String>> origin;
    private final Clock clock;
    private volatile Post post;
    private volatile boolean closed;

    /** The origin is the trail's name, empty before it has one. */
    WebhookCarrier(WebhookSettings settings, Supplier<Optional<String>> origin, Clock clock) {
        this.settings = settings;
        this.origin = origin;
        this.clock = clock;
    }

    @Override
    public Duration unsure() {
        return Duration.ZERO;
    }

    @Override
    public boolean goesOn() {
        return false;
    }

    @Override
    public void send(List<AuditRecord> records, boolean anew) throws SendingFailed {
        byte[] body = body(records).getBytes(StandardCharsets.UTF_8);
        Post fresh = new Post(settings.address(), settings.trust(), settings.patience(), headers(records, body), body);
        post = fresh;
        if (closed) {
            fresh.cutOff();
        }
        fresh.run();
    }

    private String body(List<AuditRecord> records) {
        StringBuilder body = new StringBuilder("{\"origin\":")
                .append(origin.get().map(WebhookCarrier::quoted).orElse("null"))
                .append(",\"first\":")
                .append(first(records))
                .append(",\"last\":")
                .append(last(records))
                .append(",\"records\":[");
        String comma = "";
        for (AuditRecord record : records) {
            // As it was sealed, byte for byte: its hash can be checked.
            body.append(comma)
                    .append("{\"number\":")
                    .append(record.sequence())
                    .append(",\"record\":")
                    .append(record.canonical())
                    .append('}');
            comma = ",";
        }
        return body.append("]}").toString();
    }

    private Map<String, String> headers(List<AuditRecord> records, byte[] body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("Kreiswerk-Sequence", first(records) + "-" + last(records));
        if (!settings.secret().isEmpty()) {
            long time = clock.instant().getEpochSecond();
            headers.put("Kreiswerk-Signature", "t=" + time + ",v1=" + signature(time, body));
        }
        return headers;
    }

    private String signature(long time, byte[] body) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(settings.secret().getBytes(StandardCharsets.UTF_8), HMAC));
            mac.update((time + ".").getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("What is sent cannot be signed", e);
        }
    }

    private static String quoted(String text) {
        return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
    }

    private static long first(List<AuditRecord> records) {
        return records.get(0).sequence();
    }

    private static long last(List<AuditRecord> records) {
        return records.get(records.size() - 1).sequence();
    }

    @Override
    public Duration longest() {
        return settings.patience();
    }

    @Override
    public void farewell() {
        // Each batch ends its connection.
    }

    @Override
    public void hangUp() {
        Post current = post;
        if (current != null) {
            current.cutOff();
        }
    }

    @Override
    public void close() {
        closed = true;
        hangUp();
    }
}
