package de.kreiswerk.core.persistence.settings;

import de.kreiswerk.core.api.settings.Setting;
import de.kreiswerk.core.api.settings.SettingChange;
import de.kreiswerk.core.api.settings.SettingFactory;
import de.kreiswerk.core.api.settings.SettingGroup;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Puts together what components describe, what the table keeps, and what file and environment determine.
 *
 * @param overrides what file and environment determine
 */
record Groups(Overrides overrides) {

    SettingGroup group(Connection connection, Definition definition, Kept kept) throws SQLException {
        return new SettingGroup(
                definition.pid(),
                definition.title(),
                definition.description(),
                definition.own(),
                ChangeTable.revision(connection, definition.pid()),
                settings(definition, kept.values()));
    }

    /** A factory, of all PIDs that the table keeps. */
    SettingFactory factory(Connection connection, Definition definition, Set<String> kept)
            throws SQLException, IOException {
        String factory = definition.pid();
        return new SettingFactory(
                factory,
                definition.title(),
                definition.description(),
                definition.own(),
                settings(definition, new Hashtable<>()),
                configurations(factory, kept).stream()
                        .map(pid -> new SettingFactory.Configuration(pid, Pids.name(pid), source(pid)))
                        .toList(),
                deletions(connection, factory).stream()
                        .limit(ChangeTable.KEPT)
                        .map(row -> new SettingFactory.Deletion(
                                row.pid(),
                                Pids.name(row.pid()),
                                row.change().revision(),
                                row.change().time()))
                        .toList());
    }

    /** The PIDs of a factory's configurations, by name. */
    Set<String> configurations(String factory, Set<String> kept) {
        Set<String> pids = new TreeSet<>();
        for (Set<String> some : List.of(kept, overrides.pids())) {
            some.stream()
                    .filter(pid -> Pids.factory(pid).filter(factory::equals).isPresent())
                    .forEach(pids::add);
        }
        return pids;
    }

    /** What of a factory was deleted and is not there, the newest first. */
    List<ChangeTable.Last> deletions(Connection connection, String factory) throws SQLException, IOException {
        List<ChangeTable.Last> deletions = new ArrayList<>();
        for (ChangeTable.Last last : ChangeTable.lastOfGone(connection, factory)) {
            if (!overrides.has(last.pid()) && last.change().kind(last.pid()) == SettingChange.Kind.DELETED) {
                deletions.add(last);
            }
        }
        return deletions;
    }

    private Setting.Source source(String pid) {
        return overrides.source(pid).orElse(Setting.Source.DATABASE);
    }

    private List<Setting> settings(Definition definition, Dictionary<String, Object> kept) {
        return definition.attributes().stream()
                .map(attribute -> setting(definition.pid(), attribute, kept))
                .toList();
    }

    private Setting setting(String pid, Attribute attribute, Dictionary<String, Object> kept) {
        String key = attribute.key();
        Setting.Source fixed = fixed(pid, key);
        Object value = fixed == null ? kept.get(key) : overrides.value(pid, key);
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
    Setting.Source fixed(String pid, String key) {
        return pid.equals(DatabaseSettingsStore.POOL)
                ? Setting.Source.BUILT_IN
                : overrides.source(pid, key).orElse(null);
    }
}
