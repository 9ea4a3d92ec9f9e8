package de.kreiswerk.deployment.web.component;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.deployment.api.Switch;
import de.kreiswerk.deployment.web.page.PageBasics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How far a switch is, or was.
 *
 * @param basics what every page shows
 * @param component what the component is called
 * @param change the switch
 * @param by who asked for it, null when that is not to be known
 * @param mayDeploy whether the reader may cancel it
 */
public record ProgressView(PageBasics basics, String component, Switch change, String by, boolean mayDeploy) {

    /** What the page is about. */
    public String title() {
        return component + ": " + basics.in(ComponentTexts.title(change));
    }

    /**
     * A step.
     *
     * @param title what it does
     * @param state how it stands with it
     * @param look how that looks
     * @param took how long it took, null while it is under way or still to come
     * @param current whether it is the one that is under way
     */
    public record Step(Text title, Text state, String look, String took, boolean current) {}

    /** The steps so far, and while it goes on those still to come. */
    public List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        Set<Switch.Phase> open = EnumSet.allOf(Switch.Phase.class);
        open.remove(Switch.Phase.BACK);
        Switch.PhaseRun stuck = whereItStopped();
        for (Switch.PhaseRun run : change.phases()) {
            boolean current = running() && run.millis() == null;
            open.removeIf(phase -> phase.compareTo(run.phase()) <= 0);
            steps.add(new Step(
                    run.phase().title(),
                    current
                            ? ComponentTexts.STEP_RUNNING
                            : run.equals(stuck) ? ComponentTexts.STEP_FAILED : ComponentTexts.STEP_DONE,
                    current ? "info" : run.equals(stuck) ? "danger" : "success",
                    run.millis() == null ? null : basics.duration(Duration.ofMillis(run.millis())),
                    current));
        }
        // A removal leaves some out, and what is taken back goes no further.
        if (running() && change.kind() != Switch.Kind.REMOVE && !goesBack()) {
            open.forEach(phase -> steps.add(new Step(phase.title(), ComponentTexts.STEP_OPEN, "open", null, false)));
        }
        return steps;
    }

    /** The last step before everything was taken back; null when all went well. */
    private Switch.PhaseRun whereItStopped() {
        List<Switch.PhaseRun> forward = change.phases().stream()
                .filter(run -> run.phase() != Switch.Phase.BACK)
                .toList();
        boolean failed = goesBack() || change.state() == Switch.State.UNDONE || change.state() == Switch.State.FAILED;
        return failed && !forward.isEmpty() ? forward.get(forward.size() - 1) : null;
    }

    private boolean goesBack() {
        return change.phases().stream().anyMatch(run -> run.phase() == Switch.Phase.BACK);
    }

    /** Whether it is under way. */
    public boolean running() {
        return change.state() == Switch.State.RUNNING;
    }

    /** Whether the reader can still cancel it. */
    public boolean canCancel() {
        return mayDeploy && running() && !goesBack();
    }

    /** Where it is cancelled. */
    public String cancel() {
        return Places.of(change.component(), Places.CANCEL, change.id());
    }

    /** How the whole looks. */
    public String look() {
        return ComponentView.look(change.state());
    }

    /** How long it took, null while it is under way. */
    public String took() {
        return change.ended() == null ? null : basics.duration(Duration.between(change.began(), change.ended()));
    }

    /** Where it is shown. */
    public String address() {
        return Places.of(change.component(), Places.PROGRESS, change.id());
    }

    /** Where the component is. */
    public String back() {
        return Places.component(change.component());
    }

    /** How it stands, in a sentence that is read out when it changes. */
    public String sentence() {
        String now = change.phases().stream()
                .filter(run -> run.millis() == null)
                .map(run -> basics.in(run.phase().title()))
                .reduce("", (before, last) -> last);
        String sentence = basics.in(ComponentTexts.sentence(change));
        return running() && !now.isEmpty() ? sentence + " " + now + " …" : sentence;
    }
}
