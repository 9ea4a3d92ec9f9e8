package de.kreiswerk.proposals.importer.noise;

import de.kreiswerk.proposals.importer.noise.Noise.NoiseRule;
import de.kreiswerk.proposals.importer.text.Line;
import java.util.List;

/** The address of the page that a text was copied from, alone on its first line. */
final class SourceAddress implements NoiseRule {

    @Override
    public List<Line> noiseIn(List<Line> text) {
        return text.stream().limit(1).filter(line -> isAddress(line.text())).toList();
    }

    private static boolean isAddress(String words) {
        return (words.startsWith("http://") || words.startsWith("https://")) && words.indexOf(' ') < 0;
    }
}
