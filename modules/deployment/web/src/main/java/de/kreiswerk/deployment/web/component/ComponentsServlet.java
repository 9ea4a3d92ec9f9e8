package de.kreiswerk.deployment.web.component;

import de.kreiswerk.core.api.identity.DepartmentDirectory;
import de.kreiswerk.core.api.web.Console;
import de.kreiswerk.core.api.web.Pages;
import de.kreiswerk.core.api.web.TrailLinks;
import de.kreiswerk.core.api.web.WebConstants;
import de.kreiswerk.deployment.api.Components;
import de.kreiswerk.deployment.api.DeploymentGrants;
import de.kreiswerk.deployment.api.DeploymentPermissions;
import de.kreiswerk.deployment.web.page.DeploymentServlet;
import de.kreiswerk.deployment.web.page.People;
import de.kreiswerk.deployment.web.page.Visit;
import jakarta.servlet.Servlet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** {@code /admin/komponenten}: the components, what is done with them, and how far that is. */
@Component(service = Servlet.class, property = WebConstants.PERMISSION + "=" + DeploymentPermissions.READ)
@HttpWhiteboardServletPattern(Places.LIST + "/*")
public class ComponentsServlet extends DeploymentServlet {

    private static final long serialVersionUID = 1L;
    private static final String UPLOAD = "hochladen";

    /** Away while the trail has no pages. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    transient volatile TrailLinks trail;

    private final transient Uploading uploading;
    private final transient Reading reading;
    private final transient Actions actions;

    /**
     * Serves.
     *
     * @param pages the language
     * @param console the frame
     * @param components the components
     * @param grants what code can want
     * @param departments what departments are called
     * @param people what people are called
     */
    @Activate
    public ComponentsServlet(
            @Reference Pages pages,
            @Reference Console console,
            @Reference Components components,
            @Reference DeploymentGrants grants,
            @Reference DepartmentDirectory departments,
            @Reference People people) {
        super(pages, console);
        this.uploading = new Uploading(components);
        this.reading = new Reading(components, grants, departments, people);
        this.actions = new Actions(components);
    }

    @Override
    protected void show(Visit visit) throws IOException {
        List<String> path = visit.path();
        if (path.isEmpty()) {
            write(visit, visit.in(ComponentTexts.COMPONENTS), reading.list(visit));
        } else if (path.equals(List.of(UPLOAD))) {
            write(visit, visit.in(ComponentTexts.UPLOAD), uploading.form(visit, null));
        } else if (path.size() == 1) {
            Shown shown = reading.component(visit, path.get(0), history(visit, path.get(0)));
            write(visit, shown.title(), shown.html());
        } else if (path.get(1).equals(Places.MAP) && path.size() == 2) {
            Shown shown = reading.map(visit, path.get(0));
            write(visit, shown.title(), shown.html());
        } else if (path.get(1).equals(Places.DELETION) && path.size() == 2) {
            Shown shown = reading.deletion(visit, path.get(0));
            write(visit, shown.title(), shown.html());
        } else if (path.get(1).equals(Places.PROGRESS) && path.size() == 3) {
            progress(visit, path.get(0), path.get(2));
        } else {
            Shown shown = actions.at(path).question(visit, null);
            write(visit, shown.title(), shown.html());
        }
    }

    /** Null for who may not read the trail. */
    private String history(Visit visit, String name) {
        TrailLinks links = trail;
        return links == null
                ? null
                : links.history(visit.caller(), "Component", name).orElse(null);
    }

    /** The whole page, or the part of it that goes on changing. */
    private void progress(Visit visit, String name, String id) throws IOException {
        if (visit.text("teil").isEmpty()) {
            Shown shown = reading.progress(visit, name, id);
            write(visit, shown.title(), shown.html());
            return;
        }
        byte[] part = reading.progressPart(visit, name, id).getBytes(StandardCharsets.UTF_8);
        visit.response().setHeader("Cache-Control", "no-store");
        visit.response().setContentType("text/html; charset=utf-8");
        visit.response().setContentLength(part.length);
        visit.response().getOutputStream().write(part);
    }

    @Override
    protected void take(Visit visit) throws IOException {
        if (visit.path().equals(List.of(UPLOAD))) {
            String refused = uploading.take(visit);
            if (refused != null) {
                write(visit, visit.in(ComponentTexts.UPLOAD), refused);
            }
            return;
        }
        Shown refused = actions.at(visit.path()).take(visit);
        if (refused != null) {
            write(visit, refused.title(), refused.html());
        }
    }
}
