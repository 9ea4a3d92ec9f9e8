package de.kreiswerk.console.web.settings;

import de.kreiswerk.core.api.settings.ConfigurationNotes;
import de.kreiswerk.core.api.settings.Setting;
import de.kreiswerk.core.api.settings.SettingFactory;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts into words what components say of their configurations. What one cannot say is left out: its settings must be shown all the
 * same, most of all when it fails.
 *
 * @param all who says something
 * @param language the reader's language
 */
record Notes(NotesByFactory all, Locale language) {

    private static final Logger LOG = LoggerFactory.getLogger(Notes.class);

    /** In words, as far as it is known. */
    private record State(String look, String words) {}

    ConfigurationView of(SettingFactory factory, SettingFactory.Configuration configuration) {
        State state = said(
                factory.pid(),
                notes -> notes.state(configuration.name()).map(this::inWords).orElse(null),
                new State(null, null));
        Setting.Source source = configuration.source();
        return new ConfigurationView(
                factory.pid(),
                configuration.name(),
                state.look(),
                state.words(),
                facts(factory.pid(), configuration.name()),
                page(factory.pid()),
                source == Setting.Source.DATABASE
                        ? null
                        : SettingsTexts.DETERMINED.get(source).in(language));
    }

    private State inWords(ConfigurationNotes.State state) {
        return new State(state.level().look(), state.words().in(language));
    }

    List<ConfigurationView.Fact> facts(String factory, String name) {
        return said(
                factory,
                notes -> notes.facts(name).stream()
                        .map(fact -> new ConfigurationView.Fact(fact.label().in(language), fact.value()))
                        .toList(),
                List.of());
    }

    /** Null when there is none on this host. */
    String page(String factory) {
        String page = said(factory, ConfigurationNotes::page, "");
        return page.matches("/(?![/\\\\]).*") ? page : null;
    }

    /** Null when the component does not say. */
    String consequences(String factory) {
        return said(factory, notes -> notes.deletion().in(language), null);
    }

    private <T> T said(String factory, Function<ConfigurationNotes, T> question, T otherwise) {
        try {
            return all.of(factory).map(question).orElse(otherwise);
        } catch (RuntimeException | LinkageError e) {
            LOG.error("What the component of {} says of its configurations is left out: it fails", factory, e);
            return otherwise;
        }
    }
}
