package de.kreiswerk.console.web.settings;

import java.util.List;

/**
 * What the page of a group shows beside its settings, when there are several of its kind.
 *
 * @param factory the PID of their factory
 * @param name its name among them
 * @param look of its state, null when nothing is known of it
 * @param state how it does, in a sentence
 * @param facts what has to be known to set it up
 * @param page where all are shown with their states, null when nowhere
 * @param determined why it cannot be deleted, null when it can
 */
record ConfigurationView(
        String factory, String name, String look, String state, List<Fact> facts, String page, String determined) {

    /** Something to know. */
    record Fact(String label, String value) {}

    String factoryAddress() {
        return SettingsAddress.of(factory);
    }
}
