package de.kreiswerk.deployment.service.run;

import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.DepartmentDirectory;
import de.kreiswerk.core.api.persistence.BlobStore;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.RequestGate;
import de.kreiswerk.deployment.api.Switch;
import de.kreiswerk.deployment.service.framework.ComponentBundles;
import de.kreiswerk.deployment.service.framework.Configurations;
import de.kreiswerk.deployment.service.framework.SeparateVersions;
import de.kreiswerk.deployment.service.judge.Judge;
import de.kreiswerk.deployment.service.plan.Planner;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.felix.hc.api.execution.HealthCheckExecutor;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
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

    private final Workshop shop;
    private final SeparateVersions separate;
    private final Statuses statuses = new Statuses();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final ThreadPoolExecutor worker;
    private final Object ends = new Object();

    /** How long the parts of a switch may take, and how much is kept. */
    @ObjectClassDefinition(name = "Umschalten von Komponenten", description = "Grenzen für das Umschalten und Starten.")
    public @interface Config {

        /** Seconds. */
        @AttributeDefinition(
                name = "Auslaufen",
                description =
                        "Wie viele Sekunden auf Anfragen gewartet wird, die beim Umschalten noch bearbeitet werden")
        int drainSeconds() default 10;

        /** Seconds. */
        @AttributeDefinition(name = "Starten", description = "Wie viele Sekunden jedes Bundle zum Starten haben darf")
        int startSeconds() default 30;

        /** Seconds. */
        @AttributeDefinition(name = "Anhalten", description = "Wie viele Sekunden jedes Bundle zum Anhalten haben darf")
        int stopSeconds() default 10;

        /** Seconds. */
        @AttributeDefinition(
                name = "Prüfen",
                description =
                        "Wie viele Sekunden eine neue Version nach dem Starten haben darf, bis sie arbeitet; danach wird zurückgeschaltet")
        int healthSeconds() default 20;

        /** Threads. */
        @AttributeDefinition(
                name = "Threads",
                description = "Wie viele Threads der Code einer Version beim Starten erzeugen darf")
        int threads() default 50;

        /** Versions. */
        @AttributeDefinition(
                name = "Aufbewahrte Versionen",
                description = "Wie viele frühere Versionen neben der laufenden aufbewahrt werden")
        int kept() default 5;
    }

    @Activate
    public Engine(
            BundleContext context,
            @Reference Transactions transactions,
            @Reference(target = "(kreiswerk.schema=de.kreiswerk.deployment.service)") Schema schema,
            @Reference AuditTrail trail,
            @Reference BlobStore blobs,
            @Reference DepartmentDirectory departments,
            @Reference RequestGate gate,
            @Reference ConfigurationAdmin configurations,
            @Reference ServiceComponentRuntime components,
            @Reference HttpServiceRuntime servlets,
            @Reference JaxrsServiceRuntime rest,
            @Reference HealthCheckExecutor checks,
            @Reference Planner planner,
            @Reference Judge judge,
            Config config)
            throws IOException {
        this.separate = new SeparateVersions(context);
        this.shop = new Workshop(
                transactions,
                trail,
                blobs,
                departments,
                gate,
                new ComponentBundles(context),
                separate,
                new Configurations(configurations),
                planner,
                judge,
                new HealthGate(components, servlets, rest, checks, gate, stopping),
                limits(config),
                new Failpoints(context),
                Node.id(Path.of(context.getProperty("kreiswerk.data"))),
                Clock.systemUTC(),
                stopping);
        this.worker = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
            Thread thread = new Thread(work, "kreiswerk-deployment");
            thread.setDaemon(true);
            return thread;
        });
        worker.execute(this::begin);
    }

    private static Limits limits(Config config) {
        return new Limits(
                Duration.ofSeconds(Math.max(0, config.drainSeconds())),
                Duration.ofSeconds(Math.max(1, config.startSeconds())),
                Duration.ofSeconds(Math.max(1, config.stopSeconds())),
                Duration.ofSeconds(Math.max(1, config.healthSeconds())),
                Math.max(1, config.threads()),
                Math.max(1, config.kept()));
    }

    /** A switch that is under way goes back, so that one version runs whatever comes next. */
    @Deactivate
    void close() throws InterruptedException {
        stopping.countDown();
        worker.shutdown();
        worker.getQueue().clear();
        worker.awaitTermination(shop.limits().stop().plusSeconds(20).toMillis(), TimeUnit.MILLISECONDS);
        separate.close();
    }

    private void begin() {
        try {
            new Recovery(shop, statuses).run();
        } catch (RuntimeException e) {
            LOG.error("The components could not be started", e);
        }
    }

    @Override
    public String node() {
        return shop.node();
    }

    @Override
    public void carryOut(Switch asked, String department, Caller caller) {
        worker.execute(() -> {
            try {
                new SwitchRun(shop, statuses, asked, department, caller).run();
            } catch (RuntimeException e) {
                LOG.error("The switch {} of {} ended unexpectedly", asked.id(), asked.component(), e);
            } finally {
                synchronized (ends) {
                    ends.notifyAll();
                }
            }
        });
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
        if (status.get().reason() != null) {
            return Optional.of(
                    new Trouble(false, status.get().reason(), status.get().details()));
        }
        List<Bundle> bundles = shop.bundles().of(component, archive);
        return shop.health().trouble(bundles).map(found -> new Trouble(false, found.reason(), found.details()));
    }

    @Override
    public List<Bundle> bundles(String component, String archive) {
        return shop.bundles().of(component, archive);
    }
}
