package de.kreiswerk.core.api.settings;

import de.kreiswerk.core.api.text.Text;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What a component has to say of the configurations of its factory, for the pages on which they are set: whether what was
 * set works, and what has to be known. Free of secrets.
 */
@ConsumerType
public interface ConfigurationNotes {

    /**
     * Of which factory.
     *
     * @return its PID
     */
    String factory();

    /**
     * How a configuration does. May wait a few seconds for something that was just set.
     *
     * @param name its name
     * @return the state, empty when nothing is known of it
     */
    Optional<State> state(String name);

    /**
     * What has to be known to set it up.
     *
     * @param name its name, which may be one that is not there yet
     * @return labels and values, may be empty
     */
    List<Fact> facts(String name);

    /**
     * What comes of deleting one.
     *
     * @return a few sentences
     */
    Text deletion();

    /**
     * Where they are shown together with how they do.
     *
     * @return a path on this host
     */
    String page();

    /**
     * How a configuration does.
     *
     * @param level how good that is
     * @param words in one sentence
     */
    record State(Level level, Text words) {}

    /** How good a state is. */
    enum Level {
        /** It works. */
        GOOD("success"),
        /** It is not known yet. */
        UNKNOWN("info"),
        /** It works in part, or does not at the moment. */
        DOUBTFUL("warning"),
        /** It cannot work until it is changed. */
        BAD("danger");

        private final String look;

        Level(String look) {
            this.look = look;
        }

        /**
         * How pages show it.
         *
         * @return what KERN calls the look of a badge or an alert
         */
        public String look() {
            return look;
        }
    }

    /**
     * Something to know.
     *
     * @param label what it is
     * @param value to be copied
     */
    record Fact(Text label, String value) {}
}
