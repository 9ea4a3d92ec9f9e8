package de.kreiswerk.deployment.api;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.text.Text;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The components of the departments. Whoever reads needs {@link DeploymentPermissions#READ} in the component's department,
 * whoever changes {@link DeploymentPermissions#DEPLOY}; what the caller may not see is not there for them. Every method throws
 * a {@code ProblemException}: FORBIDDEN, NOT_FOUND, PRECONDITION_FAILED when what is to run was changed since the expected
 * revision, CONFLICT, code {@code switch-under-way}, while the component is switched, or {@code switch-ended} when there is nothing
 * to cancel any more, UNPROCESSABLE when an archive is refused.
 * Everything that is done or refused is in the trail.
 */
@ProviderType
public interface Components {

    /** How large an archive may be, in bytes. */
    long LARGEST = 100L * 1024 * 1024;

    /** How long {@link #await} waits at most. */
    Duration LONGEST_WAIT = Duration.ofSeconds(60);

    /**
     * The components that the caller may see.
     *
     * @param caller who asks
     * @return by department and name
     */
    List<Component> all(Caller caller);

    /**
     * One component.
     *
     * @param caller who asks
     * @param name its name
     * @return the component
     */
    Component get(Caller caller, String name);

    /**
     * Takes an archive in: reads it, checks its signature and the policy, and keeps it. Nothing is installed. The same bytes
     * again change nothing.
     *
     * @param caller who uploads it
     * @param archive the archive; read to the end, not closed
     * @return the version, READY or WAITING
     * @throws IOException when reading fails
     */
    ComponentVersion upload(Caller caller, InputStream archive) throws IOException;

    /**
     * Approves what exceeds the department's grant as it is now: also of a version that runs, when the grant was narrowed. What a
     * later rule or grant finds is not approved by that. Needs {@link DeploymentPermissions#APPROVE} in the component's department, and
     * somebody else than the uploader.
     *
     * @param caller who approves
     * @param name the component's name
     * @param archive the version
     * @return the version, READY
     */
    ComponentVersion approve(Caller caller, String name, String archive);

    /**
     * Forgets a version that is not active.
     *
     * @param caller who does it
     * @param name the component's name
     * @param archive the version
     */
    void discard(Caller caller, String name, String archive);

    /**
     * What {@link #discard} would refuse the caller, also because only an administrator may. Changes nothing.
     *
     * @param caller who asks; needs {@link DeploymentPermissions#READ}
     * @param name the component's name
     * @param archive the version
     * @return why it would, in one sentence or two; empty when it would not
     */
    Optional<Text> objectionToDiscard(Caller caller, String name, String archive);

    /**
     * What switching to a version would do. Changes nothing. What {@link #switchTo} would refuse the caller, also because only an
     * administrator may, is among its refusals.
     *
     * @param caller who asks; needs {@link DeploymentPermissions#READ}
     * @param name the component's name
     * @param archive the version, null for the removal of the component
     * @return the plan
     */
    Plan plan(Caller caller, String name, String archive);

    /**
     * What a rollback would do. Changes nothing.
     *
     * @param caller who asks; needs {@link DeploymentPermissions#READ}
     * @param name the component's name
     * @return the plan, with the version that the rollback leads to
     * @throws de.kreiswerk.core.api.problem.ProblemException when there is none that it could lead to
     */
    Plan planOfRollback(Caller caller, String name);

    /**
     * Begins to switch to a version. A version older than the active one, and one in quarantine, needs
     * {@link DeploymentPermissions#ADMINISTER}.
     *
     * @param caller who asks
     * @param name the component's name
     * @param archive the version
     * @param expected the revision that the caller has seen, null for whichever it is
     * @return the switch, under way
     */
    Switch switchTo(Caller caller, String name, String archive, Long expected);

    /**
     * Begins to switch back to the version that was active before: the one that {@link Component#before} names.
     *
     * @param caller who asks
     * @param name the component's name
     * @param expected the revision that the caller has seen, null for whichever it is
     * @return the switch, under way
     */
    Switch rollback(Caller caller, String name, Long expected);

    /**
     * What belongs to a component: what {@link #removeWithData} would take away for good.
     *
     * @param caller who asks; needs {@link DeploymentPermissions#READ}
     * @param name the component's name
     * @return its tables, configurations and archives
     */
    Belongings belongings(Caller caller, String name);

    /**
     * Begins to remove a component with all that belongs to it, so that nothing of it is left but what the trail says. First it is
     * switched off, also when it does not run; once that is done and no node runs it any more, its data are deleted and it is not there
     * any more. When it could not be switched off, or something of others relies on its tables by then, nothing is deleted, and it can
     * be asked for again. Needs {@link DeploymentPermissions#DEPLOY} and {@link DeploymentPermissions#ADMINISTER}.
     *
     * @param caller who asks
     * @param name the component's name
     * @param expected the revision that the caller has seen, null for whichever it is
     * @return the switch, under way
     */
    Switch removeWithData(Caller caller, String name, Long expected);

    /**
     * Begins to remove a component. Its data and its versions stay.
     *
     * @param caller who asks
     * @param name the component's name
     * @param expected the revision that the caller has seen, null for whichever it is
     * @return the switch, under way
     */
    Switch remove(Caller caller, String name, Long expected);

    /**
     * Takes a switch back that is under way, also one that another node does. It stops at its next step, at the latest when its time is
     * over; whether it did is said by {@link #await}. Asking twice is asking once.
     *
     * @param caller who asks; needs {@link DeploymentPermissions#DEPLOY}
     * @param id the switch
     * @return the switch, still under way
     */
    Switch cancel(Caller caller, String id);

    /**
     * Waits until a switch has ended, and what goes with all its data is gone or stays.
     *
     * @param caller who asks; needs {@link DeploymentPermissions#READ}
     * @param id the switch
     * @param most how long to wait, at most {@link #LONGEST_WAIT}; zero not at all
     * @return the switch as it is then, maybe still under way
     */
    Switch await(Caller caller, String id, Duration most);

    /**
     * The last switches of a component.
     *
     * @param caller who asks
     * @param name the component's name
     * @return at most 50, the newest first
     */
    List<Switch> history(Caller caller, String name);

    /**
     * What the nodes of the platform run of a component. Each follows what is to run within seconds.
     *
     * @param caller who asks
     * @param name the component's name
     * @return those that were seen within the last minute, by id
     */
    List<NodeRun> nodes(Caller caller, String name);

    /**
     * What a running component offers and uses.
     *
     * @param caller who asks
     * @param name the component's name
     * @return empty lists when it does not run
     */
    ServiceMap map(Caller caller, String name);
}
