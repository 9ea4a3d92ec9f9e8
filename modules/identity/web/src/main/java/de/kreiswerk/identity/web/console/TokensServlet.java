package de.kreiswerk.identity.web.console;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.Console;
import de.kreiswerk.core.api.web.Pages;
import de.kreiswerk.core.api.web.WebConstants;
import de.kreiswerk.core.formkit.Days;
import de.kreiswerk.core.formkit.FormField;
import de.kreiswerk.core.formkit.Option;
import de.kreiswerk.identity.api.Department;
import de.kreiswerk.identity.api.Departments;
import de.kreiswerk.identity.api.IdentityPermissions;
import de.kreiswerk.identity.api.Token;
import de.kreiswerk.identity.api.Tokens;
import de.kreiswerk.identity.web.Addresses;
import de.kreiswerk.identity.web.Forms;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** The tokens of machines in the console. */
@Component(service = Servlet.class, property = WebConstants.PERMISSION + "=" + IdentityPermissions.TOKENS)
@HttpWhiteboardServletPattern(TokensServlet.PATH + "/*")
public class TokensServlet extends PeopleServlet {

    private static final long serialVersionUID = 1L;

    static final String PATH = Console.BASE + "/tokens";
    private static final int USUAL_DAYS = 90;
    private static final List<FormField> FIELDS = List.of(
            new FormField("name", "name", ConsoleTexts.NAME),
            new FormField("permissions", "berechtigung", ConsoleTexts.PERMISSIONS),
            new FormField("departmentId", "wo", ConsoleTexts.WHERE),
            new FormField("expires", "bis", ConsoleTexts.EXPIRES));

    private final transient Tokens tokens;
    private final transient Departments departments;
    private final transient Clock clock = Clock.systemUTC();

    /**
     * Serves.
     *
     * @param pages the language
     * @param console the frame
     * @param tokens the tokens
     * @param departments where they hold
     */
    @Activate
    public TokensServlet(
            @Reference Pages pages,
            @Reference Console console,
            @Reference Tokens tokens,
            @Reference Departments departments) {
        super(pages, console, PATH, IdentityPermissions.TOKENS);
        this.tokens = tokens;
        this.departments = departments;
    }

    @Override
    void list(HttpServletRequest request, HttpServletResponse response, PageBasics basics) throws IOException {
        Map<String, Text> known = tokens.permissions(Forms.caller(request));
        DepartmentOptions places = places(Forms.caller(request));
        TokenListView view = new TokenListView(
                basics,
                tokens.list(Forms.caller(request)).stream()
                        .map(token ->
                                new TokenListView.Row(token, place(token, places, basics), words(token, known, basics)))
                        .toList());
        write(request, response, basics.in(ConsoleTexts.TOKENS), Templates.tokens(view));
    }

    private static List<String> words(Token token, Map<String, Text> known, PageBasics basics) {
        return token.permissions().stream()
                .sorted()
                .map(permission -> permission.equals(Grant.ALL)
                        ? basics.in(ConsoleTexts.EVERYTHING)
                        : known.containsKey(permission) ? known.get(permission).in(basics.language()) : permission)
                .toList();
    }

    private static String place(Token token, DepartmentOptions places, PageBasics basics) {
        if (token.departmentId() == null) {
            return basics.in(ConsoleTexts.EVERYWHERE);
        }
        Department department = places == null ? null : places.find(token.departmentId());
        return department == null ? token.departmentId() : department.shortName() + " " + department.name();
    }

    /** Null for who may keep tokens and not read the departments. */
    private DepartmentOptions places(Caller caller) {
        return caller.mayAnywhere(IdentityPermissions.READ) ? new DepartmentOptions(departments, caller) : null;
    }

    @Override
    void entry(HttpServletRequest request, HttpServletResponse response, PageBasics basics, String id)
            throws IOException {
        if (!id.equals(NEW)) {
            if (basics.refused()) {
                list(request, response, basics);
            } else {
                Addresses.seeOther(response, PATH);
            }
            return;
        }
        boolean typed = basics.refused();
        Set<String> chosen = typed ? chosen(request, "berechtigung") : Set.of();
        DepartmentOptions places = places(Forms.caller(request));
        TokenEntryView view = new TokenEntryView(
                basics,
                basics.field(request, typed, "name", null),
                basics.field(
                        request,
                        typed,
                        "bis",
                        LocalDate.now(clock.withZone(PageBasics.COUNTY)).plusDays(USUAL_DAYS)),
                basics.choice("berechtigung", false, ""),
                tokens.permissions(Forms.caller(request)).entrySet().stream()
                        .map(each -> new Option(
                                each.getKey(), each.getValue().in(basics.language()), chosen.contains(each.getKey())))
                        .toList(),
                basics.choice("wo", false, ""),
                places == null ? List.of() : places.options(typed ? chosen(request, "wo") : Set.of()),
                null);
        write(request, response, basics.in(ConsoleTexts.NEW_TOKEN), Templates.token(view));
    }

    @Override
    void change(HttpServletRequest request, HttpServletResponse response, String id) throws IOException {
        switch (Forms.text(request, "was")) {
            case "ausstellen" -> {
                String place = Forms.text(request, "wo");
                Tokens.Issued issued = tokens.add(
                        Forms.caller(request),
                        new Tokens.Entry(
                                Forms.text(request, "name"),
                                chosen(request, "berechtigung"),
                                place.isEmpty() ? null : place,
                                expires(request)));
                issued(request, response, issued);
            }
            case "widerrufen" -> {
                tokens.revoke(Forms.caller(request), id);
                saved(response, null);
            }
            default -> response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    @Override
    List<FormField> fields(HttpServletRequest request) {
        return Forms.text(request, "was").equals("widerrufen")
                ? List.of(new FormField(FormField.ALL, "widerrufen-" + id(request), ConsoleTexts.REVOKE_TOKEN))
                : FIELDS;
    }

    /** Not by way of another address: the secret is shown once and kept nowhere. */
    private void issued(HttpServletRequest request, HttpServletResponse response, Tokens.Issued issued)
            throws IOException {
        PageBasics basics = made(request);
        TokenEntryView view = new TokenEntryView(
                basics,
                basics.field(request, false, "name", issued.token().name()),
                basics.choice("bis", false, ""),
                basics.choice("berechtigung", false, ""),
                List.of(),
                basics.choice("wo", false, ""),
                List.of(),
                issued.secret());
        write(request, response, issued.token().name(), Templates.token(view));
    }

    /** The day counts to its end. */
    private static Instant expires(HttpServletRequest request) {
        Days days = new Days(field -> Forms.text(request, field));
        LocalDate day = days.day("bis", "expires");
        days.mustBeDays();
        return day == null
                ? null
                : day.plusDays(1).atStartOfDay(PageBasics.COUNTY).toInstant();
    }
}
