package de.kreiswerk.identity.service;

import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.audit.SensitiveReads;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.identity.api.IdentityPermissions;
import de.kreiswerk.identity.api.Session;
import de.kreiswerk.identity.api.Sessions;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Shows and ends the sessions of others. */
@Component
public final class SessionsService implements Sessions {

    private static final int LARGEST_PAGE = 1_000;

    private final Transactions transactions;
    private final AuditTrail trail;
    private final SessionStore sessions;

    /** There while there is a trail: it is told who looks at who is signed in. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile SensitiveReads reads;

    @Activate
    public SessionsService(
            @Reference Transactions transactions,
            @Reference(target = "(kreiswerk.schema=de.kreiswerk.identity.service)") Schema schema,
            @Reference AuditTrail trail,
            @Reference SessionStore sessions) {
        this.transactions = transactions;
        this.trail = trail;
        this.sessions = sessions;
    }

    @Override
    public List<Session> list(Caller caller, String text, int limit) {
        Places places = Places.of(caller, IdentityPermissions.SESSIONS);
        String words = AccountsService.words(text);
        int rows = Math.max(1, Math.min(limit, LARGEST_PAGE));
        List<Session> found = transactions.call(tx -> sessions.all(new Sql(tx), places, words, rows));
        SensitiveReads listening = reads;
        if (listening != null
                && found.stream().anyMatch(each -> !each.accountId().equals(caller.subject()))) {
            // Who is looked for is typed as a name.
            Map<String, String> asked = words.isEmpty() ? Map.of() : Map.of("text", "…");
            listening.noteList(caller, "identity", "Session", asked, found.size());
        }
        return found;
    }

    @Override
    public void end(Caller caller, String handle) {
        Authority.requireAnywhere(caller, IdentityPermissions.SESSIONS);
        transactions.call(tx -> {
            Sql sql = new Sql(tx);
            String account = sessions.accountOf(sql, handle).orElseThrow(Refusals::sessionNotFound);
            Authority.requireIn(caller, IdentityPermissions.SESSIONS, new AccountTable(sql).departments(account));
            Authority.mustHave(caller, new Rights(sql).ownOf(account));
            if (sessions.endOne(sql, account, handle)) {
                trail.record(AuditEvent.success(caller, "identity", "session.ended", "Account", account));
            }
            return null;
        });
    }
}
