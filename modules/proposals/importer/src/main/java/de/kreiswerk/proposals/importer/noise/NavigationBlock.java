package de.kreiswerk.proposals.importer.noise;

import de.kreiswerk.proposals.importer.noise.Noise.NoiseRule;
import de.kreiswerk.proposals.importer.text.Line;
import de.kreiswerk.proposals.importer.words.ReferenceNumber;
import de.kreiswerk.proposals.importer.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The block at the top of a page copied from a portal: with the link for skipping the navigation come the words that
 * describe the picture in the page's head, which are different on every portal.
 */
final class NavigationBlock implements NoiseRule {

    private static final Set<String> SKIP_LINKS =
            Set.of("zum inhalt springen", "zum hauptinhalt springen", "direkt zum inhalt");
    private static final int MAX_LINES = 8;

    @Override
    public List<Line> noiseIn(List<Line> text) {
        List<Line> block = new ArrayList<>();
        for (Line line : text.subList(0, Math.min(MAX_LINES, text.size()))) {
            if (!block.isEmpty() && !line.follows(block.get(block.size() - 1))) {
                break;
            }
            block.add(line);
        }
        boolean navigation = block.stream().anyMatch(line -> Wording.isOneOf(SKIP_LINKS, line.text()));
        return navigation && block.stream().noneMatch(NavigationBlock::belongsToPaper) ? block : List.of();
    }

    private static boolean belongsToPaper(Line line) {
        boolean address = line.text().startsWith("http");
        return !address && (line.text().indexOf(':') >= 0 || statesNumber(line.text()));
    }

    private static boolean statesNumber(String words) {
        return ReferenceNumber.atStart(words.substring(words.lastIndexOf(' ') + 1))
                .filter(ReferenceNumber::hasSlash)
                .isPresent();
    }
}
