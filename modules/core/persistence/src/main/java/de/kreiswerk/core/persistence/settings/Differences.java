package de.kreiswerk.core.persistence.settings;

import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.settings.SettingChange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/** What differs between two configurations. What Config Admin adds for itself does not count. */
final class Differences {

    private static final int MAX_RECORDED = 1_000;
    private static final String DEFAULT = "(Standard)";

    private Differences() {}

    static Dictionary<String, Object> copy(Dictionary<String, Object> of) {
        return without(of, List.of());
    }

    static Dictionary<String, Object> without(Dictionary<String, Object> of, Collection<String> keys) {
        Dictionary<String, Object> copy = new Hashtable<>();
        for (String key : Collections.list(of.keys())) {
            if (!keys.contains(key)) {
                copy.put(key, of.get(key));
            }
        }
        return copy;
    }

    /** Whether a factory's configuration came or went: while it is there, it holds its own PID. */
    static SettingChange.Kind kind(String pid, Dictionary<String, Object> before, Dictionary<String, Object> after) {
        if (Pids.factory(pid).isPresent()) {
            if (before.get(Pids.PID) == null) {
                return SettingChange.Kind.CREATED;
            }
            if (after.get(Pids.PID) == null) {
                return SettingChange.Kind.DELETED;
            }
        }
        return SettingChange.Kind.CHANGED;
    }

    static boolean isEmpty(Dictionary<String, Object> configuration) {
        return settable(configuration).isEmpty();
    }

    static List<String> keys(Dictionary<String, Object> before, Dictionary<String, Object> after) {
        SortedSet<String> keys = new TreeSet<>(settable(before));
        keys.addAll(settable(after));
        return keys.stream()
                .filter(key -> (before.get(key) == null) != (after.get(key) == null)
                        || !Attribute.shown(before.get(key)).equals(Attribute.shown(after.get(key))))
                .toList();
    }

    static List<SettingChange.Difference> of(
            Dictionary<String, Object> before, Dictionary<String, Object> after, String secrets) {
        List<SettingChange.Difference> differences = new ArrayList<>();
        for (String key : keys(before, after)) {
            differences.add(new SettingChange.Difference(
                    key, false, Attribute.shown(before.get(key)), Attribute.shown(after.get(key))));
        }
        secrets.lines().forEach(key -> differences.add(new SettingChange.Difference(key, true, List.of(), List.of())));
        return differences;
    }

    static AuditEvent event(
            Caller caller,
            String pid,
            SettingChange.Kind kind,
            long revision,
            String takenBack,
            List<String> changed,
            List<String> secrets,
            Dictionary<String, Object> before,
            Dictionary<String, Object> after) {
        String action = "settings." + kind.name().toLowerCase(Locale.ROOT);
        AuditEvent event = AuditEvent.success(caller, "platform", action, "Settings", pid)
                .with("revision", String.valueOf(revision));
        if (!takenBack.isEmpty()) {
            event = event.with("takenBack", takenBack);
        }
        for (String key : changed) {
            if (secrets.contains(key)) {
                event = event.with(key, "changed");
                continue;
            }
            String then = kind == SettingChange.Kind.CREATED ? null : recorded(before.get(key));
            String now = kind == SettingChange.Kind.DELETED ? null : recorded(after.get(key));
            event = isOfSomebody(then) || isOfSomebody(now)
                    ? with(with(event.with(key, "changed"), true, key + ".before", then), true, key + ".after", now)
                    : with(with(event, false, key + ".before", then), false, key + ".after", now);
        }
        return event;
    }

    /** An address of e-mail is somebody's mostly. The trail can forget what is personal, and nothing else. */
    private static boolean isOfSomebody(String value) {
        return value != null && value.indexOf('@') >= 0;
    }

    private static AuditEvent with(AuditEvent event, boolean isPersonal, String name, String value) {
        if (value == null) {
            return event;
        }
        return isPersonal ? event.withPersonal(event.caller().subject(), name, value) : event.with(name, value);
    }

    private static String recorded(Object value) {
        String text = value == null ? DEFAULT : String.join("\n", Attribute.shown(value));
        return text.length() > MAX_RECORDED ? text.substring(0, MAX_RECORDED) + "…" : text;
    }

    private static List<String> settable(Dictionary<String, Object> configuration) {
        return Collections.list(configuration.keys()).stream()
                .filter(key -> !key.startsWith("service.") && !key.startsWith(":") && !key.startsWith("felix."))
                .toList();
    }
}
