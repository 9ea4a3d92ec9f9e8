package de.kreiswerk.proposals.importer.noise;

import de.kreiswerk.proposals.importer.noise.Noise.NoiseRule;
import de.kreiswerk.proposals.importer.text.Line;
import de.kreiswerk.proposals.importer.words.Wording;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Buttons and captions of council portals. Those that are ordinary words count at the top of a page only. */
final class PortalWords implements NoiseRule {

    private static final Set<String> ANYWHERE =
            Set.of("reduzieren", "erweitern", "danach suchen andere", "zum inhalt springen");
    private static final Set<String> AT_THE_TOP =
            Set.of("inhalt", "allris - vorlage", "bürgerinformationssystem", "ratsinformationssystem");

    @Override
    public List<Line> noiseIn(List<Line> text) {
        return Stream.concat(
                        text.stream().filter(line -> Wording.isOneOf(ANYWHERE, line.text())),
                        Noise.topOf(text).stream().filter(line -> Wording.isOneOf(AT_THE_TOP, line.text())))
                .toList();
    }
}
