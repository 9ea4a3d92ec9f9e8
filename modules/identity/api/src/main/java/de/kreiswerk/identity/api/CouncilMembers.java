package de.kreiswerk.identity.api;

import de.kreiswerk.core.api.identity.Caller;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Which account is which person of the council. Whoever has a seat there today belongs to the audience of the council; the
 * memberships and the legislative terms decide, not a role. Every method throws a {@code ProblemException}: FORBIDDEN, NOT_FOUND,
 * UNPROCESSABLE for an unknown person, CONFLICT when another account is that person.
 */
@ProviderType
public interface CouncilMembers {

    /**
     * Who an account is in the council.
     *
     * @param caller who asks; needs {@link IdentityPermissions#READ} where the account belongs or has a role, for others
     *     than their own
     * @param accountId the account
     * @return empty when it is nobody there
     */
    Optional<Member> of(Caller caller, String accountId);

    /**
     * Says who an account is in the council.
     *
     * @param caller who does it; needs {@link IdentityPermissions#GRANTS} everywhere
     * @param accountId the account
     * @param personId the id of a Person of OParl, null for nobody
     */
    void set(Caller caller, String accountId, String personId);

    /**
     * A person of the council.
     *
     * @param personId the id of the Person of OParl
     * @param name the name, null while the area that keeps the council is away
     * @param seats the ids of the organizations in which the person has a seat today
     */
    record Member(String personId, String name, Set<String> seats) {

        /** Copies the seats. */
        public Member {
            Objects.requireNonNull(personId, "personId");
            seats = Set.copyOf(seats);
        }
    }
}
