package de.kreiswerk.proposals.demo;

import de.kreiswerk.core.api.health.Findings;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.proposals.api.Council;
import de.kreiswerk.proposals.api.CouncilOffice;
import de.kreiswerk.proposals.api.PaperQuery;
import de.kreiswerk.proposals.api.PaperReader;
import de.kreiswerk.proposals.api.Papers;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a small council into an empty platform, in one transaction: all of it is there, or nothing. A platform that has a
 * committee already is left alone. The platform is ready when this is done.
 */
@Component(
        service = HealthCheck.class,
        immediate = true,
        property = {HealthCheck.NAME + "=demo", HealthCheck.TAGS + "=ready", "kreiswerk.title=Beispieldaten"})
public final class DemoCouncil implements HealthCheck {

    private static final Logger LOG = LoggerFactory.getLogger(DemoCouncil.class);
    private static final ZoneId LOCAL = ZoneId.of("Europe/Berlin");

    private final Transactions transactions;
    private final Papers papers;
    private final PaperReader reader;
    private final Council council;
    private final CouncilOffice office;
    private final Clock clock = Clock.systemUTC();
    private final Thread thread;
    private volatile Result result = Findings.of(
            Result.Status.TEMPORARILY_UNAVAILABLE,
            new Text("Die Beispieldaten werden geladen", "The demo council is coming in"));

    @Activate
    public DemoCouncil(
            BundleContext context,
            @Reference Transactions transactions,
            @Reference Papers papers,
            @Reference PaperReader reader,
            @Reference Council council,
            @Reference CouncilOffice office) {
        this.transactions = transactions;
        this.papers = papers;
        this.reader = reader;
        this.council = council;
        this.office = office;
        if (Boolean.parseBoolean(context.getProperty("kreiswerk.demo"))) {
            // Not in the activation: other components would wait for it.
            this.thread = new Thread(this::loadIfEmpty, "kreiswerk-demo");
            thread.start();
        } else {
            this.thread = null;
            this.result = Findings.ok("Beispieldaten sind nicht gewünscht", "No demo council is wanted");
        }
    }

    @Deactivate
    void close() throws InterruptedException {
        if (thread != null) {
            thread.join(TimeUnit.SECONDS.toMillis(30));
        }
    }

    @Override
    public Result execute() {
        return result;
    }

    private void loadIfEmpty() {
        try {
            boolean loaded = transactions.call(tx -> {
                if (!isEmpty()) {
                    return false;
                }
                new DemoLoader(papers, office, demonstrator(), LocalDate.ofInstant(clock.instant(), LOCAL))
                        .load(DemoFile.read());
                return true;
            });
            if (loaded) {
                LOG.info("A demo council was loaded; start with --no-demo for an empty platform");
            }
            result = Findings.ok("Die Beispieldaten sind geladen", "The demo council is in");
        } catch (RuntimeException e) {
            LOG.error("The demo council could not be loaded; the platform works without it", e);
            result = Findings.warning(
                    "Die Beispieldaten konnten nicht geladen werden", "The demo council could not be loaded");
        }
    }

    private boolean isEmpty() {
        return council.organizations(demonstrator()).isEmpty()
                && reader.list(demonstrator(), new PaperQuery(null, null, null, null, null, 1))
                        .isEmpty();
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
