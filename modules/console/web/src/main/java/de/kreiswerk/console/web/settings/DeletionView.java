package de.kreiswerk.console.web.settings;

import de.kreiswerk.core.api.settings.SettingGroup;
import java.util.Locale;

/**
 * What is asked before a configuration is deleted.
 *
 * @param language the reader's language
 * @param token proves that the form comes from here, null without a session
 * @param group the configuration
 * @param configuration which it is among several
 * @param consequences what comes of it, null when its component does not say
 * @param conflict whether somebody else changed it meanwhile
 * @param reserved why the reader may not delete it, null when they may
 */
record DeletionView(
        Locale language,
        String token,
        SettingGroup group,
        ConfigurationView configuration,
        String consequences,
        boolean conflict,
        String reserved)
        implements Localized {}
