package de.kreiswerk.identity.api;

import de.kreiswerk.core.api.identity.Caller;
import java.time.LocalDate;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Who does whose work for a while. A deputy has the roles of whom they stand in for, as long as it lasts, and acts in their own
 * name: the trail says who it was. It does not pass on: what the other does as a deputy themselves, everything of the role
 * {@link Role#ADMINISTRATOR}, and all permissions of {@code identity} and {@code platform}. Who governs people and the platform is
 * decided by roles. Every method throws a {@code ProblemException}: FORBIDDEN, NOT_FOUND, UNPROCESSABLE when an entry breaks a
 * rule.
 */
@ProviderType
public interface Deputies {

    /** How long one may last, in days. */
    int MOST_DAYS = 366;

    /**
     * What holds now or will, of one account: who stands in for it, and for whom it does.
     *
     * @param caller who asks; needs {@link IdentityPermissions#READ} where the account belongs or has a role, for others
     *     than their own
     * @param accountId the account
     * @return by the first day
     */
    List<Deputyship> of(Caller caller, String accountId);

    /**
     * What holds now or will, of all accounts.
     *
     * @param caller who asks; needs {@link IdentityPermissions#READ}, and gets those of accounts that they may read
     * @return by the first day, 1,000 at most
     */
    List<Deputyship> all(Caller caller);

    /**
     * Lets somebody stand in. The same once more stays as it is.
     *
     * @param caller who does it: the one who is away, or who has {@link IdentityPermissions#GRANTS} in all departments of that
     *     account and all that it passes on
     * @param accountId whose work it is; belongs to a department
     * @param entry who does it, and when
     * @return what was agreed
     */
    Deputyship appoint(Caller caller, String accountId, Entry entry);

    /**
     * Ends it at once, or calls it off. What ended already stays so.
     *
     * @param caller who does it: one of the two, or who could appoint
     * @param id what is to end
     */
    void end(Caller caller, String id);

    /**
     * What is to be agreed.
     *
     * @param loginName who stands in: can sign in, belongs to a department and is somebody else
     * @param firstDay the first day, not before today
     * @param lastDay the last day, not before the first, within {@link Deputies#MOST_DAYS} of it
     */
    record Entry(String loginName, LocalDate firstDay, LocalDate lastDay) {}
}
