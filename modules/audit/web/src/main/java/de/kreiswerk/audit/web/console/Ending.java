package de.kreiswerk.audit.web.console;

import de.kreiswerk.core.api.audit.AuditEvent.Outcome;
import de.kreiswerk.core.api.text.Text;
import java.util.Optional;
import java.util.stream.Stream;

/** How an act ended, for people. */
public enum Ending {
    SUCCESS(Outcome.SUCCESS, "erfolgreich", "success", AuditTexts.SUCCESS),
    DENIED(Outcome.DENIED, "abgelehnt", "warning", AuditTexts.DENIED),
    FAILED(Outcome.FAILED, "gescheitert", "danger", AuditTexts.FAILED);

    private final Outcome outcome;
    private final String word;
    private final String look;
    private final Text text;

    Ending(Outcome outcome, String word, String look, Text text) {
        this.outcome = outcome;
        this.word = word;
        this.look = look;
        this.text = text;
    }

    /** By how the record says it. */
    public static Ending of(Outcome outcome) {
        return Stream.of(values())
                .filter(each -> each.outcome == outcome)
                .findFirst()
                .orElseThrow();
    }

    /** By what stands in addresses. */
    static Optional<Ending> named(String word) {
        return Stream.of(values()).filter(each -> each.word.equals(word)).findFirst();
    }

    Outcome outcome() {
        return outcome;
    }

    /** What stands in addresses. */
    public String word() {
        return word;
    }

    /** The colour beside the words. */
    public String look() {
        return look;
    }

    /** The words. */
    public Text text() {
        return text;
    }
}
