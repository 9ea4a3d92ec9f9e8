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

    static String factory(FactoryView view) {
        return Rendering.of(output -> JtefactoryGenerated.render(output, null, view));
    }

    static String create(NewConfigurationView view) {
        return Rendering.of(output -> JtecreateGenerated.render(output, null, view));
    }

    static String gone(GoneView view) {
        return Rendering.of(output -> JtegoneGenerated.render(output, null, view));
    }

    static String deletion(DeletionView view) {
        return Rendering.of(output -> JtedeletionGenerated.render(output, null, view));
    }
}
