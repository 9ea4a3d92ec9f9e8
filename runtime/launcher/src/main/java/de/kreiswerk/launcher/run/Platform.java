package de.kreiswerk.launcher.run;

import de.kreiswerk.launcher.cli.Language;
import de.kreiswerk.launcher.cli.Refusal;
import de.kreiswerk.launcher.cli.Terminal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.util.tracker.ServiceTracker;

/** The framework and the distribution's bundles in it. A bundle that does not start is reported; the others go on. */
final class Platform {

    private static final int REMEMBERED = 1_000;
    private static final String FRAMEWORK = "framework";
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final Framework framework;
    private final Terminal terminal;
    private final Set<String> reported = ConcurrentHashMap.newKeySet();

    private Platform(Framework framework, Terminal terminal) {
        this.framework = framework;
        this.terminal = terminal;
    }

    static Platform prepare(Map<String, String> properties, Terminal terminal) throws Refusal {
        Framework framework = ServiceLoader.load(FrameworkFactory.class)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no OSGi framework on the class path"))
                .newFramework(properties);
        Platform platform = new Platform(framework, terminal);
        try {
            framework.init(platform::report);
        } catch (BundleException e) {
            throw notStarted(e);
        }
        framework.getBundleContext().addFrameworkListener(platform::report);
        return platform;
    }

    private static Refusal notStarted(BundleException e) {
        return Refusal.failed(
                "Das OSGi-Framework startet nicht: " + StartFailure.reason(e, FRAMEWORK, Language.GERMAN) + ".",
                "The OSGi framework does not start: " + StartFailure.reason(e, FRAMEWORK, Language.ENGLISH) + ".");
    }

    void install(List<Path> jars, StartLevels levels) {
        for (Path jar : jars) {
            String fileName = jar.getFileName().toString();
            try {
                Bundle bundle = framework.getBundleContext().installBundle(reference(jar));
                bundle.adapt(BundleStartLevel.class).setStartLevel(levels.of(fileName));
                if (!isFragment(bundle)) {
                    bundle.start(Bundle.START_ACTIVATION_POLICY);
                }
            } catch (BundleException e) {
                reportFailure(fileName, e);
            }
        }
    }

    /** The framework decodes the address as a form would be, so that a plus sign must not stand for itself. */
    private static String reference(Path jar) {
        return "reference:" + jar.toUri().toString().replace("+", "%2B");
    }

    private static boolean isFragment(Bundle bundle) {
        return (bundle.adapt(BundleRevision.class).getTypes() & BundleRevision.TYPE_FRAGMENT) != 0;
    }

    void start(StartLevels levels) throws Refusal, InterruptedException {
        // All in one go: one after the other, each as it starts, takes the resolver much longer.
        framework.adapt(FrameworkWiring.class).resolveBundles(null);
        startFirst();
        for (Map.Entry<Integer, String> awaited : levels.awaited().entrySet()) {
            await(awaited.getValue());
            reach(levels.after(awaited.getKey()));
        }
        long idle = Arrays.stream(framework.getBundleContext().getBundles())
                .filter(bundle -> !isFragment(bundle) && !isRunning(bundle))
                .count();
        if (idle > 0) {
            terminal.err()
                    .println(terminal.pick(
                            "Bundles, die nicht laufen: " + idle + ". Alles andere läuft.",
                            "Bundles that are not running: " + idle + ". Everything else is."));
        }
    }

    /** Starts what is at the framework's beginning start level, and nothing beyond. */
    void startFirst() throws Refusal {
        try {
            framework.start();
        } catch (BundleException e) {
            throw notStarted(e);
        }
    }

    /**
     * Calls what a bundle offers the launcher.
     *
     * @param command the service's property {@code kreiswerk.command}
     * @return what it answers; empty when nobody offers it in time
     */
    Optional<Object> call(String command) throws InterruptedException {
        BundleContext context = framework.getBundleContext();
        ServiceTracker<Callable<?>, Callable<?>> tracker;
        try {
            tracker = new ServiceTracker<>(
                    context,
                    context.createFilter(
                            "(&(objectClass=" + Callable.class.getName() + ")(kreiswerk.command=" + command + "))"),
                    null);
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException(command, e);
        }
        tracker.open(true);
        try {
            Callable<?> offer = tracker.waitForService(LONGEST_WAIT.toMillis());
            return offer == null ? Optional.empty() : Optional.ofNullable(offer.call());
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            reportFailure(command, e);
            return Optional.empty();
        } finally {
            tracker.close();
        }
    }

    /** Whoever does not come in time is not waited for: what is there shall serve. */
    private void await(String service) throws InterruptedException {
        ServiceTracker<Object, Object> tracker = new ServiceTracker<>(framework.getBundleContext(), service, null);
        tracker.open(true);
        try {
            tracker.waitForService(LONGEST_WAIT.toMillis());
        } finally {
            tracker.close();
        }
    }

    private void reach(int level) throws InterruptedException {
        CountDownLatch reached = new CountDownLatch(1);
        try {
            framework.adapt(FrameworkStartLevel.class).setStartLevel(level, event -> reached.countDown());
        } catch (IllegalStateException e) {
            return;
        }
        // A framework that is stopped meanwhile reaches nothing any more.
        while (!reached.await(1, TimeUnit.SECONDS) && framework.getState() == Bundle.ACTIVE) {
            continue;
        }
    }

    /** A bundle that waits for its first class to be loaded counts as running. */
    private static boolean isRunning(Bundle bundle) {
        return bundle.getState() == Bundle.ACTIVE || bundle.getState() == Bundle.STARTING;
    }

    boolean awaitEnd() throws InterruptedException {
        return framework.waitForStop(0).getType() != FrameworkEvent.ERROR;
    }

    /** The framework from inside, for tests. */
    BundleContext context() {
        return framework.getBundleContext();
    }

    /** Stops the framework and everything in it, unless that takes too long. */
    void stop(Duration patience) {
        try {
            framework.stop();
            if (framework.waitForStop(patience.toMillis()).getType() == FrameworkEvent.WAIT_TIMEDOUT) {
                terminal.err()
                        .println(terminal.pick(
                                "Nach " + patience.toSeconds() + " Sekunden laufen noch Teile; sie werden abgebrochen.",
                                "After " + patience.toSeconds() + " seconds some parts still run; they are cut off."));
            }
        } catch (BundleException e) {
            reportFailure(FRAMEWORK, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void report(FrameworkEvent event) {
        if (event.getType() == FrameworkEvent.ERROR) {
            reportFailure(event.getBundle().getSymbolicName(), event.getThrowable());
        }
    }

    private void reportFailure(String bundle, Throwable failure) {
        String words = keptFromStarting(failure)
                ? terminal.pick("Bundle " + bundle + " startet nicht: ", "Bundle " + bundle + " does not start: ")
                : terminal.pick("Fehler in Bundle " + bundle + ": ", "Failure in bundle " + bundle + ": ");
        String line = words + StartFailure.reason(failure, bundle, terminal.language());
        // A component that fails is asked for again and again; people need to be told once.
        if (reported.size() < REMEMBERED && reported.add(line)) {
            terminal.err().println(line);
        }
    }

    private static boolean keptFromStarting(Throwable failure) {
        return failure instanceof BundleException
                && !String.valueOf(failure.getMessage()).startsWith("Activator stop");
    }
}
