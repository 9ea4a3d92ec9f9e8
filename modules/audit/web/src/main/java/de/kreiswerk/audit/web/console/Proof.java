package de.kreiswerk.audit.web.console;

import de.kreiswerk.audit.api.AuditLog;
import de.kreiswerk.audit.api.Checkpoint;
import de.kreiswerk.audit.api.ProvenRecord;
import de.kreiswerk.audit.api.TrailRecord;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.problem.ProblemException;

/**
 * What the sealed trail says of a record at this moment.
 *
 * @param state what
 * @param checkpoint the signed state in which it is, null when it is in none
 */
public record Proof(State state, Checkpoint checkpoint) {

    /** What can be the case. */
    public enum State {
        PROVEN,
        NOT_SEALED,
        DAMAGED
    }

    /** Whether it is in the signed state. */
    public boolean isProven() {
        return state == State.PROVEN;
    }

    /** Whether what is stored does not fit what was signed. */
    public boolean isDamaged() {
        return state == State.DAMAGED;
    }

    /** Has it proven. */
    static Proof of(AuditLog log, Caller caller, TrailRecord shown) {
        try {
            ProvenRecord proven = log.record(caller, shown.sequence(), null);
            // What is shown has to be what is proven.
            return proven.id().equals(shown.id())
                    ? new Proof(State.PROVEN, proven.proof().checkpoint())
                    : new Proof(State.DAMAGED, null);
        } catch (ProblemException e) {
            return switch (e.problem().code()) {
                case "record-not-sealed", "checkpoint-not-found" -> new Proof(State.NOT_SEALED, null);
                case "log-damaged" -> new Proof(State.DAMAGED, null);
                default -> throw e;
            };
        }
    }
}
