package de.kreiswerk.proposals.importer.noise;

import de.kreiswerk.proposals.importer.noise.Noise.NoiseRule;
import de.kreiswerk.proposals.importer.text.Line;
import java.util.List;
import java.util.Locale;

/** What is left of a picture when a page becomes text: {@code ![](logo.png)}, {@code [Image: logo]}. */
final class ImageStub implements NoiseRule {

    private static final int MAX_LENGTH = 500;

    @Override
    public List<Line> noiseIn(List<Line> text) {
        return text.stream().filter(line -> isStub(line.text())).toList();
    }

    private static boolean isStub(String words) {
        if (words.length() > MAX_LENGTH || !words.startsWith("!") && !words.startsWith("[")) {
            return false;
        }
        String lower = words.toLowerCase(Locale.GERMAN);
        boolean markdown = lower.startsWith("![") && lower.indexOf("](") > 0 && lower.endsWith(")");
        boolean caption = lower.startsWith("[image") || lower.startsWith("[bild");
        return markdown || caption && lower.indexOf(']') == lower.length() - 1;
    }
}
