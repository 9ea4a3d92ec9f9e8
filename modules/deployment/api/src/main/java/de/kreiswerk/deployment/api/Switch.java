package de.kreiswerk.deployment.api;

import de.kreiswerk.core.api.text.Text;
import java.time.Instant;
import java.util.List;

/**
 * The way of a component from one version to another, or to none.
 *
 * @param id its random id
 * @param component the component's name
 * @param kind what it is for
 * @param from the archive that was active, null when none was
 * @param fromVersion its version, null when none was
 * @param to the archive that is to be active, null when none is
 * @param toVersion its version, null when none is
 * @param state where it is
 * @param phases the phases that it has been in, in order
 * @param began when it began
 * @param ended when it ended, null while it is under way
 * @param by the id of who asked for it, of the account behind a token
 * @param reason why it was not done, or what is to be known although it was (requests that were cut off, why the platform did it by
 *     itself), in one sentence; null otherwise
 * @param details what is behind the reason, a line each
 */
public record Switch(
        String id,
        String component,
        Kind kind,
        String from,
        String fromVersion,
        String to,
        String toVersion,
        State state,
        List<PhaseRun> phases,
        Instant began,
        Instant ended,
        String by,
        Text reason,
        List<String> details) {

    /** Copies the lists. */
    public Switch {
        phases = List.copyOf(phases);
        details = List.copyOf(details);
    }

    /** What a switch is for. */
    public enum Kind {
        /** Another version, or the first one. */
        DEPLOY,
        /** The version before. */
        ROLLBACK,
        /** No version any more. */
        REMOVE
    }

    /** Where a switch is. */
    public enum State {
        /** Under way. */
        RUNNING,
        /** The new version is active. */
        DONE,
        /** It was not done, and what was active before is active again. */
        UNDONE,
        /** It was not done, and what was active before does not run either. */
        FAILED
    }

    /** The phases, in their order; docs/deployment.md says what each does. */
    public enum Phase {
        /** The signature, from the stored bytes. */
        VERIFY("Unterschrift prüfen", "Check the signature"),
        /** Against the department's grant. */
        POLICY("Regeln des Fachbereichs prüfen", "Check the department’s rules"),
        /** Whether it would resolve, and what it would touch. */
        PLAN("Probelauf", "Dry run"),
        /** New bundles are installed and resolved. */
        STAGE("Neue Version bereitlegen", "Lay out the new version"),
        /** New requests wait, those under way are waited for. */
        HOLD("Anfragen warten lassen", "Let requests wait"),
        /** The old bundles are stopped. */
        STOP("Alte Version beenden", "Stop the old version"),
        /** The new bundles are started. */
        START("Neue Version starten", "Start the new version"),
        /** Whether the new version works. */
        CHECK("Prüfen, ob sie läuft", "Check whether it runs"),
        /** It is written down that the new version is the active one. */
        COMMIT("Festschreiben", "Write it down"),
        /** Requests go on. */
        LET_IN("Anfragen weitergehen lassen", "Let requests go on"),
        /** Everything is taken back. */
        BACK("Alles zurücknehmen", "Take everything back");

        private final Text title;

        Phase(String german, String english) {
            this.title = new Text(german, english);
        }

        /**
         * What is done in it, as people read it.
         *
         * @return a few words, without a full stop
         */
        public Text title() {
            return title;
        }
    }

    /**
     * A phase that a switch was in.
     *
     * @param phase which
     * @param began when it began
     * @param millis how long it took, in milliseconds; null while it is under way
     */
    public record PhaseRun(Phase phase, Instant began, Long millis) {

        /**
         * What is done in it, as people read it.
         *
         * @return that of the phase
         */
        public Text getTitle() {
            return phase.title();
        }
    }
}
