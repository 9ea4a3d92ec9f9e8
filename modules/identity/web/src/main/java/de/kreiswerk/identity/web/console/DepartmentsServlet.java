package de.kreiswerk.identity.web.console;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.web.Console;
import de.kreiswerk.core.api.web.Pages;
import de.kreiswerk.core.api.web.WebConstants;
import de.kreiswerk.core.formkit.Days;
import de.kreiswerk.core.formkit.FormField;
import de.kreiswerk.identity.api.Department;
import de.kreiswerk.identity.api.Departments;
import de.kreiswerk.identity.api.IdentityPermissions;
import de.kreiswerk.identity.web.Forms;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** The departments in the console. */
@Component(service = Servlet.class, property = WebConstants.PERMISSION + "=" + IdentityPermissions.READ)
@HttpWhiteboardServletPattern(DepartmentsServlet.PATH + "/*")
public class DepartmentsServlet extends PeopleServlet {

    private static final long serialVersionUID = 1L;

    static final String PATH = Console.BASE + "/fachbereiche";
    private static final int DEEPEST_SHOWN = 6;
    private static final List<FormField> FIELDS = List.of(
            new FormField("shortName", "kurz", ConsoleTexts.SHORT_NAME),
            new FormField("name", "name", ConsoleTexts.NAME),
            new FormField("parentId", "unter", ConsoleTexts.PARENT),
            new FormField("email", "email", ConsoleTexts.EMAIL),
            new FormField("validFrom", "ab", ConsoleTexts.VALID_FROM),
            new FormField("validUntil", "bis", ConsoleTexts.VALID_UNTIL));

    private final transient Departments departments;

    /**
     * Serves.
     *
     * @param pages the language
     * @param console the frame
     * @param departments the departments
     */
    @Activate
    public DepartmentsServlet(@Reference Pages pages, @Reference Console console, @Reference Departments departments) {
        super(pages, console, PATH, IdentityPermissions.DEPARTMENTS);
        this.departments = departments;
    }

    @Override
    boolean mayMake(Caller caller) {
        return caller.may(IdentityPermissions.DEPARTMENTS, Grant.ALL);
    }

    @Override
    void list(HttpServletRequest request, HttpServletResponse response, PageBasics basics) throws IOException {
        DepartmentOptions tree = new DepartmentOptions(departments, Forms.caller(request));
        LocalDate today = LocalDate.now(PageBasics.COUNTY);
        DepartmentListView view = new DepartmentListView(
                basics,
                mayMake(Forms.caller(request)),
                tree.all().stream()
                        .map(department -> new DepartmentListView.Row(
                                department.id(),
                                department.shortName(),
                                department.name(),
                                note(department, basics, today),
                                above(tree, department, basics),
                                Math.min(tree.depth(department), DEEPEST_SHOWN)))
                        .toList());
        write(request, response, basics.in(ConsoleTexts.DEPARTMENTS), Templates.departments(view));
    }

    /** Indentation is seen and not heard. */
    private static String above(DepartmentOptions tree, Department department, PageBasics basics) {
        Department parent = department.parentId() == null ? null : tree.find(department.parentId());
        return parent == null
                ? null
                : basics.in(ConsoleTexts.BELOW).formatted(parent.shortName() + " " + parent.name());
    }

    private static String note(Department department, PageBasics basics, LocalDate today) {
        if (department.validUntil() != null && department.validUntil().isBefore(today)) {
            return basics.in(ConsoleTexts.ENDED);
        }
        return department.email() == null ? "" : department.email();
    }

    @Override
    void entry(HttpServletRequest request, HttpServletResponse response, PageBasics basics, String id)
            throws IOException {
        Department department = id.equals(NEW) ? null : departments.get(Forms.caller(request), id);
        boolean typed = basics.refused();
        DepartmentOptions tree = new DepartmentOptions(departments, Forms.caller(request));
        String kept = department == null || department.parentId() == null ? "" : department.parentId();
        String parent = typed ? Forms.text(request, "unter") : kept;
        DepartmentEntryView view = new DepartmentEntryView(
                basics,
                department,
                department == null ? 0 : revision(request, basics, typed, department.revision()),
                basics.field(request, typed, "kurz", department == null ? null : department.shortName()),
                basics.field(request, typed, "name", department == null ? null : department.name()),
                basics.field(request, typed, "email", department == null ? null : department.email()),
                basics.field(request, typed, "ab", department == null ? null : department.validFrom()),
                basics.field(request, typed, "bis", department == null ? null : department.validUntil()),
                basics.choice("unter", !parent.equals(kept), name(tree, kept, basics)),
                tree.options(Set.of(parent)).stream()
                        .filter(option -> !option.id().equals(id))
                        .toList());
        write(
                request,
                response,
                department == null ? basics.in(ConsoleTexts.NEW_DEPARTMENT) : department.name(),
                Templates.department(view));
    }

    @Override
    void change(HttpServletRequest request, HttpServletResponse response, String id) {
        String parent = Forms.text(request, "unter");
        Days days = new Days(field -> Forms.text(request, field));
        Departments.Entry entry = new Departments.Entry(
                parent.isEmpty() ? null : parent,
                Forms.text(request, "kurz"),
                Forms.text(request, "name"),
                Forms.text(request, "email"),
                days.day("ab", "validFrom"),
                days.day("bis", "validUntil"));
        days.mustBeDays();
        if (id.equals(NEW)) {
            departments.add(Forms.caller(request), entry);
        } else {
            departments.change(Forms.caller(request), id, entry, revision(request));
        }
        saved(response, null);
    }

    private static String name(DepartmentOptions tree, String id, PageBasics basics) {
        Department department = tree.find(id);
        return department == null ? basics.in(ConsoleTexts.TOP) : department.shortName() + " " + department.name();
    }

    @Override
    List<FormField> fields(HttpServletRequest request) {
        return FIELDS;
    }
}
