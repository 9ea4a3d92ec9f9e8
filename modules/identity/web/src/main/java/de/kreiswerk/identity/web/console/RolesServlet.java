package de.kreiswerk.identity.web.console;

import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.Console;
import de.kreiswerk.core.api.web.Pages;
import de.kreiswerk.core.api.web.WebConstants;
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
    void list(HttpServletRequest request, HttpServletResponse response, PageBasics basics) throws IOException {
        Map<String, Text> known = roles.permissions(Forms.caller(request));
        RoleListView view = new RoleListView(
                basics,
                roles.all(Forms.caller(request)).stream()
                        .map(role -> new RoleListView.Row(
                                role, role.name().in(basics.language()), words(role, known, basics)))
                        .toList());
        write(request, response, basics.in(ConsoleTexts.ROLES), Templates.roles(view));
    }

    private static List<String> words(Role role, Map<String, Text> known, PageBasics basics) {
        return role.permissions().stream()
                .sorted()
                .filter(known::containsKey)
                .map(permission -> known.get(permission).in(basics.language()))
                .toList();
    }

    @Override
    void entry(HttpServletRequest request, HttpServletResponse response, PageBasics basics, String id)
            throws IOException {
        Role role = id.equals(NEW) ? null : role(request, id);
        boolean typed = basics.error() != null;
        Set<String> has = typed ? chosen(request, "berechtigung") : role == null ? Set.of() : role.permissions();
        Map<String, Text> known = roles.permissions(Forms.caller(request));
        Set<String> all = new TreeSet<>(known.keySet());
        all.addAll(role == null ? Set.of() : role.permissions());
        RoleEntryView view = new RoleEntryView(
                basics,
                role,
                typed
                        ? Forms.text(request, "deutsch")
                        : role == null ? "" : role.name().german(),
                typed
                        ? Forms.text(request, "englisch")
                        : role == null ? "" : role.name().english(),
                all.stream()
                        .map(permission -> new Option(
                                permission,
                                known.containsKey(permission)
                                        ? known.get(permission).in(basics.language())
                                        : permission + " (" + basics.in(ConsoleTexts.UNKNOWN) + ")",
                                has.contains(permission)))
                        .toList());
        write(
                request,
                response,
                role == null ? basics.in(ConsoleTexts.NEW_ROLE) : role.name().in(basics.language()),
                Templates.role(view));
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
                new Text(Forms.text(request, "deutsch"), Forms.text(request, "englisch")),
                chosen(request, "berechtigung"));
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
                roles.remove(Forms.caller(request), id, revision(request));
                saved(response, null);
            }
            default -> response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }
}
