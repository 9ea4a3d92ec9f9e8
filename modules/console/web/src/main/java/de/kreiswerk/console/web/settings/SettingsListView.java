package de.kreiswerk.console.web.settings;

import de.kreiswerk.core.api.settings.Setting;
import de.kreiswerk.core.api.settings.SettingGroup;
import de.kreiswerk.core.api.text.Text;
import java.util.List;
import java.util.Locale;

/**
 * What the list of all settings shows.
 *
 * @param language the reader's language
 * @param groups all groups
 */
record SettingsListView(Locale language, List<SettingGroup> groups) {

    String in(Text text) {
        return text.in(language);
    }

    List<SettingGroup> groups(boolean own) {
        return groups.stream().filter(group -> group.own() == own).toList();
    }

    static boolean differs(SettingGroup group) {
        return group.settings().stream()
                .anyMatch(setting ->
                        setting.source() != Setting.Source.DEFAULT && setting.source() != Setting.Source.BUILT_IN);
    }

    static String address(SettingGroup group) {
        return SettingsServlet.address(group.pid());
    }
}
