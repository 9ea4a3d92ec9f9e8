package de.kreiswerk.deployment.web.component;

import de.kreiswerk.core.api.identity.DepartmentDirectory;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.deployment.api.Component;
import de.kreiswerk.deployment.api.ComponentVersion;
import de.kreiswerk.deployment.api.Components;
import de.kreiswerk.deployment.api.DeploymentGrants;
import de.kreiswerk.deployment.api.DeploymentPermissions;
import de.kreiswerk.deployment.api.NodeRun;
import de.kreiswerk.deployment.api.Switch;
import de.kreiswerk.deployment.web.page.DepartmentNames;
import de.kreiswerk.deployment.web.page.PageBasics;
import de.kreiswerk.deployment.web.page.People;
import de.kreiswerk.deployment.web.page.Rendering;
import de.kreiswerk.deployment.web.page.Visit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The pages that are only read. */
final class Reading {

    private static final Map<String, Text> DONE = Map.of(
            "hochgeladen", ComponentTexts.UPLOADED,
            "freigegeben", ComponentTexts.APPROVED,
            "verworfen", ComponentTexts.DISCARDED);

    private static final Duration LONGEST_LOOK = Duration.ofSeconds(4);

    private final Components components;
    private final DeploymentGrants grants;
    private final DepartmentDirectory departments;
    private final People people;

    Reading(Components components, DeploymentGrants grants, DepartmentDirectory departments, People people) {
        this.components = components;
        this.grants = grants;
        this.departments = departments;
        this.people = people;
    }

    String list(Visit visit) {
        DepartmentNames names = new DepartmentNames(departments);
        People.Known known = people.to(visit.caller(), visit.language());
        Map<String, List<ComponentListView.Row>> rows = new LinkedHashMap<>();
        for (Component component : components.all(visit.caller())) {
            rows.computeIfAbsent(names.name(component.department()), department -> new ArrayList<>())
                    .add(row(visit, component, known));
        }
        ComponentListView view = new ComponentListView(
                PageBasics.of(visit, (Text) null),
                visit.caller().mayAnywhere(DeploymentPermissions.DEPLOY),
                rows.entrySet().stream()
                        .map(entry -> new ComponentListView.Group(entry.getKey(), entry.getValue()))
                        .toList());
        return Rendering.of(output -> JtelistGenerated.render(output, null, view));
    }

    private static ComponentListView.Row row(Visit visit, Component component, People.Known known) {
        long waiting = component.versions().stream()
                .filter(version -> version.state() == ComponentVersion.State.WAITING)
                .count();
        return new ComponentListView.Row(
                component,
                VersionRow.active(component),
                known.name(component.by()),
                waiting == 0 ? null : visit.in(ComponentTexts.waiting(waiting)));
    }

    Shown component(Visit visit, String name, String trail) {
        Component component = components.get(visit.caller(), name);
        People.Known known = people.to(visit.caller(), visit.language());
        boolean mayDeploy = visit.caller().may(DeploymentPermissions.DEPLOY, component.department());
        Map<String, String> words = grants.wants().stream()
                .collect(Collectors.toMap(DeploymentGrants.Want::name, want -> visit.in(want.meaning())));
        List<Switch> history = components.history(visit.caller(), name);
        ComponentView view = new ComponentView(
                PageBasics.of(visit, DONE.get(visit.text(Places.DONE))),
                component,
                VersionRow.active(component),
                new DepartmentNames(departments).name(component.department()),
                known.name(component.by()),
                mayDeploy,
                mayDeploy && visit.caller().may(DeploymentPermissions.ADMINISTER, component.department()),
                component.versions().stream()
                        .map(version -> VersionRow.of(component, version, visit.caller(), known, words))
                        .toList(),
                history.stream()
                        .map(change -> new ComponentView.Past(change, known.name(change.by())))
                        .toList(),
                nodes(visit, component),
                trail);
        return new Shown(
                visit.in(component.title()), Rendering.of(output -> JtecomponentGenerated.render(output, null, view)));
    }

    /** Empty where the platform has one node: it is what the whole page is about. */
    private List<ComponentView.OnNode> nodes(Visit visit, Component component) {
        List<NodeRun> runs = components.nodes(visit.caller(), component.name());
        return runs.size() < 2
                ? List.of()
                : runs.stream()
                        .map(run -> new ComponentView.OnNode(run, component.active()))
                        .toList();
    }

    Shown map(Visit visit, String name) {
        Component component = components.get(visit.caller(), name);
        MapView view = MapView.of(PageBasics.of(visit, (Text) null), component, components.map(visit.caller(), name));
        return new Shown(
                visit.in(component.title()) + ": " + visit.in(ComponentTexts.TO_MAP),
                Rendering.of(output -> JtemapGenerated.render(output, null, view)));
    }

    /** Waits a moment for what is nearly done: who has no script need not load the page anew then. */
    Shown deletion(Visit visit, String name) {
        PageBasics basics = PageBasics.of(visit, (Text) null);
        Optional<Component> component = found(visit, name);
        if (component.isPresent() && component.get().switching() != null) {
            awaitEnd(visit, component.get().switching());
            component = found(visit, name);
        }
        String again = Places.of(name, Places.DELETION);
        DeletionView view = component
                .map(found -> switch (found.state()) {
                    case SWITCHING ->
                        new DeletionView(
                                basics, name, DeletionTexts.STOPPING, "info", DeletionTexts.STOPPING_LEAD, again, null);
                    case DELETING ->
                        new DeletionView(
                                basics,
                                name,
                                DeletionTexts.UNDER_WAY,
                                "info",
                                DeletionTexts.UNDER_WAY_LEAD,
                                again,
                                null);
                    default ->
                        new DeletionView(
                                basics,
                                name,
                                DeletionTexts.KEPT,
                                "warning",
                                DeletionTexts.KEPT_LEAD,
                                null,
                                Places.component(name));
                })
                .orElseGet(() -> new DeletionView(
                        basics, name, DeletionTexts.GONE, "success", DeletionTexts.GONE_LEAD, null, null));
        return new Shown(
                name + ": " + visit.in(DeletionTexts.DELETION),
                Rendering.of(output -> JtedeletionGenerated.render(output, null, view)));
    }

    private Optional<Component> found(Visit visit, String name) {
        try {
            return Optional.of(components.get(visit.caller(), name));
        } catch (ProblemException e) {
            if (e.problem().kind() == Problem.Kind.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private void awaitEnd(Visit visit, String change) {
        try {
            components.await(visit.caller(), change, LONGEST_LOOK);
        } catch (ProblemException e) {
            // When it is not there any more, all of it is gone.
            if (e.problem().kind() != Problem.Kind.NOT_FOUND) {
                throw e;
            }
        }
    }

    Shown progress(Visit visit, String name, String id) {
        ProgressView view = progressView(visit, name, id);
        return new Shown(view.title(), Rendering.of(output -> JteprogressGenerated.render(output, null, view)));
    }

    String progressPart(Visit visit, String name, String id) {
        ProgressView view = progressView(visit, name, id);
        return Rendering.of(output -> JteprogresspartGenerated.render(output, null, view));
    }

    private ProgressView progressView(Visit visit, String name, String id) {
        Switch change = components.await(visit.caller(), id, Duration.ZERO);
        if (!change.component().equals(name)) {
            throw Visit.notFound();
        }
        Component component = components.get(visit.caller(), name);
        return new ProgressView(
                PageBasics.of(visit, (Text) null),
                visit.in(component.title()),
                change,
                people.to(visit.caller(), visit.language()).name(change.by()),
                visit.caller().may(DeploymentPermissions.DEPLOY, component.department()));
    }
}
