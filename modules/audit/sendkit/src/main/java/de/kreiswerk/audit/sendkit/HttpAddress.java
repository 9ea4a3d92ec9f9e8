package de.kreiswerk.audit.sendkit;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * An address to post to.
 *
 * @param encrypted whether with TLS
 * @param host the host
 * @param port the port
 * @param target path and query, which may hold a secret: never in a message
 */
public record HttpAddress(boolean encrypted, String host, int port, String target) {

    private static final Set<String> OWN = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final int HTTPS = 443;
    private static final int HTTP = 80;
    private static final int HIGHEST = 65_535;

    /**
     * Reads one.
     *
     * @param text {@code https://…}, or {@code http://} to the same machine; no user and no fragment in it
     * @return empty when it is none
     */
    public static Optional<HttpAddress> of(String text) {
        try {
            URI uri = new URI(text.strip());
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            String host = uri.getHost();
            boolean encrypted = scheme.equals("https");
            if (host == null
                    || uri.getRawUserInfo() != null
                    || uri.getRawFragment() != null
                    || uri.getPort() == 0
                    || uri.getPort() > HIGHEST
                    || !encrypted && !(scheme.equals("http") && OWN.contains(host.toLowerCase(Locale.ROOT)))) {
                return Optional.empty();
            }
            URI ascii = new URI(uri.toASCIIString());
            String path = ascii.getRawPath() == null || ascii.getRawPath().isEmpty() ? "/" : ascii.getRawPath();
            String query = ascii.getRawQuery() == null ? "" : "?" + ascii.getRawQuery();
            int standard = encrypted ? HTTPS : HTTP;
            return Optional.of(
                    new HttpAddress(encrypted, host, uri.getPort() < 0 ? standard : uri.getPort(), path + query));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** As the header {@code Host} has it (RFC 9110, section 7.2): without the port that everybody expects. */
    String authority() {
        return port == (encrypted ? HTTPS : HTTP) ? host : host + ":" + port;
    }

    /** Without what may be a secret. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
