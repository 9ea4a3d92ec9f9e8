package de.kreiswerk.core.api.settings;

import java.util.Collection;
import org.osgi.annotation.versioning.ProviderType;

/** What is kept of former settings, so that it can go with the component that they belonged to. */
@ProviderType
public interface SettingHistory {

    /**
     * Forgets all former values of some configurations, in the caller's transaction. What holds now is not touched.
     *
     * @param pids PIDs, those of a factory's configurations with tilde and name
     */
    void forget(Collection<String> pids);

    /**
     * The configurations of which former values are kept, those that are deleted by now among them.
     *
     * @return their PIDs
     */
    Collection<String> pids();
}
