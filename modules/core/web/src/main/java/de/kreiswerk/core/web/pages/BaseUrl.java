package de.kreiswerk.core.web.pages;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.runtime.HttpServiceRuntime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The address under which the world reaches the platform: {@code KREISWERK_PUBLIC_URL}, or else the address that the HTTP
 * server listens on. A Host header never gets into it.
 */
@Component(service = BaseUrl.class)
public class BaseUrl {

    /** The environment variable that states the public address. */
    public static final String VARIABLE = "KREISWERK_PUBLIC_URL";

    private static final String HOST = "org.apache.felix.http.host";
    private static final String PORT = "org.osgi.service.http.port";
    private static final Set<String> WILDCARDS = Set.of("", "0.0.0.0", "::", "[::]");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    private static final Logger LOG = LoggerFactory.getLogger(BaseUrl.class);

    private final Optional<String> stated;
    private final String host;
    private final ServiceReference<HttpServiceRuntime> runtime;
    /** Every request asks for it. */
    private volatile Listening listening;

    private record Listening(Object port, Optional<String> address) {}

    /**
     * Reads the environment.
     *
     * @param context states the host that the server is bound to, if any
     * @param runtime the HTTP server; its port is read anew each time, because it may change while it runs
     */
    @Activate
    public BaseUrl(BundleContext context, @Reference ServiceReference<HttpServiceRuntime> runtime) {
        this(System.getenv(VARIABLE), context.getProperty(HOST), runtime);
    }

    BaseUrl(String stated, String host, ServiceReference<HttpServiceRuntime> runtime) {
        this.stated =
                stated == null || stated.isBlank() ? Optional.empty() : Optional.ofNullable(checked(stated.strip()));
        this.host = host == null ? "" : host.strip();
        this.runtime = runtime;
    }

    /**
     * The address.
     *
     * @return such as {@code https://politik.example.de}, without a slash at the end; empty while the server does not listen
     */
    public Optional<String> current() {
        return stated.isPresent() ? stated : listening();
    }

    /**
     * The address that the HTTP server listens on, whatever the environment states.
     *
     * @return such as {@code http://localhost:8080}, without a slash at the end; empty while the server does not listen
     */
    public Optional<String> listening() {
        // Not osgi.http.endpoint: a server on the wildcard address announces there every interface but the loopback,
        // and on
        // a machine without a network nothing at all. The port is the real one, also where any free port was asked for.
        Object port = runtime.getProperty(PORT);
        if (port == null) {
            return Optional.empty();
        }
        Listening last = listening;
        if (last == null || !last.port().equals(port)) {
            last = new Listening(port, Optional.of(address("http", localName(), Integer.parseInt(port.toString()))));
            listening = last;
        }
        return last.address();
    }

    private String localName() {
        if (WILDCARDS.contains(host) || LOOPBACK.contains(host)) {
            return "localhost";
        }
        return host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    }

    private static String address(String scheme, String host, int port) {
        boolean usual = port < 0 || scheme.equals("http") && port == 80 || scheme.equals("https") && port == 443;
        return scheme + "://" + host + (usual ? "" : ":" + port);
    }

    private static String checked(String stated) {
        try {
            URI uri = new URI(stated);
            boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            boolean hostOnly = uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && (uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"));
            if (http && hostOnly) {
                return address(
                        uri.getScheme().toLowerCase(Locale.ROOT),
                        uri.getHost().toLowerCase(Locale.ROOT),
                        uri.getPort());
            }
        } catch (URISyntaxException e) {
            // Said below.
        }
        LOG.error(
                "{} is '{}', but must be scheme and host alone, such as https://politik.example.de;"
                        + " the listening address is used instead",
                VARIABLE,
                stated);
        return null;
    }
}
