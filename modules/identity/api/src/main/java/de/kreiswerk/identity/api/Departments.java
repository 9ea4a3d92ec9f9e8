package de.kreiswerk.identity.api;

import de.kreiswerk.core.api.identity.Caller;
import java.time.LocalDate;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The departments, a tree. Rights in a department hold for everything below it. Every method throws a {@code
 * ProblemException}: FORBIDDEN without the permission, NOT_FOUND for an unknown id, PRECONDITION_FAILED when the entry was
 * changed since the expected revision, UNPROCESSABLE when an entry breaks a rule, CONFLICT when another department has one of
 * the names.
 */
@ProviderType
public interface Departments {

    /**
     * All departments.
     *
     * @param caller who asks; needs {@link IdentityPermissions#READ} anywhere
     * @return a department before those below it, sisters by short name
     */
    List<Department> all(Caller caller);

    /**
     * One department.
     *
     * @param caller who asks; needs {@link IdentityPermissions#READ} anywhere
     * @param id its id
     * @return the department
     */
    Department get(Caller caller, String id);

    /**
     * Makes a department.
     *
     * @param caller who does it; needs {@link IdentityPermissions#DEPARTMENTS} everywhere
     * @param entry what it is to be
     * @return the department
     */
    Department add(Caller caller, Entry entry);

    /**
     * Changes a department.
     *
     * @param caller who does it; needs {@link IdentityPermissions#DEPARTMENTS} in it; to move it, or to rename it so that its names
     *     as addresses write them change, everywhere
     * @param id its id
     * @param entry what it is to be
     * @param expected the revision that the caller has seen, null for whichever it is
     * @return the department
     */
    Department change(Caller caller, String id, Entry entry, Long expected);

    /**
     * What a department is to be.
     *
     * @param parentId the department above, null for the top; there are 20 levels at most
     * @param shortName at most 40 characters; as an address writes it, no other department has it as short name or name
     * @param name at most 200 characters; likewise
     * @param email null when not known
     * @param validFrom null when not known; in the years 1900 to 9999
     * @param validUntil null for no end; in the years 1900 to 9999, not before the first day
     */
    record Entry(
            String parentId, String shortName, String name, String email, LocalDate validFrom, LocalDate validUntil) {}
}
