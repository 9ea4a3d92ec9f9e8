package de.kreiswerk.console.web.settings;

import de.kreiswerk.console.web.view.Moments;
import de.kreiswerk.core.api.settings.Setting;
import de.kreiswerk.core.api.settings.SettingChange;
import de.kreiswerk.core.api.settings.SettingGroup;
import de.kreiswerk.core.api.text.Text;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Puts settings into words.
 *
 * @param language the reader's language
 */
record SettingsViews(Locale language) {

    List<SettingsView.Field> fields(
            List<Setting> settings, Map<String, List<String>> entered, Map<String, Text> errors, boolean conflict) {
        return settings.stream()
                .map(setting -> field(setting, entered.get(setting.key()), errors.get(setting.key()), conflict))
                .toList();
    }

    /** Of something new: nothing holds yet, and that there is no default need not be said. */
    List<SettingsView.Field> fresh(
            List<Setting> settings, Map<String, List<String>> entered, Map<String, Text> errors) {
        return fields(settings, entered, errors, false).stream()
                .map(field -> new SettingsView.Field(
                        field.setting(),
                        field.value(),
                        null,
                        isEmpty(field.setting().defaults()) ? null : field.byDefault(),
                        null,
                        null,
                        field.cleared(),
                        field.error()))
                .toList();
    }

    private static boolean isEmpty(List<String> values) {
        return values.stream().allMatch(String::isEmpty);
    }

    private SettingsView.Field field(Setting setting, List<String> entered, Text error, boolean conflict) {
        String now = setting.secret() ? secret(setting) : words(setting, setting.values());
        boolean differs = conflict && entered != null && !setting.secret() && !entered.equals(setting.values());
        return new SettingsView.Field(
                setting,
                setting.secret() ? "" : String.join("\n", entered == null ? setting.values() : entered),
                now,
                setting.secret() || setting.defaults().isEmpty() ? null : words(setting, setting.defaults()),
                SettingsTexts.SOURCES.get(setting.source()).in(language),
                differs ? now : null,
                setting.secret() && List.of().equals(entered),
                error == null ? null : error.in(language));
    }

    private String secret(Setting setting) {
        return (setting.source() == Setting.Source.DEFAULT ? SettingsTexts.SECRET_NOT_SET : SettingsTexts.SECRET_SET)
                .in(language);
    }

    List<SettingsView.Change> changes(SettingGroup group, List<SettingChange> changes) {
        return changes.stream()
                .map(change -> new SettingsView.Change(
                        change.number(),
                        Moments.of(change.time()),
                        kind(change.kind()),
                        change.kind() != SettingChange.Kind.CREATED,
                        change.differences().stream()
                                .map(difference -> difference(group, difference))
                                .toList()))
                .toList();
    }

    private String kind(SettingChange.Kind kind) {
        return switch (kind) {
            case CREATED -> SettingsTexts.WAS_CREATED.in(language);
            case CHANGED -> null;
            case DELETED -> SettingsTexts.WAS_DELETED.in(language);
        };
    }

    private SettingsView.Difference difference(SettingGroup group, SettingChange.Difference difference) {
        Setting setting = group.settings().stream()
                .filter(each -> each.key().equals(difference.key()))
                .findFirst()
                .orElse(null);
        String title = setting == null ? difference.key() : setting.title();
        if (difference.secret()) {
            return new SettingsView.Difference(title, null, SettingsTexts.SECRET_CHANGED.in(language));
        }
        return new SettingsView.Difference(
                title, orDefault(setting, difference.before()), orDefault(setting, difference.after()));
    }

    private String orDefault(Setting setting, List<String> values) {
        if (!values.isEmpty()) {
            return words(setting, values);
        }
        String byDefault = setting == null ? "" : " " + words(setting, setting.defaults());
        return SettingsTexts.DEFAULT.in(language) + byDefault;
    }

    /** Values as people read them: with the labels of options, and with a word for nothing. */
    private String words(Setting setting, List<String> values) {
        List<String> labels = values.stream()
                .map(value -> label(setting, value))
                .filter(label -> !label.isEmpty())
                .toList();
        return labels.isEmpty() ? SettingsTexts.EMPTY.in(language) : String.join(", ", labels);
    }

    private String label(Setting setting, String value) {
        if (setting != null && setting.type() == Setting.Type.YES_NO) {
            return (Boolean.parseBoolean(value) ? SettingsTexts.YES : SettingsTexts.NO).in(language);
        }
        return setting == null
                ? value
                : setting.options().stream()
                        .filter(option -> option.value().equals(value))
                        .map(Setting.Option::label)
                        .findFirst()
                        .orElse(value);
    }
}
