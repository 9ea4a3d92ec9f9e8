package de.kreiswerk.identity.web;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.Console;
import de.kreiswerk.core.api.web.Pages;
import de.kreiswerk.core.api.web.SessionCookie;
import de.kreiswerk.core.api.web.WebConstants;
import de.kreiswerk.identity.api.Account;
import de.kreiswerk.identity.api.Accounts;
import de.kreiswerk.identity.api.Deputies;
import de.kreiswerk.identity.api.IdentityPermissions;
import de.kreiswerk.identity.api.SecondFactor;
import de.kreiswerk.identity.api.SignIn;
import de.kreiswerk.identity.api.TooManyAttempts;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** One's own account: the password, the second factor and the sessions. */
@Component(service = Servlet.class, property = WebConstants.PERMISSION + "=" + IdentityPermissions.OWN_ACCOUNT)
@HttpWhiteboardServletPattern(Addresses.ACCOUNT + "/*")
public class AccountServlet extends FormServlet {

    private static final long serialVersionUID = 1L;

    private static final String DONE = "fertig";
    private static final String ALL = "alle";

    private final transient SignIn signIn;
    private final transient Accounts accounts;
    private final transient SecondFactor secondFactor;
    private final transient Deputies deputies;
    private final transient SessionCookie cookie;

    /** There while the console is. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    transient volatile Console console;

    /**
     * Serves.
     *
     * @param signIn passwords and sessions
     * @param accounts the account itself
     * @param secondFactor the account's second factor
     * @param deputies who stands in for it
     * @param cookie keeps the session in the browser
     * @param pages the frame
     */
    @Activate
    public AccountServlet(
            @Reference SignIn signIn,
            @Reference Accounts accounts,
            @Reference SecondFactor secondFactor,
            @Reference Deputies deputies,
            @Reference SessionCookie cookie,
            @Reference Pages pages) {
        super(pages);
        this.signIn = signIn;
        this.accounts = accounts;
        this.secondFactor = secondFactor;
        this.deputies = deputies;
        this.cookie = cookie;
    }

    @Override
    protected void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getPathInfo() != null) {
            Addresses.seeOther(response, Addresses.ACCOUNT);
            return;
        }
        String done = Forms.text(request, DONE);
        write(request, response, done.isEmpty() ? null : done, null, null);
    }

    @Override
    protected void take(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String what = String.valueOf(request.getPathInfo());
        switch (what) {
            case Addresses.PASSWORD -> changePassword(request, response);
            case Addresses.SESSIONS -> endSessions(request, response);
            case Addresses.FACTOR -> changeFactor(request, response);
            default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void changePassword(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String chosen = Forms.text(request, "neu");
        if (!chosen.equals(Forms.text(request, "wiederholt"))) {
            response.setStatus(Problem.Kind.UNPROCESSABLE.status());
            write(request, response, null, Texts.NOT_REPEATED, "wiederholt");
            return;
        }
        try {
            SignIn.Started started = signIn.changePassword(
                    Forms.caller(request),
                    session(request),
                    Forms.text(request, "bisher"),
                    chosen,
                    Forms.client(request));
            cookie.set(response, started.sessionId());
            String next = Addresses.next(request);
            if (started.mustSetUp()) {
                Addresses.seeOther(response, Addresses.with(Addresses.ACCOUNT, next) + "#zweiter-faktor");
            } else {
                Addresses.seeOther(response, next == null ? Addresses.ACCOUNT + "?" + DONE + "=kennwort" : next);
            }
        } catch (ProblemException refused) {
            refuse(request, response, refused);
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, ProblemException refused)
            throws IOException {
        Problem problem = refused.problem();
        String field = switch (problem.code()) {
            case "current-password-wrong" -> "bisher";
            case "password-not-valid" -> "neu";
            case "code-wrong" -> "code";
            default -> null;
        };
        boolean conflict = problem.kind() == Problem.Kind.CONFLICT;
        if (field == null && !conflict && !(refused instanceof TooManyAttempts)) {
            throw refused;
        }
        if (refused instanceof TooManyAttempts many) {
            response.setHeader("Retry-After", String.valueOf(many.seconds()));
        }
        response.setStatus(problem.kind().status());
        write(request, response, null, problem.detail(), field);
    }

    private void changeFactor(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Caller caller = Forms.caller(request);
        String code = Forms.text(request, "code");
        try {
            switch (Forms.text(request, "was")) {
                case "einrichten" -> {
                    secondFactor.begin(caller);
                    Addresses.seeOther(
                            response, Addresses.with(Addresses.ACCOUNT, Addresses.next(request)) + "#zweiter-faktor");
                }
                case "bestaetigen" ->
                    recovery(request, response, Texts.SET_UP, secondFactor.confirm(caller, session(request), code));
                case "codes" ->
                    recovery(request, response, Texts.RENEWED, secondFactor.renewRecoveryCodes(caller, code));
                case "abschalten" -> {
                    secondFactor.remove(caller, code);
                    Addresses.seeOther(response, Addresses.ACCOUNT + "?" + DONE + "=faktor");
                }
                default -> response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            }
        } catch (ProblemException refused) {
            refuse(request, response, refused);
        }
    }

    /** Not by way of another address: the codes are shown once and kept nowhere. */
    private void recovery(HttpServletRequest request, HttpServletResponse response, Text done, List<String> codes)
            throws IOException {
        Locale language = pages.language(request);
        String next = Addresses.next(request);
        RecoveryView view = new RecoveryView(language, done, codes, next == null ? Addresses.ACCOUNT : next);
        pages.writePersonal(request, response, new Pages.Page(Texts.RECOVERY.in(language), Rendering.recovery(view)));
    }

    private void endSessions(HttpServletRequest request, HttpServletResponse response) {
        String handle = Forms.text(request, "sitzung");
        if (handle.equals(ALL)) {
            signIn.endAll(Forms.caller(request));
            cookie.clear(response);
            Addresses.seeOther(response, Addresses.SIGN_IN);
        } else {
            signIn.endOne(Forms.caller(request), handle);
            Addresses.seeOther(response, Addresses.ACCOUNT + "?" + DONE + "=sitzung#sitzungen");
        }
    }

    private String entrance(Caller caller) {
        Console service = console;
        return service == null || caller.grants().size() < 2
                ? null
                : service.entrance(caller).orElse(null);
    }

    /** Who belongs to no department any more ends what is left there. */
    private boolean hasDeputies(Caller caller, Account account) {
        return !account.departments().isEmpty()
                || !deputies.of(caller, account.id()).isEmpty();
    }

    private void write(HttpServletRequest request, HttpServletResponse response, String done, Text error, String field)
            throws IOException {
        Locale language = pages.language(request);
        Caller caller = Forms.caller(request);
        Account account = accounts.get(caller, caller.subject());
        List<SignIn.OwnSession> sessions = signIn.sessions(caller, session(request));
        AccountView view = new AccountView(
                language,
                account,
                caller.method(),
                hasDeputies(caller, account),
                sessions,
                secondFactor.state(caller, caller.subject()),
                secondFactor.pending(caller).orElse(null),
                Forms.token(request),
                Addresses.next(request),
                entrance(caller),
                done == null ? null : done(done, language),
                error == null ? null : error.in(language),
                field);
        pages.writePersonal(request, response, new Pages.Page(Texts.ACCOUNT.in(language), Rendering.account(view)));
    }

    private static String done(String what, Locale language) {
        return switch (what) {
            case "kennwort" -> Texts.CHANGED.in(language);
            case "sitzung" -> Texts.SESSION_ENDED.in(language);
            case "faktor" -> Texts.FACTOR_REMOVED.in(language);
            default -> null;
        };
    }

    /** A machine has no session, and no account either. */
    private static String session(HttpServletRequest request) {
        String session = Forms.session(request);
        return session == null ? "" : session;
    }
}
