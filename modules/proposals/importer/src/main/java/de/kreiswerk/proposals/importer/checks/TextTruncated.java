package de.kreiswerk.proposals.importer.checks;

import de.kreiswerk.proposals.importer.reading.Reading;
import java.util.regex.Pattern;

/** A placeholder says that the text once was longer. */
public final class TextTruncated implements Check {

    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\[(?:[^\\[\\]]{0,60}gekürzt|\\.\\.\\.|…)\\]", Pattern.CASE_INSENSITIVE);

    @Override
    public void check(Reading reading, Findings findings) {
        reading.lines().stream()
                .filter(line -> line.text().indexOf('[') >= 0
                        && PLACEHOLDER.matcher(line.text()).find())
                .forEach(line -> findings.info(
                        "text-truncated",
                        line.number(),
                        "Hier ist der Text gekürzt. Bitte den vollständigen Text einsetzen.",
                        "The text is cut short here. Please put in the full text."));
    }
}
