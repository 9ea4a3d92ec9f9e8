package de.kreiswerk.proposals.importer.noise;

import de.kreiswerk.proposals.importer.noise.Noise.NoiseRule;
import de.kreiswerk.proposals.importer.text.Line;
import java.util.List;
import java.util.regex.Pattern;

/** The number at the foot of a page: {@code Seite 2 von 5}. */
final class PageNumber implements NoiseRule {

    private static final Pattern NUMBER = Pattern.compile("(?:Seite|S\\.) \\d{1,4}(?: (?:von|/) \\d{1,4}|/\\d{1,4})");

    @Override
    public List<Line> noiseIn(List<Line> text) {
        return text.stream()
                .filter(line -> line.text().startsWith("S")
                        && NUMBER.matcher(line.text()).matches())
                .toList();
    }
}
