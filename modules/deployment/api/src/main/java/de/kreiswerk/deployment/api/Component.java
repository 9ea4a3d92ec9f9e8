package de.kreiswerk.deployment.api;

import de.kreiswerk.core.api.text.Text;
import java.time.Instant;
import java.util.List;

/**
 * A department's component.
 *
 * @param name its lasting name, such as {@code de.lueneburg.ordnung.hundesteuer}
 * @param department the id of the department that it belongs to
 * @param title its title
 * @param description what it does, in a sentence or two
 * @param state whether it runs on this node
 * @param health what its own health checks report on this node; null when it does not run
 * @param reason why it does not run, or what its checks report, in one sentence; null when there is nothing to say
 * @param details what is behind the reason, a line each; empty without one
 * @param active the archive of the version that runs or is to run, null when none is
 * @param before the archive that {@link Components#rollback} leads to, null when there is none
 * @param since when it was last switched, null when it never was
 * @param by the id of who switched it, of the account behind a token; null when nobody did
 * @param revision counts changes of what is to run, for If-Match
 * @param switching the id of the switch that is under way, null when none is
 * @param versions the versions that are kept, the newest upload first
 */
public record Component(
        String name,
        String department,
        Text title,
        Text description,
        State state,
        Health health,
        Text reason,
        List<String> details,
        String active,
        String before,
        Instant since,
        String by,
        long revision,
        String switching,
        List<ComponentVersion> versions) {

    /** Copies the lists. */
    public Component {
        details = List.copyOf(details);
        versions = List.copyOf(versions);
    }

    /** One of whose health nothing is known. */
    public Component(
            String name,
            String department,
            Text title,
            Text description,
            State state,
            Text reason,
            List<String> details,
            String active,
            String before,
            Instant since,
            String by,
            long revision,
            String switching,
            List<ComponentVersion> versions) {
        this(
                name,
                department,
                title,
                description,
                state,
                null,
                reason,
                details,
                active,
                before,
                since,
                by,
                revision,
                switching,
                versions);
    }

    /** What the health checks of a component that runs report, the worst of all. It is served whatever they do. */
    public enum Health {
        /** Nothing, or there are none. */
        OK,
        /** Somebody should look after it. */
        WARN,
        /** Something of it does not work. */
        CRITICAL
    }

    /** Whether a component runs. */
    public enum State {
        /** Nothing of it is to run. */
        OFF,
        /** It runs. */
        RUNNING,
        /** It is started or switched at this moment. */
        SWITCHING,
        /** It is to run and does not; the reason says why. */
        FAILED,
        /** Nothing of it is to run, and its data are being deleted; then it is not there any more. */
        DELETING
    }
}
