package de.kreiswerk.identity.service;

import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.identity.api.Token;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Shows the operator's token among the others. Which one this node had before is in a file of its own, because the token's file
 * is deleted to get another: the one before must not be listed as one that holds.
 */
@Component(service = OperatorTokenEntry.class, immediate = true)
public final class OperatorTokenEntry {

    static final String FILE = "operator.id";

    private final Transactions transactions;
    private final AuditTrail trail;
    private final Clock clock;

    @Activate
    public OperatorTokenEntry(
            BundleContext context,
            @Reference Transactions transactions,
            @Reference(target = "(kreiswerk.schema=de.kreiswerk.identity.service)") Schema schema,
            @Reference AuditTrail trail,
            @Reference OperatorToken token)
            throws IOException {
        this(transactions, trail, Clock.systemUTC());
        enter(Path.of(context.getProperty("kreiswerk.data")), token);
    }

    OperatorTokenEntry(Transactions transactions, AuditTrail trail, Clock clock) {
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    void enter(Path data, OperatorToken token) throws IOException {
        Path file = data.resolve(FILE);
        String before = Files.exists(file)
                ? Files.readString(file, StandardCharsets.ISO_8859_1).strip()
                : "";
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        transactions.call(tx -> {
            Sql sql = new Sql(tx);
            TokenTable tokens = new TokenTable(sql, now);
            if (tokens.find(token.subject()).isEmpty()) {
                sql.rightsChanged();
                insert(tokens, token, data, now);
            }
            if (!before.equals(token.subject())) {
                retire(tokens, before, now);
            }
            return null;
        });
        if (!before.equals(token.subject())) {
            Files.writeString(file, token.subject() + "\n", StandardCharsets.ISO_8859_1);
        }
    }

    private void insert(TokenTable tokens, OperatorToken token, Path data, Instant now) throws SQLException {
        String name = "Operator, " + data.toAbsolutePath().normalize();
        Token entry = new Token(
                token.subject(),
                name.substring(0, Math.min(name.length(), 200)),
                Token.Kind.OPERATOR,
                null,
                null,
                null,
                Set.of(Grant.ALL),
                now,
                null,
                null,
                null,
                Token.State.VALID);
        tokens.insert(entry, token.hash());
        trail.record(TokensService.event(platform(now), "token.created", entry));
    }

    private void retire(TokenTable tokens, String id, Instant now) throws SQLException {
        Token old = tokens.find(id).orElse(null);
        if (old != null && old.kind() == Token.Kind.OPERATOR && tokens.revoke(id)) {
            trail.record(TokensService.event(platform(now), "token.revoked", old));
        }
    }

    private static Caller platform(Instant now) {
        return new Caller("platform-identity", "Kreiswerk", Set.of(), "platform", now, "start");
    }
}
