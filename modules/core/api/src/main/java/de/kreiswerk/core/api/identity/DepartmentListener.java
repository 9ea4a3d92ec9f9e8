package de.kreiswerk.core.api.identity;

import org.osgi.annotation.versioning.ConsumerType;

/** Hears of departments. A service of this kind that comes later catches up by {@link DepartmentDirectory}. */
@ConsumerType
public interface DepartmentListener {

    /**
     * A department was made or changed. Called within the transaction of the change: what fails here undoes it.
     *
     * @param department as it is now
     */
    void changed(DepartmentDirectory.Entry department);
}
