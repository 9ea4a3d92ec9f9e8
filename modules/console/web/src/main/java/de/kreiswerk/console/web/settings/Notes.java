package de.kreiswerk.console.web.settings;

import de.kreiswerk.core.api.settings.ConfigurationNotes;
import de.kreiswerk.core.api.settings.Setting;
import de.kreiswerk.core.api.settings.SettingFactory;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Puts into words what components say of their configurations.
 *
 * @param all what there is
 * @param language the reader's language
 */
record Notes(List<ConfigurationNotes> all, Locale language) {

    ConfigurationView of(SettingFactory factory, SettingFactory.Configuration configuration) {
        Optional<ConfigurationNotes.State> state =
                of(factory.pid()).flatMap(notes -> notes.state(configuration.name()));
        Setting.Source source = configuration.source();
        return new ConfigurationView(
                factory.pid(),
                configuration.name(),
                state.map(known -> known.level().look()).orElse(null),
                state.map(known -> known.words().in(language)).orElse(null),
                facts(factory.pid(), configuration.name()),
                page(factory.pid()),
                source == Setting.Source.DATABASE
                        ? null
                        : SettingsTexts.DETERMINED.get(source).in(language));
    }

    List<ConfigurationView.Fact> facts(String factory, String name) {
        return of(factory).map(notes -> notes.facts(name)).orElse(List.of()).stream()
                .map(fact -> new ConfigurationView.Fact(fact.label().in(language), fact.value()))
                .toList();
    }

    /** Null when there is none. */
    String page(String factory) {
        return of(factory).map(ConfigurationNotes::page).orElse(null);
    }

    /** Null when the component does not say. */
    String consequences(String factory) {
        return of(factory).map(notes -> notes.deletion().in(language)).orElse(null);
    }

    private Optional<ConfigurationNotes> of(String factory) {
        return all.stream().filter(notes -> notes.factory().equals(factory)).findFirst();
    }
}
