package de.kreiswerk.core.persistence.settings;

import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.settings.SettingChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collections;
import java.util.Dictionary;
import java.util.List;
import java.util.stream.Stream;

/** Keeps a change: the configuration, its history and its record, all within the caller's transaction. */
final class Keeper {

    /** Where Config Admin keeps how often a configuration was changed. */
    private static final String COUNT = ":org.apache.felix.configadmin.revision:";

    private static final long COUNTS_A_CHANGE = 10;

    private final AuditTrail trail;
    private final Groups groups;
    private final Clock clock;

    Keeper(AuditTrail trail, Groups groups, Clock clock) {
        this.trail = trail;
        this.groups = groups;
        this.clock = clock;
    }

    /**
     * Keeps what is wanted in place of what is there.
     *
     * @param revision what is there is of this revision
     * @param wanted with its own PID in it, when it is a factory's configuration that is to be there
     * @param takenBack the number of the change that is taken back, empty when it is another one
     * @return the new revision, the same when nothing changes
     */
    long keep(
            Connection connection,
            Caller caller,
            Definition definition,
            long revision,
            Dictionary<String, Object> now,
            Dictionary<String, Object> wanted,
            String takenBack)
            throws SQLException {
        String pid = definition.pid();
        List<String> changed = Differences.keys(now, wanted);
        SettingChange.Kind kind = Differences.kind(pid, now, wanted);
        if (changed.isEmpty() && kind == SettingChange.Kind.CHANGED) {
            return revision;
        }
        if (kind == SettingChange.Kind.DELETED || Differences.isEmpty(wanted) && isThereAnyway(pid)) {
            SettingTable.delete(connection, pid);
        } else {
            Pids.note(wanted, pid);
            wanted.put(COUNT, count(now, revision + 1));
            SettingTable.write(connection, pid, SettingTable.format(wanted));
        }
        List<String> secrets = secrets(definition, now, wanted);
        ChangeTable.add(
                connection,
                pid,
                new ChangeTable.Row(
                        revision + 1,
                        clock.instant(),
                        SettingTable.format(Differences.without(now, secrets)),
                        SettingTable.format(Differences.without(wanted, secrets)),
                        String.join(
                                "\n", changed.stream().filter(secrets::contains).toList())));
        trail.record(Differences.event(caller, pid, kind, revision + 1, takenBack, changed, secrets, now, wanted));
        return revision + 1;
    }

    private boolean isThereAnyway(String pid) {
        return Pids.factory(pid).isEmpty() || groups.overrides().has(pid);
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
}
