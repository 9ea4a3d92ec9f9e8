package de.kreiswerk.console.web.settings;

import de.kreiswerk.core.api.settings.SettingFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the form for a new configuration shows.
 *
 * @param language the reader's language
 * @param token proves that the form comes from here, null without a session
 * @param factory the factory
 * @param name what was entered for its name
 * @param nameError what is wrong with it, null when nothing is
 * @param fields its settings
 * @param facts what has to be known to set it up
 * @param reserved why the reader may not make one, null when they may
 * @param typed whether something was entered that must not be lost
 */
record NewConfigurationView(
        Locale language,
        String token,
        SettingFactory factory,
        String name,
        String nameError,
        List<SettingsView.Field> fields,
        List<ConfigurationView.Fact> facts,
        String reserved,
        boolean typed)
        implements Localized {

    static final String NAME = "name";

    List<SettingsView.Wrong> wrong() {
        List<SettingsView.Wrong> wrong = new ArrayList<>();
        if (nameError != null) {
            wrong.add(new SettingsView.Wrong(NAME, in(SettingsTexts.NAME), false, nameError));
        }
        wrong.addAll(SettingsView.wrong(fields));
        return wrong;
    }
}
