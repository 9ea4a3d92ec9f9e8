package de.kreiswerk.deployment.web.component;

import de.kreiswerk.deployment.api.Component;
import de.kreiswerk.deployment.api.ComponentVersion;
import de.kreiswerk.deployment.api.NodeRun;
import de.kreiswerk.deployment.api.Switch;
import de.kreiswerk.deployment.web.page.PageBasics;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * A component.
 *
 * @param basics what every page shows
 * @param component the component
 * @param active the version that runs or is to run, null when none is
 * @param department what its department is called
 * @param by who switched it last, null when that is not to be known
 * @param mayDeploy whether the reader may deploy there
 * @param mayDelete whether the reader may delete its data
 * @param versions its versions
 * @param history its last switches
 * @param nodes what the nodes run of it, when there is more than one
 * @param trail where the trail shows what happened to it, null for who may not read that
 */
public record ComponentView(
        PageBasics basics,
        Component component,
        ComponentVersion active,
        String department,
        String by,
        boolean mayDeploy,
        boolean mayDelete,
        List<VersionRow> versions,
        List<Past> history,
        List<OnNode> nodes,
        String trail) {

    private static final int SHOWN = 8;

    /**
     * What a node runs of it.
     *
     * @param run as the node says it
     * @param active what it is to run, null for nothing
     */
    public record OnNode(NodeRun run, String active) {

        /** Whether it runs what it is to run. */
        public boolean isThere() {
            return Objects.equals(run.archive(), active);
        }

        /** How that looks. */
        public String look() {
            if (isThere()) {
                return "success";
            }
            return run.reason() == null ? "info" : "danger";
        }

        /** Enough of its id to tell it from the others. */
        public String shortName() {
            return run.node().length() > SHOWN ? run.node().substring(0, SHOWN) : run.node();
        }
    }

    /**
     * A switch of the past.
     *
     * @param change the switch
     * @param by who asked for it, null when that is not to be known
     */
    public record Past(Switch change, String by) {

        /** How it looks. */
        public String look() {
            return ComponentView.look(change.state());
        }

        /** How long it took, null while it is under way. */
        public Duration took() {
            return change.ended() == null ? null : Duration.between(change.began(), change.ended());
        }

        /** Where it is shown. */
        public String address() {
            return Places.of(change.component(), Places.PROGRESS, change.id());
        }
    }

    /** How its state looks. */
    public String look() {
        return look(component);
    }

    /** Whether there is a version to go back to. */
    public boolean canRollBack() {
        return mayDeploy
                && component.versions().stream().anyMatch(version -> version.state() == ComponentVersion.State.KEPT);
    }

    /** Whether there is something to remove. */
    public boolean canRemove() {
        return mayDeploy && component.active() != null;
    }

    /** Whether what is left of it can be deleted. While it runs, that is asked where it is removed. */
    public boolean canDelete() {
        return mayDelete && component.state() == Component.State.OFF;
    }

    /** Whether its data are being deleted. */
    public boolean deleting() {
        return component.state() == Component.State.DELETING;
    }

    /** Where something is done with it. */
    public String place(String what) {
        return Places.of(component.name(), what);
    }

    /** Where the switch is that is under way. */
    public String progress() {
        return Places.of(component.name(), Places.PROGRESS, component.switching());
    }

    static String look(Component component) {
        return switch (component.state()) {
            case OFF, SWITCHING, DELETING -> "info";
            case RUNNING ->
                switch (ComponentTexts.healthOf(component)) {
                    case OK -> "success";
                    case WARN -> "warning";
                    case CRITICAL -> "danger";
                };
            case FAILED -> "danger";
        };
    }

    static String look(Switch.State state) {
        return switch (state) {
            case RUNNING -> "info";
            case DONE -> "success";
            case UNDONE -> "warning";
            case FAILED -> "danger";
        };
    }
}
