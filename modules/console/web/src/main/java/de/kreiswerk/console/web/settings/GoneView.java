package de.kreiswerk.console.web.settings;

import de.kreiswerk.core.api.settings.SettingFactory;
import java.util.List;
import java.util.Locale;

/**
 * What is shown in the place of a configuration that is not there.
 *
 * @param language the reader's language
 * @param factory whose it would be
 * @param name its name
 * @param deleted whether it is known to have been deleted
 * @param entered what was entered into its form, without secrets; empty when nothing was
 */
record GoneView(Locale language, SettingFactory factory, String name, boolean deleted, List<Entered> entered)
        implements Localized {

    /** What was entered into a field. */
    record Entered(String title, String value) {}
}
