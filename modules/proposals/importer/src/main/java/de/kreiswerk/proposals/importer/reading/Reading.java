package de.kreiswerk.proposals.importer.reading;

import de.kreiswerk.proposals.importer.noise.Noise;
import de.kreiswerk.proposals.importer.outline.HeadLabel;
import de.kreiswerk.proposals.importer.outline.Outline;
import de.kreiswerk.proposals.importer.outline.Section;
import de.kreiswerk.proposals.importer.outline.SectionKind;
import de.kreiswerk.proposals.importer.text.Line;
import de.kreiswerk.proposals.importer.text.SourceText;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * All that is known of a text while it is read.
 *
 * @param source its lines
 * @param noise what does not belong to it
 * @param outline its sections
 * @param draft what the rules found
 * @param claims what the rules understood
 */
public record Reading(SourceText source, Noise noise, Outline outline, Draft draft, Claims claims) {

    /** Begins to read a text. */
    public static Reading of(String text) {
        SourceText source = SourceText.of(text);
        Noise noise = Noise.in(source.lines());
        return new Reading(source, noise, Outline.of(noise.rest()), Draft.empty(), new Claims());
    }

    /** All sections of a kind that say something. */
    public List<Section> sections(SectionKind kind) {
        return outline.filled(kind);
    }

    /** Takes the first field of the head with a label that says something, with its line. */
    public void takeField(HeadLabel label, BiConsumer<String, Integer> use) {
        outline.head().field(label).ifPresent(field -> {
            claims.takeAll(field.values());
            use.accept(field.value(), field.line());
        });
    }

    /** The lines of the text without noise. */
    public List<Line> lines() {
        return noise.rest();
    }
}
