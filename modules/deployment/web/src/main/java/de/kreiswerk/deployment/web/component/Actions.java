package de.kreiswerk.deployment.web.component;

import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.formkit.Removal;
import de.kreiswerk.deployment.api.Component;
import de.kreiswerk.deployment.api.ComponentVersion;
import de.kreiswerk.deployment.api.Components;
import de.kreiswerk.deployment.api.DeploymentPermissions;
import de.kreiswerk.deployment.api.Finding;
import de.kreiswerk.deployment.api.Switch;
import de.kreiswerk.deployment.web.page.PageBasics;
import de.kreiswerk.deployment.web.page.Visit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What can be done with a component. The pages say beforehand what the service would refuse; it decides. */
final class Actions {

    private final Components components;

    Actions(Components components) {
        this.components = components;
    }

    /** What an address stands for. */
    Action at(List<String> path) {
        String name = path.isEmpty() ? "" : path.get(0);
        if (path.size() == 2) {
            return switch (path.get(1)) {
                case Places.ROLL_BACK -> new RollingBack(name);
                case Places.REMOVE -> new Removing(name);
                case Places.DELETE -> new Deleting(components, name);
                default -> throw Visit.notFound();
            };
        }
        if (path.size() == 3) {
            return switch (path.get(1)) {
                case Places.APPROVE -> new Approving(name, path.get(2));
                case Places.DISCARD -> new Discarding(name, path.get(2));
                case Places.SWITCH -> new Switching(name, path.get(2));
                case Places.CANCEL -> new Cancelling(name, path.get(2));
                default -> throw Visit.notFound();
            };
        }
        throw Visit.notFound();
    }

    private static String progress(Switch begun) {
        return Places.of(begun.component(), Places.PROGRESS, begun.id());
    }

    private static String done(String name, String word) {
        return Places.component(name) + "?" + Places.DONE + "=" + word;
    }

    private static ComponentVersion version(Component component, String archive) {
        return component.versions().stream()
                .filter(version -> version.archive().equals(archive))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        Problem.Kind.NOT_FOUND,
                        "version-not-found",
                        new Text("Nicht gefunden", "Not found"),
                        ComponentTexts.GONE_MEANWHILE));
    }

    /** To another version: the plan is the question. */
    private final class Switching extends Action {

        private final String name;
        private final String archive;

        Switching(String name, String archive) {
            this.name = name;
            this.archive = archive;
        }

        @Override
        ConfirmView view(Visit visit, PageBasics basics) {
            Component component = components.get(visit.caller(), name);
            ComponentVersion version = version(component, archive);
            boolean again = VersionRow.mayStartAgain(component, version);
            Question question = new Question(visit, basics, component, title(version.version(), again))
                    .says(
                            ComponentTexts.PLAN_LEAD,
                            again ? ComponentTexts.againLead(component) : ComponentTexts.SWITCH_LEAD)
                    .needs(DeploymentPermissions.DEPLOY)
                    .plans(components.plan(visit.caller(), name, archive));
            if (version.quarantine() != null) {
                question.says(version.quarantine(), ComponentTexts.QUARANTINE_LEAD);
            }
            return question.asks(
                    Places.of(name, Places.SWITCH, archive), again ? ComponentTexts.AGAIN : ComponentTexts.SWITCH_NOW);
        }

        private static Text title(String version, boolean again) {
            return again
                    ? new Text("Version " + version + " noch einmal starten", "Start version " + version + " once more")
                    : new Text("Auf Version " + version + " umschalten", "Switch to version " + version);
        }

        @Override
        String carryOut(Visit visit) {
            return progress(components.switchTo(visit.caller(), name, archive, visit.revision()));
        }
    }

    /** To the version before. */
    private final class RollingBack extends Action {

        private final String name;

        RollingBack(String name) {
            this.name = name;
        }

        @Override
        ConfirmView view(Visit visit, PageBasics basics) {
            Component component = components.get(visit.caller(), name);
            Optional<ComponentVersion> before =
                    Optional.ofNullable(component.before()).map(archive -> version(component, archive));
            Text title = before.map(version ->
                            new Text("Zurück zu Version " + version.version(), "Back to version " + version.version()))
                    .orElse(ComponentTexts.ROLL_BACK);
            Question question = new Question(visit, basics, component, title)
                    .says(ComponentTexts.PLAN_LEAD, ComponentTexts.ROLL_BACK_LEAD)
                    .needs(DeploymentPermissions.DEPLOY);
            try {
                question.plans(components.planOfRollback(visit.caller(), name));
            } catch (ProblemException nowhere) {
                if (before.isPresent()) {
                    throw nowhere;
                }
                question.speaksAgainst(nowhere.problem().detail());
            }
            return question.asks(Places.of(name, Places.ROLL_BACK), ComponentTexts.ROLL_BACK_NOW);
        }

        @Override
        String carryOut(Visit visit) {
            return progress(components.rollback(visit.caller(), name, visit.revision()));
        }
    }

    /** To no version; who depends on it is shown first. */
    private final class Removing extends Action {

        private final String name;

        Removing(String name) {
            this.name = name;
        }

        @Override
        ConfirmView view(Visit visit, PageBasics basics) {
            return new Question(visit, basics, components.get(visit.caller(), name), ComponentTexts.REMOVE)
                    .says(ComponentTexts.PLAN_LEAD, ComponentTexts.REMOVE_LEAD)
                    .needs(DeploymentPermissions.DEPLOY)
                    .plans(components.plan(visit.caller(), name, null))
                    .orElse(DeletionTexts.INSTEAD, Places.of(name, Places.DELETE), DeploymentPermissions.ADMINISTER)
                    .asks(Places.of(name, Places.REMOVE), ComponentTexts.REMOVE_NOW);
        }

        @Override
        String carryOut(Visit visit) {
            return progress(components.remove(visit.caller(), name, visit.revision()));
        }
    }

    /** What exceeds the grant is named, and approved by somebody else than the uploader. */
    private final class Approving extends Action {

        private final String name;
        private final String archive;

        Approving(String name, String archive) {
            this.name = name;
            this.archive = archive;
        }

        @Override
        ConfirmView view(Visit visit, PageBasics basics) {
            Component component = components.get(visit.caller(), name);
            ComponentVersion version = version(component, archive);
            Text title =
                    new Text("Version " + version.version() + " freigeben", "Approve version " + version.version());
            Question question = new Question(visit, basics, component, title)
                    .says(ComponentTexts.APPROVE_LEAD)
                    .needs(DeploymentPermissions.APPROVE)
                    .approves(version.findings().stream()
                            .filter(finding -> finding.severity() == Finding.Severity.NEEDS_APPROVAL)
                            .toList());
            if (visit.caller().subject().equals(version.uploadedBy())) {
                question.speaksAgainst(ComponentTexts.OWN_UPLOAD);
            }
            return question.asks(Places.of(name, Places.APPROVE, archive), ComponentTexts.APPROVE_NOW);
        }

        @Override
        String carryOut(Visit visit) {
            components.approve(visit.caller(), name, archive);
            return done(name, "freigegeben");
        }
    }

    /** What is under way goes back; there is mostly no time for a question, so that the button stands beside the progress. */
    private final class Cancelling extends Action {

        private final String name;
        private final String id;

        Cancelling(String name, String id) {
            this.name = name;
            this.id = id;
        }

        @Override
        ConfirmView view(Visit visit, PageBasics basics) {
            Component component = components.get(visit.caller(), name);
            Question question = new Question(visit, basics, component, ComponentTexts.CANCEL)
                    .says(ComponentTexts.CANCEL_LEAD)
                    .needs(DeploymentPermissions.DEPLOY);
            if (components.await(visit.caller(), id, Duration.ZERO).state() != Switch.State.RUNNING) {
                question.speaksAgainst(ComponentTexts.CANCEL_TOO_LATE);
            }
            return question.asks(Places.of(name, Places.CANCEL, id), ComponentTexts.CANCEL_NOW);
        }

        @Override
        String carryOut(Visit visit) {
            return progress(components.cancel(visit.caller(), id));
        }
    }

    /** Nothing of it is left. */
    private final class Discarding extends Action {

        private final String name;
        private final String archive;

        Discarding(String name, String archive) {
            this.name = name;
            this.archive = archive;
        }

        @Override
        ConfirmView view(Visit visit, PageBasics basics) {
            Component component = components.get(visit.caller(), name);
            ComponentVersion version = version(component, archive);
            Text title =
                    new Text("Version " + version.version() + " verwerfen", "Discard version " + version.version());
            Question question = new Question(visit, basics, component, title).says(ComponentTexts.DISCARD_LEAD);
            components.objectionToDiscard(visit.caller(), name, archive).ifPresent(question::speaksAgainst);
            return question.asks(Places.of(name, Places.DISCARD, archive), ComponentTexts.DISCARD_NOW);
        }

        @Override
        String carryOut(Visit visit) {
            Removal.of("version-not-found", () -> components.discard(visit.caller(), name, archive));
            return done(name, "verworfen");
        }
    }
}
