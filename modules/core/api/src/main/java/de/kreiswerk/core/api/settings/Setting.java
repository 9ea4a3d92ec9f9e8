package de.kreiswerk.core.api.settings;

import java.util.List;

/**
 * A setting as it is now.
 *
 * @param key its key within the group
 * @param title what it is about
 * @param description what can be set, empty when there is none
 * @param type of what kind its values are
 * @param list whether it may have several values
 * @param secret whether its value is shown to nobody; values and defaults are then empty
 * @param options the values to choose from, empty when it is free
 * @param defaults what holds when nothing is set
 * @param values what holds now
 * @param source who determined that
 */
public record Setting(
        String key,
        String title,
        String description,
        Type type,
        boolean list,
        boolean secret,
        List<Option> options,
        List<String> defaults,
        List<String> values,
        Source source) {

    /** Copies the lists. */
    public Setting {
        options = List.copyOf(options);
        defaults = List.copyOf(defaults);
        values = List.copyOf(values);
    }

    /** Of what kind a value is. */
    public enum Type {
        /** Text in one line. */
        TEXT,
        /** A whole number. */
        WHOLE_NUMBER,
        /** A number with a decimal point. */
        NUMBER,
        /** {@code true} or {@code false}. */
        YES_NO
    }

    /** Who determined what holds, the weakest first. */
    public enum Source {
        /** Nobody: it is the default. */
        DEFAULT,
        /** Somebody set it in the database. */
        DATABASE,
        /** The file with settings; it cannot be changed here. */
        FILE,
        /** The environment variable with settings; it cannot be changed here. */
        ENVIRONMENT,
        /** It is needed before settings can be read, so it cannot be set at all. */
        BUILT_IN;

        /**
         * Whether it can be changed.
         *
         * @return false when something stronger than the database determines it
         */
        public boolean changeable() {
            return this == DEFAULT || this == DATABASE;
        }
    }

    /**
     * A value to choose.
     *
     * @param value the value
     * @param label what people call it
     */
    public record Option(String value, String label) {}
}
