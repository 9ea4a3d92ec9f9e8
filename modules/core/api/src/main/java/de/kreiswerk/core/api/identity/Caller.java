package de.kreiswerk.core.api.identity;

import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Who is calling: a person, a machine or a part of the platform. Services take it as a parameter and check
 * {@code permission + department}; endpoints only declare.
 *
 * @param subject a random id that says nothing about the person; what the audit trail keeps in plain
 * @param name the name for people; personal, so the trail keeps it encrypted only
 * @param grants what the caller may do
 * @param method how the caller signed in, such as {@code operator-token} or {@code platform}
 * @param since when the caller signed in
 * @param requestId the id of the request that the caller makes, as in logs, errors and the trail
 * @param departments the ids of the departments that the caller belongs to; belonging alone gives no right
 * @param seats the ids of the organizations of the council in which the caller has a seat today
 * @param account the id of the account that had a machine's token made; null for people, and where nobody did
 */
public record Caller(
        String subject,
        String name,
        Set<Grant> grants,
        String method,
        Instant since,
        String requestId,
        Set<String> departments,
        Set<String> seats,
        String account) {

    /** The {@link #method()} of a machine, which signs in with a token. */
    public static final String MACHINE = "token";

    /** The {@link #method()} of whoever has the operator's token, which lies in a file of the platform. */
    public static final String OPERATOR = "operator-token";

    private static final String MISSING = "permission-missing";
    private static final Text MISSING_TITLE = new Text("Keine Berechtigung", "Permission missing");

    /** Copies the sets. */
    public Caller {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(requestId, "requestId");
        grants = grants instanceof IndexedGrants ? grants : Set.copyOf(grants);
        departments = Set.copyOf(departments);
        seats = Set.copyOf(seats);
    }

    /**
     * A person, or a part of the platform.
     *
     * @param subject a random id that says nothing about the person
     * @param name the name for people
     * @param grants what the caller may do
     * @param method how the caller signed in
     * @param since when the caller signed in
     * @param requestId the id of the request
     * @param departments the ids of the departments that the caller belongs to
     * @param seats the ids of the organizations of the council in which the caller has a seat today
     */
    public Caller(
            String subject,
            String name,
            Set<Grant> grants,
            String method,
            Instant since,
            String requestId,
            Set<String> departments,
            Set<String> seats) {
        this(subject, name, grants, method, since, requestId, departments, seats, null);
    }

    /**
     * A caller without a seat in the council.
     *
     * @param subject a random id that says nothing about the person
     * @param name the name for people
     * @param grants what the caller may do
     * @param method how the caller signed in
     * @param since when the caller signed in
     * @param requestId the id of the request
     * @param departments the ids of the departments that the caller belongs to
     */
    public Caller(
            String subject,
            String name,
            Set<Grant> grants,
            String method,
            Instant since,
            String requestId,
            Set<String> departments) {
        this(subject, name, grants, method, since, requestId, departments, Set.of());
    }

    /**
     * A caller who belongs to no department, such as a part of the platform.
     *
     * @param subject a random id that says nothing about the person
     * @param name the name for people
     * @param grants what the caller may do
     * @param method how the caller signed in
     * @param since when the caller signed in
     * @param requestId the id of the request
     */
    public Caller(String subject, String name, Set<Grant> grants, String method, Instant since, String requestId) {
        this(subject, name, grants, method, since, requestId, Set.of());
    }

    /**
     * Whether a machine calls. Whoever holds its token can also sign in: what takes two people is not for machines.
     *
     * @return true for a token
     */
    public boolean isMachine() {
        return method.equals(MACHINE);
    }

    /**
     * Who answers for what the caller does: two tokens of one person, or a token and the person, are not four eyes.
     *
     * @return the {@link #account()} behind a machine, else the {@link #subject()}
     */
    public String answerable() {
        return account == null ? subject : account;
    }

    /**
     * Whether something that is for an audience is for the caller. What is for the council is for those with a seat where it
     * belongs; to belong to the audience is not enough for it.
     *
     * @param audience the audience
     * @return true when the caller belongs to it
     */
    public boolean belongsTo(Audience audience) {
        return switch (audience) {
            case PUBLIC -> true;
            case COUNCIL -> !seats.isEmpty();
            case ADMINISTRATION -> !departments.isEmpty() || grants.contains(new Grant(Grant.ALL, Grant.ALL));
        };
    }

    /**
     * Whether the caller may do something in a department. {@link Grant#ALL} does not stand for what is {@link Grant#APART}.
     *
     * @param permission the permission's name
     * @param department the department's id; {@link Grant#ALL} asks for the right in every department
     * @return true when a grant covers both
     */
    public boolean may(String permission, String department) {
        // A role below a large department makes hundreds of grants, and every service asks: look up, do not search.
        return grants.contains(new Grant(permission, department))
                || grants.contains(new Grant(permission, Grant.ALL))
                || !Grant.APART.contains(permission)
                        && (grants.contains(new Grant(Grant.ALL, department))
                                || grants.contains(new Grant(Grant.ALL, Grant.ALL)));
    }

    /**
     * What to tell somebody who has all permissions and is refused nevertheless, because this one is {@link Grant#APART}: that it is meant so,
     * and how to get it.
     *
     * @param permission the permission's name
     * @return empty when it is not for that reason, or the caller may
     */
    public Optional<Problem> keptFrom(String permission) {
        if (!Grant.APART.contains(permission) || mayAnywhere(permission) || !mayAnywhere(Grant.ALL)) {
            return Optional.empty();
        }
        Text way = permission.startsWith("audit.read")
                ? new Text(
                        "Die Administration liest den Prüfpfad nicht mit. Wer ihn lesen soll, bekommt die Rolle „Revision“;"
                                + " das wird aufgezeichnet.",
                        "The administration does not read the trail along. Who is to read it gets the role 'Auditor';"
                                + " that is recorded.")
                : new Text(
                        "Alle Berechtigungen zu haben reicht dafür nicht. Wer das tun soll, bekommt eine Rolle mit der"
                                + " Berechtigung „" + permission + "“; das wird aufgezeichnet.",
                        "To have all permissions is not enough for this. Who is to do it gets a role with the permission '"
                                + permission + "'; that is recorded.");
        return Optional.of(new Problem(Problem.Kind.FORBIDDEN, MISSING, MISSING_TITLE, way, List.of()));
    }

    /**
     * Whether the caller may do something in at least one department. What an endpoint asks before it knows which
     * department is meant; the service asks again with the department.
     *
     * @param permission the permission's name
     * @return true when a grant covers it anywhere
     */
    public boolean mayAnywhere(String permission) {
        return isGranted(permission) || isGranted(Grant.ALL) && !Grant.APART.contains(permission);
    }

    private boolean isGranted(String permission) {
        return grants instanceof IndexedGrants indexed
                ? indexed.anywhere(permission)
                : grants.stream().anyMatch(grant -> grant.permission().equals(permission));
    }

    /**
     * Ends the operation unless the caller may do it.
     *
     * @param permission the permission's name
     * @param department the department's id
     * @throws ProblemException of kind FORBIDDEN when no grant covers it
     */
    public void require(String permission, String department) {
        if (!may(permission, department)) {
            keptFrom(permission).ifPresent(problem -> {
                throw new ProblemException(problem);
            });
            boolean everywhere = Grant.ALL.equals(department);
            throw new ProblemException(
                    Problem.Kind.FORBIDDEN,
                    MISSING,
                    MISSING_TITLE,
                    new Text(
                            "Ihnen fehlt die Berechtigung „" + permission + "“ "
                                    + (everywhere ? "für alle Fachbereiche" : "in diesem Fachbereich")
                                    + ". Wenden Sie sich an die Administration.",
                            "You lack the permission '" + permission + "' "
                                    + (everywhere ? "for all departments" : "in this department")
                                    + ". Ask your administrator for it."));
        }
    }
}
