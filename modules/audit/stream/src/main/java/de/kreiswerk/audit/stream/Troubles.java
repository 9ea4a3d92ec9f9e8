package de.kreiswerk.audit.stream;

import de.kreiswerk.audit.stream.Stream.Trouble;
import de.kreiswerk.core.api.text.Text;
import java.time.Duration;
import java.time.Instant;

/** What keeps this node from sending. Noted by the one thread that runs the work, read by any. */
final class Troubles {

    /** A piece of work may wait for the database. Without one for longer, another node has the work, or nobody. */
    private static final Duration LATELY = Duration.ofMinutes(1);

    private volatile Trouble ofReceiver;
    private volatile Trouble ofWork;
    private volatile Instant ran = Instant.EPOCH;

    void ran(Instant now) {
        ran = now;
    }

    /** The receiver got nothing. Whether that is news. */
    boolean receiver(Text words, Instant now) {
        Trouble before = ofReceiver;
        ofReceiver = since(before, words, now);
        return before == null || !before.words().equals(words);
    }

    /** Whether there was any. */
    boolean receiverIsBack() {
        boolean was = ofReceiver != null;
        ofReceiver = null;
        return was;
    }

    /** The work itself fails: nothing is even tried. */
    void work(Throwable e, Instant now) {
        String what = e.getMessage() == null ? e.toString() : e.getMessage();
        ofWork = since(
                ofWork,
                new Text(
                        "Das Senden bricht auf diesem Knoten mit einem Fehler ab (" + what
                                + "). Mehr steht in seinem Protokoll",
                        "the work fails on this node (" + what + "), and its log says more"),
                now);
    }

    void workGoesOn() {
        ofWork = null;
    }

    private Trouble since(Trouble before, Text words, Instant now) {
        return new Trouble(words, before == null || !isRunning(now) ? now : before.since());
    }

    /** Null while there is none, and where the work is not done: what was wrong then says nothing of now. */
    Trouble now(Instant now) {
        Trouble work = ofWork;
        return isRunning(now) ? work == null ? ofReceiver : work : null;
    }

    private boolean isRunning(Instant now) {
        return now.isBefore(ran.plus(LATELY));
    }
}
