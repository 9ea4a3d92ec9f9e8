package de.kreiswerk.deployment.service.run;

import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.persistence.BlobStore;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.settings.SharedSettings;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.RequestGate;
import de.kreiswerk.deployment.api.Switch;
import de.kreiswerk.deployment.service.framework.Background;
import de.kreiswerk.deployment.service.framework.ComponentBundles;
import de.kreiswerk.deployment.service.framework.ComponentThreads;
import de.kreiswerk.deployment.service.framework.Configurations;
import de.kreiswerk.deployment.service.framework.PlatformReady;
import de.kreiswerk.deployment.service.framework.SeparateVersions;
import de.kreiswerk.deployment.service.judge.Judge;
import de.kreiswerk.deployment.service.plan.Planner;
import de.kreiswerk.deployment.service.store.SwitchTable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.felix.hc.api.execution.HealthCheckExecutor;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.jaxrs.runtime.JaxrsServiceRuntime;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.servlet.runtime.HttpServiceRuntime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does the switches of this node, one after the other in a thread of its own, and sees to it that what the database says is to run runs
 * when the platform has started.
 */
@Component(service = Switches.class, immediate = true)
@Designate(ocd = Engine.Config.class)
public final class Engine implements Switches {

    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
    private static final long LONGEST_LOOK_MILLIS = 500;
    private static final long LOOK_AGAIN_MILLIS = 30_000;
    private static final long BEAT_MILLIS = 15_000;
    private static final long FOLLOW_MILLIS = 1_000;
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;
    /** Then something of the platform is amiss, which its components need not miss. */
    private static final Duration LONGEST_START = Duration.ofSeconds(60);

    private final BundleContext context;
    private final Workshop shop;
    private final SeparateVersions separate;
    private final Statuses statuses = new Statuses();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final CountDownLatch ready = new CountDownLatch(1);
    private final Set<String> own = ConcurrentHashMap.newKeySet();
    private final Recovery recovery;
    private final Follower follower;
    private final Reports reports;
    private final SharedSettings.LeftOut leftOut;
    private final ScheduledThreadPoolExecutor worker;
    private final ScheduledThreadPoolExecutor heart;
    private final Object ends = new Object();
    private volatile Limits limits;

    /** How long the parts of a switch may take, and how much is kept. */
    @ObjectClassDefinition(name = "Umschalten von Komponenten", description = "Grenzen für das Umschalten und Starten.")
    public @interface Config {

        /** Seconds. */
        @AttributeDefinition(
                name = "Warten",
                min = "1",
                max = StatedLimits.LONGEST + "",
                description =
                        "Wie viele Sekunden Anfragen während des Umschaltens höchstens warten sollen; arbeitet die neue Version dann noch nicht, wird zurückgeschaltet. Nehmen Sie weniger als bei „Längstes Warten“ unter „Anhalten von Anfragen“, sonst werden wartende Anfragen abgewiesen (503), obwohl das Umschalten weitergeht")
        int waitSeconds() default StatedLimits.WAIT;

        /** Seconds. */
        @AttributeDefinition(
                name = "Auslaufen",
                min = "0",
                max = StatedLimits.LONGEST + "",
                description =
                        "Wie viele Sekunden auf Anfragen gewartet wird, die beim Umschalten noch bearbeitet werden")
        int drainSeconds() default StatedLimits.DRAIN;

        /** Seconds. */
        @AttributeDefinition(
                name = "Starten",
                min = "1",
                max = StatedLimits.LONGEST + "",
                description = "Wie viele Sekunden jedes Bundle zum Starten haben darf")
        int startSeconds() default StatedLimits.START;

        /** Seconds. */
        @AttributeDefinition(
                name = "Anhalten",
                min = "1",
                max = StatedLimits.LONGEST + "",
                description = "Wie viele Sekunden jedes Bundle zum Anhalten haben darf")
        int stopSeconds() default StatedLimits.STOP;

        /** Seconds. */
        @AttributeDefinition(
                name = "Prüfen",
                min = "1",
                max = StatedLimits.LONGEST + "",
                description =
                        "Wie viele Sekunden eine neue Version nach dem Starten haben darf, bis sie arbeitet; danach wird zurückgeschaltet")
        int healthSeconds() default StatedLimits.HEALTH;

        /** Threads. */
        @AttributeDefinition(
                name = "Threads",
                min = "1",
                max = StatedLimits.MOST_THREADS + "",
                description = "Wie viele Threads der Code einer Version beim Starten erzeugen darf")
        int threads() default StatedLimits.THREADS;

        /** Versions. */
        @AttributeDefinition(
                name = "Aufbewahrte Versionen",
                min = "1",
                max = StatedLimits.MOST_KEPT + "",
                description =
                        "Wie viele frühere Versionen neben der laufenden aufbewahrt werden, und wie viele ältere, die nicht funktioniert haben")
        int kept() default StatedLimits.KEPT;
    }

    @Activate
    public Engine(
            BundleContext context,
            @Reference Transactions transactions,
            @Reference(target = "(kreiswerk.schema=de.kreiswerk.deployment.service)") Schema schema,
            @Reference AuditTrail trail,
            @Reference BlobStore blobs,
            @Reference RequestGate gate,
            @Reference ConfigurationAdmin configurations,
            @Reference SharedSettings shared,
            @Reference ServiceComponentRuntime components,
            @Reference HttpServiceRuntime servlets,
            @Reference JaxrsServiceRuntime rest,
            @Reference HealthCheckExecutor checks,
            @Reference Planner planner,
            @Reference Judge judge,
            Config config)
            throws IOException {
        this.context = context;
        this.separate = new SeparateVersions(context);
        this.heart = Background.thread("kreiswerk-deployment-heart");
        this.shop = new Workshop(
                transactions,
                trail,
                blobs,
                gate,
                new ComponentBundles(context),
                separate,
                new ComponentThreads.Groups(),
                new Configurations(configurations, shared::determined),
                shared,
                planner,
                judge,
                new HealthGate(components, servlets, rest, new OwnChecks(checks), new Tables(context), gate, stopping),
                () -> limits,
                new Failpoints(context),
                Node.id(Path.of(context.getProperty("kreiswerk.data"))),
                Clock.systemUTC(),
                System::nanoTime,
                heart,
                stopping);
        modified(config);
        TakeBack takeBack = new TakeBack(shop);
        this.recovery = new Recovery(shop, statuses, own, takeBack);
        this.reports = new Reports(shop, statuses);
        this.follower = new Follower(shop, statuses, recovery, takeBack, reports);
        this.leftOut = shared.leaveOut(follower::unsettledPids);
        this.worker = Background.thread("kreiswerk-deployment");
        worker.execute(this::begin);
        Background.repeat(worker, this::lookAgain, LOOK_AGAIN_MILLIS);
        Background.repeat(worker, this::follow, FOLLOW_MILLIS);
        // Of its own: a switch may take longer than a node may be silent.
        Background.repeat(heart, this::beat, BEAT_MILLIS);
    }

    /** Of the next switch. One that is under way, and those that wait for their turn, go on. */
    @Modified
    void modified(Config config) {
        limits = StatedLimits.of(config);
        StatedLimits.warnWhenTheGateIsTooQuick(limits, shop.gate());
    }

    /** A switch that is under way goes back, so that one version runs whatever comes next. */
    @Deactivate
    void close() throws InterruptedException {
        stopping.countDown();
        leftOut.close();
        worker.shutdown();
        try {
            worker.awaitTermination(
                    shop.limits()
                            .stop()
                            .plus(shop.limits().start())
                            .plusSeconds(5)
                            .toMillis(),
                    TimeUnit.MILLISECONDS);
        } finally {
            // Whoever writes to a file must not be interrupted: Java would close it for all.
            heart.shutdown();
            separate.close();
        }
        heart.awaitTermination(LONGEST_PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * As soon as the database answers. Components come behind the platform's own parts: the whiteboard for REST keeps lists without a
     * lock, and what two threads bring at once may be lost there.
     */
    private void begin() {
        long pause = FIRST_PAUSE_MILLIS;
        while (stopping.getCount() > 0) {
            try {
                recovery.closeLeft();
                ready.countDown();
                awaitPlatform();
                recovery.startAll();
                reports.write(follower::failure);
                new FormerCopies(shop).forget();
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.warn("The components cannot be started yet: {}", e.getMessage());
            }
            try {
                if (stopping.await(pause, TimeUnit.MILLISECONDS)) {
                    return;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            pause = Math.min(LONGEST_PAUSE_MILLIS, 2 * pause);
        }
    }

    private void awaitPlatform() throws InterruptedException {
        if (!PlatformReady.await(context, LONGEST_START, stopping) && stopping.getCount() > 0) {
            LOG.warn(
                    "The platform is not ready after {} s; its components start nevertheless",
                    LONGEST_START.toSeconds());
        }
    }

    /** What was in the way may have passed: a package that another component brings, a database that was away. */
    private void lookAgain() {
        try {
            recovery.closeLeft();
            ready.countDown();
            recovery.startAll();
            reports.write(follower::failure);
        } catch (RuntimeException e) {
            LOG.warn("The components cannot be looked after: {}", e.getMessage());
        }
    }

    private void follow() {
        try {
            follower.follow();
            reports.write(follower::failure);
        } catch (RuntimeException e) {
            LOG.debug("What is to run cannot be asked for: {}", e.getMessage());
        }
    }

    private void beat() {
        try {
            shop.transactions().call(tx -> {
                new SwitchTable(tx).seen(shop.node());
                return null;
            });
        } catch (RuntimeException e) {
            LOG.debug("This node cannot say that it is there: {}", e.getMessage());
        }
    }

    @Override
    public String node() {
        return shop.node();
    }

    @Override
    public boolean isReady() {
        return ready.getCount() == 0;
    }

    @Override
    public <T> T announced(String id, Supplier<T> write) {
        own.add(id);
        boolean written = false;
        try {
            T result = write.get();
            written = true;
            return result;
        } finally {
            if (!written) {
                own.remove(id);
            }
        }
    }

    @Override
    // Whatever code of others throws must not end the worker.
    @SuppressWarnings("java:S1181")
    public void carryOut(Switch asked, String department, Caller caller) {
        try {
            worker.execute(() -> {
                try {
                    Journal journal = new OwnJournal(shop, asked, department, caller);
                    new SwitchRun(shop, statuses, asked, department, journal).run();
                    reports.write(follower::failure);
                } catch (Throwable e) {
                    LOG.error("The switch {} of {} ended unexpectedly", asked.id(), asked.component(), e);
                } finally {
                    // If it is not written down how it ended, it is left, and will be closed.
                    own.remove(asked.id());
                    synchronized (ends) {
                        ends.notifyAll();
                    }
                }
            });
        } catch (RejectedExecutionException e) {
            own.remove(asked.id());
            LOG.warn("The switch of {} is left to who comes next: the engine stops", asked.component());
        }
    }

    @Override
    public void awaitAnyEnd(Duration most) throws InterruptedException {
        synchronized (ends) {
            ends.wait(Math.max(1, Math.min(LONGEST_LOOK_MILLIS, most.toMillis())));
        }
    }

    @Override
    public Optional<Trouble> trouble(String component, String archive) {
        Optional<Statuses.Status> status = statuses.of(component);
        if (status.isEmpty()) {
            return Optional.of(new Trouble(
                    true, new Text("Sie wird gerade gestartet.", "It is being started just now."), List.of()));
        }
        if (!archive.equals(status.get().archive())) {
            return Optional.of(follower.failure(component)
                    .map(why -> new Trouble(false, why.reason(), why.details()))
                    .orElseGet(() -> new Trouble(true, Follower.onItsWay(), List.of())));
        }
        if (status.get().reason() != null) {
            return Optional.of(
                    new Trouble(false, status.get().reason(), status.get().details()));
        }
        List<Bundle> bundles = shop.bundles().of(component, archive);
        return shop.health().trouble(bundles).map(found -> new Trouble(false, found.reason(), found.details()));
    }

    @Override
    public Reported health(String component, String archive) {
        return shop.health().reported(shop.bundles().of(component, archive));
    }

    @Override
    public boolean isAt(String component, String archive) {
        // Of what it knows nothing yet, nothing runs.
        return statuses.of(component)
                .map(status -> Objects.equals(status.archive(), archive))
                .orElse(true);
    }

    @Override
    public List<Bundle> bundles(String component, String archive) {
        return shop.bundles().of(component, archive);
    }
}
