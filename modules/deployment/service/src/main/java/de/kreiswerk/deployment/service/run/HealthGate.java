package de.kreiswerk.deployment.service.run;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.RequestGate;
import de.kreiswerk.deployment.api.Component;
import de.kreiswerk.deployment.archive.component.HealthChecks;
import de.kreiswerk.deployment.service.framework.BundleServices;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.jaxrs.runtime.JaxrsServiceRuntime;
import org.osgi.service.servlet.runtime.HttpServiceRuntime;

/** Whether a version works: what the framework, the whiteboards, its own health checks and its addresses say. */
final class HealthGate {

    private static final long BETWEEN_MILLIS = 5;
    private static final long LONGEST_BETWEEN_MILLIS = 200;
    private static final long ASKS_BETWEEN_MILLIS = 50;
    private static final Duration PROBE = Duration.ofSeconds(5);
    private static final Duration SHORTEST_PROBE = Duration.ofMillis(200);
    /** What ends in time by itself says better what was wrong. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private static final String REST = "osgi.jaxrs.";
    private static final int UNAVAILABLE = 503;
    private static final int PROBES_AT_ONCE = 4;

    private final ServiceComponentRuntime components;
    private final HttpServiceRuntime servlets;
    private final JaxrsServiceRuntime rest;
    private final OwnChecks checks;
    private final Tables tables;
    private final RequestGate gate;
    private final CountDownLatch stopping;

    HealthGate(
            ServiceComponentRuntime components,
            HttpServiceRuntime servlets,
            JaxrsServiceRuntime rest,
            OwnChecks checks,
            Tables tables,
            RequestGate gate,
            CountDownLatch stopping) {
        this.components = components;
        this.servlets = servlets;
        this.rest = rest;
        this.checks = checks;
        this.tables = tables;
        this.gate = gate;
        this.stopping = stopping;
    }

    /**
     * Returns when it works.
     *
     * @param cancelled whether nobody wants to know any more; asked now and then
     */
    void await(
            List<Bundle> bundles,
            HealthChecks own,
            String path,
            RequestGate.Hold hold,
            Duration limit,
            BooleanSupplier cancelled)
            throws Unhealthy, InterruptedException {
        long begin = System.nanoTime();
        long end = begin + limit.toNanos();
        addressesAreOwn(names(bundles), path);
        Unhealthy seen = null;
        for (Optional<Unhealthy> trouble = look(bundles, own, hold, end);
                trouble.isPresent();
                trouble = look(bundles, own, hold, end)) {
            if (System.nanoTime() - end > 0) {
                // What was asked in the last moment had hardly any time to answer: that it did not says nothing.
                throw seen == null ? trouble.get() : seen;
            }
            seen = trouble.get();
            Optional<Unhealthy> forGood = tables.failed(bundles);
            if (forGood.isPresent()) {
                throw forGood.get();
            }
            // Requests are held: who needs little time is not to wait much longer than that.
            long pause = pause((System.nanoTime() - begin) / 1_000_000);
            if (stopping.await(pause, TimeUnit.MILLISECONDS)) {
                throw Words.notOurs();
            }
            if (pause >= ASKS_BETWEEN_MILLIS && cancelled.getAsBoolean()) {
                throw Words.cancelled();
            }
            addressesAreOwn(names(bundles), path);
        }
    }

    /** Whether a version that ran before has its tables again, or gets them within so much time. When this stops, nobody waits. */
    boolean hasTables(List<Bundle> bundles, Duration limit) throws InterruptedException {
        long begin = System.nanoTime();
        while (tables.missing(bundles).isPresent()) {
            long waited = System.nanoTime() - begin;
            if (waited > limit.toNanos() || tables.failed(bundles).isPresent()) {
                return false;
            }
            if (stopping.await(pause(waited / 1_000_000), TimeUnit.MILLISECONDS)) {
                return true;
            }
        }
        return true;
    }

    /** Whether tables of bundles of these names are being made, also for a version that is not there any more. */
    Optional<Unhealthy> makesTables(Collection<String> names) {
        return tables.underWay(names);
    }

    private static long pause(long waitedMillis) {
        return Math.max(BETWEEN_MILLIS, Math.min(LONGEST_BETWEEN_MILLIS, waitedMillis / 8));
    }

    /** What is wrong with a version that was let in, as far as it can be told without asking its addresses. */
    Optional<Unhealthy> trouble(List<Bundle> bundles) {
        if (bundles.isEmpty()) {
            return trouble(
                    "Sie ist auf diesem Knoten nicht installiert.", "It is not installed on this node.", List.of());
        }
        try {
            return Stream.<Supplier<Optional<Unhealthy>>>of(
                            () -> active(bundles),
                            () -> tables.missing(bundles),
                            () -> satisfied(bundles),
                            () -> registered(bundles))
                    .map(Supplier::get)
                    .flatMap(Optional::stream)
                    .findFirst();
        } catch (RuntimeException e) {
            // What one component registers must not keep anybody from seeing all others.
            return Optional.of(Words.notAskable(e));
        }
    }

    /** What its own checks report of a version that runs: it is served whatever they do. */
    Switches.Reported reported(List<Bundle> bundles) {
        try {
            return checks.reported(bundles);
        } catch (RuntimeException e) {
            Unhealthy notAskable = Words.notAskable(e);
            return new Switches.Reported(Component.Health.WARN, notAskable.reason(), notAskable.details());
        }
    }

    static Set<String> names(Collection<Bundle> bundles) {
        return bundles.stream().map(Bundle::getSymbolicName).collect(Collectors.toSet());
    }

    private Optional<Unhealthy> look(List<Bundle> bundles, HealthChecks own, RequestGate.Hold hold, long end) {
        return Stream.<Supplier<Optional<Unhealthy>>>of(
                        () -> active(bundles),
                        () -> tables.missing(bundles),
                        () -> satisfied(bundles),
                        () -> checks.failingNow(bundles, own),
                        () -> served(bundles, own, hold, end))
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Unhealthy> active(List<Bundle> bundles) {
        List<String> not = bundles.stream()
                .filter(bundle -> bundle.getState() != Bundle.ACTIVE && !isLazy(bundle))
                .map(Bundle::getSymbolicName)
                .toList();
        return not.isEmpty()
                ? Optional.empty()
                : trouble(
                        "Ein Bundle läuft nicht: " + not.get(0) + ".",
                        "A bundle does not run: " + not.get(0) + ".",
                        not);
    }

    private static boolean isLazy(Bundle bundle) {
        return bundle.getState() == Bundle.STARTING
                && bundle.getHeaders("").get(Constants.BUNDLE_ACTIVATIONPOLICY) != null;
    }

    private Optional<Unhealthy> satisfied(List<Bundle> bundles) {
        List<Text> waiting = new ArrayList<>();
        for (ComponentDescriptionDTO component :
                components.getComponentDescriptionDTOs(bundles.toArray(Bundle[]::new))) {
            for (ComponentConfigurationDTO configuration : components.getComponentConfigurationDTOs(component)) {
                Parts.lack(component, configuration).ifPresent(waiting::add);
            }
        }
        return waiting.isEmpty()
                ? Optional.empty()
                : trouble(
                        "Ein Teil der Komponente hat nicht, was er braucht: "
                                + waiting.get(0).german() + ".",
                        "A part of the component lacks what it needs: "
                                + waiting.get(0).english() + ".",
                        Words.inBoth(waiting));
    }

    private Optional<Unhealthy> registered(List<Bundle> bundles) {
        List<? extends ServiceReference<?>> services =
                bundles.stream().flatMap(BundleServices::registeredBy).toList();
        Set<Long> failed = LongStream.concat(
                        failedPages(), services.stream().anyMatch(HealthGate::isRest) ? failedRest() : LongStream.of())
                .boxed()
                .collect(Collectors.toSet());
        List<String> names = services.stream()
                .filter(service -> failed.contains(service.getProperty(Constants.SERVICE_ID)))
                .map(HealthGate::describe)
                .toList();
        return names.isEmpty()
                ? Optional.empty()
                : trouble(
                        "Eine Adresse konnte nicht eingerichtet werden: " + names.get(0) + ".",
                        "An address could not be set up: " + names.get(0) + ".",
                        names);
    }

    private LongStream failedPages() {
        var http = servlets.getRuntimeDTO();
        return Stream.of(
                        Stream.of(http.failedServletDTOs).mapToLong(dto -> dto.serviceId),
                        Stream.of(http.failedFilterDTOs).mapToLong(dto -> dto.serviceId),
                        Stream.of(http.failedResourceDTOs).mapToLong(dto -> dto.serviceId),
                        Stream.of(http.failedListenerDTOs).mapToLong(dto -> dto.serviceId),
                        Stream.of(http.failedErrorPageDTOs).mapToLong(dto -> dto.serviceId),
                        Stream.of(http.failedPreprocessorDTOs).mapToLong(dto -> dto.serviceId),
                        Stream.of(http.failedServletContextDTOs).mapToLong(dto -> dto.serviceId))
                .flatMapToLong(ids -> ids);
    }

    /** Aries answers with all methods of all resources, which takes milliseconds. */
    private LongStream failedRest() {
        var jaxrs = rest.getRuntimeDTO();
        return Stream.of(
                        Stream.of(jaxrs.failedApplicationDTOs).mapToLong(dto -> dto.serviceId),
                        Stream.of(jaxrs.failedResourceDTOs).mapToLong(dto -> dto.serviceId),
                        Stream.of(jaxrs.failedExtensionDTOs).mapToLong(dto -> dto.serviceId))
                .flatMapToLong(ids -> ids);
    }

    /**
     * Of whatever else the whiteboard for REST knows nothing (OSGi Compendium, chapter 151: all that it takes has a property of its
     * namespace). Whether a property's name is written small or not means nothing.
     */
    private static boolean isRest(ServiceReference<?> service) {
        return Stream.of(service.getPropertyKeys()).anyMatch(key -> key.regionMatches(true, 0, REST, 0, REST.length()));
    }

    private static String describe(ServiceReference<?> service) {
        Object name = service.getProperty("component.name");
        return name == null ? service.toString() : name.toString();
    }

    /** Nobody outside of it can tell whether what an address says is right; but it must say something. */
    private Optional<Unhealthy> served(List<Bundle> bundles, HealthChecks own, RequestGate.Hold hold, long end) {
        List<Callable<Optional<Unhealthy>>> probes = new ArrayList<>();
        // What the whiteboards say of all bundles takes as long as an answer does.
        probes.add(() -> registered(bundles));
        for (String path : own.paths()) {
            probes.add(() -> probe(hold, path, 200, 399, end));
        }
        for (String path : gate.addresses(names(bundles))) {
            // One of its own answers better than it would have to.
            if (!own.paths().contains(path)) {
                probes.add(() -> probe(hold, path, 200, UNAVAILABLE - 4, end));
            }
        }
        return atOnce(probes, Math.max(SHORTEST_PROBE.toNanos(), end - System.nanoTime()) + GRACE.toNanos());
    }

    /** Requests are held: they are not to wait for the sum of all answers. */
    private static Optional<Unhealthy> atOnce(List<Callable<Optional<Unhealthy>>> probes, long nanos) {
        ExecutorService threads = Executors.newFixedThreadPool(
                Math.min(PROBES_AT_ONCE, probes.size()), work -> new Thread(work, "kreiswerk-deployment-probe"));
        try {
            for (Future<Optional<Unhealthy>> answer : threads.invokeAll(probes, nanos, TimeUnit.NANOSECONDS)) {
                Optional<Unhealthy> trouble = answer.get();
                if (trouble.isPresent()) {
                    return trouble;
                }
            }
            return Optional.empty();
        } catch (InterruptedException e) {
            // Who waits between two looks is told then.
            Thread.currentThread().interrupt();
            return Optional.of(Words.notOurs());
        } catch (CancellationException e) {
            // What sends a little now and then never exceeds the time that each piece of an answer may take.
            return trouble(
                    "Die neue Version antwortet nicht unter jeder ihrer Adressen zu Ende.",
                    "The new version does not answer to the end at each of its addresses.",
                    List.of());
        } catch (ExecutionException e) {
            // To ask once more would not help.
            throw e.getCause() instanceof RuntimeException failed ? failed : new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private static Optional<Unhealthy> probe(RequestGate.Hold hold, String path, int from, int to, long end) {
        try {
            Duration left = Duration.ofNanos(Math.max(SHORTEST_PROBE.toNanos(), end - System.nanoTime()));
            int status = hold.probe(path, left.compareTo(PROBE) < 0 ? left : PROBE);
            return status >= from && status <= to
                    ? Optional.empty()
                    : trouble(
                            "Unter " + path + " antwortet die neue Version mit dem Status " + status + ".",
                            "At " + path + " the new version answers with status " + status + ".",
                            List.of());
        } catch (IOException e) {
            return trouble(
                    "Unter " + path + " antwortet die neue Version nicht.",
                    "At " + path + " the new version does not answer.",
                    List.of(String.valueOf(e.getMessage())));
        }
    }

    /** What a component registers at run time no look at its files can tell. */
    private void addressesAreOwn(Set<String> names, String path) throws Unhealthy {
        Optional<Unhealthy> foreign = foreign(names, path);
        if (foreign.isPresent()) {
            throw foreign.get();
        }
    }

    /** What bundles claim beyond their department's addresses. */
    Optional<Unhealthy> foreign(List<Bundle> bundles, String path) {
        return foreign(names(bundles), path);
    }

    private Optional<Unhealthy> foreign(Set<String> names, String path) {
        List<String> foreign = gate.addresses(names).stream()
                .filter(address -> !isBelow(address, "/" + path) && !isBelow(address, "/api/" + path))
                .toList();
        return foreign.isEmpty()
                ? Optional.empty()
                : Optional.of(Unhealthy.ofNewVersion(
                        new Text(
                                "Die Komponente nimmt eine Adresse in Anspruch, die ihrem Fachbereich nicht gehört: "
                                        + foreign.get(0) + ".",
                                "The component claims an address that is not its department's: " + foreign.get(0)
                                        + "."),
                        foreign,
                        null));
    }

    private static boolean isBelow(String address, String path) {
        return address.equals(path) || address.startsWith(path + "/");
    }

    static Optional<Unhealthy> trouble(String german, String english, List<String> details) {
        return Optional.of(Unhealthy.ofNewVersion(new Text(german, english), details, null));
    }
}
