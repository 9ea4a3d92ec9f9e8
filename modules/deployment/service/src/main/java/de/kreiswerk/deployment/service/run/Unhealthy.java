package de.kreiswerk.deployment.service.run;

import de.kreiswerk.core.api.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A phase of a switch cannot be completed: one sentence, and what is behind it. Both may hold words of a component's own code, so what
 * no database keeps and no page shows is taken out of them.
 */
final class Unhealthy extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_SENTENCE = 1_000;
    private static final int LONGEST_LINE = 500;
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cntrl}\\p{Cs}\\ufffe\\uffff]");

    private final transient Text reason;
    private final transient List<String> details;
    private final boolean newOnesFault;
    /** Null when it is the reason as it stands. */
    private final transient Text recorded;

    private Unhealthy(Text reason, Text recorded, List<String> details, Throwable cause, boolean newOnesFault) {
        super(reason.english(), cause);
        this.recorded = recorded;
        this.reason = new Text(clean(reason.german(), LONGEST_SENTENCE), clean(reason.english(), LONGEST_SENTENCE));
        this.details = details.stream().map(line -> clean(line, LONGEST_LINE)).toList();
        this.newOnesFault = newOnesFault;
    }

    Unhealthy(Text reason, List<String> details, Throwable cause) {
        this(reason, null, details, cause, false);
    }

    Unhealthy(Text reason, List<String> details) {
        this(reason, null, details, null, false);
    }

    /** The new version was seen not to work. */
    static Unhealthy ofNewVersion(Text reason, List<String> details, Throwable cause) {
        return new Unhealthy(reason, null, details, cause, true);
    }

    /** The reason may name a person, which the trail must not: it is sealed for good. */
    static Unhealthy recordedAs(Text recorded, Text reason, List<String> details) {
        return new Unhealthy(reason, recorded, details, null, false);
    }

    private static String clean(String text, int longest) {
        String clean = INVISIBLE.matcher(text.replace("\t", "    ")).replaceAll(" ");
        return clean.length() > longest ? clean.substring(0, longest) + "…" : clean;
    }

    Text reason() {
        return reason;
    }

    /** What the trail says instead of the reason, where that may name a person. */
    Optional<Text> recorded() {
        return Optional.ofNullable(recorded);
    }

    List<String> details() {
        return details;
    }

    /** Whether it is the new version's fault: then it is not tried again by itself. */
    boolean isNewOnesFault() {
        return newOnesFault;
    }
}
