package de.kreiswerk.console.web.settings;

import de.kreiswerk.core.api.settings.Setting;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what was entered into the form of a group. */
final class SettingsForm {

    static final String VALUE = "w.";
    static final String CLEAR = "l.";

    private SettingsForm() {}

    /** Key to values; what the form did not hold or may not change is not among it. */
    static Map<String, List<String>> read(HttpServletRequest request, List<Setting> settings) {
        Map<String, List<String>> entered = new LinkedHashMap<>();
        for (Setting setting : settings) {
            String written = request.getParameter(VALUE + setting.key());
            if (!setting.source().changeable() || written == null) {
                continue;
            }
            if (!setting.secret()) {
                entered.put(setting.key(), values(setting, written));
            } else if (!written.isEmpty()) {
                entered.put(setting.key(), List.of(written));
            } else if (request.getParameter(CLEAR + setting.key()) != null) {
                entered.put(setting.key(), List.of());
            }
        }
        return entered;
    }

    private static List<String> values(Setting setting, String written) {
        if (setting.list()) {
            return written.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        }
        String value = written.strip();
        // An empty text is a value of its own where the default is another one; an empty number is none.
        boolean none = value.isEmpty()
                && (setting.type() != Setting.Type.TEXT
                        || !setting.options().isEmpty()
                        || setting.defaults().isEmpty());
        return none ? List.of() : List.of(value);
    }
}
