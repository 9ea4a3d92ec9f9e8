package de.kreiswerk.audit.stream;

import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Warns people, not supervisors, when a receiver of the trail does not get it. */
@Component(
        property = {
            HealthCheck.NAME + "=trail-stream",
            HealthCheck.TAGS + "=console",
            "kreiswerk.title=Prüfpfad an andere Systeme"
        })
public final class StreamCheck implements HealthCheck {

    /** Restarts of a receiver take less. */
    private static final Duration LONG = Duration.ofMinutes(5);
    /** With so many waiting somebody should look earlier. */
    private static final long MANY = 1_000;

    private static final Duration NOT_SO_LONG = Duration.ofMinutes(1);

    private final Transactions transactions;
    private final AuditTrail trail;
    private final Destinations destinations;
    private final Clock clock;

    /**
     * Checks.
     *
     * @param transactions the database
     * @param trail what is sent
     * @param destinations whom to
     * @param schema this bundle's tables
     */
    @Activate
    public StreamCheck(
            @Reference Transactions transactions,
            @Reference AuditTrail trail,
            @Reference Destinations destinations,
            @Reference(target = "(kreiswerk.schema=de.kreiswerk.audit.stream)") Schema schema) {
        this(transactions, trail, destinations, Clock.systemUTC());
    }

    StreamCheck(Transactions transactions, AuditTrail trail, Destinations destinations, Clock clock) {
        this.transactions = transactions;
        this.trail = trail;
        this.destinations = destinations;
        this.clock = clock;
    }

    @Override
    public Result execute() {
        List<String> warnings = new ArrayList<>();
        List<String> fine = new ArrayList<>();
        for (Stream stream : destinations.streams()) {
            String name = stream.receiving().name();
            Optional<Backlog> backlog = Backlog.of(transactions, trail, name, clock.instant());
            Optional<String> warning = warning(stream, backlog);
            warning.ifPresent(words -> warnings.add(name + ": " + words));
            fine.add(name + ": " + backlog.map(Backlog::records).orElse(0L) + " records wait");
        }
        if (!warnings.isEmpty()) {
            return new Result(Result.Status.WARN, String.join("; ", warnings));
        }
        return new Result(Result.Status.OK, fine.isEmpty() ? "No receivers are set up" : String.join("; ", fine));
    }

    private Optional<String> warning(Stream stream, Optional<Backlog> backlog) {
        if (stream.receiving().objection() != null) {
            return Optional.of(stream.receiving().objection());
        }
        Optional<Stream.Trouble> trouble = stream.trouble();
        String why = trouble.map(Stream.Trouble::words).orElse("another node has it, and does not get on");
        if (backlog.isPresent() && isLate(backlog.get())) {
            return Optional.of(backlog.get().records() + " records wait, nothing was sent for "
                    + backlog.get().stalled().toMinutes() + " minutes: " + why);
        }
        Instant before = clock.instant().minus(LONG);
        return trouble.filter(since -> since.since().isBefore(before)).map(Stream.Trouble::words);
    }

    private static boolean isLate(Backlog backlog) {
        return backlog.stalled().compareTo(LONG) >= 0
                || backlog.records() >= MANY && backlog.stalled().compareTo(NOT_SO_LONG) >= 0;
    }
}
