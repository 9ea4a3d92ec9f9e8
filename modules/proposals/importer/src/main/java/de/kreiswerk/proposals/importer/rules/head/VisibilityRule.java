package de.kreiswerk.proposals.importer.rules.head;

import de.kreiswerk.proposals.api.Visibility;
import de.kreiswerk.proposals.importer.outline.Field;
import de.kreiswerk.proposals.importer.outline.HeadLabel;
import de.kreiswerk.proposals.importer.outline.Section;
import de.kreiswerk.proposals.importer.outline.SectionKind;
import de.kreiswerk.proposals.importer.reading.Assumption;
import de.kreiswerk.proposals.importer.reading.Contradiction;
import de.kreiswerk.proposals.importer.reading.Found;
import de.kreiswerk.proposals.importer.reading.Reading;
import de.kreiswerk.proposals.importer.reading.Rule;
import de.kreiswerk.proposals.importer.text.Line;
import de.kreiswerk.proposals.importer.words.VisibilityWording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A paper is public when its status says so in as many words, above the Beratungsfolge, and nothing in the head says
 * otherwise; another status says nothing about it.
 */
public final class VisibilityRule implements Rule {

    /** What keeps a paper back: in as many words, or among others. */
    private record Secret(int line, boolean certain) {}

    @Override
    public void read(Reading reading) {
        Optional<Field> open = open(reading);
        List<Secret> secrets = secrets(reading, open.isPresent());
        if (secrets.isEmpty()) {
            open.ifPresent(field -> reading.draft().visibility().offer(Visibility.PUBLIC, field.line()));
            return;
        }
        Secret first = secrets.get(0);
        reading.draft().visibility().offer(Visibility.NON_PUBLIC, first.line());
        if (open.isPresent()) {
            int second = Math.max(open.get().line(), first.line());
            reading.draft().contradictions().add(new Found<>(Contradiction.VISIBILITY, second));
        } else if (!first.certain()) {
            reading.draft().assumptions().add(new Found<>(Assumption.PAPER, first.line()));
        }
    }

    /** The first field that says public. Below the beginning of the Beratungsfolge it may be the status of a consultation. */
    private static Optional<Field> open(Reading reading) {
        int end = reading.sections(SectionKind.CONSULTATIONS).stream()
                .mapToInt(Section::line)
                .min()
                .orElse(Integer.MAX_VALUE);
        List<Field> open = reading.outline().head().all(HeadLabel.VISIBILITY).stream()
                .filter(field -> field.line() < end && says(Visibility.PUBLIC, field.value()))
                .toList();
        open.forEach(field -> reading.claims().takeAll(field.values()));
        return open.stream().findFirst();
    }

    private static List<Secret> secrets(Reading reading, boolean open) {
        List<Secret> secrets = new ArrayList<>();
        for (Field field : reading.outline().head().all(HeadLabel.VISIBILITY)) {
            if (says(Visibility.NON_PUBLIC, field.value())) {
                reading.claims().takeAll(field.values());
                secrets.add(new Secret(field.line(), true));
            } else if (speaksOfSecrecy(field.value(), open)) {
                secrets.add(new Secret(field.line(), false));
            }
        }
        for (Line line : reading.outline().head().loose()) {
            if (isStamp(line)) {
                reading.claims().take(line);
                secrets.add(new Secret(line.number(), true));
            }
        }
        secrets.sort(Comparator.comparingInt(Secret::line));
        return secrets;
    }

    private static boolean says(Visibility visibility, String words) {
        return VisibilityWording.of(words)
                .filter(stated -> stated == visibility)
                .isPresent();
    }

    // A form that offers both, of which nothing is chosen, says nothing; it only does not go with a clear word
    // elsewhere.
    private static boolean speaksOfSecrecy(String words, boolean open) {
        boolean secret = VisibilityWording.speaksOfSecrecy(words) || VisibilityWording.beginsNonPublic(words);
        return secret && (open || !VisibilityWording.speaksOfPublic(words));
    }

    /** A word alone on its line, as it is stamped on a paper. */
    private static boolean isStamp(Line line) {
        return says(Visibility.NON_PUBLIC, line.text()) && VisibilityWording.speaksOfSecrecy(line.text());
    }
}
