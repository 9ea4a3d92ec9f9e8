package de.kreiswerk.console.web.settings;

import de.kreiswerk.core.api.settings.Setting;
import de.kreiswerk.core.api.settings.SettingGroup;
import de.kreiswerk.core.api.text.Text;
import java.util.List;
import java.util.Locale;

/**
 * What the page of a group shows.
 *
 * @param language the reader's language
 * @param token proves that the form comes from here, null without a session
 * @param group the group
 * @param fields its settings
 * @param changes what was changed last
 * @param success what was done, null when nothing was
 * @param conflict whether somebody else changed the group meanwhile
 */
record SettingsView(
        Locale language,
        String token,
        SettingGroup group,
        List<Field> fields,
        List<Change> changes,
        String success,
        boolean conflict) {

    String in(Text text) {
        return text.in(language);
    }

    List<Field> wrong() {
        return fields.stream().filter(field -> field.error() != null).toList();
    }

    boolean changeable() {
        return fields.stream().anyMatch(field -> field.setting().source().changeable());
    }

    /**
     * A setting in the form.
     *
     * @param setting the setting
     * @param value what the field holds; several values are lines
     * @param holds what holds now, in words
     * @param byDefault what the default is, in words; null when there is none or it is not shown
     * @param source who determined what holds
     * @param now what holds now where the field says otherwise, else null
     * @param error what is wrong, null when nothing is
     */
    record Field(
            Setting setting, String value, String holds, String byDefault, String source, String now, String error) {

        String name() {
            return SettingsForm.VALUE + setting.key();
        }

        String clearName() {
            return SettingsForm.CLEAR + setting.key();
        }

        boolean clearable() {
            return setting.secret() && setting.source() == Setting.Source.DATABASE;
        }

        boolean chosen() {
            return !setting.list() && (!setting.options().isEmpty() || setting.type() == Setting.Type.YES_NO);
        }

        String describedBy() {
            return name() + "-hinweis" + (error == null ? "" : " " + name() + "-fehler");
        }
    }

    /**
     * A change.
     *
     * @param number its number
     * @param time when
     * @param differences what, a line each
     */
    record Change(long number, String time, List<Difference> differences) {}

    /** A setting that was changed, in words. */
    record Difference(String title, String before, String after) {}
}
