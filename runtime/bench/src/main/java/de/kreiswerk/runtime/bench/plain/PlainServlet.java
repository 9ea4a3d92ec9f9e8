package de.kreiswerk.runtime.bench.plain;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * Deploys as the framework lets anybody: no signature, no plan, no gate, nothing written down and nothing that goes back. Answers with
 * how many nanoseconds that took.
 */
final class PlainServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient BundleContext context;
    private final transient FrameworkWiring wiring;
    private transient Bundle current;
    private int number;

    PlainServlet(BundleContext context) {
        this.context = context;
        this.wiring = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
    }

    /** {@code install} and {@code swap} take a bundle, {@code fill} how many bundles there are to be. */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        byte[] body = request.getInputStream().readAllBytes();
        long begin = System.nanoTime();
        try {
            switch (request.getPathInfo()) {
                case "/install" -> install(body);
                case "/swap" -> swap(body);
                case "/fill" -> fill(Integer.parseInt(new String(body)));
                default -> throw new ServletException("Nobody knows " + request.getPathInfo());
            }
        } catch (BundleException e) {
            throw new ServletException(e);
        }
        response.setContentType("text/plain");
        response.getWriter().print(System.nanoTime() - begin);
    }

    @Override
    protected synchronized void doDelete(HttpServletRequest request, HttpServletResponse response)
            throws ServletException {
        try {
            remove(current);
            current = null;
        } catch (BundleException e) {
            throw new ServletException(e);
        }
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    private synchronized void install(byte[] jar) throws BundleException {
        current = resolved(jar);
        current.start();
    }

    /** Side by side: the new one lies ready when the old one stops. */
    private synchronized void swap(byte[] jar) throws BundleException {
        Bundle old = current;
        Bundle next = resolved(jar);
        old.stop();
        next.start();
        current = next;
        remove(old);
    }

    private Bundle resolved(byte[] jar) throws BundleException {
        Bundle installed = context.installBundle("plain:" + ++number, new ByteArrayInputStream(jar));
        if (!wiring.resolveBundles(List.of(installed))) {
            throw new BundleException("It cannot be resolved");
        }
        return installed;
    }

    private void remove(Bundle bundle) throws BundleException {
        bundle.uninstall();
        CountDownLatch refreshed = new CountDownLatch(1);
        wiring.refreshBundles(List.of(bundle), event -> refreshed.countDown());
        try {
            refreshed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void fill(int bundles) throws BundleException, IOException {
        for (int i = context.getBundles().length; i < bundles; i++) {
            context.installBundle("plain:filler-" + i, new ByteArrayInputStream(filler(i)))
                    .start();
        }
    }

    private static byte[] filler(int i) throws IOException {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", "filler-" + i);
        headers.putValue("Import-Package", "org.osgi.framework");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new JarOutputStream(bytes, manifest).close();
        return bytes.toByteArray();
    }
}
