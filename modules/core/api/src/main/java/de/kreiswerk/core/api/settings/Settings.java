package de.kreiswerk.core.api.settings;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.text.Text;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The settings of all components that describe theirs (OSGi Metatype). What is set here is kept in the database, for all
 * nodes. A file lies over the database and the environment over both; what they determine cannot be changed here. Every
 * change is in the audit trail with old and new value, of secrets only that they changed.
 *
 * <p>Of some components there are as many as there are configurations: a factory. The PID of such a configuration is the
 * factory's with a tilde and a name behind it (OSGi Compendium, section 104.5.3); {@link #find}, {@link #changes}, {@link
 * #change} and {@link #takeBack} take it like any other.
 *
 * <p>Every method asks for {@link #PERMISSION}, else it ends with a problem of kind FORBIDDEN.
 */
@ProviderType
public interface Settings {

    /** Reads and changes settings. */
    String PERMISSION = "platform.settings";

    /** What {@link InvalidSettings} calls the name of a configuration; no setting has such a key. */
    String NAME = "~";

    /** How many configurations a factory has at most. */
    int MOST_CONFIGURATIONS = 50;

    /**
     * All groups that are there once. Configurations of factories are not among them.
     *
     * @param caller who asks
     * @param language the reader's language, as far as the components speak it
     * @return those of the platform first, then those of third parties, each by title
     */
    List<SettingGroup> groups(Caller caller, Locale language);

    /**
     * One group.
     *
     * @param caller who asks
     * @param pid its PID
     * @param language the reader's language
     * @return the group, empty when no component that is there has such settings
     */
    Optional<SettingGroup> find(Caller caller, String pid, Locale language);

    /**
     * What speaks against the caller's changing a group, or a factory's configurations: some settings take another permission as well.
     *
     * @param caller who would change it
     * @param pid the PID of the group, of the factory or of one of its configurations
     * @return why they may not, in a sentence or two; empty when they may
     */
    Optional<Text> objection(Caller caller, String pid);

    /**
     * The last changes of a group.
     *
     * @param caller who asks
     * @param pid its PID
     * @return at most 20, the newest first
     */
    List<SettingChange> changes(Caller caller, String pid);

    /**
     * Changes settings. A value that equals the default is not kept: the setting then follows the default.
     *
     * @param caller who changes
     * @param pid the group's PID
     * @param expected the revision that the caller has seen
     * @param values key to new values: one, or any number for a list. No value at all lets the setting follow its default.
     *     What is not named stays as it is
     * @return the new revision; the same as before when nothing changed
     * @throws InvalidSettings when a value cannot be right or may not be changed here; nothing was changed then
     * @throws de.kreiswerk.core.api.problem.ProblemException of kind PRECONDITION_FAILED, code {@code setting-changed},
     *     when somebody else changed the group in between; of kind NOT_FOUND when there is no such group
     */
    long change(Caller caller, String pid, long expected, Map<String, List<String>> values);

    /**
     * Sets a group back to what it was before a change. Secrets stay as they are: former ones are not kept. A configuration
     * that was deleted is there again, without its secrets.
     *
     * @param caller who changes
     * @param pid the group's PID
     * @param number the number of the change
     * @param expected the revision that the caller has seen
     * @return the new revision
     * @throws de.kreiswerk.core.api.problem.ProblemException as {@link #change}; of kind NOT_FOUND when the change is not
     *     kept any more; of kind CONFLICT, code {@code setting-change-is-creation}, when there was nothing before it: that
     *     is undone by {@link #delete}
     */
    long takeBack(Caller caller, String pid, long number, long expected);

    /**
     * All factories.
     *
     * @param caller who asks
     * @param language the reader's language, as far as the components speak it
     * @return those of the platform first, then those of third parties, each by title
     */
    List<SettingFactory> factories(Caller caller, Locale language);

    /**
     * One factory.
     *
     * @param caller who asks
     * @param pid its PID
     * @param language the reader's language
     * @return the factory, empty when no component that is there has such settings
     */
    Optional<SettingFactory> factory(Caller caller, String pid, Locale language);

    /**
     * Makes a configuration.
     *
     * @param caller who makes it
     * @param factory the factory's PID
     * @param name 1 to 30 of {@code a-z}, {@code 0-9} and {@code -}, which no other one of the factory has
     * @param values as for {@link #change}
     * @return the PID of the new configuration
     * @throws InvalidSettings when a value or the name cannot be right, the name is taken, or there are too many; nothing
     *     was made then
     * @throws de.kreiswerk.core.api.problem.ProblemException of kind NOT_FOUND when there is no such factory
     */
    String create(Caller caller, String factory, String name, Map<String, List<String>> values);

    /**
     * Deletes a configuration. {@link #takeBack} with the number that is returned brings it back, without its secrets.
     *
     * @param caller who deletes it
     * @param pid its PID
     * @param expected the revision that the caller has seen
     * @return the number of the change
     * @throws de.kreiswerk.core.api.problem.ProblemException of kind PRECONDITION_FAILED, code {@code setting-changed},
     *     when somebody else changed it in between; of kind CONFLICT, code {@code setting-determined}, when file or
     *     environment determine it; of kind NOT_FOUND when there is no such configuration
     */
    long delete(Caller caller, String pid, long expected);
}
