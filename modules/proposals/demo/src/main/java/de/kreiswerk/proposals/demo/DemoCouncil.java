package de.kreiswerk.proposals.demo;

import de.kreiswerk.core.api.health.Findings;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.schedule.Lease;
import de.kreiswerk.core.api.schedule.LeasedWork;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.proposals.api.Council;
import de.kreiswerk.proposals.api.CouncilOffice;
import de.kreiswerk.proposals.api.PaperReader;
import de.kreiswerk.proposals.api.Papers;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a small council into an empty platform, in small transactions between which others write. A start that finds it begun
 * completes it; a platform that has a committee of its own, or where somebody changed what came in, is left alone. The platform is
 * ready when this is done. Of several nodes one does it, and the others wait for it. That all of it is in is remembered in the component's
 * configuration: a later start looks for nothing.
 */
@Component(
        service = HealthCheck.class,
        immediate = true,
        property = {HealthCheck.NAME + "=demo", HealthCheck.TAGS + "=ready", "kreiswerk.title=Beispieldaten"})
public final class DemoCouncil implements HealthCheck {

    private static final Logger LOG = LoggerFactory.getLogger(DemoCouncil.class);
    private static final ZoneId LOCAL = ZoneId.of("Europe/Berlin");
    private static final int MOST_FAILURES = 5;
    private static final long PAUSE_MILLIS = 10;

    /** In the configuration. */
    private static final String WHOLE = "whole";

    private static final Result IN = Findings.ok("Die Beispieldaten sind geladen", "The demo council is in");

    private final Transactions transactions;
    private final Papers papers;
    private final PaperReader reader;
    private final Council council;
    private final CouncilOffice office;
    private final ConfigurationAdmin settings;
    private final Clock clock = Clock.systemUTC();
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread thread;
    /** Read once; touched, as the next two, by the one thread that does the work. */
    private DemoLoader loader;

    private boolean loaded;
    private int failures;
    private volatile Result result = Findings.of(
            Result.Status.TEMPORARILY_UNAVAILABLE,
            new Text("Die Beispieldaten werden geladen", "The demo council is coming in"));

    @Activate
    public DemoCouncil(
            BundleContext context,
            Map<String, Object> properties,
            @Reference ConfigurationAdmin settings,
            @Reference Transactions transactions,
            @Reference Papers papers,
            @Reference PaperReader reader,
            @Reference Council council,
            @Reference CouncilOffice office) {
        this.settings = settings;
        this.transactions = transactions;
        this.papers = papers;
        this.reader = reader;
        this.council = council;
        this.office = office;
        if (!Boolean.parseBoolean(context.getProperty("kreiswerk.demo"))) {
            this.thread = null;
            this.result = Findings.ok("Beispieldaten sind nicht gewünscht", "No demo council is wanted");
        } else if (Boolean.TRUE.equals(properties.get(WHOLE))) {
            this.thread = null;
            this.result = IN;
        } else {
            // Not in the activation: other components would wait for it.
            this.thread = new Thread(() -> load(context), "kreiswerk-demo");
            thread.start();
        }
    }

    /** By itself: it is no reason to begin again. */
    @Modified
    void modified() {
        LOG.debug("That the demo council is in is remembered");
    }

    @Deactivate
    void close() throws InterruptedException {
        if (thread != null) {
            done.countDown();
            thread.join(TimeUnit.SECONDS.toMillis(30));
        }
    }

    @Override
    public Result execute() {
        return result;
    }

    private void load(BundleContext context) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(LeasedWork.NAME, "proposals.demo");
        properties.put(LeasedWork.INTERVAL_MILLIS, PAUSE_MILLIS);
        ServiceRegistration<LeasedWork> work;
        try {
            work = context.registerService(LeasedWork.class, this::loadNext, properties);
        } catch (IllegalStateException e) {
            LOG.debug("The bundle stopped before the demo council came in", e);
            return;
        }
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            unregister(work);
        }
    }

    private static void unregister(ServiceRegistration<LeasedWork> work) {
        try {
            work.unregister();
        } catch (IllegalStateException e) {
            LOG.debug("The bundle stopped while the demo council came in", e);
        }
    }

    private void loadNext(Lease lease) {
        if (done.getCount() == 0) {
            return;
        }
        try {
            DemoLoader.Step step = transactions.call(tx -> {
                lease.confirm(tx);
                return loader().next();
            });
            failures = 0;
            if (step == DemoLoader.Step.LOADED) {
                loaded = true;
            } else {
                finish(step);
            }
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    private DemoLoader loader() throws IOException {
        if (loader == null) {
            LocalDate today = LocalDate.ofInstant(clock.instant(), LOCAL);
            loader = new DemoLoader(papers, reader, council, office, demonstrator(), today, DemoFile.read());
        }
        return loader;
    }

    private void finish(DemoLoader.Step step) {
        if (loaded && step == DemoLoader.Step.WHOLE) {
            LOG.info("A demo council was loaded; start with --no-demo for an empty platform");
        }
        if (step == DemoLoader.Step.WHOLE) {
            remember();
        }
        result = step == DemoLoader.Step.NOT_OURS
                ? Findings.ok(
                        "Es gibt andere oder geänderte Daten; Beispieldaten werden nicht oder nicht weiter geladen",
                        "There is other or changed data; nothing, or nothing more, of the demo council is loaded")
                : IN;
        done.countDown();
    }

    /** Else the next start looks again. */
    private void remember() {
        try {
            settings.getConfiguration(DemoCouncil.class.getName(), "?")
                    .updateIfDifferent(new Hashtable<>(Map.of(WHOLE, true)));
        } catch (IOException | RuntimeException e) {
            LOG.debug("That the demo council is in is not remembered", e);
        }
    }

    /** Another node may have taken over, or the database was away for a moment; what is in stays in. */
    private void fail(RuntimeException e) {
        failures++;
        if (failures < MOST_FAILURES) {
            throw e;
        }
        LOG.error("The demo council could not be loaded; the platform works without the rest of it", e);
        result = Findings.warning(
                "Die Beispieldaten konnten nicht geladen werden", "The demo council could not be loaded");
        done.countDown();
    }

    private Caller demonstrator() {
        return new Caller(
                "platform-demo",
                "Kreiswerk",
                Set.of(new Grant(Grant.ALL, Grant.ALL)),
                "platform",
                clock.instant(),
                "first-start");
    }
}
