package de.kreiswerk.identity.service;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.identity.Seats;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.identity.api.Account;
import de.kreiswerk.identity.api.IdentityPermissions;
import de.kreiswerk.identity.api.Session;
import de.kreiswerk.identity.api.SignIn.OwnSession;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sessions, in the database, so that every node knows them. Who is calling is one statement: it tells as well whether
 * anybody's rights have changed since they were last worked out.
 */
@Component(service = SessionStore.class)
@Designate(ocd = SessionStore.Config.class)
public final class SessionStore {

    private static final Logger LOG = LoggerFactory.getLogger(SessionStore.class);

    static final String PASSWORD = "password";
    static final String PASSWORD_AND_CODE = "password-and-code";

    /** Seen is noted at most this often: reading must not write. */
    static final Duration SEEN_EVERY = Duration.ofMinutes(1);

    private static final int KNOWN_ACCOUNTS = 2_000;
    private static final String SELECT =
            "select s.account_id, s.handle, s.method, s.started, s.last_seen, a.display_name,"
                    + " a.state, a.must_change, f.confirmed, r.revision from identity_session s"
                    + " join identity_account a on a.id = s.account_id"
                    + " left join identity_second_factor f on f.account_id = a.id"
                    + " cross join identity_state r where s.hash = ?";
    private static final Set<Grant> OWN_ACCOUNT = Set.of(new Grant(IdentityPermissions.OWN_ACCOUNT, Grant.ALL));
    private static final Known NOTHING_ELSE = new Known(0, null, OWN_ACCOUNT, Set.of(), null, false);

    private final Transactions transactions;
    private final SecondFactorRule rule;
    private final Clock clock;
    private final Duration idle;
    private final Duration absolute;
    private final Secrets secrets = new Secrets();
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /** There while the area that keeps the council is; without it nobody has a seat. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Seats seats;

    /** How long a sign-in lasts. */
    @ObjectClassDefinition(name = "Anmeldungen", description = "Wie lange eine Anmeldung gilt.")
    @interface Config {

        @AttributeDefinition(
                name = "Ohne Nutzung",
                description = "In Minuten, 5 bis 1440; danach muss man sich neu anmelden.",
                min = "5",
                max = "1440")
        int idleMinutes() default 60;

        @AttributeDefinition(
                name = "Höchstens",
                description = "In Stunden, 1 bis 72, auch wenn die Sitzung genutzt wird.",
                min = "1",
                max = "72")
        int absoluteHours() default 12;
    }

    /** What an account may do as of a revision of all rights, on one day. */
    private record Known(
            long revision, LocalDate day, Set<Grant> grants, Set<String> departments, String person, boolean governs) {}

    private record Row(
            String account,
            String method,
            Instant started,
            Instant seen,
            String name,
            String state,
            boolean mustChange,
            boolean factor,
            long revision) {}

    @Activate
    public SessionStore(
            @Reference Transactions transactions,
            @Reference(target = "(kreiswerk.schema=de.kreiswerk.identity.service)") Schema schema,
            @Reference SecondFactorRule rule,
            Config config) {
        this(
                transactions,
                rule,
                Clock.systemUTC(),
                Duration.ofMinutes(Math.max(5, Math.min(config.idleMinutes(), 1_440))),
                Duration.ofHours(Math.max(1, Math.min(config.absoluteHours(), 72))));
    }

    SessionStore(Transactions transactions, SecondFactorRule rule, Clock clock, Duration idle, Duration absolute) {
        this.transactions = transactions;
        this.rule = rule;
        this.clock = clock;
        this.idle = idle;
        this.absolute = absolute;
    }

    /** The caller behind a session, empty when there is none or it ended. */
    Optional<Caller> find(String id, String requestId) {
        String hash = Secrets.sha256(id);
        return transactions
                .call(tx -> alive(tx, hash))
                .map(alive -> new Caller(
                        alive.row().account(),
                        alive.row().name(),
                        alive.may().grants(),
                        alive.row().method(),
                        alive.row().started(),
                        requestId,
                        alive.may().departments(),
                        seats(alive.may())));
    }

    /** A session that holds, and what its account may do. */
    private record Alive(Row row, Known may) {}

    private Optional<Alive> alive(Transaction tx, String hash) throws SQLException {
        Sql sql = new Sql(tx);
        Optional<Row> found = sql.one(
                SELECT,
                row -> new Row(
                        row.getString("account_id"),
                        row.getString("method"),
                        Sql.instant(row, "started"),
                        Sql.instant(row, "last_seen"),
                        row.getString("display_name"),
                        row.getString("state"),
                        row.getBoolean("must_change"),
                        row.getBoolean("confirmed"),
                        row.getLong("revision")),
                hash);
        if (found.isEmpty() || !isAlive(found.get())) {
            return Optional.empty();
        }
        Row row = found.get();
        Instant now = now();
        if (row.seen().plus(SEEN_EVERY).isBefore(now)) {
            sql.update("update identity_session set last_seen = ? where hash = ?", now, hash);
        }
        Known may = row.mustChange() && isLocal(row.method()) ? NOTHING_ELSE : known(sql, row);
        if (may.governs() && rule.isMandatory() && !row.factor() && isLocal(row.method())) {
            may = NOTHING_ELSE;
        }
        return Optional.of(new Alive(row, may));
    }

    /** Asked each time: a membership ends without anybody telling. */
    private Set<String> seats(Known may) {
        Seats council = seats;
        if (council == null || may.person() == null) {
            return Set.of();
        }
        try {
            return council.of(may.person(), may.day());
        } catch (RuntimeException e) {
            // The area that keeps the council is being replaced or broken: everything else goes on.
            LOG.warn("Seats of {} are not known: {}", may.person(), e.toString());
            return Set.of();
        }
    }

    /** Whether it was signed in with a password of this platform: another one's second factor is not for us to ask for. */
    static boolean isLocal(String method) {
        return method.equals(PASSWORD) || method.equals(PASSWORD_AND_CODE);
    }

    private Known known(Sql sql, Row row) throws SQLException {
        Known last = known.get(row.account());
        LocalDate today = Rights.day(clock);
        if (last != null && last.revision() == row.revision() && last.day().equals(today)) {
            return last;
        }
        Set<Grant> grants = new HashSet<>(new Rights(sql).of(row.account(), today));
        grants.addAll(OWN_ACCOUNT);
        Known now = new Known(
                row.revision(),
                today,
                Grants.of(grants),
                Set.copyOf(new AccountTable(sql).departments(row.account())),
                CouncilMembersService.person(sql, row.account()).orElse(null),
                SecondFactorRule.governs(grants));
        if (known.size() >= KNOWN_ACCOUNTS) {
            known.clear();
        }
        known.put(row.account(), now);
        return now;
    }

    private boolean isAlive(Row row) {
        Instant now = now();
        return row.state().equals(Account.State.ACTIVE.name())
                && row.seen().plus(idle).isAfter(now)
                && row.started().plus(absolute).isAfter(now);
    }

    /** Begins a session and gives its id, which is kept nowhere. Those that ended are cleared away. */
    String begin(Sql sql, String accountId, String method, String userAgent) throws SQLException {
        Instant now = now();
        sql.update(
                "delete from identity_session where last_seen < ? or started < ?",
                now.minus(idle),
                now.minus(absolute));
        String id = secrets.session();
        sql.update(
                "insert into identity_session (hash, handle, account_id, method, client, started, last_seen)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                Secrets.sha256(id),
                UUID.randomUUID().toString(),
                accountId,
                method,
                Browsers.name(userAgent),
                now,
                now);
        return id;
    }

    List<OwnSession> of(Sql sql, String accountId, String currentId) throws SQLException {
        String current = Secrets.sha256(currentId);
        Instant now = now();
        return sql.list(
                "select hash, handle, client, started, last_seen from identity_session"
                        + " where account_id = ? and last_seen > ? and started > ? order by last_seen desc, handle",
                row -> new OwnSession(
                        row.getString("handle"),
                        row.getString("client"),
                        Sql.instant(row, "started"),
                        Sql.instant(row, "last_seen"),
                        row.getString("hash").equals(current)),
                accountId,
                now.minus(idle),
                now.minus(absolute));
    }

    /** Those of the accounts whose names contain the text and all of whose departments are among the places. */
    List<Session> all(Sql sql, Places places, String text, int limit) throws SQLException {
        Instant now = now();
        List<Object> values = new ArrayList<>(List.of(
                now.minus(idle),
                now.minus(absolute),
                Account.State.ACTIVE.name(),
                Sql.pattern(Names.key(text)),
                Sql.pattern(text)));
        String within = "";
        if (!places.everywhere()) {
            within = " and exists (select 1 from identity_account_department m where m.account_id = a.id)"
                    + " and not exists (select 1 from identity_account_department m where m.account_id = a.id"
                    + " and not m.department_id" + places.in() + ")";
            values.addAll(places.departments());
        }
        values.add(limit);
        return sql.list(
                "select s.handle, s.account_id, a.login_name, a.display_name, s.method, s.client, s.started, s.last_seen"
                        + " from identity_session s join identity_account a on a.id = s.account_id"
                        + " where s.last_seen > ? and s.started > ? and a.state = ?"
                        + " and (a.login_key like ? escape '!' or lower(a.display_name) like ? escape '!')"
                        + within + " order by s.last_seen desc, s.handle fetch first ? rows only",
                SessionStore::session,
                values.toArray());
    }

    private static Session session(ResultSet row) throws SQLException {
        return new Session(
                row.getString("handle"),
                row.getString("account_id"),
                row.getString("login_name"),
                row.getString("display_name"),
                row.getString("method"),
                row.getString("client"),
                Sql.instant(row, "started"),
                Sql.instant(row, "last_seen"));
    }

    Optional<String> accountOf(Sql sql, String handle) throws SQLException {
        return sql.one(
                "select account_id from identity_session where handle = ?",
                row -> row.getString(1),
                handle == null ? "" : handle.replace("\0", ""));
    }

    boolean end(Sql sql, String accountId, String id) throws SQLException {
        return sql.update(
                        "delete from identity_session where account_id = ? and hash = ?", accountId, Secrets.sha256(id))
                > 0;
    }

    boolean endOne(Sql sql, String accountId, String handle) throws SQLException {
        return sql.update("delete from identity_session where account_id = ? and handle = ?", accountId, handle) > 0;
    }

    void endOthers(Sql sql, String accountId, String id) throws SQLException {
        sql.update("delete from identity_session where account_id = ? and hash <> ?", accountId, Secrets.sha256(id));
    }

    int endAll(Sql sql, String accountId) throws SQLException {
        return sql.update("delete from identity_session where account_id = ?", accountId);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
