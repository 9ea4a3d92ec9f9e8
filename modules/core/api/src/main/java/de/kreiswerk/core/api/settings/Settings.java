package de.kreiswerk.core.api.settings;

import de.kreiswerk.core.api.identity.Caller;
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
 * <p>Every method asks for {@link #PERMISSION}, else it ends with a problem of kind FORBIDDEN.
 */
@ProviderType
public interface Settings {

    /** Reads and changes settings. */
    String PERMISSION = "platform.settings";

    /**
     * All groups.
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
     * Sets a group back to what it was before a change. Secrets stay as they are: former ones are not kept.
     *
     * @param caller who changes
     * @param pid the group's PID
     * @param number the number of the change
     * @param expected the revision that the caller has seen
     * @return the new revision
     * @throws de.kreiswerk.core.api.problem.ProblemException as {@link #change}; of kind NOT_FOUND when the change is not
     *     kept any more
     */
    long takeBack(Caller caller, String pid, long number, long expected);
}
