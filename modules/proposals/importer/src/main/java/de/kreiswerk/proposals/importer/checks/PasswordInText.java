package de.kreiswerk.proposals.importer.checks;

import de.kreiswerk.proposals.importer.reading.Reading;
import de.kreiswerk.proposals.importer.text.Line;
import java.util.List;
import java.util.regex.Pattern;

/** A link and its password in one text let everybody in. The message does not repeat the password. */
public final class PasswordInText implements Check {

    private static final Pattern PASSWORD = Pattern.compile(
            "(?=[PKZ])(?:Passwort|Kennwort|Password|Zugangscode|\\bPW)(?: ?:| (?:lautet|ist)[ :])",
            Pattern.CASE_INSENSITIVE);
    private static final int NEAR = 5;

    @Override
    public void check(Reading reading, Findings findings) {
        List<Line> lines = reading.lines();
        int lastLink = Integer.MIN_VALUE / 2;
        int lastPassword = Integer.MIN_VALUE / 2;
        int reported = 0;
        for (Line line : lines) {
            lastLink = hasLink(line.text()) ? line.number() : lastLink;
            lastPassword = PASSWORD.matcher(line.text()).find() ? line.number() : lastPassword;
            boolean together = Math.abs(lastLink - lastPassword) <= NEAR && lastPassword > 0;
            if (together && lastPassword != reported) {
                reported = lastPassword;
                report(lastPassword, findings);
            }
        }
    }

    private static boolean hasLink(String text) {
        return text.contains("://") || text.contains("www.");
    }

    private static void report(int line, Findings findings) {
        findings.warning(
                "password-in-text",
                line,
                "Hier steht ein Passwort neben einem Link; mit der Vorlage würde es veröffentlicht. Bitte beides löschen und"
                        + " die Dateien als Anlagen hochladen.",
                "A password stands beside a link here; it would be published with the proposal. Please delete both and"
                        + " upload the files as attachments.");
    }
}
