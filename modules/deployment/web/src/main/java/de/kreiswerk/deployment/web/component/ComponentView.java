package de.kreiswerk.deployment.web.component;

import de.kreiswerk.deployment.api.Component;
import de.kreiswerk.deployment.api.ComponentVersion;
import de.kreiswerk.deployment.api.Switch;
import de.kreiswerk.deployment.web.page.PageBasics;
import java.time.Duration;
import java.util.List;

/**
 * A component.
 *
 * @param basics what every page shows
 * @param component the component
 * @param active the version that runs or is to run, null when none is
 * @param department what its department is called
 * @param by who switched it last, null when that is not to be known
 * @param mayDeploy whether the reader may deploy there
 * @param versions its versions
 * @param history its last switches
 */
public record ComponentView(
        PageBasics basics,
        Component component,
        ComponentVersion active,
        String department,
        String by,
        boolean mayDeploy,
        List<VersionRow> versions,
        List<Past> history) {

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
        return look(component.state());
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

    /** Where something is done with it. */
    public String place(String what) {
        return Places.of(component.name(), what);
    }

    /** Where the switch is that is under way. */
    public String progress() {
        return Places.of(component.name(), Places.PROGRESS, component.switching());
    }

    static String look(Component.State state) {
        return switch (state) {
            case OFF, SWITCHING -> "info";
            case RUNNING -> "success";
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
