package de.kreiswerk.identity.web.console;

import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.Console;
import de.kreiswerk.core.api.web.Pages;
import de.kreiswerk.core.api.web.TrailLinks;
import de.kreiswerk.core.api.web.WebConstants;
import de.kreiswerk.core.formkit.Field;
import de.kreiswerk.core.formkit.FormField;
import de.kreiswerk.core.formkit.Option;
import de.kreiswerk.core.formkit.Removal;
import de.kreiswerk.identity.api.Account;
import de.kreiswerk.identity.api.Accounts;
import de.kreiswerk.identity.api.CouncilMembers;
import de.kreiswerk.identity.api.Department;
import de.kreiswerk.identity.api.Departments;
import de.kreiswerk.identity.api.IdentityPermissions;
import de.kreiswerk.identity.api.Role;
import de.kreiswerk.identity.api.RoleGrant;
import de.kreiswerk.identity.api.Roles;
import de.kreiswerk.identity.api.SecondFactor;
import de.kreiswerk.identity.web.Addresses;
import de.kreiswerk.identity.web.Forms;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** The accounts in the console. */
@Component(service = Servlet.class, property = WebConstants.PERMISSION + "=" + IdentityPermissions.READ)
@HttpWhiteboardServletPattern(AccountsServlet.PATH + "/*")
public class AccountsServlet extends PeopleServlet {

    private static final long serialVersionUID = 1L;

    static final String PATH = Console.BASE + "/konten";
    private static final int PAGE = 50;
    private static final String MAILED = "verschickt";
    private static final List<FormField> FIELDS = List.of(
            new FormField("loginName", "anmeldename", ConsoleTexts.LOGIN_NAME),
            new FormField("displayName", "name", ConsoleTexts.NAME),
            new FormField("email", "email", ConsoleTexts.EMAIL),
            new FormField("departments", "fachbereich", ConsoleTexts.DEPARTMENTS_OF));
    private static final List<FormField> GRANT = List.of(
            new FormField("roleId", "rolle", ConsoleTexts.ROLE),
            new FormField("departmentId", "wo", ConsoleTexts.WHERE));

    /** Away while the trail has no pages. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    transient volatile TrailLinks trail;

    private final transient Accounts accounts;
    private final transient Roles roles;
    private final transient Departments departments;
    private final transient CouncilMembers members;
    private final transient SecondFactor secondFactor;

    /**
     * Serves.
     *
     * @param pages the language
     * @param console the frame
     * @param accounts the accounts
     * @param roles what they may do
     * @param departments where
     * @param members who they are in the council
     * @param secondFactor what they show besides the password
     */
    @Activate
    public AccountsServlet(
            @Reference Pages pages,
            @Reference Console console,
            @Reference Accounts accounts,
            @Reference Roles roles,
            @Reference Departments departments,
            @Reference CouncilMembers members,
            @Reference SecondFactor secondFactor) {
        super(pages, console, PATH, IdentityPermissions.ACCOUNTS);
        this.accounts = accounts;
        this.roles = roles;
        this.departments = departments;
        this.members = members;
        this.secondFactor = secondFactor;
    }

    @Override
    void list(HttpServletRequest request, HttpServletResponse response, PageBasics basics) throws IOException {
        String search = Forms.text(request, "suche");
        String after = Forms.field(request, "nach");
        boolean searched = basics.errors().at("suche") == null;
        List<Account> found = searched ? accounts.list(Forms.caller(request), search, after, PAGE + 1) : List.of();
        List<Account> shown = found.subList(0, Math.min(PAGE, found.size()));
        String next = found.size() <= PAGE
                ? null
                : PATH + "?suche=" + encoded(search) + "&nach="
                        + encoded(shown.get(PAGE - 1).loginName());
        AccountListView view = new AccountListView(
                basics, new Field("suche", search, basics.errors().at("suche"), null), shown, next);
        write(request, response, basics.in(ConsoleTexts.ACCOUNTS), Templates.accounts(view));
    }

    @Override
    void entry(HttpServletRequest request, HttpServletResponse response, PageBasics basics, String id)
            throws IOException {
        show(request, response, basics, id, new Shown(null, null, null));
    }

    /** What is shown once and kept nowhere. */
    private record Shown(String password, String link, Instant linkExpires) {}

    private void show(
            HttpServletRequest request, HttpServletResponse response, PageBasics basics, String id, Shown shown)
            throws IOException {
        Account account = id.equals(NEW) ? null : accounts.get(Forms.caller(request), id);
        String what = basics.refused() ? Forms.text(request, "was") : "";
        boolean typed = what.equals("speichern");
        DepartmentOptions places = new DepartmentOptions(departments, Forms.caller(request));
        Set<String> kept = account == null ? Set.of() : account.departments();
        Set<String> belongsTo = typed ? chosen(request, "fachbereich") : kept;
        List<Role> all = roles.all(Forms.caller(request));
        CouncilMembers.Member member =
                account == null ? null : members.of(Forms.caller(request), id).orElse(null);
        AccountEntryView view = new AccountEntryView(
                basics,
                account,
                account == null ? 0 : revision(request, basics, typed, account.revision()),
                basics.field(request, typed, "anmeldename", account == null ? null : account.loginName()),
                basics.field(request, typed, "name", account == null ? null : account.displayName()),
                basics.field(request, typed, "email", account == null ? null : account.email()),
                basics.choice("fachbereich", !belongsTo.equals(kept), places.names(kept)),
                places.options(belongsTo),
                basics.choice("rolle", false, ""),
                all.stream()
                        .map(role -> new Option(
                                role.id(),
                                role.name().in(basics.language()),
                                what.equals("geben") && role.id().equals(Forms.text(request, "rolle"))))
                        .toList(),
                basics.choice("wo", false, ""),
                places.options(what.equals("geben") ? Set.of(Forms.text(request, "wo")) : Set.of()),
                account == null ? List.of() : grants(request, basics, account, all, places),
                Forms.caller(request).mayAnywhere(IdentityPermissions.GRANTS),
                member,
                basics.field(request, what.equals("rat"), "person", member == null ? null : member.personId()),
                Forms.caller(request).may(IdentityPermissions.GRANTS, Grant.ALL),
                account != null
                        && secondFactor
                                .state(Forms.caller(request), account.id())
                                .active(),
                shown.password(),
                shown.link(),
                shown.linkExpires(),
                account != null && accounts.canMailLink(account),
                Forms.field(request, MAILED) != null,
                account == null ? null : history(request, account));
        write(
                request,
                response,
                account == null ? basics.in(ConsoleTexts.NEW_ACCOUNT) : account.displayName(),
                Templates.account(view));
    }

    /** Null for who may not read the trail. */
    private String history(HttpServletRequest request, Account account) {
        TrailLinks links = trail;
        return links == null
                ? null
                : links.history(Forms.caller(request), "Account", account.id()).orElse(null);
    }

    private List<Option> grants(
            HttpServletRequest request, PageBasics basics, Account account, List<Role> all, DepartmentOptions places) {
        Map<String, Role> byId = all.stream().collect(Collectors.toMap(Role::id, Function.identity()));
        return roles.grants(Forms.caller(request), account.id()).stream()
                .map(grant -> new Option(grant.id(), label(grant, byId, basics, places), false))
                .toList();
    }

    private static String label(RoleGrant grant, Map<String, Role> roles, PageBasics basics, DepartmentOptions places) {
        Role role = roles.get(grant.roleId());
        Department department = grant.departmentId() == null ? null : places.find(grant.departmentId());
        String where = department == null
                ? basics.in(ConsoleTexts.EVERYWHERE)
                : department.shortName() + " " + department.name();
        return (role == null ? grant.roleId() : role.name().in(basics.language())) + " \u2013 " + where;
    }

    @Override
    List<FormField> fields(HttpServletRequest request) {
        return switch (Forms.text(request, "was")) {
            case "speichern" -> FIELDS;
            case "geben" -> GRANT;
            case "rat" -> List.of(new FormField("personId", "person", ConsoleTexts.PERSON));
            case "entziehen" ->
                List.of(new FormField(FormField.ALL, "vergabe-" + Forms.text(request, "vergabe"), ConsoleTexts.REVOKE));
            case "zustand" -> List.of(new FormField(FormField.ALL, "zustand-aendern", ConsoleTexts.STATE));
            case "kennwort-per-mail" ->
                List.of(new FormField(FormField.ALL, "kennwort-mail", ConsoleTexts.RESET_BY_MAIL));
            case "kennwort" -> List.of(new FormField(FormField.ALL, "kennwort-neu", ConsoleTexts.RESET));
            case "faktor" -> List.of(new FormField(FormField.ALL, "faktor-neu", ConsoleTexts.RESET_FACTOR));
            default -> List.of(new FormField("text", "suche", ConsoleTexts.SEARCH));
        };
    }

    @Override
    void change(HttpServletRequest request, HttpServletResponse response, String id) throws IOException {
        switch (Forms.text(request, "was")) {
            case "speichern" -> save(request, response, id);
            case "zustand" -> {
                accounts.setState(Forms.caller(request), id, state(request), revision(request));
                saved(response, id);
            }
            case "kennwort-per-mail" -> {
                accounts.mailPasswordLink(Forms.caller(request), id, pages.baseUrl());
                Addresses.seeOther(response, PATH + "/" + id + "?" + MAILED + "=1");
            }
            case "kennwort" -> {
                Accounts.Reset reset = accounts.resetPassword(Forms.caller(request), id);
                show(
                        request,
                        response,
                        made(request),
                        id,
                        new Shown(null, pages.baseUrl() + reset.path(), reset.expires()));
            }
            case "faktor" -> {
                secondFactor.reset(Forms.caller(request), id);
                saved(response, id);
            }
            case "geben" -> {
                String place = Forms.text(request, "wo");
                roles.grant(Forms.caller(request), id, Forms.text(request, "rolle"), place.isEmpty() ? null : place);
                saved(response, id);
            }
            case "entziehen" -> {
                Removal.of(
                        "grant-not-found",
                        () -> roles.revoke(Forms.caller(request), id, Forms.text(request, "vergabe")));
                saved(response, id);
            }
            case "rat" -> {
                members.set(Forms.caller(request), id, person(Forms.text(request, "person")));
                saved(response, id);
            }
            default -> response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private void save(HttpServletRequest request, HttpServletResponse response, String id) throws IOException {
        Accounts.Entry entry = new Accounts.Entry(
                Forms.text(request, "anmeldename"),
                Forms.text(request, "name"),
                Forms.text(request, "email"),
                chosen(request, "fachbereich"));
        if (id.equals(NEW)) {
            issued(request, response, accounts.add(Forms.caller(request), entry));
        } else {
            accounts.change(Forms.caller(request), id, entry, revision(request));
            saved(response, id);
        }
    }

    /** Not by way of another address: the password is shown once and kept nowhere. */
    private void issued(HttpServletRequest request, HttpServletResponse response, Accounts.Issued issued)
            throws IOException {
        show(request, response, made(request), issued.account().id(), new Shown(issued.password(), null, null));
    }

    /** The id, or the address of the person's OParl object, which ends with it. */
    private static String person(String typed) {
        String id = typed.strip().replaceFirst(".*/", "");
        return id.isEmpty() ? null : id;
    }

    private static Account.State state(HttpServletRequest request) {
        return switch (Forms.text(request, "zustand")) {
            case "gesperrt" -> Account.State.LOCKED;
            case "geschlossen" -> Account.State.CLOSED;
            case "aktiv" -> Account.State.ACTIVE;
            default ->
                throw new ProblemException(
                        Problem.Kind.MALFORMED,
                        "state-unknown",
                        new Text("Zustand unbekannt", "State unknown"),
                        new Text(
                                "Ein Konto wird gesperrt, geschlossen oder geöffnet. Es wurde nichts geändert.",
                                "An account is locked, closed or opened. Nothing was changed."));
        };
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
