package de.kreiswerk.core.persistence.publication;

import de.kreiswerk.core.api.persistence.PersistenceFailure;
import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.publication.PublicForm;
import de.kreiswerk.core.api.publication.PublicObject;
import de.kreiswerk.core.api.publication.PublicQuery;
import de.kreiswerk.core.api.publication.Publication;
import de.kreiswerk.core.api.publication.Snapshot;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The public read model in the tables {@code public_*}. */
@Component
public final class PublicationService implements Publication {

    private static final int MAX_LISTS = 500;

    private final Transactions transactions;
    private final Listeners listeners;
    private final Forms forms;
    private final Clock clock;

    @Activate
    public PublicationService(
            @Reference Transactions transactions, @Reference Listeners listeners, @Reference Forms forms) {
        this(transactions, listeners, forms, Clock.systemUTC());
        catchUp();
    }

    /** Before anything is read or published: an earlier version of the platform may have been at work on these tables. */
    void catchUp() {
        transactions.call(tx -> {
            FormedTable formed = new FormedTable(tx.connection(), forms);
            for (String path : formed.missed()) {
                formed.renew(path);
            }
            return null;
        });
    }

    PublicationService(Transactions transactions, Listeners listeners, Forms forms, Clock clock) {
        this.transactions = transactions;
        this.listeners = listeners;
        this.forms = forms;
        this.clock = clock;
    }

    @Override
    public PublicObject publish(Snapshot snapshot) {
        return publishAll(List.of(snapshot)).get(0);
    }

    @Override
    public List<PublicObject> publishAll(List<Snapshot> snapshots) {
        Transaction tx = mandatory();
        if (snapshots.isEmpty()) {
            return List.of();
        }
        try {
            PublicTables tables = new PublicTables(tx.connection(), listeners.node(), forms);
            Map<String, PublicTables.Stored> before =
                    tables.lock(snapshots.stream().map(Snapshot::path).toList());
            Instant now = now();
            List<Snapshot> added = new ArrayList<>();
            List<PublicObject> published = new ArrayList<>();
            for (Snapshot snapshot : snapshots) {
                PublicTables.Stored stored = before.get(snapshot.path());
                if (stored == null) {
                    added.add(snapshot);
                    published.add(tables.added(snapshot, now));
                } else {
                    published.add(replace(tx, tables, snapshot, stored, now));
                }
            }
            if (!added.isEmpty()) {
                tables.insert(added, now);
                added.forEach(snapshot ->
                        changes(tx).add(snapshot.path(), snapshot.lists().keySet()));
            }
            return published;
        } catch (SQLException e) {
            throw new PersistenceFailure(
                    "Could not publish "
                            + snapshots.stream().map(Snapshot::path).toList() + ": " + e.getMessage(),
                    e);
        }
    }

    private PublicObject replace(
            Transaction tx, PublicTables tables, Snapshot snapshot, PublicTables.Stored stored, Instant now)
            throws SQLException {
        if (stored.holds(snapshot)) {
            if (!stored.isFoundBy(snapshot)) {
                tables.reword(snapshot);
                changes(tx).add(snapshot.path(), stored.lists().keySet());
            }
            return stored.object();
        }
        PublicObject replaced = tables.update(snapshot, stored, now);
        changes(tx).add(snapshot.path(), snapshot.lists().keySet());
        changes(tx).add(snapshot.path(), stored.lists().keySet());
        return replaced;
    }

    @Override
    public void withdraw(String path) {
        Transaction tx = mandatory();
        try {
            PublicTables tables = new PublicTables(tx.connection(), listeners.node(), forms);
            PublicTables.Stored before = tables.lock(List.of(path)).get(path);
            if (before != null && !before.object().deleted()) {
                tables.withdraw(before.object(), now());
                changes(tx).add(path, before.lists().keySet());
            }
        } catch (SQLException e) {
            throw new PersistenceFailure("Could not withdraw " + path + ": " + e.getMessage(), e);
        }
    }

    @Override
    public Optional<PublicObject> find(String path) {
        return transactions.call(tx -> new PublicTables(tx.connection(), listeners.node(), forms).find(path));
    }

    @Override
    public Optional<Address> resolve(String address) {
        return transactions.call(tx -> {
            try (PreparedStatement select = tx.connection()
                    .prepareStatement("select o.path, o.address from public_address a"
                            + " join public_object o on o.path = a.path where a.address = ?")) {
                select.setString(1, address);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(new Address(row.getString(1), row.getString(2))) : Optional.empty();
                }
            }
        });
    }

    @Override
    public List<PublicObject> list(PublicQuery query) {
        return transactions.call(tx -> new ListStatement(query).run(tx.connection()));
    }

    @Override
    public List<Formed> list(PublicQuery query, PublicForm form) {
        if (query.text() == null) {
            // Within a transaction its own changes count as well.
            List<Formed> found = transactions.current().isPresent()
                    ? formed(query, form)
                    : listeners.ahead().list(query, form.name(), page -> formed(page, form));
            if (found.stream().allMatch(formed -> formed.bytes() != null)) {
                return found;
            }
        }
        return Publication.super.list(query, form);
    }

    private List<Formed> formed(PublicQuery query, PublicForm form) {
        return transactions.call(tx -> ListStatement.formed(query)
                .run(tx.connection(), row -> new Formed(row.getString(1), kept(row, form), null)));
    }

    private static byte[] kept(ResultSet row, PublicForm form) throws SQLException {
        return form.name().equals(row.getString(3)) ? row.getBytes(4) : null;
    }

    @Override
    public List<String> lists(String prefix) {
        return transactions.call(tx -> {
            // From name to name over the index: the lists are few, their rows are many.
            try (PreparedStatement select =
                    tx.connection().prepareStatement("select min(list) from public_list where list > ?")) {
                List<String> names = new ArrayList<>();
                select.setString(1, prefix);
                while (names.size() < MAX_LISTS) {
                    try (ResultSet row = select.executeQuery()) {
                        String name = row.next() ? row.getString(1) : null;
                        if (name == null || !name.startsWith(prefix)) {
                            break;
                        }
                        names.add(name);
                        select.setString(1, name);
                    }
                }
                return names;
            }
        });
    }

    private Transaction mandatory() {
        return transactions
                .current()
                .orElseThrow(() -> new PersistenceFailure("Publishing needs the transaction of the change", null));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** What this transaction changed; told when it is committed, and never when it is not. */
    private Changes changes(Transaction tx) {
        return tx.attachment(Changes.class, () -> {
            Changes changes = new Changes();
            tx.afterCommit(() -> listeners.tell(changes.paths, changes.lists));
            return changes;
        });
    }

    private static final class Changes {

        private final Set<String> paths = new HashSet<>();
        private final Set<String> lists = new HashSet<>();

        void add(String path, Set<String> in) {
            paths.add(path);
            lists.addAll(in);
        }
    }
}
