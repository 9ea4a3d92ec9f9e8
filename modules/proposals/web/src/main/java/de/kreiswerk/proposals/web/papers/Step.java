package de.kreiswerk.proposals.web.papers;

import de.kreiswerk.proposals.web.view.Formats;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A consultation and its day, which is that of the scheduled meeting, else the planned one.
 *
 * @param consultation the consultation
 * @param date its day, null when there is none
 */
record Step(PaperSnapshot.Consultation consultation, LocalDate date) {

    private static final String DECISION = "DECISION";
    private static final String POSTPONED = "POSTPONED";

    static Step of(PaperSnapshot.Consultation consultation) {
        Instant start = start(consultation);
        return new Step(
                consultation, start == null ? consultation.plannedDate() : LocalDate.ofInstant(start, Formats.ZONE));
    }

    Instant start() {
        return start(consultation);
    }

    boolean decides() {
        return DECISION.equals(consultation.role());
    }

    /** Whether the committee is through with the matter. */
    boolean isDone() {
        return consultation.result() != null && consultation.outcome() == null;
    }

    /** Whether the committee put the matter off: it comes back on another day, or not at all. */
    boolean isPostponed() {
        return consultation.result() != null && POSTPONED.equals(consultation.outcome());
    }

    boolean isPrivate() {
        return PaperSnapshot.NON_PUBLIC.equals(consultation.visibility());
    }

    boolean isCancelled() {
        return consultation.meeting() != null && consultation.meeting().cancelled();
    }

    private static Instant start(PaperSnapshot.Consultation consultation) {
        return consultation.meeting() == null ? null : consultation.meeting().start();
    }
}
