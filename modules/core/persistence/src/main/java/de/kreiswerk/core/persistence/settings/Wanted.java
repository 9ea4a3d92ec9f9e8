package de.kreiswerk.core.persistence.settings;

import de.kreiswerk.core.api.settings.InvalidSettings;
import de.kreiswerk.core.api.settings.Setting;
import de.kreiswerk.core.api.text.Text;
import java.util.Dictionary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes of what people wrote what is to be kept, and gathers what is wrong with it. */
final class Wanted {

    private final Groups groups;
    private final Definition definition;
    private final Map<String, Text> errors = new LinkedHashMap<>();

    Wanted(Groups groups, Definition definition) {
        this.groups = groups;
        this.definition = definition;
    }

    void refuse(String key, Text why) {
        errors.putIfAbsent(key, why);
    }

    /** What was kept, with what people wrote in place of it. */
    Dictionary<String, Object> of(Dictionary<String, Object> now, Map<String, List<String>> written) {
        Dictionary<String, Object> wanted = Differences.copy(now);
        written.forEach((key, values) -> set(wanted, key, values));
        if (!errors.isEmpty()) {
            throw new InvalidSettings(errors);
        }
        return wanted;
    }

    private void set(Dictionary<String, Object> wanted, String key, List<String> written) {
        Attribute attribute = definition.attribute(key).orElse(null);
        if (attribute == null) {
            refuse(key, Refusals.unknownKey());
            return;
        }
        Setting.Source fixed = groups.fixed(definition.pid(), key);
        if (fixed != null) {
            refuse(key, Refusals.determined(fixed));
            return;
        }
        try {
            set(wanted, attribute, written);
        } catch (Attribute.Refused e) {
            refuse(key, e.reason());
        }
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
}
