package de.kreiswerk.identity.service;

import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.identity.api.IdentityPermissions;
import de.kreiswerk.identity.api.Session;
import de.kreiswerk.identity.api.Sessions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Shows and ends the sessions of others. */
@Component
public final class SessionsService implements Sessions {

    private static final int LARGEST_PAGE = 1_000;

    private final Transactions transactions;
    private final AuditTrail trail;
    private final SessionStore sessions;

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
        Authority.requireAnywhere(caller, IdentityPermissions.SESSIONS);
        String words = AccountsService.words(text);
        int rows = Math.max(1, Math.min(limit, LARGEST_PAGE));
        return transactions.call(tx -> {
            Sql sql = new Sql(tx);
            if (caller.may(IdentityPermissions.SESSIONS, Grant.ALL)) {
                return sessions.all(sql, words, rows);
            }
            Map<String, Set<String>> departments = sessions.departments(sql);
            return sessions.all(sql, words, LARGEST_PAGE).stream()
                    .filter(session -> maySee(caller, departments.getOrDefault(session.accountId(), Set.of())))
                    .limit(rows)
                    .toList();
        });
    }

    private static boolean maySee(Caller caller, Set<String> departments) {
        return !departments.isEmpty()
                && departments.stream().allMatch(each -> caller.may(IdentityPermissions.SESSIONS, each));
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
