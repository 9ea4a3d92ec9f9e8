package de.kreiswerk.identity.web.console;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.Console;
import de.kreiswerk.core.api.web.Pages;
import de.kreiswerk.core.api.web.WebConstants;
import de.kreiswerk.core.formkit.FormErrors;
import de.kreiswerk.core.formkit.FormField;
import de.kreiswerk.core.formkit.Option;
import de.kreiswerk.core.formkit.Removal;
import de.kreiswerk.identity.api.IdentityPermissions;
import de.kreiswerk.identity.api.Role;
import de.kreiswerk.identity.api.Roles;
import de.kreiswerk.identity.web.Forms;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** The roles in the console. */
@Component(service = Servlet.class, property = WebConstants.PERMISSION + "=" + IdentityPermissions.READ)
@HttpWhiteboardServletPattern(RolesServlet.PATH + "/*")
public class RolesServlet extends PeopleServlet {

    private static final long serialVersionUID = 1L;

    static final String PATH = Console.BASE + "/rollen";

    private static final String PERMISSION = "berechtigung";
    /** The matrix of a hundred roles fits. */
    private static final int LARGEST = 128 * 1024;

    private static final List<FormField> FIELDS = List.of(
            new FormField("name.german", "deutsch", ConsoleTexts.NAME_GERMAN),
            new FormField("name.english", "englisch", ConsoleTexts.NAME_ENGLISH),
            new FormField("permissions", PERMISSION, ConsoleTexts.PERMISSIONS));

    private final transient Roles roles;

    /**
     * Serves.
     *
     * @param pages the language
     * @param console the frame
     * @param roles the roles
     */
    @Activate
    public RolesServlet(@Reference Pages pages, @Reference Console console, @Reference Roles roles) {
        super(pages, console, PATH, IdentityPermissions.ROLES);
        this.roles = roles;
    }

    @Override
    protected int largest() {
        return LARGEST;
    }

    @Override
    void list(HttpServletRequest request, HttpServletResponse response, PageBasics basics) throws IOException {
        write(
                request,
                response,
                basics.in(ConsoleTexts.ROLES),
                Templates.roles(matrix(request, basics).view(false)));
    }

    private RoleMatrix matrix(HttpServletRequest request, PageBasics basics) {
        Caller caller = Forms.caller(request);
        return new RoleMatrix(basics, roles.all(caller), roles.permissions(caller), RoleDraft.read(request));
    }

    @Override
    void changeList(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (Forms.text(request, "was")) {
            case "pruefen" -> review(request, response);
            case "bearbeiten" -> list(request, response, basics(request, false, FormErrors.NONE));
            case "sichern" -> {
                roles.changePermissions(
                        Forms.caller(request),
                        RoleDraft.read(request).values().stream()
                                .filter(RoleDraft::isTouched)
                                .map(RoleDraft::change)
                                .toList());
                saved(response, null);
            }
            default -> response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    /** Rights of many people change with a role: before they do, it is said how. */
    private void review(HttpServletRequest request, HttpServletResponse response) throws IOException {
        PageBasics basics = basics(request, false, FormErrors.NONE);
        RoleMatrix matrix = matrix(request, basics);
        RoleReviewView review = matrix.review();
        if (review.changes().isEmpty()) {
            write(request, response, basics.in(ConsoleTexts.ROLES), Templates.roles(matrix.view(true)));
        } else {
            write(request, response, basics.in(ConsoleTexts.REVIEW), Templates.review(review));
        }
    }

    @Override
    List<FormField> fields(HttpServletRequest request) {
        Caller caller = Forms.caller(request);
        if (id(request) == null) {
            return RoleMatrix.fields(roles.all(caller), roles.permissions(caller), RoleDraft.read(request));
        }
        return removes(request) ? List.of(new FormField(FormField.ALL, "loeschen", ConsoleTexts.REMOVE)) : FIELDS;
    }

    /** That form has none of the fields. */
    private static boolean removes(HttpServletRequest request) {
        return Forms.text(request, "was").equals("loeschen");
    }

    @Override
    void entry(HttpServletRequest request, HttpServletResponse response, PageBasics basics, String id)
            throws IOException {
        Role role = id.equals(NEW) ? null : role(request, id);
        boolean typed = basics.refused() && !removes(request);
        Set<String> kept = role == null ? Set.of() : role.permissions();
        Set<String> has = typed ? chosen(request, PERMISSION) : kept;
        Map<String, Text> known = roles.permissions(Forms.caller(request));
        Set<String> all = new TreeSet<>(known.keySet());
        all.addAll(kept);
        RoleEntryView view = new RoleEntryView(
                basics,
                role,
                role == null ? 0 : revision(request, basics, typed, role.revision()),
                basics.field(
                        request,
                        typed,
                        "deutsch",
                        role == null ? null : role.name().german()),
                basics.field(
                        request,
                        typed,
                        "englisch",
                        role == null ? null : role.name().english()),
                basics.choice(
                        PERMISSION,
                        !has.equals(kept),
                        new TreeSet<>(kept)
                                .stream()
                                        .map(each -> words(each, known, basics))
                                        .collect(Collectors.joining("; "))),
                all.stream()
                        .map(each -> new Option(each, words(each, known, basics), has.contains(each)))
                        .toList());
        write(
                request,
                response,
                role == null ? basics.in(ConsoleTexts.NEW_ROLE) : role.name().in(basics.language()),
                Templates.role(view));
    }

    private static String words(String permission, Map<String, Text> known, PageBasics basics) {
        if (permission.equals(Grant.ALL)) {
            return basics.in(ConsoleTexts.ALL_RIGHTS);
        }
        return known.containsKey(permission)
                ? known.get(permission).in(basics.language())
                : permission + " (" + basics.in(ConsoleTexts.UNKNOWN) + ")";
    }

    private Role role(HttpServletRequest request, String id) {
        return roles.all(Forms.caller(request)).stream()
                .filter(role -> role.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        Problem.Kind.NOT_FOUND,
                        "role-not-found",
                        new Text("Nicht gefunden", "Not found"),
                        new Text("Diese Rolle gibt es nicht.", "There is no such role.")));
    }

    @Override
    void change(HttpServletRequest request, HttpServletResponse response, String id) throws IOException {
        Roles.Entry entry = new Roles.Entry(
                new Text(Forms.text(request, "deutsch"), Forms.text(request, "englisch")), chosen(request, PERMISSION));
        switch (Forms.text(request, "was")) {
            case "speichern" -> {
                if (id.equals(NEW)) {
                    roles.add(Forms.caller(request), entry);
                } else {
                    roles.change(Forms.caller(request), id, entry, revision(request));
                }
                saved(response, null);
            }
            case "loeschen" -> {
                Removal.of("role-not-found", () -> roles.remove(Forms.caller(request), id, revision(request)));
                saved(response, null);
            }
            default -> response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }
}
