package de.kreiswerk.core.api.audit;

import de.kreiswerk.core.api.identity.Caller;
import java.util.Map;
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

    /**
     * Notes that a list was read that shows something which is not for everyone. It gets one record, however many entries it has, whose
     * object is {@code list}; lists of the same filter within a second get one together.
     *
     * @param caller who reads
     * @param area the area, such as {@code proposals}
     * @param objectType the type of the objects, such as {@code Paper}
     * @param filter what was asked for, by the name of the field; nothing in it may name a person
     * @param shown how many entries it has
     * @throws de.kreiswerk.core.api.problem.ProblemException as for {@link #note}
     */
    default void noteList(Caller caller, String area, String objectType, Map<String, String> filter, int shown) {
        note(caller, area, objectType, "list", null);
    }
}
