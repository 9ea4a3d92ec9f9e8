package de.kreiswerk.core.persistence.idempotency;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.IdempotentRequests;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * Keeps answers in {@code core_idempotency}. The key is inserted first: of two requests at once, the second waits at the
 * unique key, is repeated after the first has committed, and finds its answer.
 */
@Component
@Designate(ocd = DatabaseIdempotentRequests.Config.class)
public final class DatabaseIdempotentRequests implements IdempotentRequests {

    private static final int MAX_KEY = 255;
    /** A year. */
    private static final int MOST_HOURS = 8_784;

    private final Transactions transactions;
    private final Clock clock;
    private final Duration kept;

    /** How long keys are kept. */
    @ObjectClassDefinition(
            name = "Wiederholte Anfragen",
            description = "Wie lange die Antwort zu einem Idempotency-Key aufbewahrt wird.")
    @interface Config {

        @AttributeDefinition(
                name = "Stunden",
                min = "1",
                max = MOST_HOURS + "",
                description = "Danach gilt derselbe Schlüssel als neue Anfrage.")
        int hours() default 24;
    }

    @Activate
    public DatabaseIdempotentRequests(@Reference Transactions transactions, Config config) {
        this(transactions, Clock.systemUTC(), Duration.ofHours(Math.min(Math.max(1, config.hours()), MOST_HOURS)));
    }

    DatabaseIdempotentRequests(Transactions transactions, Clock clock, Duration kept) {
        this.transactions = transactions;
        this.clock = clock;
        this.kept = kept;
    }

    @Override
    public Answer once(Caller caller, String key, String fingerprint, Supplier<Answer> work) {
        if (key == null || key.isBlank()) {
            return work.get();
        }
        if (key.length() > MAX_KEY) {
            throw new ProblemException(
                    Problem.Kind.MALFORMED,
                    "idempotency-key-too-long",
                    new Text("Idempotency-Key zu lang", "Idempotency-Key too long"),
                    new Text(
                            "Der Idempotency-Key darf höchstens 255 Zeichen haben.",
                            "The Idempotency-Key may have 255 characters at most."));
        }
        return transactions.call(tx -> {
            forgetOld(tx);
            Answer kept = find(tx, caller, key, fingerprint);
            if (kept != null) {
                return kept;
            }
            insert(tx, caller, key, fingerprint);
            Answer answer = work.get();
            complete(tx, caller, key, answer);
            return answer;
        });
    }

    private void forgetOld(Transaction tx) throws SQLException {
        try (PreparedStatement delete =
                tx.connection().prepareStatement("delete from core_idempotency where created < ?")) {
            delete.setTimestamp(1, Timestamp.from(clock.instant().minus(kept)));
            delete.executeUpdate();
        }
    }

    private static Answer find(Transaction tx, Caller caller, String key, String fingerprint) throws SQLException {
        try (PreparedStatement select = tx.connection()
                .prepareStatement("select fingerprint, status, body, location, etag from core_idempotency"
                        + " where caller = ? and request_key = ?")) {
            select.setString(1, caller.subject());
            select.setString(2, key);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return null;
                }
                if (!row.getString(1).equals(fingerprint)) {
                    throw new ProblemException(
                            Problem.Kind.UNPROCESSABLE,
                            "idempotency-key-reused",
                            new Text("Idempotency-Key schon benutzt", "Idempotency-Key already used"),
                            new Text(
                                    "Dieser Idempotency-Key gehört zu einer anderen Anfrage. Nehmen Sie einen neuen.",
                                    "This Idempotency-Key belongs to another request. Take a new one."));
                }
                return new Answer(row.getInt(2), row.getString(3), row.getString(4), row.getString(5));
            }
        }
    }

    private void insert(Transaction tx, Caller caller, String key, String fingerprint) throws SQLException {
        try (PreparedStatement insert = tx.connection()
                .prepareStatement("insert into core_idempotency (caller, request_key, fingerprint, created)"
                        + " values (?, ?, ?, ?)")) {
            insert.setString(1, caller.subject());
            insert.setString(2, key);
            insert.setString(3, fingerprint);
            insert.setTimestamp(4, Timestamp.from(clock.instant()));
            insert.executeUpdate();
        }
    }

    private static void complete(Transaction tx, Caller caller, String key, Answer answer) throws SQLException {
        try (PreparedStatement update = tx.connection()
                .prepareStatement("update core_idempotency set status = ?, body = ?, location = ?, etag = ?"
                        + " where caller = ? and request_key = ?")) {
            update.setInt(1, answer.status());
            update.setString(2, answer.body());
            update.setString(3, answer.location());
            update.setString(4, answer.etag());
            update.setString(5, caller.subject());
            update.setString(6, key);
            update.executeUpdate();
        }
    }
}
