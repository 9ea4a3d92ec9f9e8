package de.kreiswerk.core.web.security;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What security.txt says (RFC 9116). An entry that cannot be right is told in the log and left out: a finder who cannot reach
 * anybody publishes.
 */
final class SecurityContact {

    /** Half a year: RFC 9116, section 2.5.5, advises less than a year. */
    private static final int VALID_DAYS = 180;

    private static final Logger LOG = LoggerFactory.getLogger(SecurityContact.class);
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\",:]{1,64}@[A-Za-z0-9.-]{1,189}");
    /** Printable ASCII, so that no entry becomes a second line; addresses of the web over TLS only (section 2.5.4). */
    private static final Pattern ADDRESS = Pattern.compile("(https://|mailto:|tel:)[\\x21-\\x7e]{1,500}");

    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}");

    private final List<String> contacts;
    private final List<String> languages;

    SecurityContact(SecurityContactConfig config) {
        this.contacts = entries(config.contact()).stream()
                .map(entry -> EMAIL.matcher(entry).matches() ? "mailto:" + entry : entry)
                .filter(entry -> isRight("contact", entry, ADDRESS))
                .toList();
        this.languages = entries(config.languages()).stream()
                .filter(entry -> isRight("languages", entry, LANGUAGE))
                .toList();
    }

    boolean isStated() {
        return !contacts.isEmpty();
    }

    /** The whole text. {@code address} is where the world finds it; one without TLS is no canonical one (section 2.5.2). */
    String text(Instant now, String address) {
        List<String> lines = new ArrayList<>();
        contacts.forEach(contact -> lines.add("Contact: " + contact));
        lines.add("Expires: " + now.truncatedTo(ChronoUnit.DAYS).plus(VALID_DAYS, ChronoUnit.DAYS));
        if (!languages.isEmpty()) {
            lines.add("Preferred-Languages: " + String.join(", ", languages));
        }
        if (address.startsWith("https://")) {
            lines.add("Canonical: " + address);
        }
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static List<String> entries(String stated) {
        return stated == null
                ? List.of()
                : Arrays.stream(stated.split(","))
                        .map(String::strip)
                        .filter(entry -> !entry.isEmpty())
                        .toList();
    }

    private static boolean isRight(String key, String entry, Pattern pattern) {
        boolean right = pattern.matcher(entry).matches();
        if (!right) {
            LOG.error("'{}' in {}/{} cannot be right; it is left out", entry, SecurityContactConfig.PID, key);
        }
        return right;
    }
}
