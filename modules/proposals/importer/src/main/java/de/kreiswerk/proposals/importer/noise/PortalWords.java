package de.kreiswerk.proposals.importer.noise;

import de.kreiswerk.proposals.importer.noise.Noise.NoiseRule;
import de.kreiswerk.proposals.importer.text.Line;
import de.kreiswerk.proposals.importer.words.Wording;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Buttons and captions of council portals. Those that are ordinary words count at the top of a page only. */
final class PortalWords implements NoiseRule {

    private static final int MAX_LENGTH = 30;

    private static final Set<String> ANYWHERE =
            Set.of("reduzieren", "erweitern", "danach suchen andere", "zum inhalt springen");
    private static final Set<String> AT_THE_TOP =
            Set.of("inhalt", "allris - vorlage", "bürgerinformationssystem", "ratsinformationssystem");

    @Override
    public List<Line> noiseIn(List<Line> text) {
        return Stream.concat(
                        text.stream().filter(line -> isOneOf(ANYWHERE, line)),
                        Noise.topOf(text).stream().filter(line -> isOneOf(AT_THE_TOP, line)))
                .toList();
    }

    private static boolean isOneOf(Set<String> words, Line line) {
        return line.text().length() <= MAX_LENGTH && Wording.isOneOf(words, line.text());
    }
}
