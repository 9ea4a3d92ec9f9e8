package de.kreiswerk.core.api.settings;

import java.util.List;

/**
 * The settings of a component.
 *
 * @param pid its PID
 * @param title what it is about
 * @param description more about it, empty when there is none
 * @param own whether it belongs to the platform and not to a third party
 * @param revision counts the changes made here, from 0
 * @param settings the settings in the component's order
 */
public record SettingGroup(
        String pid, String title, String description, boolean own, long revision, List<Setting> settings) {

    /** Copies the list. */
    public SettingGroup {
        settings = List.copyOf(settings);
    }
}
