package de.kreiswerk.proposals.importer.checks;

import de.kreiswerk.proposals.importer.reading.Reading;
import de.kreiswerk.proposals.importer.text.Line;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What was left out as belonging to a page or portal is told once, with some examples. */
public final class NoiseLeftOut implements Check {

    private static final int EXAMPLES = 3;

    @Override
    public void check(Reading reading, Findings findings) {
        List<Line> noise = reading.noise().lines().stream()
                .sorted(Comparator.comparingInt(Line::number))
                .toList();
        if (!noise.isEmpty()) {
            String examples = noise.stream()
                    .map(line -> "„" + Quote.of(line.text()) + "“")
                    .distinct()
                    .limit(EXAMPLES)
                    .collect(Collectors.joining(", "));
            findings.info(
                    "noise-left-out",
                    noise.get(0).number(),
                    "Beiwerk der Seite, von der der Text kopiert ist, wurde ausgelassen (Zeilen: " + noise.size()
                            + "), zum Beispiel " + examples + ". Zu tun ist nichts.",
                    "Trimmings of the page that the text was copied from were left out (lines: " + noise.size()
                            + "), such as " + examples + ". There is nothing to do.");
        }
    }
}
