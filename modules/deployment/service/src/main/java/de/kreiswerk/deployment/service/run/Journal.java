package de.kreiswerk.deployment.service.run;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.deployment.api.Switch;
import de.kreiswerk.deployment.api.Switch.Phase;
import java.time.Duration;

/** What becomes of what a switch does: written down by the node that was asked for it, noted by one that follows. */
interface Journal {

    /**
     * A phase begins, and the one before has ended.
     *
     * @throws Unhealthy when somebody wants the switch to be taken back
     */
    void enter(Phase phase) throws Unhealthy;

    /** Whether somebody wants the switch to be taken back. Asks the database. */
    boolean isCancelled();

    /** Whether the configurations are set by this switch; else they are taken over as somebody else has set them. */
    boolean configures();

    /**
     * Some requests did not come to an end while they were waited for; what answers them is stopped now.
     *
     * @param requests how many
     * @param waited how long they were waited for
     */
    void cut(int requests, Duration waited);

    /** The configurations of before, as JSON. */
    void configuration(String before);

    /**
     * The new version is the active one.
     *
     * @param leavesConfiguration the configurations that the old version leaves behind, as JSON
     * @throws Unhealthy when it is not to be any more
     */
    void commit(String leavesConfiguration) throws Unhealthy;

    /** What happened behind the commit. */
    void letIn();

    /** The new version is stopped, and the old one about to be started again. */
    void goesBack(Unhealthy why);

    /** Waits until the database can be written; false when the platform stops before. */
    boolean awaitDatabase();

    /** Whether nobody has closed the switch meanwhile. Asks the database. */
    boolean isOurs();

    /** It was not done. */
    void undone(Switch.State state, Unhealthy why, Text reason, boolean quarantine);
}
