package de.kreiswerk.console.web.settings;

import de.kreiswerk.console.web.view.Moments;
import de.kreiswerk.core.api.settings.Setting;
import de.kreiswerk.core.api.settings.SettingFactory;
import java.util.Locale;

/**
 * What the page of a factory shows.
 *
 * @param language the reader's language
 * @param token proves that the form comes from here, null without a session
 * @param factory the factory
 * @param page where its configurations are shown with their states, null when nowhere
 * @param success what was done, null when nothing was
 * @param reserved why the reader may not change anything here, null when they may
 */
record FactoryView(Locale language, String token, SettingFactory factory, String page, String success, String reserved)
        implements Localized {

    /** Null when it is set here. */
    String determined(SettingFactory.Configuration configuration) {
        return configuration.source() == Setting.Source.DATABASE
                ? null
                : in(SettingsTexts.DETERMINED.get(configuration.source()));
    }

    static String time(SettingFactory.Deletion deletion) {
        return Moments.of(deletion.time());
    }
}
