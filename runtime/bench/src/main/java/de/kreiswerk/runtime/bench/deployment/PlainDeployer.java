package de.kreiswerk.runtime.bench.deployment;

import de.kreiswerk.deployment.archive.Archive;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Somebody who deploys the same bundle by the framework's API alone, see {@link de.kreiswerk.runtime.bench.plain.PlainServlet}. */
final class PlainDeployer {

    private static final String PLAIN = "/bench/plain/";

    private final Operator operator;

    PlainDeployer(Operator operator) {
        this.operator = operator;
    }

    /** Installs, resolves and starts it. */
    void install(Archive archive) {
        send("install", bundle(archive));
    }

    /** The old one stops when the new one lies ready, which starts then. */
    void swap(Archive archive) {
        send("swap", bundle(archive));
    }

    /** Until the framework has so many bundles. */
    void fill(int bundles) {
        send("fill", String.valueOf(bundles).getBytes(StandardCharsets.US_ASCII));
    }

    void remove() {
        operator.send("DELETE", PLAIN, "application/octet-stream", new byte[0]);
    }

    private void send(String what, byte[] body) {
        operator.send("POST", PLAIN + what, "application/octet-stream", body);
    }

    private static byte[] bundle(Archive archive) {
        try (InputStream in = archive.component().bundles().get(0).open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
