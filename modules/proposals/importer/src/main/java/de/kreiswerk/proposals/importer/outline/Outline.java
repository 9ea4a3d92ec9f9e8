package de.kreiswerk.proposals.importer.outline;

import de.kreiswerk.proposals.importer.text.Line;
import java.util.List;
import java.util.Optional;

/**
 * A text cut into sections.
 *
 * @param head the head, read into fields
 * @param sections every other section, in order, empty ones as well
 */
public record Outline(Head head, List<Section> sections) {

    /** Cuts a text at the labels that count. */
    public static Outline of(List<Line> lines) {
        Cutting cutting = new Cutting();
        for (int i = 0; i < lines.size(); i++) {
            cutting.read(lines.get(i), i + 1 < lines.size() ? lines.get(i + 1) : null);
        }
        return cutting.outline();
    }

    /** All sections of a kind that say something. */
    public List<Section> filled(SectionKind kind) {
        return sections.stream()
                .filter(section -> section.kind() == kind && !section.isEmpty())
                .toList();
    }

    /** The first section of a kind that says something, else the first that does not. */
    public Optional<Section> first(SectionKind kind) {
        return filled(kind).stream()
                .findFirst()
                .or(() -> sections.stream()
                        .filter(section -> section.kind() == kind)
                        .findFirst());
    }

    /** The section that a line lies in; empty for the head. */
    public Optional<Section> at(int line) {
        int from = 0;
        int to = sections.size();
        while (from < to) {
            int middle = (from + to) / 2;
            if (sections.get(middle).line() <= line) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from == 0 ? Optional.empty() : Optional.of(sections.get(from - 1));
    }
}
