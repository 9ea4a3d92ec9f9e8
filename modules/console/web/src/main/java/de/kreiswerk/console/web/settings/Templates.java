package de.kreiswerk.console.web.settings;

import de.kreiswerk.console.web.view.Rendering;

/** The templates of the settings. */
final class Templates {

    private Templates() {}

    static String list(SettingsListView view) {
        return Rendering.of(output -> JtelistGenerated.render(output, null, view));
    }

    static String group(SettingsView view) {
        return Rendering.of(output -> JtegroupGenerated.render(output, null, view));
    }
}
