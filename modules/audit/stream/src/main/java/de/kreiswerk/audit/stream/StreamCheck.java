package de.kreiswerk.audit.stream;

import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.health.Findings;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.text.Text;
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

    private static final Text ELSEWHERE = new Text(
            "Ein anderer Knoten sendet und kommt nicht weiter. Warum, steht in dessen Protokoll",
            "another node has it, and does not get on");

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
        List<Text> warnings = new ArrayList<>();
        List<Text> fine = new ArrayList<>();
        for (Stream stream : destinations.streams()) {
            String name = stream.receiving().name();
            Optional<Backlog> backlog = Backlog.of(transactions, trail, name, clock.instant());
            warning(stream, backlog)
                    .ifPresent(words ->
                            warnings.add(new Text(name + ": " + words.german(), name + ": " + words.english())));
            long waiting = backlog.map(Backlog::records).orElse(0L);
            fine.add(new Text(name + ": es warten Einträge: " + waiting, name + ": records that wait: " + waiting));
        }
        if (!warnings.isEmpty()) {
            return Findings.of(Result.Status.WARN, Text.joined("; ", warnings));
        }
        return fine.isEmpty()
                ? Findings.ok("Keine Empfänger sind eingerichtet", "No receivers are set up")
                : Findings.of(Result.Status.OK, Text.joined("; ", fine));
    }

    private Optional<Text> warning(Stream stream, Optional<Backlog> backlog) {
        if (stream.receiving().objection() != null) {
            return Optional.of(stream.receiving().objection());
        }
        Optional<Stream.Trouble> trouble = stream.trouble();
        if (backlog.isPresent() && isLate(backlog.get())) {
            Text why = trouble.map(Stream.Trouble::words).orElse(ELSEWHERE);
            long records = backlog.get().records();
            long minutes = backlog.get().stalled().toMinutes();
            return Optional.of(new Text(
                    (records == 1 ? "1 Eintrag wartet" : records + " Einträge warten")
                            + (minutes == 1 ? ", seit 1 Minute" : ", seit " + minutes + " Minuten")
                            + " wurde nichts gesendet. " + why.german(),
                    (records == 1 ? "1 record waits" : records + " records wait")
                            + ", nothing was sent for " + (minutes == 1 ? "1 minute" : minutes + " minutes") + ": "
                            + why.english()));
        }
        Instant before = clock.instant().minus(LONG);
        return trouble.filter(since -> since.since().isBefore(before)).map(Stream.Trouble::words);
    }

    private static boolean isLate(Backlog backlog) {
        return backlog.stalled().compareTo(LONG) >= 0
                || backlog.records() >= MANY && backlog.stalled().compareTo(NOT_SO_LONG) >= 0;
    }
}
