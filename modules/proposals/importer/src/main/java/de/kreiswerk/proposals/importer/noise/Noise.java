package de.kreiswerk.proposals.importer.noise;

import de.kreiswerk.proposals.importer.text.Line;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Lines that belong to the page or portal that a text was copied from, not to the proposal.
 *
 * @param lines the noise, in order of the rules that found it
 * @param letterheads the first lines of letterheads among it
 * @param rest every other line of the text
 */
public record Noise(List<Line> lines, List<Line> letterheads, List<Line> rest) {

    private static final Letterhead LETTERHEAD = new Letterhead();
    private static final List<NoiseRule> RULES =
            List.of(new SourceAddress(), new NavigationBlock(), new PortalWords(), new ImageStub(), new PageNumber());

    /** Separates the noise from the rest. */
    public static Noise in(List<Line> text) {
        Set<Line> noise = new LinkedHashSet<>();
        RULES.forEach(rule -> noise.addAll(rule.noiseIn(text)));
        List<Line> letterheads = LETTERHEAD.noiseIn(text);
        noise.addAll(letterheads);
        List<Line> rest = new ArrayList<>(text);
        rest.removeIf(noise::contains);
        return new Noise(List.copyOf(noise), Letterhead.firstLines(letterheads), List.copyOf(rest));
    }

    /** One kind of noise. */
    interface NoiseRule {
        List<Line> noiseIn(List<Line> text);
    }

    /** How many lines from the top a portal's own words may stand. */
    static List<Line> topOf(List<Line> text) {
        return text.subList(0, Math.min(15, text.size()));
    }
}
