package de.kreiswerk.core.persistence.settings;

import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.settings.InvalidSettings;
import de.kreiswerk.core.api.settings.SettingChange;
import de.kreiswerk.core.api.settings.SettingFactory;
import de.kreiswerk.core.api.settings.SettingGroup;
import de.kreiswerk.core.api.settings.Settings;
import de.kreiswerk.core.api.text.Text;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes settings: kept in the table and recorded in one transaction, then Config Admin takes over what the table holds.
 */
@Component
public class SettingsService implements Settings {

    private static final Logger LOG = LoggerFactory.getLogger(SettingsService.class);

    private final Transactions transactions;
    private final Definitions definitions;
    private final Overrides overrides;
    private final Announcer announcer;
    private final Groups groups;
    private final Keeper keeper;

    /**
     * Changes settings.
     *
     * @param transactions the database
     * @param trail what was changed by whom
     * @param definitions what can be set
     * @param store what file and environment determine
     * @param announcer lets the components hear of it
     */
    @Activate
    public SettingsService(
            @Reference Transactions transactions,
            @Reference AuditTrail trail,
            @Reference Definitions definitions,
            @Reference DatabaseSettingsStore store,
            @Reference Announcer announcer) {
        this(transactions, trail, definitions, store, announcer, Clock.systemUTC());
    }

    SettingsService(
            Transactions transactions,
            AuditTrail trail,
            Definitions definitions,
            DatabaseSettingsStore store,
            Announcer announcer,
            Clock clock) {
        this.transactions = transactions;
        this.definitions = definitions;
        this.overrides = store.overrides();
        this.announcer = announcer;
        this.groups = new Groups(overrides);
        this.keeper = new Keeper(trail, groups, clock);
    }

    @Override
    public List<SettingGroup> groups(Caller caller, Locale language) {
        caller.require(PERMISSION, Grant.ALL);
        List<Definition> all = definitions.all(language);
        return transactions.call(tx -> {
            Map<String, String> kept = SettingTable.all(tx.connection());
            List<SettingGroup> found = new ArrayList<>();
            for (Definition definition : all) {
                String pid = definition.pid();
                found.add(groups.group(tx.connection(), definition, Kept.of(kept.get(pid), pid, overrides)));
            }
            return found;
        });
    }

    @Override
    public Optional<SettingGroup> find(Caller caller, String pid, Locale language) {
        caller.require(PERMISSION, Grant.ALL);
        return definitions
                .find(pid, language)
                .flatMap(definition -> transactions.call(tx -> {
                    Kept kept = kept(tx, pid);
                    return kept.there()
                            ? Optional.of(groups.group(tx.connection(), definition, kept))
                            : Optional.empty();
                }));
    }

    @Override
    public Optional<Text> objection(Caller caller, String pid) {
        caller.require(PERMISSION, Grant.ALL);
        return definitions
                .find(pid, Locale.GERMAN)
                .or(() -> definitions.factory(pid, Locale.GERMAN))
                .filter(definition -> isKeptFrom(caller, definition))
                .map(definition -> Refusals.permissionMissing(definition.permission())
                        .problem()
                        .detail());
    }

    @Override
    public List<SettingFactory> factories(Caller caller, Locale language) {
        caller.require(PERMISSION, Grant.ALL);
        List<Definition> all = definitions.factories(language);
        return transactions.call(tx -> {
            Set<String> kept = SettingTable.all(tx.connection()).keySet();
            List<SettingFactory> found = new ArrayList<>();
            for (Definition definition : all) {
                found.add(groups.factory(tx.connection(), definition, kept));
            }
            return found;
        });
    }

    @Override
    public Optional<SettingFactory> factory(Caller caller, String pid, Locale language) {
        caller.require(PERMISSION, Grant.ALL);
        return definitions
                .factory(pid, language)
                .map(definition -> transactions.call(tx -> groups.factory(
                        tx.connection(),
                        definition,
                        SettingTable.all(tx.connection()).keySet())));
    }

    @Override
    public List<SettingChange> changes(Caller caller, String pid) {
        caller.require(PERMISSION, Grant.ALL);
        return transactions.call(tx -> {
            List<SettingChange> changes = new ArrayList<>();
            for (ChangeTable.Row row : ChangeTable.newestFirst(tx.connection(), pid)) {
                changes.add(new SettingChange(
                        row.revision(),
                        row.time(),
                        row.kind(pid),
                        Differences.of(
                                SettingTable.parse(row.before()), SettingTable.parse(row.after()), row.secrets())));
            }
            return changes;
        });
    }

    @Override
    public long change(Caller caller, String pid, long expected, Map<String, List<String>> values) {
        Definition definition = changeable(caller, pid);
        return inTransaction(pid, expected, tx -> {
            Dictionary<String, Object> now = unchanged(tx, pid, expected);
            Dictionary<String, Object> wanted = new Wanted(groups, definition).of(now, values);
            return keeper.keep(tx.connection(), caller, definition, expected, now, wanted, "");
        });
    }

    @Override
    public String create(Caller caller, String factory, String name, Map<String, List<String>> values) {
        caller.require(PERMISSION, Grant.ALL);
        Definition definition = definitions
                .factory(factory, Locale.GERMAN)
                .orElseThrow(Refusals::unknownGroup)
                .named(name);
        mayChange(caller, definition);
        String pid = definition.pid();
        inTransaction(pid, -1, tx -> {
            // First, so that who makes the same one in the meantime has taken its number.
            long revision = ChangeTable.revision(tx.connection(), pid);
            Wanted form = new Wanted(groups, definition);
            if (!Pids.isPossible(name)) {
                form.refuse(NAME, Refusals.nameNotPossible());
            }
            if (kept(tx, pid).there()) {
                form.refuse(NAME, Refusals.nameTaken());
            }
            if (isFull(tx, factory)) {
                form.refuse(NAME, Refusals.tooMany());
            }
            Dictionary<String, Object> nothing = new Hashtable<>();
            Dictionary<String, Object> wanted = form.of(nothing, values);
            Pids.note(wanted, pid);
            return keeper.keep(tx.connection(), caller, definition, revision, nothing, wanted, "");
        });
        return pid;
    }

    @Override
    public long delete(Caller caller, String pid, long expected) {
        Definition definition = changeable(caller, pid);
        String factory = Pids.factory(pid).orElseThrow(Refusals::unknownGroup);
        overrides.source(pid).ifPresent(source -> {
            throw Refusals.determinedElsewhere(source);
        });
        return inTransaction(pid, expected, tx -> {
            Dictionary<String, Object> now = unchanged(tx, pid, expected);
            long number = keeper.keep(tx.connection(), caller, definition, expected, now, new Hashtable<>(), "");
            for (ChangeTable.Last last : groups.deletions(tx.connection(), factory).stream()
                    .skip(ChangeTable.KEPT)
                    .toList()) {
                ChangeTable.forget(tx.connection(), last.pid());
            }
            return number;
        });
    }

    @Override
    public long takeBack(Caller caller, String pid, long number, long expected) {
        Definition definition = changeable(caller, pid);
        return inTransaction(pid, expected, tx -> {
            checkUnchanged(tx, pid, expected);
            ChangeTable.Row change =
                    ChangeTable.find(tx.connection(), pid, number).orElseThrow(Refusals::unknownChange);
            Kept now = kept(tx, pid);
            Dictionary<String, Object> wanted = SettingTable.parse(change.before());
            Optional<String> factory = Pids.factory(pid);
            if (factory.isPresent() && wanted.get(Pids.PID) == null) {
                throw Refusals.creationIsDeleted();
            }
            if (!now.there() && isFull(tx, factory.orElseThrow())) {
                throw new InvalidSettings(Map.of(NAME, Refusals.tooMany()));
            }
            for (Attribute attribute : definition.attributes()) {
                Object set = now.values().get(attribute.key());
                if (attribute.secret() && set != null) {
                    wanted.put(attribute.key(), set);
                }
            }
            return keeper.keep(
                    tx.connection(), caller, definition, expected, now.values(), wanted, String.valueOf(number));
        });
    }

    private Definition changeable(Caller caller, String pid) {
        caller.require(PERMISSION, Grant.ALL);
        Definition definition = definitions.find(pid, Locale.GERMAN).orElseThrow(Refusals::unknownGroup);
        mayChange(caller, definition);
        return definition;
    }

    private static void mayChange(Caller caller, Definition definition) {
        if (isKeptFrom(caller, definition)) {
            throw Refusals.permissionMissing(definition.permission());
        }
    }

    private static boolean isKeptFrom(Caller caller, Definition definition) {
        String more = definition.permission();
        return !more.isEmpty() && !caller.may(more, Grant.ALL);
    }

    private Kept kept(Transaction tx, String pid) throws SQLException, IOException {
        return Kept.of(tx.connection(), pid, overrides);
    }

    private boolean isFull(Transaction tx, String factory) throws SQLException {
        return groups.configurations(factory, SettingTable.all(tx.connection()).keySet())
                        .size()
                >= MOST_CONFIGURATIONS;
    }

    /** What is kept, when it is there and as the caller has seen it. */
    private Dictionary<String, Object> unchanged(Transaction tx, String pid, long expected)
            throws SQLException, IOException {
        Kept now = kept(tx, pid);
        if (!now.there()) {
            throw Refusals.unknownGroup();
        }
        checkUnchanged(tx, pid, expected);
        return now.values();
    }

    private static void checkUnchanged(Transaction tx, String pid, long expected) throws SQLException {
        if (ChangeTable.revision(tx.connection(), pid) != expected) {
            throw Refusals.changedMeanwhile();
        }
    }

    private long inTransaction(String pid, long expected, Transactions.Work<Long> work) {
        long revision = transactions.call(work);
        if (revision == expected) {
            return revision;
        }
        // Not a part of the transaction: it would have to be undone when the commit fails.
        try {
            announcer.announce(pid);
        } catch (IOException | RuntimeException e) {
            LOG.error(
                    "The settings {} are kept, but their component could not be told; it will be at the next start",
                    pid,
                    e);
        }
        return revision;
    }
}
