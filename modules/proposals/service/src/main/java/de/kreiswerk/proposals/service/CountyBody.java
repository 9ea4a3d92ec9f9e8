package de.kreiswerk.proposals.service;

import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.county.County;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.publication.Publication;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Publishes the body that the county's configuration describes. A changed configuration is a new component. */
@Component(service = CountyBody.class, immediate = true)
public final class CountyBody {

    private final Bodies bodies = new Bodies();
    private final CouncilPublisher council;
    private final AuditTrail trail;

    @Activate
    public CountyBody(
            @Reference Transactions transactions,
            @Reference(target = "(kreiswerk.schema=de.kreiswerk.proposals.service)") Schema schema,
            @Reference AuditTrail trail,
            @Reference Publication publication,
            @Reference County county) {
        this.trail = trail;
        this.council = new CouncilPublisher(new Snapshots(publication), bodies, new Json());
        Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);
        transactions.call(tx -> {
            update(tx, county, now);
            return null;
        });
    }

    private void update(Transaction tx, County county, Instant now) {
        BodyEntity body = bodies.get(tx, now);
        if (describes(body, county)) {
            return;
        }
        // Several nodes may start at once.
        Organizations.lock(tx.em(BodyEntity.class));
        body.name = county.name();
        body.ags = county.ags();
        body.rgs = county.rgs();
        body.website = county.website();
        body.license = county.licence();
        body.contactEmail = county.contactEmail();
        body.contactName = county.contactName();
        tx.em(BodyEntity.class).flush();
        council.body(tx, now);
        trail.record(AuditEvent.success(platform(now), "proposals", "body.changed", "Body", body.id));
    }

    private static boolean describes(BodyEntity body, County county) {
        return county.name().equals(body.name)
                && county.ags().equals(body.ags)
                && county.rgs().equals(body.rgs)
                && county.website().equals(body.website)
                && county.licence().equals(body.license)
                && county.contactEmail().equals(body.contactEmail)
                && county.contactName().equals(body.contactName);
    }

    private static Caller platform(Instant now) {
        return new Caller("platform-county", "Kreiswerk", Set.of(), "platform", now, "county-settings");
    }
}
