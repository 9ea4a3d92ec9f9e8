package de.kreiswerk.deployment.web.grant;

import de.kreiswerk.core.api.identity.DepartmentDirectory;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.web.Console;
import de.kreiswerk.core.api.web.Pages;
import de.kreiswerk.core.api.web.WebConstants;
import de.kreiswerk.core.formkit.FormErrors;
import de.kreiswerk.core.formkit.FormField;
import de.kreiswerk.core.formkit.Option;
import de.kreiswerk.deployment.api.Components;
import de.kreiswerk.deployment.api.DeploymentGrant;
import de.kreiswerk.deployment.api.DeploymentGrants;
import de.kreiswerk.deployment.api.DeploymentPermissions;
import de.kreiswerk.deployment.web.component.Places;
import de.kreiswerk.deployment.web.component.VersionRow;
import de.kreiswerk.deployment.web.page.DepartmentNames;
import de.kreiswerk.deployment.web.page.DeploymentServlet;
import de.kreiswerk.deployment.web.page.PageBasics;
import de.kreiswerk.deployment.web.page.Rendering;
import de.kreiswerk.deployment.web.page.Visit;
import jakarta.servlet.Servlet;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** What departments may deploy. */
@Component(service = Servlet.class, property = WebConstants.PERMISSION + "=" + DeploymentPermissions.READ)
@HttpWhiteboardServletPattern(Places.GRANTS + "/*")
public class GrantsServlet extends DeploymentServlet {

    private static final long serialVersionUID = 1L;
    private static final List<FormField> FIELDS = List.of(
            new FormField("namespace", "namensraum", GrantTexts.NAMESPACE),
            new FormField("path", "pfad", GrantTexts.PATH),
            new FormField("wants", "darf", GrantTexts.WANTS),
            new FormField("imports", "pakete", GrantTexts.IMPORTS));

    private final transient DeploymentGrants grants;
    private final transient DepartmentDirectory departments;
    private final transient Components components;

    /**
     * Serves.
     *
     * @param pages the language
     * @param console the frame
     * @param grants what departments may deploy
     * @param departments which departments there are
     * @param components what a change concerns
     */
    @Activate
    public GrantsServlet(
            @Reference Pages pages,
            @Reference Console console,
            @Reference DeploymentGrants grants,
            @Reference DepartmentDirectory departments,
            @Reference Components components) {
        super(pages, console);
        this.grants = grants;
        this.departments = departments;
        this.components = components;
    }

    @Override
    protected void show(Visit visit) throws IOException {
        if (visit.path().isEmpty()) {
            list(visit);
        } else {
            entry(visit, FormErrors.NONE);
        }
    }

    @Override
    protected void take(Visit visit) throws IOException {
        String department = department(visit);
        try {
            grants.put(
                    visit.caller(),
                    department,
                    new DeploymentGrants.Entry(
                            visit.text("namensraum").strip(),
                            visit.text("pfad").strip(),
                            visit.chosen("darf"),
                            packages(visit)),
                    visit.revision());
            visit.seeOther(Places.GRANTS + "?erfolg=gespeichert");
        } catch (ProblemException refused) {
            visit.response().setStatus(refused.problem().kind().status());
            entry(visit, FormErrors.of(refused, FIELDS, visit.language()));
        }
    }

    private static Set<String> packages(Visit visit) {
        return visit.text("pakete")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.toSet());
    }

    private String department(Visit visit) {
        if (visit.path().size() != 1
                || !new DepartmentNames(departments).knows(visit.path().get(0))) {
            throw Visit.notFound();
        }
        return visit.path().get(0);
    }

    private void list(Visit visit) throws IOException {
        DepartmentNames names = new DepartmentNames(departments);
        List<DeploymentGrant> all = grants.all(visit.caller());
        boolean mayChange = visit.caller().may(DeploymentPermissions.ADMINISTER, Grant.ALL);
        List<DeploymentGrants.Want> wants = grants.wants();
        Set<String> granted = all.stream().map(DeploymentGrant::department).collect(Collectors.toSet());
        List<de.kreiswerk.deployment.api.Component> unapproved = components.all(visit.caller()).stream()
                .filter(VersionRow::runsUnapproved)
                .toList();
        GrantListView view = new GrantListView(
                PageBasics.of(visit, visit.text("erfolg").equals("gespeichert") ? GrantTexts.SAVED : null),
                all.stream()
                        .map(grant -> new GrantListView.Row(
                                grant,
                                names.name(grant.department()),
                                words(wants, grant.wants(), visit),
                                unapproved.stream()
                                        .filter(component ->
                                                component.department().equals(grant.department()))
                                        .toList(),
                                Places.GRANTS + "/" + grant.department()))
                        .toList(),
                mayChange
                        ? names.ids().stream()
                                .filter(id -> !granted.contains(id))
                                .map(id -> new GrantListView.Without(names.name(id), Places.GRANTS + "/" + id))
                                .toList()
                        : List.of());
        write(
                visit,
                visit.in(GrantTexts.GRANTS),
                Rendering.of(output -> JtegrantsGenerated.render(output, null, view)));
    }

    private void entry(Visit visit, FormErrors errors) throws IOException {
        String department = department(visit);
        PageBasics basics = PageBasics.of(visit, errors);
        DeploymentGrant grant = grants.find(visit.caller(), department).orElse(null);
        Set<String> kept = grant == null ? Set.of() : grant.wants();
        Set<String> chosen = errors.any() ? visit.chosen("darf") : kept;
        List<DeploymentGrants.Want> wants = grants.wants();
        long now = grant == null ? 0 : grant.revision();
        GrantEntryView view = new GrantEntryView(
                basics,
                department,
                new DepartmentNames(departments).name(department),
                visit.caller().may(DeploymentPermissions.ADMINISTER, Grant.ALL),
                errors.any() && !errors.conflict() ? visit.revision() : now,
                basics.field(visit, "namensraum", grant == null ? null : grant.namespace()),
                basics.field(visit, "pfad", grant == null ? null : grant.path()),
                basics.choice("darf", !chosen.equals(kept), String.join("; ", words(wants, kept, visit))),
                wants.stream()
                        .map(want -> new Option(
                                want.name(), want.meaning().in(visit.language()), chosen.contains(want.name())))
                        .toList(),
                basics.field(
                        visit,
                        "pakete",
                        grant == null ? null : grant.imports().stream().sorted().collect(Collectors.joining("\n"))));
        write(
                visit,
                new DepartmentNames(departments).name(department),
                Rendering.of(output -> JtegrantGenerated.render(output, null, view)));
    }

    private static List<String> words(List<DeploymentGrants.Want> wants, Set<String> kept, Visit visit) {
        return wants.stream()
                .filter(want -> kept.contains(want.name()))
                .map(want -> visit.in(want.meaning()))
                .toList();
    }
}
