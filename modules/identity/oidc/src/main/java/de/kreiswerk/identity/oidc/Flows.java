package de.kreiswerk.identity.oidc;

import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.core.api.persistence.Transactions;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The sign-ins on their way, in the database: whoever begins at one node may come back to another. */
@Component(service = Flows.class)
public final class Flows {

    static final Duration VALID = Duration.ofMinutes(10);

    private final Transactions transactions;
    private final Clock clock;
    private final Randoms randoms = new Randoms();

    @Activate
    public Flows(
            @Reference Transactions transactions,
            @Reference(target = "(kreiswerk.schema=de.kreiswerk.identity.oidc)") Schema schema) {
        this(transactions, Clock.systemUTC());
    }

    Flows(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Begins one. Those that nobody came back from are cleared away. */
    Flow begin(String provider, String target) {
        Flow flow = new Flow(randoms.next(), randoms.next(), provider, randoms.next(), randoms.next(), target);
        Instant now = now();
        return transactions.call(tx -> {
            update(tx, "delete from oidc_flow where created < ?", Timestamp.from(now.minus(VALID)));
            update(
                    tx,
                    "insert into oidc_flow (state, browser, provider, nonce, verifier, target, created)"
                            + " values (?, ?, ?, ?, ?, ?, ?)",
                    Randoms.hash(flow.state()),
                    Randoms.hash(flow.browser()),
                    provider,
                    flow.nonce(),
                    flow.verifier(),
                    target,
                    Timestamp.from(now));
            return flow;
        });
    }

    /**
     * Takes one out: whoever comes with its state again finds nothing, however the first time ended.
     *
     * @param browser what the browser holds, null when nothing
     */
    Flow take(String state, String browser, String provider) throws SignInFailed {
        Flow flow = Randoms.isOne(state) ? transactions.call(tx -> taken(tx, state)) : null;
        if (flow == null) {
            throw new SignInFailed(Failure.STATE_UNKNOWN, "nobody waits for this state");
        }
        if (!Randoms.isOne(browser) || !flow.browser().equals(Randoms.hash(browser))) {
            throw new SignInFailed(Failure.BROWSER_DIFFERENT, "another browser began this");
        }
        if (!flow.provider().equals(provider)) {
            throw new SignInFailed(Failure.PROVIDER_DIFFERENT, "this began at another provider");
        }
        return flow;
    }

    /** With the hash of what the browser holds. */
    private Flow taken(Transaction tx, String state) throws SQLException {
        String hash = Randoms.hash(state);
        Flow found = null;
        try (PreparedStatement select = tx.connection()
                .prepareStatement("select browser, provider, nonce, verifier, target from oidc_flow"
                        + " where state = ? and created > ? for update")) {
            select.setString(1, hash);
            select.setTimestamp(2, Timestamp.from(now().minus(VALID)));
            try (ResultSet row = select.executeQuery()) {
                if (row.next()) {
                    found = new Flow(
                            state,
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5));
                }
            }
        }
        // Of two that come at once, one finds nothing to delete.
        return update(tx, "delete from oidc_flow where state = ?", hash) == 1 ? found : null;
    }

    private static int update(Transaction tx, String sql, Object... values) throws SQLException {
        try (PreparedStatement update = tx.connection().prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            return update.executeUpdate();
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
