package de.kreiswerk.console.web.settings;

import de.kreiswerk.core.api.settings.Setting;
import de.kreiswerk.core.api.settings.SettingFactory;
import de.kreiswerk.core.api.settings.SettingGroup;
import java.util.List;
import java.util.Locale;

/**
 * What the list of all settings shows.
 *
 * @param language the reader's language
 * @param groups all groups
 * @param factories all factories
 */
record SettingsListView(Locale language, List<SettingGroup> groups, List<SettingFactory> factories)
        implements Localized {

    List<SettingGroup> groups(boolean own) {
        return groups.stream().filter(group -> group.own() == own).toList();
    }

    List<SettingFactory> factories(boolean own) {
        return factories.stream().filter(factory -> factory.own() == own).toList();
    }

    String count(SettingFactory factory) {
        int count = factory.configurations().size();
        return count == 0 ? in(SettingsTexts.NONE_YET) : count + " " + in(SettingsTexts.SET_UP);
    }

    static boolean differs(SettingGroup group) {
        return group.settings().stream()
                .anyMatch(setting ->
                        setting.source() != Setting.Source.DEFAULT && setting.source() != Setting.Source.BUILT_IN);
    }

    static String address(String pid) {
        return SettingsAddress.of(pid);
    }
}
