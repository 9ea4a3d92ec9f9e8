package de.kreiswerk.audit.log.checkpoint;

import de.kreiswerk.core.api.text.Text;
import java.io.IOException;

/** What keeps the trail from being sealed, or its state from leaving the house, and what to do about it, in words for people. */
public final class Obstacle extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Text text;

    /**
     * Says it.
     *
     * @param text what is wrong and what to do; in English for the log
     */
    public Obstacle(Text text) {
        this(text, null);
    }

    /**
     * Says it of a failure.
     *
     * @param text what is wrong and what to do; in English for the log
     * @param cause the failure
     */
    public Obstacle(Text text, Throwable cause) {
        super(text.english(), cause);
        this.text = text;
    }

    /**
     * What a failure says to people.
     *
     * @param failure perhaps one of these, or caused by one
     * @return its words; what others say is quoted
     */
    public static Text words(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof Obstacle obstacle) {
                return obstacle.text;
            }
        }
        return Text.same(String.valueOf(failure.getMessage()));
    }
}
