package de.kreiswerk.identity.service;

import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.identity.Seats;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.identity.api.CouncilMembers;
import de.kreiswerk.identity.api.IdentityPermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Keeps which account is which person of the council. */
@Component
public final class CouncilMembersService implements CouncilMembers {

    private final Transactions transactions;
    private final AuditTrail trail;
    private final Clock clock;

    /** There while the area that keeps the council is. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Seats seats;

    @Activate
    public CouncilMembersService(
            @Reference Transactions transactions,
            @Reference(target = "(kreiswerk.schema=de.kreiswerk.identity.service)") Schema schema,
            @Reference AuditTrail trail) {
        this(transactions, trail, Clock.systemUTC());
    }

    CouncilMembersService(Transactions transactions, AuditTrail trail, Clock clock) {
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public Optional<Member> of(Caller caller, String accountId) {
        Seats council = seats;
        return transactions.call(tx -> {
            Sql sql = new Sql(tx);
            Readable.require(sql, caller, accountId);
            new AccountTable(sql).get(accountId);
            return person(sql, accountId)
                    .map(person -> new Member(
                            person,
                            council == null ? null : council.name(person).orElse(null),
                            council == null ? Set.of() : council.of(person, Rights.day(clock))));
        });
    }

    @Override
    public void set(Caller caller, String accountId, String personId) {
        caller.require(IdentityPermissions.GRANTS, Grant.ALL);
        if (accountId.equals(caller.answerable())) {
            // Nobody gives a seat to themselves, with a token of theirs either, but who has everything anyway.
            caller.require(Grant.ALL, Grant.ALL);
        }
        Seats council = seats;
        if (personId != null && council == null) {
            throw new ProblemException(
                    Problem.Kind.UNAVAILABLE,
                    "component-away",
                    new Text("Gleich wieder da", "Back in a moment"),
                    new Text(
                            "Der Bereich, der die Personen des Rates führt, ist gerade nicht da. Versuchen Sie es in einem Augenblick erneut.",
                            "The area that keeps the persons of the council is away. Try again in a moment."));
        }
        if (personId != null && council.name(personId).isEmpty()) {
            throw Mistakes.at(
                    "personId",
                    Refusals.notValid(
                            "Eine Person mit dieser Kennung gibt es im Rat nicht.",
                            "There is no such person in the council."));
        }
        transactions.call(tx -> {
            Sql sql = new Sql(tx);
            sql.rightsChanged();
            new AccountTable(sql).lock(accountId);
            String before = person(sql, accountId).orElse(null);
            if (Objects.equals(before, personId)) {
                return null;
            }
            if (personId != null
                    && sql.number("select count(*) from identity_council_member where person_id = ?", personId) > 0) {
                throw Mistakes.at(
                        "personId",
                        Refusals.taken(
                                "Diese Person ist schon ein anderes Konto.",
                                "Another account is this person already."));
            }
            sql.update("delete from identity_council_member where account_id = ?", accountId);
            if (personId != null) {
                sql.update(
                        "insert into identity_council_member (account_id, person_id) values (?, ?)",
                        accountId,
                        personId);
            }
            record(caller, accountId, before, personId);
            return null;
        });
    }

    /** Everybody knows whose the person's id is: in plain it would say for good who is behind the account's. */
    private void record(Caller caller, String accountId, String before, String after) {
        AuditEvent event = AuditEvent.success(caller, "identity", "account.council-member", "Account", accountId);
        try {
            trail.record(event.withPersonal(accountId, "before", String.valueOf(before))
                    .withPersonal(accountId, "after", String.valueOf(after)));
        } catch (ProblemException e) {
            if (after != null || !e.problem().code().equals(AccountsService.PERSON_ERASED)) {
                throw e;
            }
            // Whose account it is was forgotten, and what is still here of them must be able to go.
            trail.record(event);
        }
    }

    static Optional<String> person(Sql sql, String accountId) throws SQLException {
        return sql.one(
                "select person_id from identity_council_member where account_id = ?",
                row -> row.getString(1),
                accountId);
    }
}
