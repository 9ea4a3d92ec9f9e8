package de.kreiswerk.runtime.testing.component;

import de.kreiswerk.core.api.web.Public;
import de.kreiswerk.core.api.web.WebConstants;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Hashtable;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.core.Application;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/**
 * A department's component: it tells its version, on a page and over REST. How it behaves besides, the header {@code
 * Test-Behaviour} of its bundle says.
 */
public final class DogTax implements BundleActivator {

    /** Property of the system that ends what a stubborn version does when it starts. */
    public static final String RELEASED = "kreiswerk.test.released";

    /** Property of the system with which a late version claims what is not its own. */
    public static final String LET_IN = "kreiswerk.test.let-in";

    /** Property of the system that a choosy version does not start with. */
    public static final String UNWELCOME = "kreiswerk.test.unwelcome";

    /** Property of the system with which a fatal version ends the platform when it starts. */
    public static final String FATAL = "kreiswerk.test.fatal";

    private static final long LOOK_NANOS = 20_000_000;

    private volatile boolean stopped;

    @Override
    public void start(BundleContext context) throws Exception {
        String version = context.getBundle().getVersion().toString();
        String behaviour = context.getBundle().getHeaders("").get("Test-Behaviour");
        switch (behaviour) {
            case "throws" -> throw new IllegalStateException("no dogs today");
            case "blocks" -> new CountDownLatch(1).await();
            case "stubborn" -> waitWhateverComes();
            case "threads" -> manyThreads();
            case "exits" -> System.exit(0);
            case "choosy" -> refuseWith(UNWELCOME);
            case "fatal" -> endWith(FATAL);
            case "late" -> trespassLater(context, version);
            default -> {
                // It behaves.
            }
        }
        String pattern = behaviour.equals("trespasses") ? "/vorlagen/hund" : "/ordnung/hund";
        register(context, pattern, version, behaviour.equals("sick"));
        context.registerService(
                Application.class,
                new Rest(version),
                new Hashtable<>(Map.of(
                        "osgi.jaxrs.application.base",
                        "/api/ordnung/v1",
                        "osgi.jaxrs.name",
                        "ordnung",
                        "osgi.jaxrs.extension.select",
                        new String[] {WebConstants.REST_BASICS})));
    }

    private static void refuseWith(String property) {
        if (System.getProperty(property) != null) {
            throw new IllegalStateException("not on this node");
        }
    }

    private static void endWith(String property) {
        if (System.getProperty(property) != null) {
            Runtime.getRuntime().halt(1);
        }
    }

    private void trespassLater(BundleContext context, String version) {
        new Thread(() -> {
                    while (System.getProperty(LET_IN) == null) {
                        if (stopped || Thread.currentThread().isInterrupted()) {
                            return;
                        }
                        LockSupport.parkNanos(LOOK_NANOS);
                    }
                    try {
                        register(context, "/vorlagen/hund", version, false);
                    } catch (IllegalStateException e) {
                        // It was stopped meanwhile.
                        stopped = true;
                    }
                })
                .start();
    }

    private static void register(BundleContext context, String pattern, String version, boolean sick) {
        context.registerService(
                Servlet.class,
                new Page(version, sick),
                new Hashtable<>(
                        Map.of("osgi.http.whiteboard.servlet.pattern", pattern, WebConstants.PUBLIC, Boolean.TRUE)));
    }

    /** Nothing ends this but a property of the system. */
    private static void waitWhateverComes() {
        while (System.getProperty(RELEASED) == null) {
            LockSupport.parkNanos(LOOK_NANOS);
            Thread.interrupted();
        }
    }

    private void manyThreads() throws InterruptedException {
        for (int i = 0; i < 1_000; i++) {
            if (Thread.interrupted()) {
                throw new InterruptedException("nobody waits for more of them");
            }
            new Thread(() -> {
                        while (!Thread.currentThread().isInterrupted() && !stopped) {
                            LockSupport.park();
                        }
                    })
                    .start();
        }
    }

    @Override
    public void stop(BundleContext context) {
        stopped = true;
    }

    /** The page. */
    public static final class Page extends HttpServlet {

        private static final long serialVersionUID = 1L;

        private final String version;
        private final boolean sick;

        Page(String version, boolean sick) {
            this.version = version;
            this.sick = sick;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            if (sick) {
                response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
                return;
            }
            response.setContentType("text/plain");
            response.getWriter().write("Hundesteuer " + version);
        }
    }

    /** The REST application. */
    public static final class Rest extends Application {

        private final String version;

        Rest(String version) {
            this.version = version;
        }

        @Override
        public Set<Object> getSingletons() {
            return Set.of(new Version(version));
        }
    }

    /** Its resource. */
    @Path("version")
    public static final class Version {

        private final String version;

        Version(String version) {
            this.version = version;
        }

        @GET
        @Public
        public String get() {
            return "Hundesteuer " + version;
        }
    }
}
