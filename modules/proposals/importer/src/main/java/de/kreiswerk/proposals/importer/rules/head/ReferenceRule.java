package de.kreiswerk.proposals.importer.rules.head;

import de.kreiswerk.core.api.problem.Problem.Place;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.proposals.importer.outline.Field;
import de.kreiswerk.proposals.importer.outline.Head;
import de.kreiswerk.proposals.importer.outline.HeadLabel;
import de.kreiswerk.proposals.importer.reading.Found;
import de.kreiswerk.proposals.importer.reading.Reading;
import de.kreiswerk.proposals.importer.reading.Rule;
import de.kreiswerk.proposals.importer.refusals.Limits;
import de.kreiswerk.proposals.importer.refusals.Refusal;
import de.kreiswerk.proposals.importer.rules.head.NumberHeading.Separator;
import de.kreiswerk.proposals.importer.text.Line;
import de.kreiswerk.proposals.importer.words.ReferenceNumber;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The paper's own number stands behind its label, or in a heading of its own. Numbers in running text are those of other
 * papers. A text with two different numbers of its own holds two papers.
 */
public final class ReferenceRule implements Rule {

    private static final int MAX_PLACES = 20;

    @Override
    public void read(Reading reading) {
        List<Found<String>> certain = Stream.of(labelled(reading), headings(reading), furtherPapers(reading))
                .flatMap(numbers -> numbers)
                .toList();
        Found<String> own = certain.isEmpty() ? uncertain(reading) : only(certain);
        reading.draft().reference().offer(own.value(), own.line());
    }

    private static Stream<Found<String>> labelled(Reading reading) {
        return reading.outline().head().all(HeadLabel.REFERENCE).stream()
                .flatMap(field -> ReferenceNumber.atStart(field.value()).stream()
                        .map(reference -> {
                            reading.claims().takeAll(field.values());
                            reading.claims()
                                    .takeAllBut(reference.rest(), field.values().get(0));
                            return found(reference.number(), field.line());
                        }));
    }

    private static Stream<Found<String>> headings(Reading reading) {
        return reading.outline().head().loose().stream()
                .flatMap(line -> NumberHeading.in(line.text()).stream().map(heading -> {
                    reading.claims().take(line);
                    return found(heading.number(), line.number());
                }));
    }

    // Below the head only what cannot be running text tells that another paper begins.
    private static Stream<Found<String>> furtherPapers(Reading reading) {
        return reading.outline().sections().stream()
                .flatMap(section -> section.lines().stream())
                .flatMap(line -> Stream.concat(numberBehindLabel(line), numberBehindDash(line)));
    }

    private static Stream<Found<String>> numberBehindLabel(Line line) {
        return Head.fieldsOf(line).stream()
                .filter(field -> field.label() == HeadLabel.REFERENCE)
                .flatMap(field -> ReferenceNumber.atStart(field.value()).stream())
                .map(reference -> found(reference.number(), line.number()));
    }

    private static Stream<Found<String>> numberBehindDash(Line line) {
        return NumberHeading.in(line.text())
                .filter(heading -> heading.separator() == Separator.DASH)
                .map(heading -> found(heading.number(), line.number()))
                .stream();
    }

    private static Found<String> uncertain(Reading reading) {
        for (Line line : reading.outline().head().loose()) {
            NumberHeading heading = NumberHeading.perhapsIn(line.text()).orElse(null);
            if (heading != null) {
                reading.claims().take(line);
                return found(heading.number(), line.number());
            }
        }
        throw missing(reading);
    }

    private static Found<String> found(String number, int line) {
        Limits.reference(number, line);
        return new Found<>(number, line);
    }

    private static Found<String> only(List<Found<String>> numbers) {
        Map<String, Found<String>> different = new LinkedHashMap<>();
        numbers.forEach(number -> different.putIfAbsent(number.value(), number));
        if (different.size() > 1) {
            throw ambiguous(different);
        }
        return numbers.get(0);
    }

    private static RuntimeException missing(Reading reading) {
        int line = reading.outline().head().all(HeadLabel.REFERENCE).stream()
                .map(Field::line)
                .findFirst()
                .orElse(0);
        return Refusal.unprocessable(
                "reference-missing",
                line,
                new Text(
                        "Im Text steht keine Vorlagennummer. Bitte im Kopf eine Zeile wie „Vorlagennummer: 2026/127“"
                                + " ergänzen.",
                        "The text states no reference. Please add a line such as “Vorlagennummer: 2026/127” to its"
                                + " head."));
    }

    private static RuntimeException ambiguous(Map<String, Found<String>> numbers) {
        List<Place> places = numbers.values().stream()
                .limit(MAX_PLACES)
                .sorted(Comparator.comparingInt(Found::line))
                .map(number -> new Place(
                        number.line(),
                        new Text(
                                "Hier steht die Vorlagennummer " + number.value() + ".",
                                "This line states the reference " + number.value() + ".")))
                .toList();
        return Refusal.unprocessable(
                "reference-ambiguous",
                new Text(
                        "Der Text nennt verschiedene eigene Vorlagennummern. Bitte jede Vorlage für sich senden oder die"
                                + " falsche Nummer löschen.",
                        "The text states different references of its own. Please send each proposal by itself, or delete"
                                + " the wrong number."),
                places);
    }
}
