package de.kreiswerk.console.web.settings;

import de.kreiswerk.core.api.settings.Setting;
import de.kreiswerk.core.api.settings.SettingGroup;
import java.util.List;
import java.util.Locale;

/**
 * What the page of a group shows.
 *
 * @param language the reader's language
 * @param token proves that the form comes from here, null without a session
 * @param group the group
 * @param configuration which it is when there are several of its kind, else null
 * @param fields its settings
 * @param changes what was changed last
 * @param success what was done, null when nothing was
 * @param conflict whether somebody else changed the group meanwhile
 * @param reserved why the reader may not change it, null when they may
 * @param typed whether something was entered that must not be lost
 */
record SettingsView(
        Locale language,
        String token,
        SettingGroup group,
        ConfigurationView configuration,
        List<Field> fields,
        List<Change> changes,
        String success,
        boolean conflict,
        String reserved,
        boolean typed)
        implements Localized {

    List<Wrong> wrong() {
        return wrong(fields);
    }

    static List<Wrong> wrong(List<Field> fields) {
        return fields.stream()
                .filter(field -> field.error() != null)
                .map(field -> new Wrong(field.name(), field.setting().title(), true, field.error()))
                .toList();
    }

    /** Whether it is shown as what is, and not as what could be. */
    boolean fixed() {
        return reserved != null && !typed;
    }

    String address() {
        return SettingsAddress.of(group.pid());
    }

    boolean changeable() {
        return reserved == null
                && fields.stream().anyMatch(field -> field.setting().source().changeable());
    }

    /**
     * A setting in the form.
     *
     * @param setting the setting
     * @param value what the field holds; several values are lines
     * @param holds what holds now, in words; null when it is new
     * @param byDefault what the default is, in words; null when there is none or it is not shown
     * @param source who determined what holds; null when it is new
     * @param now what holds now where the field says otherwise, else null
     * @param cleared whether what is set was asked to be deleted
     * @param error what is wrong, null when nothing is
     */
    record Field(
            Setting setting,
            String value,
            String holds,
            String byDefault,
            String source,
            String now,
            boolean cleared,
            String error) {

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
     * What is wrong with a field, for the summary that leads to it.
     *
     * @param field its id
     * @param title what it is about
     * @param described whether its component says so, in its language
     * @param words what is wrong
     */
    record Wrong(String field, String title, boolean described, String words) {}

    /**
     * A change.
     *
     * @param number its number
     * @param time when
     * @param kind what was done, null when values were changed
     * @param undoable whether there was something before it
     * @param differences what, a line each
     */
    record Change(long number, String time, String kind, boolean undoable, List<Difference> differences) {}

    /** A setting that was changed, in words. */
    record Difference(String title, String before, String after) {}
}
