package de.kreiswerk.audit.stream.syslog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreiswerk.core.api.audit.AuditRecord;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** A record as a message of syslog (RFC 5424), in the frame that counts its octets (RFC 5425, section 4.3). */
final class SyslogMessage {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final Pattern NOT_PRINTABLE = Pattern.compile("[^\\x21-\\x7e]");
    /** They may be there (section 6.3.3), and many a receiver takes a line feed for the end of the message. */
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private static final String BOM = "\uFEFF";
    private static final int LONGEST_MESSAGE_ID = 32;
    private static final int FACILITY = 8;
    private static final int ERROR = 3;
    private static final int WARNING = 4;
    private static final int NOTICE = 5;

    private final ObjectMapper json = new ObjectMapper();
    private final SyslogSettings settings;
    private final String hostName;

    /** By this name of the host, which is printable ASCII. */
    SyslogMessage(SyslogSettings settings, String hostName) {
        this.settings = settings;
        this.hostName = hostName;
    }

    void write(AuditRecord record, ByteArrayOutputStream out) {
        byte[] message = text(record).getBytes(StandardCharsets.UTF_8);
        out.writeBytes((message.length + " ").getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(message);
    }

    private String text(AuditRecord record) {
        JsonNode fields = fields(record);
        String outcome = fields.path("outcome").asText("");
        return "<" + (settings.facility() * FACILITY + severity(outcome)) + ">1 " + TIME.format(record.time()) + " "
                + hostName + " " + settings.appName() + " - " + messageId(record.action()) + " [kreiswerk@"
                + settings.enterpriseNumber()
                + parameter("seq", String.valueOf(record.sequence()))
                + parameter("area", record.area())
                + parameter("object", record.objectType() + "/" + record.objectId())
                + parameter("department", fields.path("department").asText(""))
                + parameter("outcome", outcome)
                + parameter("request", fields.path("request").asText(""))
                + "] " + BOM + record.canonical();
    }

    private JsonNode fields(AuditRecord record) {
        try {
            return json.readTree(record.canonical());
        } catch (JsonProcessingException e) {
            // What somebody changed in the database goes out as it is: who reads it is to see it.
            return json.createObjectNode();
        }
    }

    private static int severity(String outcome) {
        return switch (outcome) {
            case "success" -> NOTICE;
            case "denied" -> WARNING;
            default -> ERROR;
        };
    }

    private static String messageId(String action) {
        String printable = NOT_PRINTABLE.matcher(action).replaceAll("_");
        if (printable.isEmpty()) {
            return "-";
        }
        return printable.substring(0, Math.min(LONGEST_MESSAGE_ID, printable.length()));
    }

    private static String parameter(String name, String value) {
        if (value.isEmpty()) {
            return "";
        }
        String plain = CONTROL.matcher(value).replaceAll("\uFFFD");
        return " " + name + "=\"" + plain.replaceAll("[\"\\\\\\]]", "\\\\$0") + "\"";
    }
}
