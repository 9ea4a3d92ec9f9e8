package de.kreiswerk.deployment.web.component;

import de.kreiswerk.core.api.problem.InvalidEntry;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.formkit.FormField;
import de.kreiswerk.deployment.api.Components;
import de.kreiswerk.deployment.api.DeploymentPermissions;
import de.kreiswerk.deployment.web.page.PageBasics;
import de.kreiswerk.deployment.web.page.Visit;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** To no version, and nothing of it is left: for that the component's name has to be typed. */
final class Deleting extends Action {

    private static final String FIELD = "name";
    private static final List<FormField> FIELDS =
            List.of(new FormField(FIELD, "bestaetigung", DeletionTexts.TYPE_NAME));

    /** A second click, or somebody quicker: it goes, or is gone, as it was to. */
    private static final Set<String> AS_ASKED_FOR = Set.of("component-not-found", "component-being-deleted");

    private final Components components;
    private final String name;

    Deleting(Components components, String name) {
        this.components = components;
        this.name = name;
    }

    @Override
    List<FormField> fields() {
        return FIELDS;
    }

    @Override
    ConfirmView view(Visit visit, PageBasics basics) {
        return new Question(visit, basics, components.get(visit.caller(), name), DeletionTexts.DELETE)
                .says(DeletionTexts.LEAD, DeletionTexts.NO_WAY_BACK)
                .needs(DeploymentPermissions.DEPLOY)
                .needs(DeploymentPermissions.ADMINISTER)
                .plans(components.plan(visit.caller(), name, null))
                .loses(
                        components.belongings(visit.caller(), name),
                        FIELDS.get(0).id())
                .asks(Places.of(name, Places.DELETE), DeletionTexts.DELETE_NOW);
    }

    @Override
    String carryOut(Visit visit) {
        if (!visit.text(FIELDS.get(0).id()).strip().equals(name)) {
            throw new InvalidEntry(
                    Problem.Kind.UNPROCESSABLE,
                    "name-not-typed",
                    DeletionTexts.DELETE,
                    Map.of(FIELD, DeletionTexts.NAME_NOT_TYPED));
        }
        try {
            components.removeWithData(visit.caller(), name, visit.revision());
        } catch (ProblemException e) {
            if (!AS_ASKED_FOR.contains(e.problem().code())) {
                throw e;
            }
        }
        return Places.of(name, Places.DELETION);
    }
}
