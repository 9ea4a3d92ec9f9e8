package de.kreiswerk.audit.api;

import de.kreiswerk.core.api.identity.Caller;
import java.time.LocalDate;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Everything that a person did, for who has a reason and a second person's word. Off by default, because it can serve to watch over
 * staff (NPersVG § 67 (1) no. 2). Each step is recorded, the reason as something personal of whoever gives it.
 *
 * <p>All methods but {@link #isOn()} throw a {@code ProblemException} of kind FORBIDDEN without the permission, and code {@code
 * people-only} for a token of a machine: two tokens are not two people.
 */
@ProviderType
public interface PersonRequests {

    /** Characters of a reason at least. */
    int SHORTEST_REASON = 10;

    /** Characters of a reason at most. */
    int LONGEST_REASON = 1000;

    /** Requests of a list at most. */
    int LONGEST_LIST = 100;

    /** Days after which a request that nobody decided on lapses. */
    int DAYS_UNDECIDED = 30;

    /** Days for which records may be seen after it was approved. */
    int DAYS_OPEN = 7;

    /**
     * Whether it is switched on.
     *
     * @return false by default
     */
    boolean isOn();

    /**
     * What the caller asked for, on or off.
     *
     * @param caller needs {@link AuditPermissions#READ} everywhere
     * @return the newest first, {@link #LONGEST_LIST} at most
     */
    List<PersonRequest> own(Caller caller);

    /**
     * What is to be decided, and what was, on or off; not what others ask about the caller.
     *
     * @param caller needs {@link AuditPermissions#PERSONS_SEARCH} everywhere
     * @return open ones first, then the newest, {@link #LONGEST_LIST} at most
     */
    List<PersonRequest> all(Caller caller);

    /**
     * Asks.
     *
     * @param caller needs {@link AuditPermissions#READ} everywhere
     * @param subject the random id of the person, as records have it
     * @param reason {@link #SHORTEST_REASON} to {@link #LONGEST_REASON} characters
     * @param firstDay the first day, a day in the county
     * @param lastDay the last day, today at the latest; with the first one a year at most
     * @return the request
     * @throws de.kreiswerk.core.api.problem.ProblemException of kind CONFLICT, code {@code person-search-off}, or {@code request-open} when the
     *     caller asked about this person already; of kind UNPROCESSABLE, code {@code request-invalid}, with {@code subject}, {@code reason},
     *     {@code firstDay} or {@code lastDay} as the fields
     */
    PersonRequest ask(Caller caller, String subject, String reason, LocalDate firstDay, LocalDate lastDay);

    /**
     * Decides.
     *
     * @param caller needs {@link AuditPermissions#PERSONS_SEARCH} everywhere; neither who asked nor whom it is about
     * @param id the request's id
     * @param approved whether the records may be seen
     * @throws de.kreiswerk.core.api.problem.ProblemException of kind NOT_FOUND, code {@code request-not-found}; of kind FORBIDDEN, code {@code
     *     own-request}; of kind CONFLICT, code {@code person-search-off}, {@code request-decided} or {@code
     *     request-lapsed}
     */
    void decide(Caller caller, String id, boolean approved);

    /**
     * A request whose records the caller may see.
     *
     * @param caller who asked, with {@link AuditPermissions#READ}, or who approved, with {@link AuditPermissions#PERSONS_SEARCH}
     * @param id the request's id
     * @return the request
     * @throws de.kreiswerk.core.api.problem.ProblemException of kind NOT_FOUND, code {@code request-not-found}, also for a request of
     *     others; of kind CONFLICT, code {@code person-search-off} or {@code request-not-approved}; of kind GONE, code {@code
     *     request-ended}
     */
    PersonRequest get(Caller caller, String id);

    /**
     * What the person did in the time. That it was looked at is recorded.
     *
     * @param caller as for {@link #get}
     * @param id the request's id
     * @param after the position behind which the page begins, from {@link TrailPage#next()}; null for the newest
     * @param limit how many records the page has at most, 1 to {@link AuditSearch#LARGEST_PAGE}
     * @return a page of records, the newest first; what they say of persons is left out
     * @throws de.kreiswerk.core.api.problem.ProblemException as {@link #get}; of kind MALFORMED, code {@code trail-position-malformed}
     */
    TrailPage records(Caller caller, String id, String after, int limit);
}
