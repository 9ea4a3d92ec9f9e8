package de.kreiswerk.core.persistence.settings;

import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.settings.InvalidSettings;
import de.kreiswerk.core.api.settings.Setting;
import de.kreiswerk.core.api.settings.SettingChange;
import de.kreiswerk.core.api.settings.SettingGroup;
import de.kreiswerk.core.api.settings.Settings;
import de.kreiswerk.core.api.text.Text;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Dictionary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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

    /** Where Config Admin keeps how often a configuration was changed. */
    private static final String COUNT = ":org.apache.felix.configadmin.revision:";

    private static final long COUNTS_A_CHANGE = 10;

    private final Transactions transactions;
    private final AuditTrail trail;
    private final Definitions definitions;
    private final DatabaseSettingsStore store;
    private final Announcer announcer;
    private final Clock clock;

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
        this.trail = trail;
        this.definitions = definitions;
        this.store = store;
        this.announcer = announcer;
        this.clock = clock;
    }

    @Override
    public List<SettingGroup> groups(Caller caller, Locale language) {
        caller.require(PERMISSION, Grant.ALL);
        List<Definition> all = definitions.all(language);
        return transactions.call(tx -> {
            Map<String, String> kept = SettingTable.all(tx.connection());
            List<SettingGroup> groups = new ArrayList<>();
            for (Definition definition : all) {
                groups.add(group(tx, definition, SettingTable.parse(kept.get(definition.pid()))));
            }
            return groups;
        });
    }

    @Override
    public Optional<SettingGroup> find(Caller caller, String pid, Locale language) {
        caller.require(PERMISSION, Grant.ALL);
        return definitions
                .find(pid, language)
                .map(definition -> transactions.call(
                        tx -> group(tx, definition, SettingTable.parse(SettingTable.find(tx.connection(), pid)))));
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
                        Differences.of(
                                SettingTable.parse(row.before()), SettingTable.parse(row.after()), row.secrets())));
            }
            return changes;
        });
    }

    @Override
    public long change(Caller caller, String pid, long expected, Map<String, List<String>> values) {
        caller.require(PERMISSION, Grant.ALL);
        Definition definition = definitions.find(pid, Locale.GERMAN).orElseThrow(Refusals::unknownGroup);
        return inTransaction(pid, expected, tx -> {
            checkUnchanged(tx, pid, expected);
            Dictionary<String, Object> now = SettingTable.parse(SettingTable.find(tx.connection(), pid));
            Dictionary<String, Object> wanted = wanted(definition, now, values);
            return keep(tx, caller, definition, expected, now, wanted, "");
        });
    }

    @Override
    public long takeBack(Caller caller, String pid, long number, long expected) {
        caller.require(PERMISSION, Grant.ALL);
        Definition definition = definitions.find(pid, Locale.GERMAN).orElseThrow(Refusals::unknownGroup);
        return inTransaction(pid, expected, tx -> {
            checkUnchanged(tx, pid, expected);
            ChangeTable.Row change =
                    ChangeTable.find(tx.connection(), pid, number).orElseThrow(Refusals::unknownChange);
            Dictionary<String, Object> now = SettingTable.parse(SettingTable.find(tx.connection(), pid));
            Dictionary<String, Object> wanted = SettingTable.parse(change.before());
            for (Attribute attribute : definition.attributes()) {
                if (attribute.secret() && now.get(attribute.key()) != null) {
                    wanted.put(attribute.key(), now.get(attribute.key()));
                }
            }
            return keep(tx, caller, definition, expected, now, wanted, String.valueOf(number));
        });
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

    private static void checkUnchanged(Transaction tx, String pid, long expected) throws SQLException {
        if (ChangeTable.revision(tx.connection(), pid) != expected) {
            throw Refusals.changedMeanwhile();
        }
    }

    private Dictionary<String, Object> wanted(
            Definition definition, Dictionary<String, Object> now, Map<String, List<String>> values) {
        Dictionary<String, Object> wanted = Differences.copy(now);
        Map<String, Text> errors = new LinkedHashMap<>();
        values.forEach((key, written) -> {
            Attribute attribute = definition.attribute(key).orElse(null);
            if (attribute == null) {
                errors.put(key, Refusals.unknownKey());
                return;
            }
            Setting.Source fixed = fixed(definition.pid(), key);
            if (fixed != null) {
                errors.put(key, Refusals.determined(fixed));
                return;
            }
            try {
                set(wanted, attribute, written);
            } catch (Attribute.Refused e) {
                errors.put(key, e.reason());
            }
        });
        if (!errors.isEmpty()) {
            throw new InvalidSettings(errors);
        }
        return wanted;
    }

    private static void set(Dictionary<String, Object> wanted, Attribute attribute, List<String> written)
            throws Attribute.Refused {
        boolean none =
                written.isEmpty() && (!attribute.list() || attribute.defaults().isEmpty());
        if (none || attribute.isDefault(written)) {
            wanted.remove(attribute.key());
        } else {
            wanted.put(attribute.key(), attribute.kept(written));
        }
    }

    private long keep(
            Transaction tx,
            Caller caller,
            Definition definition,
            long revision,
            Dictionary<String, Object> now,
            Dictionary<String, Object> wanted,
            String takenBack)
            throws SQLException {
        String pid = definition.pid();
        List<String> changed = Differences.keys(now, wanted);
        if (changed.isEmpty()) {
            return revision;
        }
        if (Differences.isEmpty(wanted)) {
            SettingTable.delete(tx.connection(), pid);
        } else {
            wanted.put("service.pid", pid);
            wanted.put(COUNT, count(now, revision + 1));
            SettingTable.write(tx.connection(), pid, SettingTable.format(wanted));
        }
        List<String> secrets = secrets(definition, now, wanted);
        ChangeTable.add(
                tx.connection(),
                pid,
                new ChangeTable.Row(
                        revision + 1,
                        clock.instant(),
                        SettingTable.format(Differences.without(now, secrets)),
                        SettingTable.format(Differences.without(wanted, secrets)),
                        String.join(
                                "\n", changed.stream().filter(secrets::contains).toList())));
        trail.record(Differences.event(caller, pid, revision + 1, takenBack, changed, secrets, now, wanted));
        return revision + 1;
    }

    /** What an earlier version of a component had as a secret is not described any more, and is one all the same. */
    private static List<String> secrets(
            Definition definition, Dictionary<String, Object> now, Dictionary<String, Object> wanted) {
        Stream<String> described =
                definition.attributes().stream().filter(Attribute::secret).map(Attribute::key);
        Stream<String> sounding = Stream.of(now, wanted)
                .flatMap(each -> Collections.list(each.keys()).stream())
                .filter(Attribute::soundsSecret);
        return Stream.concat(described, sounding).distinct().toList();
    }

    /** Components take a configuration for new only when its count is larger; Config Admin itself adds a few to it. */
    private static long count(Dictionary<String, Object> now, long revision) {
        long before = now.get(COUNT) instanceof Long count ? count : 0;
        return Math.max(before, revision * COUNTS_A_CHANGE) + COUNTS_A_CHANGE;
    }

    private SettingGroup group(Transaction tx, Definition definition, Dictionary<String, Object> kept)
            throws SQLException {
        return new SettingGroup(
                definition.pid(),
                definition.title(),
                definition.description(),
                definition.own(),
                ChangeTable.revision(tx.connection(), definition.pid()),
                definition.attributes().stream()
                        .map(attribute -> setting(definition.pid(), attribute, kept))
                        .toList());
    }

    private Setting setting(String pid, Attribute attribute, Dictionary<String, Object> kept) {
        String key = attribute.key();
        Setting.Source fixed = fixed(pid, key);
        Object value = fixed == null ? kept.get(key) : store.overrides().value(pid, key);
        Setting.Source source =
                fixed != null ? fixed : value == null ? Setting.Source.DEFAULT : Setting.Source.DATABASE;
        List<String> values = value == null ? attribute.defaults() : Attribute.shown(value);
        return new Setting(
                key,
                attribute.title(),
                attribute.description(),
                attribute.type(),
                attribute.list(),
                attribute.secret(),
                attribute.options(),
                attribute.secret() ? List.of() : attribute.defaults(),
                attribute.secret() ? List.of() : values,
                source);
    }

    /** Null when it can be changed here. */
    private Setting.Source fixed(String pid, String key) {
        return pid.equals(DatabaseSettingsStore.POOL)
                ? Setting.Source.BUILT_IN
                : store.overrides().source(pid, key).orElse(null);
    }
}
