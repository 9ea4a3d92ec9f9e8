package de.kreiswerk.core.web.tls;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.web.server.IdleConnector;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.felix.http.jetty.ConnectorFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * A second door that speaks TLS, with what BSI TR-02102-2 recommends. Felix has one of its own, but reads its keystore once and
 * knows no PEM files; this one takes over files that change, without closing a connection, and opens as soon as they can be used.
 */
@Component(
        service = {ConnectorFactory.class, TlsConnector.class},
        configurationPid = TlsConfig.PID)
@Designate(ocd = TlsConfig.class)
public final class TlsConnector implements ConnectorFactory {

    private static final Logger LOG = LoggerFactory.getLogger(TlsConnector.class);
    private static final int LOOK_EVERY_SECONDS = 5;
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};
    private static final String[] SUITES = {"TLS_AES_.*_GCM_.*", "TLS_CHACHA20_.*", "TLS_ECDHE_.*_AES_.*_GCM_.*"};

    private static final Text NOT_SERVED = new Text("TLS wird noch nicht angeboten. ", "TLS is not served: ");
    private static final Text GOES_ON = new Text(
            "TLS läuft mit dem bisherigen Zertifikat weiter. ", "TLS goes on with the certificate of before: ");

    private final int port;
    private final String host;
    private final KeyMaterial material;
    private final ScheduledThreadPoolExecutor work;
    private final SslContextFactory.Server tls = new SslContextFactory.Server();
    private volatile LateConnector door;
    private volatile Instant validUntil;
    /** Null when nothing is wrong. */
    private volatile Text trouble;

    private volatile String current = "";

    @Activate
    public TlsConnector(BundleContext context, TlsConfig config) {
        this.port = config.port();
        this.host = config.host().strip();
        String data = context.getProperty("kreiswerk.data");
        this.material = new KeyMaterial(Path.of(data == null ? "data" : data), config);
        this.work = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "kreiswerk-tls");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Deactivate
    void close() {
        work.shutdownNow();
    }

    @Override
    public Connector createConnector(Server server) {
        if (port < 0) {
            return new IdleConnector(server, () -> {});
        }
        tls.setIncludeProtocols(PROTOCOLS);
        tls.setIncludeCipherSuites(SUITES);
        tls.setRenegotiationAllowed(false);
        door = new LateConnector(
                server, new SslConnectionFactory(tls, "http/1.1"), new HttpConnectionFactory(configuration(server)));
        door.setPort(port);
        door.setHost(host.isEmpty() ? null : host);
        door.addEventListener(new LifeCycle.Listener() {
            @Override
            public void lifeCycleStarted(LifeCycle started) {
                if (door.isOpen()) {
                    LOG.info("TLS is served on port {}", door.getLocalPort());
                }
            }
        });
        try {
            use(material.load());
            // Whoever asked for it opens it.
            door.permit();
        } catch (IOException e) {
            tell(NOT_SERVED, e);
        }
        work.scheduleWithFixedDelay(this::look, LOOK_EVERY_SECONDS, LOOK_EVERY_SECONDS, TimeUnit.SECONDS);
        return door;
    }

    /** Whether there is to be TLS. */
    boolean isWanted() {
        return port >= 0;
    }

    /** Whether it is served. */
    boolean isOpen() {
        return door != null && door.isOpen();
    }

    /** Until when the certificate that is shown is valid; null before there was one. */
    Instant validUntil() {
        return validUntil;
    }

    /** What is wrong with the files as they are now, and what to do; empty when nothing is. */
    Optional<Text> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** The limits and customizers of the door that is there already. */
    private static HttpConfiguration configuration(Server server) {
        HttpConfiguration configuration = Arrays.stream(server.getConnectors())
                .flatMap(connector -> connector.getConnectionFactories().stream())
                .filter(HttpConfiguration.ConnectionFactory.class::isInstance)
                .map(factory -> ((HttpConfiguration.ConnectionFactory) factory).getHttpConfiguration())
                .findFirst()
                .map(HttpConfiguration::new)
                .orElseGet(HttpConfiguration::new);
        configuration.setSecureScheme("https");
        // Health checks and proxies come by address; the certificate is for those who check it.
        configuration.addCustomizer(new SecureRequestCustomizer(false));
        return configuration;
    }

    /**
     * Takes over files that changed, and opens what could not be opened before. What cannot be used is told once, and what was
     * used before stays.
     */
    void look() {
        try {
            if (door.isPermitted()) {
                renew();
            } else {
                use(material.load());
                door.openNow();
            }
            trouble = null;
        } catch (Exception e) {
            tell(door.isPermitted() ? GOES_ON : NOT_SERVED, e);
        }
    }

    private void renew() throws Exception {
        if (material.fingerprint().equals(current)) {
            return;
        }
        KeyMaterial.Loaded loaded = material.load();
        tls.reload(any -> use(loaded));
        LOG.info("TLS uses the certificate that is valid until {}", validUntil);
    }

    private void tell(Text what, Exception why) {
        Text words = words(why);
        Text told = new Text(what.german() + words.german(), what.english() + words.english());
        if (!told.equals(trouble)) {
            // While the certificate of before is shown, nobody misses anything yet.
            LOG.atLevel(isOpen() ? Level.WARN : Level.ERROR).log(told.english());
        }
        trouble = told;
    }

    private static Text words(Exception why) {
        if (why instanceof UnusableFiles files) {
            return files.why();
        }
        String said = why.getMessage() == null ? why.toString() : why.getMessage();
        return why instanceof BindException || why.getCause() instanceof BindException
                ? new Text(
                        "Der Port lässt sich nicht öffnen (" + said
                                + "). Beenden Sie, was ihn belegt, oder ändern Sie ihn in den Einstellungen",
                        said)
                : new Text("Java meldet: " + said, said);
    }

    private void use(KeyMaterial.Loaded loaded) {
        tls.setKeyStore(loaded.store());
        tls.setKeyStorePassword(loaded.password());
        tls.setKeyManagerPassword(loaded.password());
        current = loaded.fingerprint();
        validUntil = loaded.leaf().getNotAfter().toInstant();
    }
}
