package de.kreiswerk.core.api.audit;

import de.kreiswerk.core.api.identity.Caller;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Notes that somebody looked at something that is not for everyone. It returns at once; what was noted is recorded together about a
 * second later, so reading costs no transaction. A process that is killed loses what was noted in that second. Refer to it as optional and
 * dynamic: where there is no trail, reading goes on.
 */
@ProviderType
public interface SensitiveReads {

    /**
     * Notes a read. Of the same object by the same caller within a second there is one record, and of more than a few objects as well:
     * it lists them.
     *
     * @param caller who reads
     * @param area the area, such as {@code proposals}
     * @param objectType the type of the object, such as {@code Paper}
     * @param objectId the object's lasting id
     * @param department the department to which the object belongs, null when there is none
     * @throws de.kreiswerk.core.api.problem.ProblemException of kind UNAVAILABLE, code {@code reads-not-recorded}, when too many could not be
     *     recorded yet: then it must not be read either
     */
    void note(Caller caller, String area, String objectType, String objectId, String department);
}
